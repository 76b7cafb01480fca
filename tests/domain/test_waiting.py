"""What waits, for whom and for how long: one-way doors, touched guardrails, open questions."""

from datetime import timedelta

import pytest

from registry.domain.echo import question_asked, replied
from registry.domain.evidence import Action, Estimate, Evidence, Method
from registry.domain.experiment import Dossier
from registry.domain.facts import Reading
from registry.domain.person import Person, Role
from registry.domain.plan import Plan, plan_from
from registry.domain.plan import Role as MetricRole
from registry.domain.review_facts import Outcome
from registry.domain.waiting import ForYou, Turn, alarm, asked_openly, for_you, one_way_doors
from tests.nouns import NOON, OLGA, PLAN, asking, dossier, evidence, pilot
from tests.reviewing import RAVI, answered, complete, grown, handed_in, rated_by, revealed

LENA = Person(id=21, name="Lena Leader", email="l@example.org", team="Board", roles=frozenset({Role.LEADER}))
NORA = Person(id=22, name="Nora Nobody", email="n@example.org", team="Shop")

GUARDED = plan_from(
    PLAN.model_dump(mode="json", exclude_none=True)
    | {
        "metric": [
            PLAN.metric[0].model_dump(mode="json", exclude_none=True),
            {
                "name": "calls",
                "role": "guardrail",
                "kind": "mean",
                "column": "c",
                "better": "lower",
                "margin": 1,
            },
            {
                "name": "stars",
                "role": "guardrail",
                "kind": "mean",
                "column": "s",
                "better": "higher",
                "margin": 1,
            },
        ]
    }
)


def numbered(before: Dossier, id: int) -> Dossier:
    return before.model_copy(update={"experiment": before.experiment.model_copy(update={"id": id})})


def asked(before: Dossier, by: Person = NORA) -> Dossier:
    return grown(before, question_asked(before, asking(person=by), "What did they say?"))


# One-way doors


def test_a_door_without_a_sponsor_comes_first_and_then_the_longest_waiting():
    later = NOON + timedelta(days=9)
    old, new = numbered(complete(handed_in()), 2), numbered(complete(handed_in(at=later)), 1)
    lone = numbered(handed_in(at=later), 3)

    found = one_way_doors([new, old, lone, dossier()])

    assert [each.dossier.id for each in found] == [3, 2, 1]
    assert [each.asks_for_sponsor for each in found] == [True, False, False]


def test_it_waits_since_it_was_first_handed_in():
    first = handed_in()
    again = grown(first, first.facts[0].model_copy(update={"at": NOON + timedelta(days=3)}))

    (door,) = one_way_doors([again])

    assert door.since == NOON


def test_whose_turn_it_is_follows_from_the_reviews():
    all_in = complete(revealed(harm="lasting"))
    not_yet = answered(all_in, Outcome.NOT_YET, "a number to call", "the phone team")

    turns = [one_way_doors([each])[0].turn for each in (handed_in(), all_in, not_yet)]

    assert turns == [Turn.REVIEWS, Turn.ANSWER, Turn.TEAM]


# Guardrails


def seen(metric: str, difference: float | None, action: Action = Action.KEEP_GOING) -> Evidence:
    estimate = Estimate(
        metric=metric,
        role=MetricRole.GUARDRAIL,
        arm="card",
        control="no card",
        difference=difference,
        alpha_used=0.05,
        method=Method.WELCH,
        n_control=400,
        n_arm=400,
    )
    return evidence(action).model_copy(update={"estimates": (estimate,)})


def read(said: Evidence, plan: Plan = GUARDED) -> Dossier:
    return dossier(pilot(plan=plan), Reading(at=NOON, by=OLGA.id, file_name="cards.csv", evidence=said))


@pytest.mark.parametrize(("metric", "difference", "worse"), [("calls", 1.5, 1.5), ("stars", -1.5, 1.5)])
def test_a_guardrail_past_its_margin_is_touched_whichever_way_is_worse(
    metric: str, difference: float, worse: float
):
    found = alarm(read(seen(metric, difference)))

    assert found is not None
    assert [(each.metric.name, each.arm, each.worse_by) for each in found.touched] == [
        (metric, "card", worse)
    ]
    assert found.walk_back == ()


@pytest.mark.parametrize(
    ("metric", "difference"), [("calls", 1.0), ("calls", -9.0), ("stars", 9.0), ("calls", None)]
)
def test_within_its_margin_or_better_it_is_not(metric: str, difference: float | None):
    assert alarm(read(seen(metric, difference))) is None


def test_rules_that_say_walk_back_ask_somebody_to_look_with_their_reason():
    found = alarm(read(seen("calls", 0.0, Action.WALK_BACK)))

    assert found is not None
    assert (found.touched, len(found.walk_back)) == ((), 1)


def test_without_a_plan_or_a_reading_there_is_nothing_to_look_at():
    assert alarm(dossier(pilot())) is None
    assert alarm(dossier(pilot(plan=GUARDED))) is None


# Questions


def test_an_answered_question_is_not_open():
    one = asked(asked(handed_in()))
    answered_first = grown(one, replied(one, asking(), 1, "They smiled."))

    assert asked_openly(one, asking(person=NORA)) == (1, 2)
    assert asked_openly(answered_first, asking(person=NORA)) == (2,)


def test_who_is_about_to_review_it_reads_only_their_own_questions():
    both = asked(asked(handed_in()), RAVI)

    assert asked_openly(both, asking(person=RAVI)) == (2,)
    assert asked_openly(rated_by(both, RAVI), asking(person=RAVI)) == (1, 2)


# For whoever looks


def test_a_leader_is_asked_to_stand_up_for_what_nobody_stands_up_for():
    assert for_you(handed_in(), asking(person=LENA)) == (ForYou.SPONSOR,)
    assert for_you(complete(handed_in()), asking(person=LENA)) == ()


def test_a_leader_of_the_proposing_team_is_not_who_is_looked_for():
    of_team = LENA.model_copy(update={"team": OLGA.team})

    assert for_you(handed_in(), asking(person=of_team)) == ()


def test_a_leader_who_reviewed_it_is_not_asked_to_stand_up():
    both = RAVI.model_copy(update={"roles": frozenset({Role.LEADER, Role.REVIEWER})})

    assert for_you(handed_in(), asking(person=both)) == (ForYou.SPONSOR, ForYou.REVIEW)
    assert for_you(rated_by(handed_in(), both), asking(person=both)) == ()


def test_a_reviewer_is_asked_for_a_review_and_a_team_for_an_answer():
    questioned = asked(handed_in())

    assert for_you(questioned, asking(person=RAVI)) == (ForYou.REVIEW,)
    assert for_you(questioned, asking(person=OLGA)) == (ForYou.QUESTION,)
    assert for_you(questioned, asking(person=NORA)) == ()
