"""Every step has its stages; elsewhere it is refused in a sentence that names the stage."""

from datetime import datetime

import pytest

from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.facts import Choice, Decision, Learning, Withdrawal
from registry.domain.permission import is_allowed
from registry.domain.review_facts import Outcome
from registry.domain.steps import STEPS, WrongStage, can, check_step
from registry.domain.submission import submitted
from registry.sentences import say
from tests.nouns import LATER, NOON, OLGA, PHONE_LINE, YARDSTICK, asking, dossier, pilot
from tests.reviewing import ROSA, answered, revealed

BY = {"at": NOON, "by": OLGA.id}
DECIDED = (pilot(), Decision(**BY, choice=Choice.ADOPT))
AT_STAGE: dict[Stage, tuple[Dossier, datetime]] = {
    Stage.DRAFT: (dossier(), NOON),
    Stage.IN_REVIEW: (dossier(submitted(dossier(proposal=PHONE_LINE), asking(), YARDSTICK)), NOON),
    Stage.NOT_YET: (answered(revealed(harm="lasting"), Outcome.NOT_YET, "numbers", "planning"), NOON),
    Stage.CLEARED: (dossier(submitted(dossier(), asking(), YARDSTICK)), NOON),
    Stage.RUNNING: (dossier(pilot()), NOON),
    Stage.TO_DECIDE: (dossier(pilot()), LATER),
    Stage.TO_LEARN: (dossier(*DECIDED), NOON),
    Stage.LEARNED: (dossier(*DECIDED, Learning(**BY, tell_others="Cards work")), NOON),
    Stage.WITHDRAWN: (dossier(Withdrawal(**BY)), NOON),
}
BEFORE_THE_START = "draft in_review not_yet cleared"
LOOKED_AT = "in_review not_yet"
IN_SIGHT = f"{LOOKED_AT} cleared running to_decide to_learn learned withdrawn"
MAY: dict[str, str] = {
    "edit": BEFORE_THE_START,
    "submit": BEFORE_THE_START,
    "plan": BEFORE_THE_START,
    "start": BEFORE_THE_START,
    "withdraw": BEFORE_THE_START,
    "ask_function": BEFORE_THE_START,
    "answer_function": BEFORE_THE_START,
    "converse": f"{BEFORE_THE_START} running to_decide",
    "make_case": f"draft {LOOKED_AT}",
    "stand_up": LOOKED_AT,
    "ask_reviewer": LOOKED_AT,
    "review": LOOKED_AT,
    "pass_on": LOOKED_AT,
    "talk": LOOKED_AT,
    "conclude": LOOKED_AT,
    "sign_door": f"{LOOKED_AT} cleared",
    "accept": "in_review",
    "supply": "not_yet",
    "note": "running to_decide",
    "read": "running to_decide",
    "decide": "running to_decide",
    "stop": "running",
    "learn": "to_learn learned withdrawn",
    "cite": "learned withdrawn",
    "use": f"{BEFORE_THE_START} running to_decide to_learn learned",
    "thank": IN_SIGHT,
    "ask": IN_SIGHT,
    "reply": IN_SIGHT,
    "hear": IN_SIGHT,
    "estimate_cost": "to_learn learned",
}


def test_the_examples_stand_at_the_stage_they_stand_for():
    assert {stage(*example) for example in AT_STAGE.values()} == set(Stage)
    assert all(stage(*example) is expected for expected, example in AT_STAGE.items())


def test_every_step_is_in_the_table():
    assert set(STEPS) == set(MAY)


@pytest.mark.parametrize("at_stage", list(Stage))
@pytest.mark.parametrize("step", list(MAY))
def test_a_step_is_taken_at_its_stages_and_refused_elsewhere(step: str, at_stage: Stage):
    subject, at = AT_STAGE[at_stage]
    asked = asking(
        at, next(person for person in (OLGA, ROSA) if is_allowed(person, step, subject.experiment))
    )

    assert can(subject, asked, step) is (at_stage in MAY[step].split())
    if at_stage in MAY[step].split():
        check_step(subject, asked, step)
        return
    with pytest.raises(WrongStage) as refusal:
        check_step(subject, asked, step)

    assert f"CX-1 stands at “{say(f'stage-{at_stage}')}” now." in say(refusal.value.sentence)
