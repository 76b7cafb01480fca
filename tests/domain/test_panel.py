"""What several ratings come to: upper medians, and knock-outs that are never averaged away."""

from collections.abc import Iterable, Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.assessment import Door, assess
from registry.domain.panel import (
    Shortfall,
    Yard,
    can_be_measured,
    far_apart,
    judged,
    level,
    lone_knockouts,
    medians,
    rated,
    shortfall,
)
from registry.domain.review import yard
from registry.domain.review_facts import Review, Talk
from registry.domain.risk import BY_NAME, NAMES, Answer, AtMost, RiskProfile, top_level
from registry.domain.round import Round
from tests.nouns import NOON, YARDSTICK
from tests.reviewing import PANEL, POLICY, handed_in, last_submission

YARD: Yard = yard(last_submission(handed_in()), POLICY)
FUNCTIONS = ("legal", "front line", "customer experience", "finance", "operations")
FEW = settings(max_examples=60)


def review(by: int, *function: str, **ratings: object) -> Review:
    """What the person *by* said; of another function than the one before them, where none is named."""
    return Review(
        at=NOON,
        by=by,
        function=function[0] if function else FUNCTIONS[by % len(FUNCTIONS)],
        premortem="It hurt.",
        ratings=RiskProfile.model_validate(ratings),
    )


def talk(question: str) -> Talk:
    return Talk(at=NOON, by=1, question=question, words="We met.")


def answer_at(question: str, wanted: int) -> object:
    """An answer to *question* at this level."""
    asked = BY_NAME[question]
    if asked.kind == "choice":
        return asked.values[wanted]
    borders = POLICY.cuts[question]
    number = 0 if wanted == 0 else borders[wanted - 1] * 1.5
    if asked.kind == "percent":
        number = min(number, 100)
    return {"percent_of_revenue": number} if asked.kind == "amount" else number


def levels() -> st.SearchStrategy[dict[str, int]]:
    """Some questions, each with one of its levels."""
    each = {name: st.integers(0, top_level(BY_NAME[name], POLICY.cuts)) for name in NAMES}
    return st.fixed_dictionaries({}, optional=each)


def ratings(of: Mapping[str, int]) -> dict[str, object]:
    return {name: answer_at(name, at) for name, at in of.items()}


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """Some reviews, some of them twice, with talks between them."""
    facts: list[Review | Talk] = []
    for _ in range(draw(st.integers(1, 7))):
        if draw(st.booleans()):
            facts.append(talk(draw(st.sampled_from(NAMES))))
        facts.append(review(draw(st.integers(1, 5)), **ratings(draw(levels()))))
    return Round(facts=tuple(facts))


def yards() -> st.SearchStrategy[Yard]:
    """Proposers who see little that could go wrong: what is worse comes from the ratings."""
    own = st.fixed_dictionaries({name: st.integers(0, 1) for name in NAMES})
    return own.map(lambda own: Yard(POLICY, None, RiskProfile.model_validate(ratings(own))))


def put_over(profile: RiskProfile, answers: Iterable[tuple[str, Answer]], by: Yard) -> RiskProfile:
    """*profile* with those of *answers* that are worse."""
    for name, answer in answers:
        if answer is not None and level(name, answer, by) > level(name, profile.answer(name), by):
            profile = profile.with_answer(name, answer)
    return profile


def test_a_quorum_is_three_people_of_three_functions_with_two_voices_among_them():
    legal, front, voice = review(1, "legal"), review(2, "Front line "), review(3, "customer experience")

    assert shortfall([], PANEL) == Shortfall(3, 3, ("front line", "customer experience"))
    assert shortfall([legal, front], PANEL) == Shortfall(1, 1, ("customer experience",))
    assert shortfall([legal, review(2, "legal"), review(3, "legal")], PANEL).functions == 2
    assert shortfall([legal, front, review(3, "finance")], PANEL) == Shortfall(0, 0, ("customer experience",))
    assert shortfall([legal, front, voice], PANEL).is_none


def test_one_person_counts_once_however_often_they_reviewed():
    often = [review(1, "legal"), review(1, "front line"), review(1, "customer experience")]

    assert shortfall(often, PANEL).reviewers == 2


@pytest.mark.parametrize(
    ("given", "middle"),
    [
        (["none"], "none"),
        (["none", "lasting"], "lasting"),
        (["lasting", "none", "annoyance"], "annoyance"),
        (["none", "none", "repairable", "lasting"], "repairable"),
        (["none", None, None], "none"),
        ([None, None, None], "lasting"),
    ],
    ids=["one", "upper of two", "middle of three", "upper of four", "not theirs", "the proposers' own"],
)
def test_the_upper_median_of_those_who_judged_it_counts(given: list[str | None], middle: str):
    reviews = [review(number, harm=each) for number, each in enumerate(given)]

    assert medians(reviews, YARD).harm == middle


def test_at_one_level_the_larger_number_counts_as_the_higher_one():
    reviews = [review(1, exposure=19), review(2, exposure=6), review(3, exposure=12)]

    assert medians(reviews, YARD).exposure == 12


def test_an_amount_that_nobody_can_measure_is_no_rating():
    with_revenue = YARD._replace(yearly_revenue=1_000_000)

    assert not can_be_measured("undo_cost", 5_000, YARD)
    assert not can_be_measured("undo_cost", AtMost(at_most=5_000), YARD)
    assert can_be_measured("undo_cost", 5_000, with_revenue)
    assert can_be_measured("undo_cost", RiskProfile(undo_cost=None).undo_cost, YARD)
    assert can_be_measured("harm", "lasting", YARD)


def test_ratings_two_levels_apart_are_worth_a_talk():
    reviews = [
        review(1, harm="none", law="none"),
        review(2, harm="repairable", law="ordinary", data="hidden"),
    ]

    assert far_apart(reviews, YARD) == ("harm",)


CALM: list[Review] = [review(1, harm="annoyance"), review(2, harm="none")]


def found(*facts: Review | Talk) -> tuple[Door, tuple[str, ...]]:
    _, assessed, lone = judged(Round(facts=facts), YARD)
    return assessed.door, lone


def test_a_lone_knock_out_stands_until_it_is_talked_through_and_rated_again():
    alone, again = review(3, harm="lasting"), review(3, harm="lasting")

    assert found(*CALM, alone) == (Door.ONE_WAY, ("harm",))
    assert found(*CALM, alone, talk("harm")) == (Door.ONE_WAY, ("harm",))
    assert found(*CALM, alone, again) == (Door.ONE_WAY, ("harm",))
    assert found(*CALM, alone, talk("law"), again) == (Door.ONE_WAY, ("harm",))
    assert found(*CALM, alone, talk("harm"), again) == (Door.TWO_WAY, ())
    assert found(*CALM, alone, talk("harm"), again, talk("harm")) == (Door.TWO_WAY, ())
    assert found(*CALM, alone, talk("harm"), review(3, harm="none")) == (Door.TWO_WAY, ())


def test_a_talk_settles_no_rating_that_was_not_on_the_table():
    first, raised = review(3, harm="repairable"), review(3, harm="lasting")

    assert found(*CALM, talk("harm"), raised) == (Door.ONE_WAY, ("harm",))
    assert found(*CALM, first, talk("harm"), raised) == (Door.ONE_WAY, ("harm",))


def test_what_most_see_is_no_lone_knock_out():
    assert found(review(1, harm="lasting"), review(2, harm="lasting"), review(3, harm="none")) == (
        Door.ONE_WAY,
        (),
    )


def test_only_the_ratings_that_make_the_knock_out_are_lone():
    promised = review(3, promise="open_ended", exposure=60, spotlight="posts", harm="none")
    calm = [
        review(
            number, promise="trial", exposure=1, money_at_risk={"percent_of_revenue": 0}, spotlight="nobody"
        )
        for number in (1, 2)
    ]

    assert set(
        lone_knockouts(Round(facts=(*calm, promised)), YARD._replace(own=RiskProfile(harm="none")))
    ) <= {
        "promise",
        "exposure",
    }


@FEW
@given(rounds(), yards())
def test_no_rating_that_is_a_knock_out_by_itself_is_averaged_away(this_round: Round, by: Yard):
    _, assessed, lone = judged(this_round, by)

    middle = medians(this_round.reviews, by)
    for each in this_round.reviews:
        open_ones = [
            (name, answer) for name, answer in each.ratings if not this_round.talked_through(name, each)
        ]
        theirs = assess(put_over(middle, open_ones, by), by.policy)
        if set(theirs.knockouts) - set(assess(middle, by.policy).knockouts):
            assert lone
        if theirs.knockouts:
            assert assessed.door is not Door.TWO_WAY


@FEW
@given(rounds(), yards(), st.data())
def test_a_worse_rating_never_opens_a_door(this_round: Round, by: Yard, data: st.DataObject):
    latest = data.draw(st.sampled_from(this_round.reviews))
    given_ones = [name for name, answer in latest.ratings if answer is not None]
    if not given_ones:
        return
    name = data.draw(st.sampled_from(given_ones))
    at, top = level(name, latest.ratings.answer(name), by), top_level(BY_NAME[name], POLICY.cuts)
    worse = latest.ratings.with_answer(name, answer_at(name, data.draw(st.integers(at, top))))
    raised = latest.model_copy(update={"ratings": worse})
    facts = tuple(raised if fact is latest else fact for fact in this_round.facts)

    _, before, _ = judged(this_round, by)
    _, after, _ = judged(Round(facts=facts), by)

    assert after.score >= before.score
    assert (after.door is Door.TWO_WAY) <= (before.door is Door.TWO_WAY)


@FEW
@given(st.lists(levels(), min_size=1, max_size=5), yards())
def test_whoever_reviews_first_makes_no_difference(said: list[dict[str, int]], by: Yard):
    reviews = [review(number, **ratings(each)) for number, each in enumerate(said)]

    orders = [Round(facts=tuple(order)) for order in permutations(reviews)][::5]

    together = [judged(order, by) for order in orders]

    assert all(medians(order.reviews, by) == medians(reviews, by) for order in orders)
    assert all(each == together[0] for each in together)


@FEW
@given(rounds(), yards())
def test_the_median_lies_between_the_ratings_and_is_one_of_them(this_round: Round, by: Yard):
    middle = medians(this_round.reviews, by)

    for name in NAMES:
        said = rated(name, this_round.reviews).values()
        assert middle.answer(name) in said if said else middle.answer(name) == by.own.answer(name)


def test_the_policy_of_the_hand_in_judges():
    strict = POLICY.model_copy(update={"version": 2, "near_hinge": 1, "one_way": 1})
    calm = Round(facts=tuple(CALM))

    assert judged(calm, YARD)[1].door is Door.TWO_WAY
    assert judged(calm, YARD._replace(policy=strict))[1].policy_version == 2
    assert YARD.policy.version == YARDSTICK.policy.version
