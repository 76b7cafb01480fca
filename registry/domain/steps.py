"""Which step may be taken at which stage."""

from collections.abc import Mapping

from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.moment import Moment
from registry.domain.sentence import Refusal

DRAFT, IN_REVIEW, CLEARED = Stage.DRAFT, Stage.IN_REVIEW, Stage.CLEARED
RUNNING, TO_DECIDE, TO_LEARN, LEARNED = Stage.RUNNING, Stage.TO_DECIDE, Stage.TO_LEARN, Stage.LEARNED

STEPS: Mapping[str, frozenset[Stage]] = {
    "edit": frozenset({DRAFT, IN_REVIEW, CLEARED}),
    "submit": frozenset({DRAFT, IN_REVIEW, CLEARED}),
    "plan": frozenset({DRAFT, IN_REVIEW, CLEARED}),
    "start": frozenset({DRAFT, IN_REVIEW, CLEARED}),
    "note": frozenset({RUNNING, TO_DECIDE}),
    "stop": frozenset({RUNNING}),
    "read": frozenset({RUNNING, TO_DECIDE}),
    "decide": frozenset({RUNNING, TO_DECIDE}),
    "decide_on_data": frozenset({TO_DECIDE}),
    "learn": frozenset({TO_LEARN, LEARNED, Stage.WITHDRAWN}),
    "withdraw": frozenset({DRAFT, IN_REVIEW, CLEARED}),
}
"""A two-way door is started from its draft: handing in and starting are one step."""


class WrongStage(Refusal):
    """The experiment is not at a stage where this step can be taken."""


def check_step(dossier: Dossier, at: Moment, step: str) -> None:
    """Raise WrongStage when *step* cannot be taken at the stage that *dossier* has at the moment *at*."""
    now = stage(dossier, at)
    if now not in STEPS[step]:
        raise WrongStage(f"wrong-stage-{step}", code=dossier.code, stage=now)
