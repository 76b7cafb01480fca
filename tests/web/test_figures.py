"""Numbers as people read them."""

import pytest

from registry.domain.plan import Metric, plan_from
from registry.web.figures import digits, figure


def metric(kind: str) -> Metric:
    """A metric of one kind."""
    said = {"name": "m", "role": "primary", "kind": kind, "column": "m", "better": "higher"}
    plan = plan_from({"design": "randomised", "arm": "a", "control": "c", "metric": [said]})
    return plan.metric[0]


MEAN, SHARE = metric("mean"), metric("proportion")


@pytest.mark.parametrize(
    ("standard_error", "value", "decimals"),
    [
        (0.145247, 1.42, 2),
        (12.5, 300.0, 0),
        (1.25, 300.0, 1),
        (0.00012, 0.1, 5),
        (1e-12, 0.1, 6),
        (0.0, 0.25, 2),
        (None, 0.25, 2),
        (None, None, 2),
        (None, 0.0, 2),
        (float("inf"), 1.0, 2),
    ],
)
def test_two_digits_of_the_standard_error_are_worth_showing(
    standard_error: float | None, value: float | None, decimals: int
):
    assert digits(standard_error, value) == decimals


@pytest.mark.parametrize(
    ("value", "of", "sign", "shown"),
    [
        (0.2064, SHARE, False, "20.6 %"),
        (0.0681, SHARE, True, "+6.8"),
        (-0.0681, SHARE, True, "−6.8"),
        (1234.56, MEAN, False, "1,234.6"),
        (-3.0, MEAN, False, "−3.0"),
        (None, MEAN, True, "–"),
    ],
)
def test_shares_are_told_in_percent_and_their_differences_in_points(
    value: float | None, of: Metric, sign: bool, shown: str
):
    assert figure(value, of, 1, sign=sign) == shown
