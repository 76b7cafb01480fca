"""Who is asked for a review: nobody twice, nobody of the team; and silence has an end."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.experiment import Dossier
from registry.domain.person import Person
from registry.domain.review import ReviewRefused
from registry.domain.review_facts import ReviewAsked
from registry.domain.reviewers import next_of, passed_on, reviewer_asked, waiting
from registry.sentences import say
from tests.nouns import NOON, OLGA, STELLA, asking
from tests.reviewing import CLEO, FINN, PANEL, RAVI, ROSA, grown, handed_in, rated_by, revealed, reviewer

DAY = timedelta(days=1)
LIA = reviewer(21, "Lia", "Notary", "Legal ")
LEO = reviewer(22, "Leo", "Notary", "legal")
REVIEWERS = (RAVI, ROSA, CLEO, FINN, LIA, LEO)


def asked(before: Dossier, whom: Person, days: int = 0) -> Dossier:
    """The dossier after Olga asked *whom*, so many days after noon."""
    return grown(before, reviewer_asked(before, asking(NOON + days * DAY), whom))


def refused(before: Dossier, by: Person, whom: Person) -> str:
    """Why *by* cannot pass it on to *whom*."""
    with pytest.raises(ReviewRefused) as refusal:
        passed_on(before, asking(person=by), whom)
    assert say(refusal.value.sentence)
    return refusal.value.sentence.id


@pytest.mark.parametrize(
    "whom",
    [
        OLGA,
        STELLA,
        RAVI.model_copy(update={"team": " parcels"}),
        RAVI.model_copy(update={"function": ""}),
        RAVI.model_copy(update={"has_left": True}),
        RAVI.model_copy(update={"roles": frozenset()}),
    ],
    ids=["the proposer", "no reviewer", "of the team", "no function", "gone", "no role"],
)
def test_only_a_reviewer_of_another_team_is_asked(whom: Person):
    with pytest.raises(ReviewRefused) as refusal:
        asked(handed_in(), whom)

    assert refusal.value.sentence.id == "review-cannot-be-asked"
    assert whom.name in say(refusal.value.sentence)


def test_nobody_is_asked_twice_in_a_round():
    once = asked(handed_in(), RAVI)

    for who in (RAVI, ROSA):
        done = once if who is RAVI else rated_by(once, ROSA)
        with pytest.raises(ReviewRefused) as refusal:
            asked(done, who)
        assert refusal.value.sentence.id == "review-asked-already"


def test_what_somebody_cannot_review_goes_to_another_one():
    passed = grown(asked(handed_in(), RAVI), passed_on(asked(handed_in(), RAVI), asking(person=RAVI), LIA))

    assert [fact.whom for fact in passed.round.asked()] == [LIA.id]
    assert refused(passed, RAVI, LEO) == "review-passed-on-already"
    assert refused(passed, LIA, RAVI) == "review-asked-already"
    assert refused(passed, LIA, LIA) == "review-cannot-be-asked"
    assert refused(rated_by(passed, LIA), LIA, LEO) == "review-done-already"


@given(st.permutations(REVIEWERS), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=40))
def test_passing_on_comes_to_an_end(people: list[Person], tries: list[tuple[int, int]]):
    dossier = handed_in()
    for by, whom in tries:
        try:
            dossier = grown(dossier, passed_on(dossier, asking(person=people[by]), people[whom]))
        except ReviewRefused:
            continue

    everybody_asked = [fact.whom for fact in dossier.round.all(ReviewAsked)]
    assert len(everybody_asked) == len(set(everybody_asked)) < len(people)


def test_who_waits_since_when_and_when_the_silence_has_lasted_long_enough():
    dossier = asked(asked(handed_in(), RAVI), ROSA, days=2)

    early = waiting(dossier, NOON + 4 * DAY, PANEL)
    late = waiting(dossier, NOON + PANEL.days * DAY, PANEL)

    assert [(each.whom, each.since, each.is_silent) for each in early] == [
        (RAVI.id, NOON, False),
        (ROSA.id, NOON + 2 * DAY, False),
    ]
    assert [(each.function, each.is_silent) for each in late] == [("legal", True), ("front line", False)]


def test_silence_is_answered_by_asking_another_one_or_by_their_review():
    silent = asked(handed_in(), RAVI)
    another, later = asked(silent, LIA, days=6), NOON + 7 * DAY

    assert [each.is_silent for each in waiting(silent, later, PANEL)] == [True]
    assert [each.is_silent for each in waiting(another, later, PANEL)] == [False, False]
    assert [each.is_silent for each in waiting(another, NOON + 12 * DAY, PANEL)] == [False, True]
    assert [each.is_silent for each in waiting(rated_by(silent, LEO), later, PANEL)] == [False]


def test_nobody_is_waited_for_once_all_is_revealed():
    assert waiting(revealed(asked(handed_in(), FINN), harm="lasting"), NOON + 30 * DAY, PANEL) == ()


def test_another_one_of_that_function_is_offered_who_was_not_asked_yet():
    dossier = asked(handed_in(), RAVI)

    assert next_of(dossier, "legal", REVIEWERS) == (LIA, LEO)
    assert next_of(asked(dossier, LIA), "LEGAL", REVIEWERS) == (LEO,)
    assert next_of(rated_by(asked(dossier, LIA), LEO), "legal", REVIEWERS) == ()
    assert next_of(dossier, "finance", (FINN.model_copy(update={"team": OLGA.team}),)) == ()
