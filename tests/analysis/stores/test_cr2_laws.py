"""What holds for CR2 whatever the data: its laws, and where it does not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.analysis.stores.cluster_fit import largest_share, mean_fit
from registry.analysis.stores.cr2 import cr2, cr2_adjusted, cr2_ratio
from registry.domain.evidence import Method
from tests.analysis.stores.customers_of_stores import (
    CR2,
    PILOTS,
    Row,
    Rows,
    cells,
    differs,
    estimated,
    found,
    pilot,
)
from tests.analysis.summaries import summary_of

EVERY = pytest.mark.parametrize("by", [cr2, cr2_ratio, cr2_adjusted])


@EVERY
@given(rows=PILOTS)
def test_swapped_arms_mirror_the_estimate(by: CR2, rows: Rows):
    one = differs(by, rows)
    other = found(by, [row._replace(treated=not row.treated) for row in rows])

    assert one.difference == pytest.approx(-other.difference, abs=1e-9)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-6, abs=1e-7)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-6)


@EVERY
@given(rows=PILOTS)
def test_summaries_in_parts_give_what_the_whole_gives(by: CR2, rows: Rows):
    whole = differs(by, rows)
    halves = [*rows[::2]], [*rows[1::2]]

    control, arm = ([each for half in halves for each in cells(half, treated=t)] for t in (False, True))
    parts = by(control, arm, alpha=0.05)

    assert parts is not None
    assert parts.difference == pytest.approx(whole.difference, abs=1e-9)
    assert parts.standard_error == pytest.approx(whole.standard_error, rel=1e-7)
    assert parts.freedom == pytest.approx(whole.freedom, rel=1e-7)


@pytest.mark.parametrize("by", [cr2, cr2_adjusted])
@given(rows=PILOTS)
def test_large_offset_changes_nothing(by: CR2, rows: Rows):
    plain = differs(by, rows)
    moved = found(by, [row._replace(y=row.y + 1e8, x=row.x - 1e8) for row in rows])

    assert moved.difference == pytest.approx(plain.difference, abs=1e-4 * (1 + plain.standard_error))
    assert moved.standard_error == pytest.approx(plain.standard_error, rel=1e-3, abs=1e-5)
    assert moved.freedom == pytest.approx(plain.freedom, rel=1e-3)


@EVERY
@given(rows=PILOTS, factor=st.sampled_from([1e-100, 1e-6, 1e6, 1e100]))
def test_other_units_scale_the_estimate_and_leave_its_p(by: CR2, rows: Rows, factor: float):
    plain = differs(by, rows)
    scaled = found(by, [row._replace(y=row.y * factor) for row in rows])

    assert scaled.difference == pytest.approx(plain.difference * factor, rel=1e-6, abs=1e-9 * factor)
    assert scaled.standard_error == pytest.approx(plain.standard_error * factor, rel=1e-6)
    assert scaled.freedom == pytest.approx(plain.freedom, rel=1e-6)


@given(rows=PILOTS)
def test_covariate_in_other_units_changes_nothing(rows: Rows):
    plain = differs(cr2_adjusted, rows)
    scaled = found(cr2_adjusted, [row._replace(x=row.x * 1e6) for row in rows])

    assert scaled[1:] == pytest.approx(plain[1:], rel=1e-6, abs=1e-9)


FEW: list[Rows] = [
    [],
    [Row(0, False, 1.0), Row(0, False, 3.0), Row(1, False, 2.0)],
    [Row(0, False, 1.0), Row(1, True, 2.0)],
    [Row(0, False, 1.0), Row(1, False, 3.0), Row(2, True, 2.0), Row(2, True, 5.0)],
    [Row(i, i > 2, 0.1, 1.0) for i in range(6)],
    [Row(i % 3 + 3 * arm, bool(arm), 0.1 + 0.2, 1.0) for arm in (0, 1) for i in range(10)],
]


@EVERY
@pytest.mark.parametrize(
    "rows", FEW, ids=["nobody", "one arm", "1 + 1 stores", "2 + 1 stores", "all alike", "all alike in stores"]
)
def test_no_estimate_is_made_up_where_the_method_does_not_exist(by: CR2, rows: Rows):
    assert estimated(by, rows) is None


def test_no_ratio_is_made_up_over_nothing():
    rows = [Row(i, i % 2 == 1, float(i), 0.0 if i % 2 else 2.0) for i in range(8)]

    assert estimated(cr2_ratio, rows) is None


@pytest.mark.parametrize("of_arms", [(1e8 / 3, 1e8 / 3), (0.0, 1.0)], ids=["constant", "the arm itself"])
def test_covariate_that_tells_nothing_within_the_arms_is_refused(of_arms: tuple[float, float]):
    rows = [Row(i % 8, i % 2 == 1, i**2 % 11) for i in range(40)]

    assert estimated(cr2_adjusted, [row._replace(x=of_arms[row.treated]) for row in rows]) is None


def test_place_without_customers_changes_nothing():
    rows = [Row(i % 8, i % 2 == 1, i**2 % 11) for i in range(40)]
    control, arm = cells(rows, treated=False), cells(rows, treated=True)

    with_empty = cr2([*control, summary_of([None], cluster="store 99", partner=[None])], arm, alpha=0.05)

    assert with_empty == cr2(control, arm, alpha=0.05)


def test_largest_share_is_that_of_the_store_with_most_of_its_arm():
    sizes = ((0, False, 6), (1, False, 2), (2, True, 5), (3, True, 15))
    rows = [Row(store, treated, float(i)) for store, treated, n in sizes for i in range(n)]

    fit = mean_fit(cells(rows, treated=False), cells(rows, treated=True))

    assert fit is not None
    assert largest_share(fit) == 0.75


def test_summary_that_does_not_say_its_cluster_is_an_error():
    with pytest.raises(ValueError, match="cluster"):
        cr2([summary_of([1.0, 2.0])], [summary_of([1.0, 2.0])], alpha=0.05)


def test_estimate_says_how_it_was_made():
    rows = pilot(3, both=False)

    methods = [found(by, rows).method for by in (cr2, cr2_ratio, cr2_adjusted)]

    assert methods == [Method.CR2, Method.CR2_RATIO, Method.CR2_ADJUSTED]
