"""A proposal is handed in with the door it is; while one answer decides, that question is asked."""

import pytest

from registry.domain.assessment import Door
from registry.domain.organisation import Organisation
from registry.domain.proposal import QuickCheck, accepting, ruling_out, taking_back
from registry.domain.risk import AtMost, RiskProfile
from registry.domain.sentence import sentence
from registry.domain.steps import WrongStage
from registry.domain.submission import (
    BeyondPromise,
    StillUndecided,
    Yardstick,
    assessment,
    levers_left,
    profile,
    rows_surpassed,
    submitted,
    wants_conversation,
)
from registry.sentences import say
from tests.nouns import CARD, NOON, OLGA, OPEN, PHONE_LINE, YARDSTICK, asking, dossier, pilot


def test_a_true_quick_check_is_a_plain_two_way_door():
    found = assessment(CARD, YARDSTICK)

    assert (found.door, found.near_hinge) == (Door.TWO_WAY, False)


def test_places_and_weeks_become_share_people_and_days():
    """4 of 40 places with 4,000 customers: 10 %, 400 people; two weeks are 14 days."""
    check = CARD.quick_check.model_copy(update={"places_used": 4, "weeks": 2.0})
    by = Yardstick(policy=YARDSTICK.policy, organisation=Organisation(customers=4_000, places=40))

    answers = profile(CARD.model_copy(update={"quick_check": check}), by)

    assert (answers.exposure, answers.people, answers.duration_days) == (10, 400, 14)


def test_an_answer_stands_before_the_row_that_would_set_it():
    proposal = CARD.model_copy(update={"answers": RiskProfile(harm="lasting")})

    assert assessment(proposal, YARDSTICK).door is Door.ONE_WAY


def test_a_submission_keeps_what_it_was_judged_by():
    by = Yardstick(policy=YARDSTICK.policy, organisation=Organisation(yearly_revenue=1e6))
    found = assessment(PHONE_LINE, by)

    kept = submitted(dossier(proposal=PHONE_LINE), asking(), by)

    assert (kept.at, kept.by, kept.proposal) == (NOON, OLGA.id, PHONE_LINE)
    assert (kept.door, kept.score, kept.score_low) == (Door.ONE_WAY, found.score, found.score_low)
    assert (kept.policy_version, kept.yearly_revenue) == (by.policy.version, 1e6)
    assert kept.profile == profile(PHONE_LINE, by)


def test_an_undecided_proposal_is_asked_the_question_that_settles_most():
    with pytest.raises(StillUndecided) as refusal:
        submitted(dossier(proposal=OPEN), asking(), YARDSTICK)

    question = assessment(OPEN, YARDSTICK).settling_question
    assert refusal.value.sentence == sentence("submission-undecided", question=question or "none")
    assert say(f"question-{question}") in say(refusal.value.sentence)


def test_an_unfinished_quick_check_is_undecided_whatever_row_is_missing():
    for row in QuickCheck().truths:
        check = CARD.quick_check.model_copy(update={row: None})
        unfinished = CARD.model_copy(update={"quick_check": check})

        assert assessment(unfinished, YARDSTICK).score >= assessment(CARD, YARDSTICK).score


def test_the_days_that_are_known_stand_before_the_days_that_were_answered():
    kept = submitted(dossier(), asking(), YARDSTICK, days=200)

    assert kept.profile.duration_days == 200


def test_a_proposal_is_not_handed_in_after_the_start():
    with pytest.raises(WrongStage) as refusal:
        submitted(dossier(pilot()), asking(), YARDSTICK)

    assert refusal.value.sentence.id == "wrong-stage-submit"


def test_a_bound_alone_asks_a_question_and_never_for_a_conversation():
    """26 by the rows; 40 %, 15,000 people and 120 days add (3 × 2/4 + 2 × 1/4 + 2 × 2/3) / 49 = 7 %."""
    check = CARD.quick_check.model_copy(update={"small": False})
    answers = RiskProfile(exposure=40, people=15_000, duration_days=120)
    proposal = CARD.model_copy(update={"quick_check": check, "answers": answers})
    found = assessment(proposal, YARDSTICK)

    assert (found.door, found.near_hinge) == (Door.TWO_WAY, True)
    assert not wants_conversation(found, profile(proposal, YARDSTICK))


def test_near_the_hinge_for_sure_deserves_a_conversation():
    answers = RiskProfile.model_validate(
        {
            "exposure": 40, "people": 15_000, "undo_time": "week", "undo_cost": {"percent_of_revenue": 0.1},
            "money_at_risk": {"percent_of_revenue": 0.05}, "harm": "annoyance", "law": "ordinary",
            "promise": "trial", "data": "untouched", "spotlight": "posts", "detection": "week",
            "colleagues": "tools", "undo_control": "another_team", "duration_days": 120,
        }
    )  # fmt: skip
    found = assessment(OPEN.model_copy(update={"answers": answers}), YARDSTICK)

    assert (found.door, found.near_hinge) == (Door.TWO_WAY, True)
    assert wants_conversation(found, answers)


def test_a_row_whose_own_answers_go_further_is_named():
    proposal = CARD.model_copy(update={"answers": RiskProfile(harm="lasting")})

    assert rows_surpassed(proposal, YARDSTICK) == ("annoyed",)


def test_a_row_that_holds_is_not_named():
    assert rows_surpassed(CARD, YARDSTICK) == ()


RISKY = OPEN.model_copy(
    update={
        "answers": RiskProfile.model_validate(
            dict.fromkeys(("exposure", "people"), 100)
            | {"undo_time": "hour", "undo_cost": {"percent_of_revenue": 0.001}, "harm": "none"}
            | {"money_at_risk": {"percent_of_revenue": 0.01}, "law": "none", "promise": "open_ended"}
            | {"data": "untouched", "spotlight": "nobody", "detection": "day", "colleagues": "nothing"}
            | {"undo_control": "us", "duration_days": 400}
        )
    }
)
"""One-way, for it is an endless promise to everybody: either start small or say that it is a trial."""


def test_a_lever_that_was_accepted_lowers_what_is_judged_and_leaves_what_was_answered():
    pulled = accepting(RISKY, ("start_small",))

    assert assessment(RISKY, YARDSTICK).door is Door.ONE_WAY
    assert levers_left(RISKY, YARDSTICK) == (("start_small",), ("trial_wording",))
    assert assessment(pulled, YARDSTICK).door is Door.TWO_WAY
    assert profile(pulled, YARDSTICK).exposure == AtMost(at_most=1)
    assert pulled.answers == RISKY.answers
    assert levers_left(pulled, YARDSTICK) == ()
    assert profile(taking_back(pulled, "start_small"), YARDSTICK) == profile(RISKY, YARDSTICK)


def test_a_lever_that_is_not_possible_here_is_looked_for_no_more():
    without_one = ruling_out(RISKY, "start_small")
    without_both = ruling_out(without_one, "trial_wording")

    assert levers_left(without_one, YARDSTICK) == (("trial_wording",), ("opt_in",))
    assert levers_left(without_both, YARDSTICK) == (("opt_in",),)
    assert levers_left(ruling_out(without_both, "opt_in"), YARDSTICK) == ()


def test_a_submission_keeps_the_answers_with_the_levers_pulled():
    pulled = accepting(RISKY, ("trial_wording",))

    kept = submitted(dossier(proposal=pulled), asking(), YARDSTICK)

    assert (kept.door, kept.profile.promise) == (Door.TWO_WAY, AtMost(at_most="trial"))
    assert kept.proposal.answers.promise == "open_ended"


def test_a_promised_end_holds_the_pilot_to_it():
    promised = accepting(CARD, ("end_date",))

    assert submitted(dossier(proposal=promised), asking(), YARDSTICK, days=28).door is Door.TWO_WAY
    with pytest.raises(BeyondPromise) as refusal:
        submitted(dossier(proposal=promised), asking(), YARDSTICK, days=29)

    assert refusal.value.sentence == sentence("start-beyond-promise", days=28)
    assert submitted(dossier(proposal=CARD), asking(), YARDSTICK, days=29).door is Door.TWO_WAY
