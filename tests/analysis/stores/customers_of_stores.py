"""Customers of stores, some treated: raw rows, their summaries by store, and estimates from these."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from registry.analysis.estimates.difference import Difference
from registry.domain.summary import Summary
from tests.analysis.summaries import summary_of

CR2 = Callable[..., Difference | None]


class Row(NamedTuple):
    """One customer."""

    store: int
    treated: bool
    y: float
    x: float = 0.0
    """The covariate or the denominator."""


Rows = list[Row]


def cells(rows: Iterable[Row], *, treated: bool) -> list[Summary]:
    """One summary for each store of one arm."""
    of = [row for row in rows if row.treated == treated]
    return [
        summary_of(
            [row.y for row in of if row.store == store],
            partner=[row.x for row in of if row.store == store],
            arm="Card" if treated else "No card",
            cluster=f"store {store}",
        )
        for store in dict.fromkeys(row.store for row in of)
    ]


def estimated(by: CR2, rows: Rows, *, alpha: float = 0.05) -> Difference | None:
    return by(cells(rows, treated=False), cells(rows, treated=True), alpha=alpha)


def found(by: CR2, rows: Rows, *, alpha: float = 0.05) -> Difference:
    difference = estimated(by, rows, alpha=alpha)
    assert difference is not None
    return difference


def pilot(seed: int, *, both: bool) -> Rows:
    """Customers of unequal stores; *both* arms in every store, or one."""
    rng = np.random.default_rng(seed)
    rows: Rows = []
    for store in range(int(rng.integers(4, 9))):
        for treated in (False, True) if both else (store % 2 == 1,):
            n = int(rng.integers(1, 7))
            y, x = rng.integers(-50, 51, n) / 7, rng.integers(1, 41, n) / 3
            rows += [Row(store, treated, *each) for each in zip(y.tolist(), x.tolist(), strict=True)]
    return rows


PILOTS = st.builds(pilot, st.integers(0, 10**6), both=st.booleans())


def differs(by: CR2, rows: Rows) -> Difference:
    """The estimate, where the rows have one that is more than what rounding leaves."""
    difference = estimated(by, rows)
    assume(difference is not None)
    assert difference is not None
    assume(difference.standard_error > 1e-4)
    return difference
