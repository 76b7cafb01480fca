"""People decide on what they saw; adopting against the numbers needs a sentence, walking back never does."""

import pytest

from registry.domain.decision import DecisionRefused, Verdict, choices, decided, follow_up, reason_needed
from registry.domain.evidence import Action, Evidence
from registry.domain.experiment import Dossier, Relation
from registry.domain.facts import Choice, Reading, Stop
from registry.domain.organisation import Organisation
from registry.domain.proposal import accepting
from registry.domain.steps import WrongStage
from registry.domain.submission import Yardstick, assessment, profile
from registry.sentences import say
from tests.nouns import CARD, LATER, NOON, OLGA, PLAN, YARDSTICK, asking, dossier, evidence, pilot

AGAINST = evidence(Action.WALK_BACK, "primary_worse")
INVALID = evidence(Action.CANNOT_TELL, "invalid")
GOOD = evidence()
STORY = dossier(pilot())
"""A pilot that looked and listened."""


def measured(*readings: Evidence) -> Dossier:
    """A pilot with metrics, read as often as there are *readings*."""
    facts = (Reading(at=NOON, by=OLGA.id, file_name="pilot.csv", evidence=each) for each in readings)
    return dossier(pilot(plan=PLAN), *facts)


def refused(subject: Dossier, choice: Choice, reason: str = "", seen: Evidence | None = None) -> str:
    with pytest.raises(DecisionRefused) as refusal:
        decided(subject, asking(LATER), Verdict(choice=choice, reason=reason, seen=seen))
    assert say(refusal.value.sentence)
    return refusal.value.sentence.id


def test_a_decision_keeps_the_evidence_that_was_seen_and_what_was_expected():
    decision = decided(measured(GOOD), asking(LATER), Verdict(choice=Choice.ADOPT, seen=GOOD))

    assert (decision.at, decision.by, decision.choice, decision.evidence) == (
        LATER,
        OLGA.id,
        Choice.ADOPT,
        GOOD,
    )
    assert (decision.expected, decision.expected_difference) == ("Ten more come back", 0.1)


def test_newer_data_than_what_was_seen_is_shown_first():
    newer = evidence(rows=900)

    assert refused(measured(GOOD, newer), Choice.ADOPT, seen=GOOD) == "decision-stale-evidence"
    assert refused(measured(GOOD), Choice.WALK_BACK) == "decision-stale-evidence"
    assert refused(measured(), Choice.WALK_BACK, seen=GOOD) == "decision-stale-evidence"


@pytest.mark.parametrize(
    ("subject", "choice", "needed"),
    [
        (measured(GOOD), Choice.ADOPT, None),
        (measured(evidence(Action.CANNOT_TELL, "otherwise")), Choice.ADOPT, None),
        (measured(AGAINST), Choice.ADOPT, "decision-adopt-against"),
        (measured(INVALID), Choice.ADOPT, "decision-adopt-invalid"),
        (measured(), Choice.ADOPT, "decision-adopt-without-data"),
        (measured(AGAINST, GOOD), Choice.ADOPT, None),
        *((measured(seen), Choice.WALK_BACK, None) for seen in (GOOD, AGAINST, INVALID)),
        (measured(), Choice.WALK_BACK, None),
        (measured(AGAINST), Choice.TRY_AGAIN, None),
        (STORY, Choice.KEEP_HERE, None),
    ],
)
def test_only_adopting_what_the_evidence_does_not_carry_needs_a_reason(
    subject: Dossier, choice: Choice, needed: str | None
):
    seen = subject.reading.evidence if subject.reading else None

    assert reason_needed(Verdict(choice=choice, seen=seen)) == needed


@pytest.mark.parametrize("reason", ["", "  \n", "\x00"])
def test_adopting_against_the_numbers_without_a_word_is_refused(reason: str):
    assert refused(measured(AGAINST), Choice.ADOPT, reason, AGAINST) == "decision-adopt-against"


def test_adopting_against_the_numbers_with_a_reason_is_the_peoples_right():
    decision = decided(
        measured(AGAINST),
        asking(LATER),
        Verdict(choice=Choice.ADOPT, reason="The law asks for it", seen=AGAINST),
    )

    assert decision.reason == "The law asks for it"


@pytest.mark.parametrize("seen", [GOOD, AGAINST, INVALID])
def test_walking_back_needs_no_reason(seen: Evidence):
    assert decided(measured(seen), asking(LATER), Verdict(choice=Choice.WALK_BACK, seen=seen)).reason == ""


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("subject", [STORY, measured(GOOD)])
def test_a_choice_that_the_pilot_does_not_offer_is_refused(subject: Dossier, choice: Choice):
    seen = subject.reading.evidence if subject.reading else None

    if choice in choices(subject):
        assert decided(subject, asking(LATER), Verdict(choice=choice, seen=seen)).choice is choice
    else:
        assert refused(subject, choice, "", seen) == "decision-not-offered"


def test_looking_and_listening_may_be_decided_while_it_runs():
    assert decided(STORY, asking(), Verdict(choice=Choice.KEEP_HERE)).choice is Choice.KEEP_HERE


def test_data_is_decided_on_once_the_pilot_has_ended_or_was_stopped():
    with pytest.raises(WrongStage) as refusal:
        decided(measured(GOOD), asking(NOON), Verdict(choice=Choice.ADOPT, seen=GOOD))
    stopped = measured(GOOD).model_copy(update={"facts": (*measured(GOOD).facts, Stop(at=NOON, by=OLGA.id))})

    assert refusal.value.sentence.id == "wrong-stage-decide_on_data"
    assert (
        decided(stopped, asking(NOON), Verdict(choice=Choice.WALK_BACK, seen=GOOD)).choice is Choice.WALK_BACK
    )


def test_a_decision_is_made_once():
    decision = decided(STORY, asking(), Verdict(choice=Choice.KEEP_HERE))

    with pytest.raises(WrongStage):
        decided(dossier(pilot(), decision), asking(), Verdict(choice=Choice.WALK_BACK))


@pytest.mark.parametrize("choice", [Choice.WALK_BACK, Choice.KEEP_HERE])
def test_nothing_follows_from_walking_back_or_keeping_it_here(choice: Choice):
    assert follow_up(STORY, choice, YARDSTICK) is None


@pytest.mark.parametrize(
    ("choice", "relation"),
    [
        (Choice.ADOPT, Relation.ROLLS_OUT),
        (Choice.TRY_AGAIN, Relation.TRIES_AGAIN),
        (Choice.TRY_BIGGER, Relation.TRIES_BIGGER),
    ],
)
def test_what_follows_is_linked_and_begins_without_limits(choice: Choice, relation: Relation):
    following = follow_up(STORY, choice, YARDSTICK)

    assert following is not None
    proposal, origin = following
    assert (origin.experiment, origin.relation) == (STORY.id, relation)
    assert (proposal.title, proposal.limits.until, proposal.expected) == (CARD.title, None, "")


@pytest.mark.parametrize("choice", [Choice.ADOPT, Choice.TRY_AGAIN, Choice.TRY_BIGGER])
def test_what_was_different_then_is_not_said_of_what_follows(choice: Choice):
    written = CARD.model_copy(update={"different_this_time": "It was winter then"})

    following = follow_up(dossier(*STORY.facts, proposal=written), choice, YARDSTICK)

    assert following is not None
    assert following[0].different_this_time == ""


def test_rolling_out_is_proposed_to_everyone_for_good_with_the_other_answers_copied():
    following = follow_up(measured(GOOD), Choice.ADOPT, YARDSTICK)

    assert following is not None
    before, after = profile(CARD, YARDSTICK), profile(following[0], YARDSTICK)
    assert (after.exposure, after.people, after.duration_days) == (100, 4_000, "permanent")
    changed = {"exposure", "people", "duration_days"}
    assert after.model_dump(exclude=changed) == before.model_dump(exclude=changed)


@pytest.mark.parametrize(("choice", "kept"), [(Choice.TRY_BIGGER, ()), (Choice.TRY_AGAIN, ("start_small",))])
def test_what_was_promised_to_stay_small_does_not_hold_what_is_bigger(choice: Choice, kept: tuple[str, ...]):
    story = dossier(*STORY.facts, proposal=accepting(CARD, ("start_small",)))

    following = follow_up(story, choice, YARDSTICK)

    assert following is not None
    assert following[0].levers == kept


def test_rolling_out_to_an_unknown_number_of_people_is_not_taken_for_a_small_one():
    by = Yardstick(policy=YARDSTICK.policy, organisation=Organisation())

    following = follow_up(measured(GOOD), Choice.ADOPT, by)

    assert following is not None
    assert profile(following[0], by).people is None
    assert assessment(following[0], by).score > assessment(CARD, by).score


def test_adopting_one_of_several_arms_says_which():
    seen = evidence().model_copy(update={"arms": {"no card": 400, "card": 400, "call": 400}})

    assert refused(measured(seen), Choice.ADOPT, "", seen) == "decision-which-arm"


def test_the_adopted_arm_is_kept():
    seen = evidence().model_copy(update={"arms": {"no card": 400, "card": 400, "call": 400}})

    decision = decided(measured(seen), asking(LATER), Verdict(choice=Choice.ADOPT, arm="call", seen=seen))

    assert decision.arm == "call"


def test_adopting_on_a_hidden_result_needs_a_reason():
    hidden = evidence().model_copy(update={"complete": False})

    assert reason_needed(Verdict(choice=Choice.ADOPT, seen=hidden)) == "decision-adopt-without-data"


def test_a_roll_out_copies_answers_and_leaves_the_rows_to_speak_for_the_rest():
    following = follow_up(measured(GOOD), Choice.ADOPT, YARDSTICK)

    assert following is not None
    answered = following[0].answers
    assert (answered.exposure, answered.duration_days, answered.harm) == (100, "permanent", None)
