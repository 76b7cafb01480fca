"""What the rules about many experiments ask of each: a line of a list has it, without its whole dossier."""

from datetime import date
from typing import Protocol, TypeVar

from registry.domain.assessment import Door
from registry.domain.evidence import Grade
from registry.domain.experiment import Stage
from registry.domain.standing import Standing


class Listed(Protocol):
    """One experiment as lists know it; the words are explained where the rows are kept, `store/index.py`."""

    experiment: int
    title: str
    stage: Stage
    door: Door | None
    proposed_by: int
    is_private: bool
    outcome: str | None
    grade: Grade | None
    standing: Standing | None
    promise: str
    journey_stage: str
    channel: str
    proposed_on: date
    started_on: date | None
    ends_on: date | None
    decided_on: date | None
    learned_on: date | None
    has_surprise: bool
    has_next_step: bool


Line = TypeVar("Line", bound=Listed)
