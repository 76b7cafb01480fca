"""No sum or difference of what is shown tells anything about fewer than five people."""

import random
from itertools import combinations, pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.small_groups import (
    FEWEST,
    Behind,
    Shown,
    Slice,
    each_themselves,
    reaches_few,
    shown,
)
from tests.domain.attackers import found_by_ranks, found_by_trying


def whole_of(behind: Behind) -> Slice:
    return Slice("", "", frozenset(behind))


def seen(behind: Behind, answer: Shown) -> list[Slice]:
    """All figures that a reader sees."""
    return [whole_of(behind), *answer.slices] if answer.whole else []


def people(behind: Behind, counted: frozenset[int]) -> int:
    return len(frozenset[int]().union(*(behind[number] for number in counted)))


def named(answer: Shown) -> list[str]:
    return [each.name for each in answer.slices]


def parts(dimension: str, **sizes: int) -> tuple[Behind, list[Slice]]:
    """People who fall into slices of so many each."""
    slices, first = list[Slice](), 0
    for name, size in sizes.items():
        slices.append(Slice(dimension, name, frozenset(range(first, first + size))))
        first += size
    return each_themselves(range(first)), slices


@st.composite
def populations(draw: st.DrawFn) -> tuple[Behind, list[Slice]]:
    """A few experiments of one to three people each, in three dimensions, some of them crossed."""
    staff = draw(st.integers(5, 11))
    count = draw(st.integers(5, 16))
    some = st.frozensets(st.integers(1, staff), min_size=1, max_size=3)
    behind = {number: draw(some) for number in range(count)}
    slices = list[Slice]()
    for dimension in "promise", "stage", "channel":
        where = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
        for value in sorted(set(where)):
            counted = frozenset(number for number in behind if where[number] == value)
            slices.append(Slice(dimension, str(value), counted))
    crossed = [a.counted & b.counted for a, b in combinations(slices, 2) if a.dimension != b.dimension]
    chosen = draw(st.lists(st.sampled_from(crossed), max_size=3)) if crossed else []
    return behind, slices + [Slice("crossed", str(at), each) for at, each in enumerate(chosen)]


@given(populations())
def test_an_attacker_who_knows_linear_algebra_finds_no_small_group(population: tuple[Behind, list[Slice]]):
    behind, slices = population

    answer = shown(behind, slices)

    figures = seen(behind, answer)
    assert not figures or found_by_ranks(behind, figures) == []


@given(populations())
def test_an_attacker_who_tries_every_sum_finds_no_small_group(population: tuple[Behind, list[Slice]]):
    behind, slices = population

    answer = shown(behind, slices)

    figures = seen(behind, answer)
    for few in combinations(figures, 3) if len(figures) > 3 else [figures]:
        assert not few or found_by_trying(behind, few) == []


@given(populations())
def test_nothing_is_hidden_that_could_be_shown_beside_the_rest(population: tuple[Behind, list[Slice]]):
    behind, slices = population

    answer = shown(behind, slices)

    for hidden in set(slices) - set(answer.slices):
        with_it = [*seen(behind, answer), hidden]
        is_small = people(behind, hidden.counted) < FEWEST
        assert not answer.whole or is_small or found_by_ranks(behind, with_it)


@given(populations())
def test_the_rules_of_the_page_hold_one_by_one(population: tuple[Behind, list[Slice]]):
    behind, slices = population

    answer = shown(behind, slices)

    everything = frozenset(behind)
    assert answer.whole == (people(behind, everything) >= FEWEST)
    for each in answer.slices:
        assert people(behind, each.counted) >= FEWEST
        assert people(behind, everything - each.counted) not in range(1, FEWEST)
    for one, other in combinations(answer.slices, 2):
        if other.counted <= one.counted:
            assert people(behind, one.counted - other.counted) not in range(1, FEWEST)
    for dimension in "promise", "stage", "channel":
        told = (each.counted for each in answer.slices if each.dimension == dimension)
        assert not answer.whole or people(behind, everything.difference(*told)) not in range(1, FEWEST)


@given(populations(), st.randoms(use_true_random=False))
def test_the_order_in_which_slices_are_given_changes_nothing(
    population: tuple[Behind, list[Slice]], chance: random.Random
):
    behind, slices = population
    other = chance.sample(slices, len(slices))

    assert set(shown(behind, other).slices) == set(shown(behind, slices).slices)


def test_fewer_than_five_people_are_hidden_and_so_is_whoever_would_give_them_away():
    behind, slices = parts("promise", returns=20, delivery=6, refunds=3)

    answer = shown(behind, slices)

    assert answer.whole
    assert named(answer) == ["returns"]


def test_all_slices_of_five_or_more_are_shown_together():
    behind, slices = parts("promise", returns=20, delivery=6, refunds=5)

    assert named(shown(behind, slices)) == ["returns", "delivery", "refunds"]


def test_two_small_slices_hide_each_other_when_they_are_five_together():
    behind, slices = parts("promise", returns=20, delivery=6, refunds=3, warranty=2)

    assert named(shown(behind, slices)) == ["returns", "delivery"]


def test_a_whole_of_four_people_is_not_shown_at_all():
    behind, slices = parts("promise", returns=4)

    assert shown(behind, slices) == Shown(whole=False, slices=())


def test_a_slice_that_is_everybody_is_shown_because_nobody_is_left():
    behind, slices = parts("promise", returns=9)

    assert named(shown(behind, slices)) == ["returns"]


def test_an_empty_slice_is_not_told_from_a_small_one():
    behind, slices = parts("promise", returns=9, delivery=0)

    assert named(shown(behind, slices)) == ["returns"]


def test_two_dimensions_that_nearly_agree_are_not_both_shown():
    behind = each_themselves(range(20))
    shop = Slice("channel", "shop", frozenset(range(11)))
    returns = Slice("promise", "returns", frozenset(range(10)))

    assert named(shown(behind, [shop, returns])) == ["shop"]


def test_what_is_counted_may_be_many_but_the_people_behind_it_few():
    behind = {number: frozenset({number % 3}) for number in range(100)} | {
        number: frozenset({number}) for number in range(100, 120)
    }
    busy = Slice("promise", "returns", frozenset(range(100)))
    others = Slice("promise", "delivery", frozenset(range(100, 120)))

    assert named(shown(behind, [busy, others])) == []


def test_what_nobody_stands_behind_gives_nobody_away():
    behind: Behind = {**each_themselves(range(1, 11)), 99: frozenset()}
    returns = Slice("promise", "returns", frozenset(range(1, 11)))

    assert named(shown(behind, [returns])) == ["returns"]


@given(st.integers(5, 40), st.lists(st.integers(0, 4), min_size=1, max_size=12), st.data())
def test_filters_narrowed_step_by_step_never_show_a_small_step(
    staff: int, steps: list[int], data: st.DataObject
):
    behind = each_themselves(range(staff))
    order = data.draw(st.permutations(range(staff)))
    left = [staff]
    for step in steps:
        left.append(max(0, left[-1] - step))
    slices = [Slice("narrowed", str(at), frozenset(order[:size])) for at, size in enumerate(left)]

    answer = shown(behind, slices)

    sizes = sorted({len(each.counted) for each in seen(behind, answer)})
    assert all(size >= FEWEST for size in sizes)
    assert all(larger - smaller >= FEWEST for smaller, larger in pairwise(sizes))


def test_a_total_that_grew_by_what_two_people_did_is_not_shown_beside_the_earlier_one():
    behind = each_themselves(range(30))
    before = Slice("until", "week 12", frozenset(range(20)))
    after = Slice("until", "week 24", frozenset(range(22)))

    assert named(shown(behind, [before, after])) == ["week 24"]


@pytest.mark.parametrize("staff", [12, 60, 400])
@pytest.mark.parametrize("team", [1, 3])
def test_forty_slices_of_two_thousand_experiments_take_a_moment(staff: int, team: int):
    chance = random.Random(20260301)  # noqa: S311 - made-up experiments
    behind = {n: frozenset(chance.sample(range(staff), chance.randint(1, team))) for n in range(2_000)}
    slices = list[Slice]()
    for dimension, values in ("promise", 15), ("stage", 12), ("channel", 13):
        weights = [1 / (value + 1) for value in range(values)]
        where = chance.choices(range(values), weights, k=len(behind))
        for value in range(values):
            slices.append(Slice(dimension, str(value), frozenset(n for n in behind if where[n] == value)))

    began = process_time()
    answer = shown(behind, slices)

    assert process_time() - began < 20  # 0.1 s here
    assert len(answer.slices) == len(slices)
    assert not reaches_few(seen(behind, answer), behind)
