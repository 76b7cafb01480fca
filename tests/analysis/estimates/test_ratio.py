"""The delta method for a ratio: scipy on linearised rows, the bootstrap, its laws."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.mean import welch
from registry.analysis.estimates.ratio import ratio, ratio_difference
from registry.domain.evidence import Method
from registry.domain.summary import Summary, merged
from tests.analysis.summaries import summary_of
from tests.analysis.witness import welch_interval, welch_p

CUSTOMERS = st.lists(
    st.tuples(st.integers(0, 20).map(float), st.integers(1, 30).map(float)), min_size=2, max_size=25
)
"""Returns and orders of each."""

Customers = list[tuple[float, float]]


def summary(customers: Customers) -> Summary:
    return summary_of([returns for returns, _ in customers], partner=[orders for _, orders in customers])


def found(control: Customers, arm: Customers, *, alpha: float = 0.05) -> Difference:
    difference = ratio_difference(summary(control), summary(arm), alpha=alpha)
    assert difference is not None
    return difference


def linearised(customers: Customers) -> list[float]:
    """R + (y - R d) / mean(d) of every customer."""
    y, d = np.array(customers).T
    of_all = y.sum() / d.sum()
    return (of_all + (y - of_all * d) / d.mean()).tolist()


def differ(control: Customers, arm: Customers) -> bool:
    """Whether the customers' ratios differ by more than what rounding leaves."""
    return bool(max(np.std(linearised(control)), np.std(linearised(arm))) > 1e-5)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(control=CUSTOMERS, arm=CUSTOMERS, alpha=st.floats(0.001, 0.5))
def test_ratio_equals_scipy_on_the_linearised_rows(control: Customers, arm: Customers, alpha: float):
    assume(differ(control, arm))
    ours = found(control, arm, alpha=alpha)

    rows = linearised(arm), linearised(control)
    low, high = welch_interval(*rows, alpha=alpha)
    assert ours.difference == pytest.approx(np.mean(rows[0]) - np.mean(rows[1]), abs=1e-12)
    assert (ours.low, ours.high) == pytest.approx((low, high), rel=1e-6, abs=1e-9)
    assert ours.p_value == pytest.approx(welch_p(*rows), rel=1e-6, abs=1e-12)


def test_ratio_is_that_of_the_sums_and_not_the_mean_of_ratios():
    control, arm = [(0.0, 1.0), (9.0, 9.0)], [(1.0, 2.0), (2.0, 6.0), (3.0, 2.0)]

    ours = found(control, arm)

    assert (ours.control, ours.arm) == (0.9, 0.6)
    assert ours.method is Method.RATIO


def test_standard_error_equals_that_of_the_bootstrap():
    rng = np.random.default_rng(8)
    orders = 1 + rng.poisson(3, 600)
    returns = rng.binomial(orders, rng.beta(1, 4, 600))
    value = ratio(summary([*zip(returns.astype(float).tolist(), orders.astype(float).tolist(), strict=True)]))

    picked = rng.integers(0, 600, (4_000, 600))
    drawn = returns[picked].sum(axis=1) / orders[picked].sum(axis=1)

    assert value is not None
    assert value.variance**0.5 == pytest.approx(drawn.std(ddof=1), rel=0.05)


@given(control=CUSTOMERS, arm=CUSTOMERS)
def test_same_denominator_everywhere_gives_welch_on_the_numerators(control: Customers, arm: Customers):
    one, other = ([(returns, 4.0) for returns, _ in of] for of in (control, arm))
    assume(differ(one, other))
    ours = found(one, other)

    theirs = welch(*(summary_of([returns for returns, _ in of]) for of in (one, other)), alpha=0.05)

    assert theirs is not None
    assert ours.standard_error == pytest.approx(theirs.standard_error / 4, rel=1e-9)
    assert ours.p_value == pytest.approx(theirs.p_value, rel=1e-6)


@given(control=CUSTOMERS, arm=CUSTOMERS)
def test_swapped_arms_mirror_the_estimate(control: Customers, arm: Customers):
    assume(differ(control, arm))
    one, other = found(control, arm), found(arm, control)

    assert one.difference == -other.difference
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-12)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-12)


@given(first=CUSTOMERS, second=CUSTOMERS, arm=CUSTOMERS)
def test_merged_halves_give_what_the_whole_gives(first: Customers, second: Customers, arm: Customers):
    assume(differ([*first, *second], arm))
    whole = found([*first, *second], arm)

    halves = ratio_difference(merged(summary(first), summary(second)), summary(arm), alpha=0.05)

    assert halves is not None
    assert halves.difference == pytest.approx(whole.difference, abs=1e-12)
    assert halves.standard_error == pytest.approx(whole.standard_error, rel=1e-6)


@given(
    control=CUSTOMERS,
    arm=CUSTOMERS,
    of_numerator=st.sampled_from([1e-70, 1e-3, 1e3, 1e70]),
    of_denominator=st.sampled_from([1e-70, 1e-3, 1e3, 1e70]),
)
def test_other_units_scale_the_estimate_and_leave_its_p(
    control: Customers, arm: Customers, of_numerator: float, of_denominator: float
):
    assume(differ(control, arm))
    plain = found(control, arm)
    one, other = ([(y * of_numerator, d * of_denominator) for y, d in of] for of in (control, arm))

    scaled = found(one, other)

    factor = of_numerator / of_denominator
    assert scaled.low == pytest.approx(plain.low * factor, rel=1e-6, abs=1e-9 * factor)
    assert scaled.p_value == pytest.approx(plain.p_value, rel=1e-6)


@pytest.mark.parametrize(
    "arm",
    [
        [],
        [(1.0, 2.0)],
        [(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)],
        [(0.3 * orders, orders) for orders in (1.0, 2.0, 3.0, 7.0)],
    ],
    ids=["nobody", "one customer", "nothing ordered", "the same ratio everywhere"],
)
def test_no_estimate_is_made_up_where_the_method_does_not_exist(arm: Customers):
    control = [(0.1 * orders, orders) for orders in (1.0, 3.0, 4.0, 9.0)]

    assert ratio_difference(summary(control), summary(arm), alpha=0.05) is None


def test_summary_without_a_denominator_has_no_ratio():
    assert ratio(summary_of([1.0, 2.0, 3.0])) is None
