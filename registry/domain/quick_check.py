"""The quick check: five rows to tap instead of fourteen questions, for ideas that are small.

A row that is true sets its answers to *at most* a level; a row that is not true opens its own
questions and no others; a row nobody has tapped yet leaves them unknown.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from registry.domain.policy import Levels, Policy
from registry.domain.risk import BY_NAME, NAMES, Answer, AtMost, RiskProfile, at_most_level
from registry.domain.sentence import Refusal


class Row(BaseModel):
    """One row to tap; its words are the sentences `quick-<id>` and `quick-<id>-means`."""

    model_config = ConfigDict(frozen=True)

    id: str
    at_most: Levels
    """The levels that a true row vouches for."""

    @property
    def opens(self) -> tuple[str, ...]:
        """The questions asked one by one when the row is not true."""
        return tuple(self.at_most)


ROWS: tuple[Row, ...] = (
    Row(id="small", at_most={"exposure": 1, "people": 1, "duration_days": 0}),
    Row(id="back", at_most={"undo_time": 1, "undo_cost": 1, "money_at_risk": 1, "detection": 1}),
    Row(id="annoyed", at_most={"harm": 1, "colleagues": 1}),
    Row(id="nothing_new", at_most={"law": 1, "promise": 1, "data": 0, "spotlight": 1}),
    Row(id="ours", at_most={"undo_control": 1}),
)


class Reach(BaseModel):
    """Where and how long, in the organisation's own units: "2 of our 40 stores, 4 weeks"."""

    model_config = ConfigDict(frozen=True)

    places_used: int | None = None
    places_total: int | None = None
    weeks: int | float | None = Field(default=None, allow_inf_nan=False)
    customers: int | None = None
    """Of the whole organisation, as told at first use."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if any(figure is not None and figure < 0 for _, figure in self):
            raise ReachRefused("quick-below-zero")
        if self.places_used is not None and self.places_total is not None:
            if self.places_total == 0:
                raise ReachRefused("quick-no-places")
            if self.places_used > self.places_total:
                raise ReachRefused("quick-too-many-places", used=self.places_used, total=self.places_total)
        return self


class ReachRefused(Refusal):
    """The figures of the first row cannot be true."""


def quick_profile(
    truths: Mapping[str, bool | None], reach: Reach, answered: RiskProfile, policy: Policy
) -> RiskProfile:
    """The profile that the rows' *truths* (by id) and the questions *answered* beside them make.

    An answer to a question stands before the row that would set it: it is the more exact one. How many
    customers meet it follows from the share where nobody said it, as an upper bound: those who could
    meet it may be fewer than all customers.
    """
    profile = RiskProfile()
    for row in ROWS:
        if truths.get(row.id):
            for name, answer in _vouched(row, reach, policy).items():
                profile = profile.with_answer(name, answer)
    for name in NAMES:
        if (answer := answered.answer(name)) is not None:
            profile = profile.with_answer(name, answer)
    if profile.people is None:
        profile = profile.with_answer("people", _people_at_most(profile.exposure, reach.customers))
    return profile


def _people_at_most(exposure: Answer, customers: int | None) -> Answer:
    share = exposure.at_most if isinstance(exposure, AtMost) else exposure
    if customers is None or not isinstance(share, int | float):
        return None
    return AtMost(at_most=ceil(customers * Fraction(str(share)) / 100))


def opened_questions(truths: Mapping[str, bool | None]) -> tuple[str, ...]:
    """The questions that rows found not true open, in the order of the rows."""
    return tuple(name for row in ROWS if truths.get(row.id) is False for name in row.opens)


def _vouched(row: Row, reach: Reach, policy: Policy) -> Mapping[str, Answer]:
    figures = _figures(reach) if row.id == "small" else {}
    return {
        name: figures.get(name, at_most_level(BY_NAME[name], highest, policy.cuts))
        for name, highest in row.at_most.items()
    }


def _figures(reach: Reach) -> dict[str, Answer]:
    """What the reach tells about the questions of the first row; where it is silent, its bounds stand.

    Figures larger than "small" are told as they are: the door then follows from them.
    """
    figures: dict[str, Answer] = {}
    if reach.places_used is not None and reach.places_total is not None:
        share = Fraction(reach.places_used, reach.places_total)
        figures["exposure"] = float(100 * share)
        if reach.customers is not None:
            figures["people"] = ceil(reach.customers * share)
    if reach.weeks is not None:
        figures["duration_days"] = 7 * reach.weeks
    return figures
