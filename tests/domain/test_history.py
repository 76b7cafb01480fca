"""What a fact tells the history, one sitting as one event, and a draft's words that stay with its team."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.facts import Learning, Note, Pilot, PlanDrawn, Reading, Stop, Submission
from registry.domain.history import (
    SITTING,
    TELLS,
    Change,
    Event,
    as_others_see,
    as_reviewers_see,
    joined,
    open_since,
    sittings,
    told_by,
)
from registry.domain.plan import fingerprint, plan_from
from registry.domain.proposal import Limits
from registry.domain.recorded import Recorded
from registry.domain.review_facts import FunctionAnswered, Review
from registry.domain.risk import RiskProfile
from registry.domain.submission import submitted
from tests.nouns import CARD, LATER, NOON, OLGA, PLAN, YARDSTICK, asking, dossier, evidence

FIELDS: tuple[str, ...] = ("idea.change", "idea.whom", "answers.exposure")
VALUES = ("", "a card", "a call", "10 %")
MINUTE = timedelta(minutes=1)


def event(id: int, verb: str = "edit", *, minutes: float = 0, by: int = 1, **changed: str) -> Event:
    """An event of CX-1 so many minutes after noon; `whom="a>b"` is a change of that field."""
    changes = (
        Change(what=what, before=said.partition(">")[0], after=said.partition(">")[2])
        for what, said in changed.items()
    )
    at = NOON + minutes * MINUTE
    return Event(id=id, at=at, by=by, experiment=1, verb=verb, changes=tuple(changes))


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """What may happen to one draft: each change begins with what the one before left."""
    state: dict[str, str] = dict.fromkeys(FIELDS, "")
    told: list[Event] = []
    minutes = 0
    for number in range(1, draw(st.integers(1, 12)) + 1):
        minutes += draw(st.sampled_from((0, 1, 29, 30, 31, 600)))
        changed = draw(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(VALUES), max_size=3))
        changes = [Change(what=f, before=state[f], after=v) for f, v in changed.items() if state[f] != v]
        state |= changed
        told.append(
            Event(
                id=number,
                at=NOON + minutes * MINUTE,
                by=draw(st.sampled_from((1, 2))),
                experiment=1,
                verb="begin" if number == 1 else draw(st.sampled_from(("edit", "edit", "edit", "submit"))),
                changes=tuple(changes),
            )
        )
    return told


def outcome(told: tuple[Event, ...] | list[Event]) -> dict[str, str]:
    """What the fields hold after all that was *told*; a change that does not begin there fails."""
    state: dict[str, str] = dict.fromkeys(FIELDS, "")
    for each in told:
        for change in each.changes:
            assert state[change.what] == change.before
            state[change.what] = change.after
    return state


def test_what_was_saved_in_one_sitting_is_one_event_from_first_to_last():
    told = [
        event(1, "begin", whom=">all", effect=">joy"),
        event(2, minutes=1, whom="all>some", signal=">smiles"),
        event(3, minutes=30, effect="joy>"),
    ]

    (sitting,) = sittings(told)

    assert (sitting.id, sitting.at, sitting.verb) == (3, told[2].at, "begin")
    assert sitting.changes == event(3, whom=">some", signal=">smiles").changes


@pytest.mark.parametrize(
    "second",
    [
        event(2, minutes=30),
        event(2, minutes=1, by=2),
        event(2, "submit", minutes=1),
        event(2, "begin", minutes=1),
        event(2, minutes=1).model_copy(update={"experiment": 2}),
    ],
    ids=["half an hour later", "somebody else", "another verb", "another draft", "another experiment"],
)
def test_what_is_not_of_the_same_sitting_stays_an_event_of_its_own(second: Event):
    assert sittings([event(1), second]) == (event(1), second)


def test_a_sitting_ends_where_somebody_else_saves_in_between():
    told = (event(1, whom=">a"), event(2, by=2, whom="a>b"), event(3, whom="b>c"))

    assert sittings(told) == told


@settings(max_examples=40)
@given(histories())
def test_sittings_tell_the_same_outcome_in_the_same_order(told: list[Event]):
    shorter = sittings(told)

    assert outcome(shorter) == outcome(told)
    assert [each.id for each in shorter] == sorted({each.id for each in shorter} & {e.id for e in told})
    assert sittings(shorter) == shorter


@settings(max_examples=40)
@given(histories())
def test_nobody_and_no_step_is_lost_in_a_sitting(told: list[Event]):
    shorter = sittings(told)

    assert [e for e in shorter if e.verb == "submit"] == [e for e in told if e.verb == "submit"]
    assert {each.by for each in shorter} == {each.by for each in told}
    assert shorter[-1].at == told[-1].at
    assert all(change.before != change.after for each in shorter for change in each.changes)


@settings(max_examples=40)
@given(histories())
def test_between_two_sittings_of_one_person_lies_half_an_hour_or_something_else(told: list[Event]):
    for one, other in zip(sittings(told), sittings(told)[1:], strict=False):
        if one.verb != "submit" and other.verb == "edit" and one.by == other.by:
            assert other.at - one.at >= SITTING


def test_what_came_back_to_its_beginning_did_not_change():
    assert joined(event(1, whom="a>b").changes, event(2, whom="b>a").changes) == ()


def test_the_words_of_a_draft_stay_with_its_team_until_it_was_handed_in():
    told = (
        event(1, "begin", whom=">idiots"),
        event(2, "submit", minutes=1, door=">two"),
        event(3, minutes=2),
    )

    seen = as_others_see(told, told[1].at)

    assert [each.verb for each in seen] == ["begin", "submit", "edit"]
    assert seen[0].changes == ()
    assert seen[1:] == told[1:]
    assert [each.changes for each in as_others_see(told, None)] == [(), (), ()]


def test_a_draft_is_open_since_it_was_first_handed_in_or_told_of():
    handed_in = submitted(dossier(), asking(), YARDSTICK)
    again = handed_in.model_copy(update={"at": LATER})
    learning = Learning(at=LATER, by=OLGA.id, tell_others="Cards are kept.")

    assert open_since(dossier(proposal=CARD)) is None
    assert open_since(dossier(handed_in, again)) == NOON
    assert open_since(dossier(learning)) == LATER


def test_every_kind_of_fact_has_something_to_tell():
    assert set(TELLS) == set(Recorded.__subclasses__())


def said(fact: Recorded, earlier: Recorded | None = None) -> dict[str, tuple[object, object]]:
    """What the history is told of *fact*, by field."""
    return {each.field: (each.before, each.after) for each in told_by(fact, earlier)}


def test_a_fact_tells_what_it_says_otherwise_than_the_one_in_whose_place_it_stands():
    first = Learning(at=NOON, by=1, expected="joy", happened="smiles")
    second = Learning(at=LATER, by=1, expected="joy", happened="laughs", surprised="songs")

    assert said(first) == {"learning.expected": (None, "joy"), "learning.happened": (None, "smiles")}
    assert said(second, first) == {
        "learning.happened": ("smiles", "laughs"),
        "learning.surprised": ("", "songs"),
    }


def test_a_note_and_a_reading_are_told_whole_whatever_came_before_them():
    note = Note(at=NOON, by=1, words="a smile", count=0)
    reading = Reading(at=NOON, by=1, file_name="pilot.csv", evidence=evidence())

    assert said(note, note) == {"note.words": (None, "a smile"), "note.count": (None, 0)}
    assert said(reading, reading)["reading.file_name"] == (None, "pilot.csv")


def test_a_plan_that_differs_anywhere_tells_of_another_fingerprint():
    first = PlanDrawn(at=NOON, by=1, plan=PLAN)
    survey = {**PLAN.metric[0].model_dump(mode="json"), "survey": True}
    other = plan_from({**PLAN.model_dump(mode="json"), "metric": [survey]})

    told = said(PlanDrawn(at=LATER, by=1, plan=other), first)

    assert told["plan.fingerprint"] == (fingerprint(PLAN), fingerprint(other))


def test_a_start_tells_its_limits_and_a_stop_without_a_reason_nothing():
    start = Pilot(at=NOON, by=1, limits=Limits(until=LATER.date(), cap="€200"), expected_difference=0.0)

    assert said(start) == {
        "pilot.limits.until": (None, LATER.date()),
        "pilot.limits.cap": (None, "€200"),
        "pilot.expected_difference": (None, 0.0),
    }
    assert said(Stop(at=NOON, by=1)) == {}


def test_handing_in_tells_the_door_and_its_turning():
    submission = submitted(dossier(), asking(), YARDSTICK)
    hinged = submission.model_copy(update={"near_hinge": True})

    assert said(submission) == {"submission.door": (None, "two_way")}
    assert said(hinged, submission) == {"submission.near_hinge": (False, True)}
    assert isinstance(submission, Submission)


def test_a_review_tells_of_no_rating_and_no_word_of_it():
    review = Review(
        at=NOON,
        by=1,
        function="legal",
        premortem="It hurt.",
        ratings=RiskProfile(harm="lasting"),
        missing="Numbers",
    )

    assert said(review) == {"review.function": (None, "legal")}
    assert said(review.model_copy(update={"after_reveal": True}), review) == {
        "review.function": (None, "legal"),
        "review.after_reveal": (None, True),
    }


def test_an_answer_is_told_by_the_name_that_it_has_in_the_proposal():
    answer = FunctionAnswered(at=NOON, by=1, question="law", function="legal", answer="look", why="GDPR")

    assert list(said(answer)) == ["answers.law", "function_answered.function", "function_answered.why"]


def test_who_is_about_to_rate_the_risks_does_not_read_what_others_answered():
    told = (
        event(1, whom=">all").model_copy(
            update={
                "changes": tuple(
                    Change(what=what, after="x")
                    for what in ("answers.harm", "quick_check.small", "levers", "idea.change", "case.hurt")
                )
            }
        ),
    )

    (seen,) = as_reviewers_see(told)

    assert [change.what for change in seen.changes] == ["idea.change", "case.hurt"]
