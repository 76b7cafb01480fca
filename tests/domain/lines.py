"""Lines of lists, as the rules about many experiments ask of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from registry.domain.assessment import Door
from registry.domain.evidence import Grade
from registry.domain.experiment import Stage
from registry.domain.standing import Standing

BEGAN = date(2026, 3, 2)


@dataclass
class Line:
    """One experiment in a list: proposed on BEGAN, two-way, and nothing more."""

    experiment: int = 1
    title: str = "A card in the parcel"
    stage: Stage = Stage.CLEARED
    door: Door | None = Door.TWO_WAY
    proposed_by: int = 1
    is_private: bool = False
    outcome: str | None = None
    grade: Grade | None = None
    standing: Standing | None = None
    promise: str = ""
    journey_stage: str = ""
    channel: str = ""
    proposed_on: date = BEGAN
    started_on: date | None = None
    ends_on: date | None = None
    decided_on: date | None = None
    learned_on: date | None = None
    has_surprise: bool = False
    has_next_step: bool = False


def line(experiment: int = 1, **said: Any) -> Line:
    """The line of CX-*experiment* with what is *said* of it."""
    return replace(Line(), experiment=experiment, **said)


def after(days: int) -> date:
    """So many days after BEGAN."""
    return BEGAN + timedelta(days=days)
