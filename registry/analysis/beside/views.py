"""The table of views, each of which says something or nothing.

The rules of the recommendation read none of them: two answers to one question start arguments, so each is
named for what it is.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from registry.analysis.beside.before import drift
from registry.analysis.beside.customers import geometric, long_tail, quantiles_of_arms, whose_is_higher
from registry.analysis.beside.margins import margins
from registry.analysis.beside.stores import alike_customers, every_lot, left_out
from registry.analysis.compared import Compared
from registry.analysis.pilot_data import PilotData
from registry.domain.evidence import Beside

View: TypeAlias = Callable[[Compared, PilotData], Iterator[Beside]]

ALWAYS: Sequence[View] = (long_tail, alike_customers, left_out)
"""What may be told while a pilot runs: nothing of it says which arm is ahead."""

SETTLED: Sequence[View] = (quantiles_of_arms, whose_is_higher, geometric, every_lot, drift, margins)
"""What is told at the end only."""


def beside(one: Compared, data: PilotData) -> Iterator[Beside]:
    """Everything that stands beside the estimate of *one*; nothing of a result that must wait for its end."""
    if not one.now.shows(one.plan, one.metric):
        return
    for view in ALWAYS:
        yield from view(one, data)
    if one.is_settled:
        for view in SETTLED:
            yield from view(one, data)
