"""All cases, in the order of the table."""

from collections.abc import Sequence

from bench.calibration import customers, deciding, intervals, looking, margins, quantiles, stores
from bench.calibration.case import Case

CASES: Sequence[Case] = (
    *customers.CASES,
    *margins.CASES,
    *stores.CASES,
    *quantiles.CASES,
    *looking.CASES,
    *intervals.CASES,
    *deciding.CASES,
)

NAMED = {case.name: case for case in CASES}
