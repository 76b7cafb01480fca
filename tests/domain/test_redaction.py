"""Words go from what people wrote, and only from there; what comes out is still a noun of its kind."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, stage
from registry.domain.facts import Choice, Decision, Fact, Learning, Note, Pilot, PlanDrawn, Reading
from registry.domain.history import Change, Event
from registry.domain.person import Role
from registry.domain.plan import Plan, fingerprint, plan_from
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.redaction import (
    Redaction,
    RedactionRefused,
    check_reason,
    check_redaction,
    count,
    redacted,
    redacted_dossier,
    redacted_event,
    redacted_person,
)
from registry.domain.review_facts import (
    Case,
    Conversation,
    DoorSigned,
    FunctionAnswered,
    Outcome,
    PanelFound,
    PanelOutcome,
    Review,
    Supplied,
    Talk,
)
from registry.domain.risk import AtMost, RiskProfile
from registry.domain.sentence import Sentence
from registry.domain.spelling import Sought
from registry.domain.text import LINE, PAGE, TooLong
from registry.sentences import say
from tests.nouns import CARD, LATER, NOON, OLGA, PLAN, dossier, evidence, pilot

REMOVED = "(removed)"
LASTING = RiskProfile(harm="lasting")


def gone(words: str, instead: str = REMOVED) -> Redaction:
    return Redaction(sought=Sought(words=words), instead=instead)


def with_shares(*arms: str) -> Plan:
    """A plan whose arms are called so, the first the control."""
    keys = PLAN.model_dump(mode="json") | {"control": arms[0], "shares": dict.fromkeys(arms, 1.0)}
    return plan_from(keys)


def through_a_pilot(plan: Plan) -> Dossier:
    """A pilot under *plan*, read and decided."""
    seen = evidence().model_copy(update={"plan_fingerprint": fingerprint(plan)})
    return dossier(
        PlanDrawn(at=NOON, by=1, plan=plan),
        pilot(plan=plan),
        Reading(at=NOON, by=1, file_name="olga.csv", evidence=seen),
        Decision(at=NOON, by=1, choice=Choice.WALK_BACK, evidence=seen),
    )


def test_words_go_from_every_text_that_people_wrote():
    said = Proposal(
        quote=Quote(words="Olga told me:\n“thank you, OLGA”", source="Olga's counter"),
        idea=Idea(change="Ask Olga", whom="those who know Olga"),
    )

    without, places = redacted(said, gone("Olga"))

    assert places == 5
    assert without.quote == Quote(
        words=f"{REMOVED} told me:\n“thank you, {REMOVED}”", source=f"{REMOVED}'s counter"
    )
    assert without.idea == Idea(change=f"Ask {REMOVED}", whom=f"those who know {REMOVED}")


def test_words_go_from_whose_idea_it_was_and_levers_stay():
    said = Proposal(whose_idea="Nora of the switch board", levers=("switch",), levers_not_here=("switch",))

    assert redacted(said, gone("switch")) == (
        said.model_copy(update={"whose_idea": f"Nora of the {REMOVED} board"}),
        1,
    )


def test_what_nobody_typed_stays():
    said = Proposal(answers=RiskProfile(undo_time="week", harm=AtMost(at_most="annoyance"), exposure=5))
    sentence = Sentence(id="week-word", values={"week": "a week"}, said="It takes a week.")

    assert redacted(said, gone("week")) == (said, 0)
    assert redacted(sentence, gone("week")) == (
        Sentence(id="week-word", values={"week": f"a {REMOVED}"}, said=f"It takes a {REMOVED}."),
        2,
    )
    assert redacted(Note(at=NOON, by=1, words="seen"), gone("note"))[1] == 0


@pytest.mark.parametrize(
    ("words", "instead", "refusal"),
    [
        ("Ol", REMOVED, "redaction-too-short"),
        ("O\u00adl", REMOVED, "redaction-too-short"),
        ("Olga", "", "redaction-instead-length"),
        ("Olga", "x" * (LINE + 1), "redaction-instead-length"),
        ("Olga", "OLGA O.", "redaction-instead-holds-it"),
        ("Olga", "xolgax", "redaction-instead-holds-it"),
    ],
)
def test_what_would_do_harm_is_refused(words: str, instead: str, refusal: str):
    with pytest.raises(RedactionRefused) as refused:
        check_redaction(gone(words, instead))

    assert refused.value.sentence.id == refusal
    assert say(refused.value.sentence)


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [
        ("", "redaction-without-reason"),
        ("olga asked us to", "redaction-reason-holds-it"),
        ("x" * (LINE + 1), "text-too-long"),
    ],
)
def test_a_reason_is_needed_and_does_not_bring_the_words_back(reason: str, refusal: str):
    with pytest.raises((RedactionRefused, TooLong)) as refused:
        check_reason(reason, gone("Olga"))

    assert refused.value.sentence.id == refusal
    assert say(refused.value.sentence)


def test_a_plan_without_the_words_has_another_fingerprint_wherever_it_stands():
    plan = with_shares("as always", "Olga's card")

    without = redacted_dossier(through_a_pilot(plan), gone("Olga"), LATER)

    new = with_shares("as always", f"{REMOVED}'s card")
    drawn, started, read, decided = without.dossier.facts
    assert isinstance(drawn, PlanDrawn)
    assert isinstance(started, Pilot)
    assert isinstance(read, Reading)
    assert isinstance(decided, Decision)
    assert drawn.plan == started.plan == new
    assert without.fingerprints == {fingerprint(plan): fingerprint(new)}
    assert started.fingerprint == read.evidence.plan_fingerprint == fingerprint(new)
    assert decided.evidence == read.evidence
    assert read.file_name == f"{REMOVED}.csv"


def test_a_plan_that_did_not_hold_the_words_keeps_its_fingerprint():
    before = through_a_pilot(with_shares("as always", "a card"))

    without = redacted_dossier(before, gone("Olga"), LATER)

    assert without.fingerprints == {}
    assert without.dossier.pilot == before.pilot
    assert without.places == 1


@pytest.mark.parametrize(
    ("arms", "words", "instead"),
    [
        (("card", "Olga", "Rosa"), "Olga", "Rosa"),
        (("card", "Olga's card"), "Olga's", "  "),
        (("card", "no card"), "no card", "card"),
    ],
)
def test_a_replacement_that_does_not_fit_there_is_refused_with_the_experiment(
    arms: tuple[str, ...], words: str, instead: str
):
    before = through_a_pilot(with_shares(*arms))

    with pytest.raises(RedactionRefused) as refusal:
        redacted_dossier(before, gone(words, instead), LATER)

    assert "CX-1" in say(refusal.value.sentence)


def test_a_text_that_would_be_too_long_is_refused():
    note = Note(at=NOON, by=1, words="Olga " * (PAGE // 5))

    with pytest.raises(RedactionRefused):
        redacted(note, gone("Olga"))


def test_a_replacement_that_makes_the_words_up_anew_is_refused():
    with pytest.raises(RedactionRefused):
        redacted(Quote(words="a a b b"), gone("a b", "b a"))


def test_the_same_draft_handed_in_stays_handed_in():
    before = dossier(pilot(until=date(2026, 3, 30)))

    after = redacted_dossier(before, gone("parcel"), NOON).dossier

    assert stage(after, NOON) is stage(before, NOON)
    assert after.experiment.id == before.experiment.id
    assert after.experiment.version == before.experiment.version


def test_an_address_that_holds_the_words_becomes_one_that_nobody_has():
    person = OLGA.model_copy(update={"roles": frozenset({Role.STEWARD}), "team": "Olga's"})

    without, places = redacted_person(person, gone("olga"))

    assert places == 3
    assert without == person.model_copy(
        update={"name": f"{REMOVED} Owner", "email": "removed-1@invalid", "team": f"{REMOVED}'s"}
    )
    assert redacted_person(OLGA, gone("Rosa")) == (OLGA, 0)


def test_words_go_from_what_was_said_around_a_one_way_door_and_its_choices_stay():
    by = {"at": NOON, "by": 1}
    said: tuple[Fact, ...] = (
        Conversation(**by, function="legal", on=NOON.date(), suggested="Ask lasting law"),
        FunctionAnswered(**by, question="law", function="legal", answer="look", why="lasting law"),
        FunctionAnswered(**by, question="harm", function="front line", answer="lasting"),
        Case(**by, tried_small="lasting law", hurt="lasting law", way_back="lasting law", colleagues="law"),
        Review(**by, function="legal", premortem="lasting law", missing="lasting law", ratings=LASTING),
        PanelFound(**by, door=Door.ONE_WAY, near_hinge=False, score=1, profile=LASTING, lone=("harm", "law")),
        Talk(**by, question="law", words="lasting law"),
        PanelOutcome(**by, outcome=Outcome.NOT_YET, what="lasting law", who="lasting law"),
        Supplied(**by, what="lasting law"),
        DoorSigned(**by, door=Door.ONE_WAY, function="legal", reason="lasting law"),
    )
    before = dossier(*said)

    for sought, there in (("lasting law", 12), ("lasting", 12), ("law", 13)):
        after = redacted_dossier(before, gone(sought), NOON)
        assert after.places == there
        assert count(after.dossier, Sought(words=sought)) == 0
        choices = [fact.ratings for fact in after.dossier.facts if isinstance(fact, Review)]
        answers = [fact.answer for fact in after.dossier.facts if isinstance(fact, FunctionAnswered)]
        found = after.dossier.latest(PanelFound)
        assert (choices, answers) == ([LASTING], ["look", "lasting"])
        assert found is not None
        assert found.lone == ("harm", "law")


def test_a_history_tells_on_without_the_words_and_without_what_is_left_of_them_where_it_cut():
    changes = (
        Change(what="idea.change", before="Ask Olga", after="Ask somebody whom Olga Own…"),
        Change(what="olga.owner", after="nothing"),
    )
    event = Event(id=7, at=NOON, by=1, experiment=1, verb="edit", changes=changes)

    without, places = redacted_event(event, gone("Olga Owner"))
    without, more = redacted_event(without, gone("Olga"))

    assert (places, more) == (1, 1)
    assert [(each.what, each.before, each.after) for each in without.changes] == [
        ("idea.change", f"Ask {REMOVED}", f"Ask somebody whom {REMOVED}…"),
        ("olga.owner", "", "nothing"),
    ]


TEXTS = st.text("Olga \n‑'.", max_size=40)


@given(TEXTS, TEXTS, TEXTS)
def test_afterwards_the_words_stand_nowhere(one: str, other: str, third: str):
    said = Learning(at=NOON, by=1, happened=one, surprised=other, hard_to_see=(third, one))

    without, places = redacted(said, gone("Olga"))

    assert count(without, Sought(words="Olga")) == 0
    assert places == count(said, Sought(words="Olga"))
    assert (without == said) == (places == 0)


@given(st.sampled_from([CARD, Proposal(), CARD.model_copy(update={"expected": "Ten"})]))
def test_what_does_not_hold_the_words_is_the_very_same(said: Proposal):
    assert redacted(said, gone("zebra")) == (said, 0)
