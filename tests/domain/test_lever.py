"""Levers: the smallest changes that make a plain two-way door, checked against trying every set."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.assessment import Door, assess
from registry.domain.lever import levers_for, with_levers
from registry.domain.risk import BY_NAME, AtMost, PercentOfRevenue, RiskProfile
from tests.domain.witness import (
    LEVERS,
    POLICY,
    WEIGHTS_AND_TOPS,
    answer_at,
    is_plain,
    levels_of,
    profile_with,
    profiles,
)

# Lasting harm and serious law have no lever; below them there is something to search for.
TOPS = {name: 2 if name in {"harm", "law"} else top for name, (_, top) in WEIGHTS_AND_TOPS.items()}
all_levels = st.fixed_dictionaries({name: st.integers(0, top) for name, top in TOPS.items()})


def profile_at(levels: Mapping[str, int]) -> RiskProfile:
    return RiskProfile.model_validate(
        {name: answer_at(BY_NAME[name], level) for name, level in levels.items()}
    )


def lowered(levels: Mapping[str, int], ids: Iterable[str]) -> dict[str, int]:
    below = dict(levels)
    for lever in ids:
        for name, highest in LEVERS[lever][1].items():
            below[name] = min(below[name], highest)
    return below


def effort(ids: Iterable[str]) -> int:
    return sum(LEVERS[lever][0] for lever in ids)


def cheapest(levels: Mapping[str, int], left: Iterable[str]) -> tuple[str, ...] | None:
    """By trying every set there is: the least effort, then the fewest levers, then the order of the table."""
    left = tuple(left)
    tried = [ids for size in range(1, len(left) + 1) for ids in combinations(left, size)]
    helping = [ids for ids in tried if is_plain(lowered(levels, ids))]
    # min keeps the first of equals, and combinations come in the order of the table.
    return min(helping, key=lambda ids: (effort(ids), len(ids)), default=None)


@settings(max_examples=50)  # a thousand sets are tried by hand in each
@given(all_levels)
def test_the_levers_are_the_cheapest_that_trying_every_set_finds(levels: dict[str, int]):
    assessment = assess(profile_at(levels), POLICY)

    first = None if is_plain(levels) else cheapest(levels, LEVERS)
    second = None if first is None else cheapest(levels, [lever for lever in LEVERS if lever not in first])
    assert assessment.levers == tuple(ids for ids in (first, second) if ids is not None)


@given(profiles)
def test_pulled_levers_make_a_plain_two_way_door_and_two_sets_share_none(profile: RiskProfile):
    assessment = assess(profile, POLICY)

    for ids in assessment.levers:
        after = assess(with_levers(profile, ids, POLICY), POLICY)
        assert (after.door, after.near_hinge, after.levers) == (Door.TWO_WAY, False, ())
        assert after.score < 30
    if len(assessment.levers) == 2:
        assert not set(assessment.levers[0]) & set(assessment.levers[1])


@given(profiles)
def test_levers_are_shown_where_the_door_is_one_way_or_near_the_hinge_and_nowhere_else(profile: RiskProfile):
    assessment = assess(profile, POLICY)

    if assessment.door is not Door.ONE_WAY and not assessment.near_hinge:
        assert assessment.levers == ()


def test_a_promise_to_many_has_two_different_ways_out():
    # 4 x 3/3 + 3 x 3/4 = 6.25 points of 49 are far below 30: only the knock-out has to go, and saying
    # that it is a trial does that with an effort of 1, as starting small does.
    assessment = assess(profile_with(promise="open_ended", exposure=50), POLICY)

    assert assessment.levers == (("start_small",), ("trial_wording",))


def test_lasting_harm_has_no_lever():
    assessment = assess(profile_with(harm="lasting", exposure=100), POLICY)

    assert (assessment.door, assessment.levers) == (Door.ONE_WAY, ())


def test_a_serious_law_has_no_lever():
    assert assess(profile_with(law="serious"), POLICY).levers == ()


def test_a_lever_bounds_what_could_lie_above_it_and_leaves_what_is_lower():
    profile = profile_with(exposure=50, people=100, money_at_risk=None, undo_cost=AtMost(at_most=1))

    small = with_levers(profile, ["start_small"], POLICY)

    assert (small.exposure, small.people) == (AtMost(at_most=1), 100)
    assert small.money_at_risk == AtMost(at_most=PercentOfRevenue(percent_of_revenue=0.05))
    # Without a known revenue an amount may be anything, so it is bounded too; with one it stays.
    assert small.undo_cost == AtMost(at_most=PercentOfRevenue(percent_of_revenue=0.01))
    assert with_levers(profile, ["start_small"], POLICY, 1_000_000).undo_cost == AtMost(at_most=1)


@given(profiles, st.sets(st.sampled_from(list(LEVERS))))
def test_levers_lower_the_worst_to_their_level_and_never_raise_anything(profile: RiskProfile, ids: set[str]):
    after = with_levers(profile, ids, POLICY)

    assert levels_of(after, "high") == lowered(levels_of(profile, "high"), ids)
    assert all(low <= levels_of(profile, "low")[name] for name, low in levels_of(after, "low").items())


@settings(max_examples=50)
@given(all_levels, st.sets(st.sampled_from(list(LEVERS))))
def test_levers_that_are_not_possible_are_left_out_of_the_search(levels: dict[str, int], without: set[str]):
    left = [lever for lever in LEVERS if lever not in without]

    first = None if is_plain(levels) else cheapest(levels, left)
    second = None if first is None else cheapest(levels, [lever for lever in left if lever not in first])
    expected = tuple(ids for ids in (first, second) if ids is not None)
    assert levers_for(profile_at(levels), POLICY, without=without) == expected
