"""Which step may be taken at which stage; who may take it says `permission.py`."""

from collections.abc import Mapping

from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.permission import check_allowed, is_allowed
from registry.domain.person import Asking
from registry.domain.sentence import Refusal

DRAFT, IN_REVIEW, NOT_YET, CLEARED = Stage.DRAFT, Stage.IN_REVIEW, Stage.NOT_YET, Stage.CLEARED
RUNNING, TO_DECIDE, TO_LEARN, LEARNED = Stage.RUNNING, Stage.TO_DECIDE, Stage.TO_LEARN, Stage.LEARNED
WITHDRAWN = Stage.WITHDRAWN

BEFORE_THE_START = frozenset({DRAFT, IN_REVIEW, NOT_YET, CLEARED})
STARTED = frozenset({RUNNING, TO_DECIDE, TO_LEARN, LEARNED})
IN_SIGHT = frozenset(Stage) - {DRAFT}
"""A draft is for its team's eyes; whoever is not of it says nothing to it."""

STEPS: Mapping[str, frozenset[Stage]] = {
    "edit": BEFORE_THE_START,
    "submit": BEFORE_THE_START,
    "ask_function": BEFORE_THE_START,
    "answer_function": BEFORE_THE_START,
    "converse": BEFORE_THE_START | {RUNNING, TO_DECIDE},
    "make_case": frozenset({DRAFT, IN_REVIEW, NOT_YET}),
    "stand_up": frozenset({IN_REVIEW, NOT_YET}),
    "ask_reviewer": frozenset({IN_REVIEW, NOT_YET}),
    "review": frozenset({IN_REVIEW, NOT_YET}),
    "pass_on": frozenset({IN_REVIEW, NOT_YET}),
    "talk": frozenset({IN_REVIEW, NOT_YET}),
    "conclude": frozenset({IN_REVIEW, NOT_YET}),
    "accept": frozenset({IN_REVIEW}),
    "supply": frozenset({NOT_YET}),
    "sign_door": frozenset({IN_REVIEW, NOT_YET, CLEARED}),
    "plan": BEFORE_THE_START,
    "start": BEFORE_THE_START,
    "note": frozenset({RUNNING, TO_DECIDE}),
    "stop": frozenset({RUNNING}),
    "read": frozenset({RUNNING, TO_DECIDE}),
    "decide": frozenset({RUNNING, TO_DECIDE}),
    "learn": frozenset({TO_LEARN, LEARNED, WITHDRAWN}),
    "withdraw": BEFORE_THE_START,
    "cite": frozenset({LEARNED, WITHDRAWN}),
    "use": BEFORE_THE_START | STARTED,
    "thank": IN_SIGHT,
    "ask": IN_SIGHT,
    "reply": IN_SIGHT,
    "hear": IN_SIGHT,
    "estimate_cost": frozenset({TO_LEARN, LEARNED}),
}
"""A two-way door is started from its draft: handing in and starting are one step."""


class WrongStage(Refusal):
    """The experiment is not at a stage where this step can be taken."""


def can(dossier: Dossier, asking: Asking, step: str) -> bool:
    """Whether who asks may take this step, and it can be taken now: what pages show follows from it."""
    return stage(dossier, asking.at) in STEPS[step] and is_allowed(asking.person, step, dossier.experiment)


def check_step(dossier: Dossier, asking: Asking, step: str) -> None:
    """Raise NotAllowed when who asks may not take this step, WrongStage when it cannot be taken now."""
    check_allowed(asking, step, dossier.experiment)
    now = stage(dossier, asking.at)
    if now not in STEPS[step]:
        raise WrongStage(f"wrong-stage-{step}", code=dossier.code, stage=now)
