"""What the runs come to: medians, the ratios between the ways, and the targets beside them."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from bench.pilot_files.process import Used
from bench.pilot_files.way import Form, Way


class Runs(NamedTuple):
    """Every run of one way over one file."""

    millions: int
    """Rows of the file."""
    form: Form
    way: Way
    every: Sequence[Used]

    @property
    def seconds(self) -> float:
        """The median."""
        return median(one.seconds for one in self.every)

    @property
    def cpu(self) -> float:
        """The median of the processor time, in seconds."""
        return median(one.cpu for one in self.every)

    @property
    def largest(self) -> float:
        """The largest process of any run, in mebibytes."""
        return max(one.largest for one in self.every)

    @property
    def together(self) -> float:
        """The processes of the run that held most, added up, in mebibytes."""
        return max(one.together for one in self.every)


class Target(NamedTuple):
    """What a figure must not pass, or must reach."""

    bound: float
    at_most: bool = True

    def is_met_by(self, figure: float) -> bool:
        """Is *figure* on the right side?"""
        return figure <= self.bound if self.at_most else figure >= self.bound


class Figure(NamedTuple):
    """One figure of a pilot, with its target where it has one."""

    millions: int
    form: Form
    name: str
    value: float
    target: Target | None


OVER_SCAN = f"{Way.OURS} ÷ {Way.SCAN}"
MEMORY = "largest process, MB"
TARGETS = {
    (10, Form.CSV, OVER_SCAN): Target(1.3),
    (10, Form.PARQUET, OVER_SCAN): Target(2.5),
    **{(10, form, f"{Way.TEA_TASTING} ÷ {Way.OURS}"): Target(2, at_most=False) for form in Form},
    **{(10, form, MEMORY): Target(320) for form in Form},
    **{(50, form, MEMORY): Target(400) for form in Form},
}
"""A smaller file says how long a start takes, not how fast rows are read: for one million there are none."""


def figures(runs: Sequence[Runs]) -> Iterator[Figure]:
    """The ratios of seconds, and the memory, of each file."""
    found = {(one.millions, one.form, one.way): one for one in runs}
    for millions, form in dict.fromkeys((one.millions, one.form) for one in runs):
        ours = found[millions, form, Way.OURS]
        named = {OVER_SCAN: ours.seconds / found[millions, form, Way.SCAN].seconds}
        for rival in (Way.PANDAS, Way.TEA_TASTING):
            named[f"{rival} ÷ {Way.OURS}"] = found[millions, form, rival].seconds / ours.seconds
        named[MEMORY] = ours.largest
        named["all its processes, MB"] = ours.together
        for name, value in named.items():
            yield Figure(millions, form, name, value, TARGETS.get((millions, form, name)))
