"""Snapshots: what each file of a pilot's data was reduced to, and how it stands to the files before it."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from registry.domain.moment import Moment
from registry.domain.plan import Kind, Plan
from registry.domain.sentence import Refusal
from registry.domain.text import Text


class DaysRefused(Refusal):
    """A file's days overlap with those read before in a way that would count some twice and lose others."""


class Days(BaseModel):
    """The days from the first to the last, both of them counted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: date
    last: date

    @property
    def n(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


class Snapshot(BaseModel):
    """One file, reduced to summaries. Where it adds days, those before it stay in the snapshot it adds to."""

    model_config = ConfigDict(frozen=True)

    id: int
    experiment: int
    at: Moment
    by: int
    file_name: Text
    sha256: str
    """Of the file as it was given."""
    rows: int
    days: Days | None = None
    """Of the file's rows; None where its plan names no day column."""
    adds_to: int | None = None
    """The snapshot whose days came before; None where this one stands alone."""
    body: str
    """The summaries, as JSON."""


def adds_days(plan: Plan, earlier: Days | None, given: Days | None, *, called: str) -> bool:
    """Whether a file with the days *given* adds to those of *earlier* ones; else it takes their place.

    It adds where the plan says that units do not come back, nothing is measured that cannot be put
    together from parts, and no blocks after a switch are left out: a switch between files is not seen.
    Raises DaysRefused, naming the file as it is *called*, where its days are neither all later nor all
    of those before.
    """
    does_not_merge = plan.burn_in > 0 or any(metric.kind is Kind.QUANTILE for metric in plan.metric)
    if earlier is None or given is None or plan.units_return or does_not_merge:
        return False
    if given.first > earlier.last:
        return True
    if given.first <= earlier.first and given.last >= earlier.last:
        return False
    raise DaysRefused(
        "file-days-overlap",
        file=called,
        n=given.n,
        read_n=earlier.n,
        first=given.first.isoformat(),
        last=given.last.isoformat(),
        read_first=earlier.first.isoformat(),
        read_last=earlier.last.isoformat(),
    )
