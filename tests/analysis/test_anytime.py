"""The any-time interval: the paper's formula, and how rarely twenty looks raise a false alarm."""

import math

import numpy as np
import pytest

from registry.analysis.anytime import any_time, boundary
from registry.domain.summary import Summary
from tests.analysis.summaries import summary_of, yes


@pytest.mark.parametrize(
    ("units", "tuned_to", "alpha"), [(40, 1000, 0.05), (1000, 1000, 0.05), (9000, 500, 0.01)]
)
def test_width_is_the_formula_of_the_paper(units: int, tuned_to: int, alpha: float):
    # Waudby-Smith et al. (2021), theorem 2.2 with sigma 1, and the rho that makes it narrowest at tuned_to.
    rho2 = (-2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)) / tuned_to
    width = math.sqrt(
        2 * (units * rho2 + 1) / (units**2 * rho2) * math.log(math.sqrt(units * rho2 + 1) / alpha)
    )

    assert boundary(units, tuned_to=tuned_to, alpha=alpha) / math.sqrt(units) == pytest.approx(width)


def test_interval_is_nearly_narrowest_where_it_is_tuned():
    def width(tuned_to: int) -> float:
        return boundary(2000, tuned_to=tuned_to, alpha=0.05)

    assert width(2000) <= 1.001 * min(width(tuned_to) for tuned_to in range(500, 8000, 100))
    assert width(2000) < width(200)
    assert width(2000) < width(20_000)


def alarms(answers: np.ndarray, *, proportion: bool) -> float:
    """The share of pilots without effect in which one of twenty looks excludes 0."""
    pilots, _, units = answers.shape
    looks = np.linspace(units / 20, units, 20).astype(int)
    ever = np.zeros(pilots, dtype=bool)
    for n in looks:
        seen = answers[:, :, :n]
        means, variances = seen.mean(axis=2), seen.var(axis=2, ddof=1)
        for pilot in np.flatnonzero(~ever):
            control, arm = (
                Summary(
                    metric="m",
                    arm=str(side),
                    units=int(n),
                    n=int(n),
                    mean=float(means[pilot, side]),
                    variance=float(variances[pilot, side]),
                    successes=round(means[pilot, side] * n) if proportion else None,
                )
                for side in (0, 1)
            )
            found = any_time(control, arm, alpha=0.05, tuned_to=units)
            ever[pilot] = found is not None and not found.low <= 0 <= found.high
    return float(ever.mean())


@pytest.mark.parametrize("units", [200, 1000])
def test_twenty_looks_at_means_raise_a_false_alarm_in_at_most_one_of_twenty_pilots(units: int):
    answers = np.random.default_rng(11).exponential(size=(500, 2, units))

    assert alarms(answers, proportion=False) <= 0.05


def test_twenty_looks_at_shares_raise_a_false_alarm_in_at_most_one_of_twenty_pilots():
    answers = (np.random.default_rng(12).random(size=(500, 2, 400)) < 0.05).astype(float)

    assert alarms(answers, proportion=True) <= 0.05


def test_look_at_no_complaint_yet_is_not_a_point():
    found = any_time(yes(0, 100), yes(0, 100), alpha=0.05, tuned_to=None)

    assert found is not None
    assert found.low < -0.01 < 0.01 < found.high
    assert found.p_value is None


@pytest.mark.parametrize("arm", [[1.0, 2.0] * 4, [], [1.0] * 9])
def test_few_answers_have_no_any_time_interval(arm: list[float]):
    assert any_time(summary_of([1.0, 2.0] * 10), summary_of(arm), alpha=0.05, tuned_to=None) is None
