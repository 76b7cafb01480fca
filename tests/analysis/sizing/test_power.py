"""The units needed, against statsmodels and by simulation."""

import pytest
from statsmodels.stats.power import NormalIndPower

from registry.analysis.sizing.power import units_needed
from tests.analysis.summaries import summary_of

CONTROL = summary_of([0.0, 2.0] * 50)
ARM = summary_of([1.0, 3.0] * 50)


@pytest.mark.parametrize(
    ("difference", "alpha", "power"), [(0.1, 0.05, 0.8), (0.5, 0.01, 0.9), (0.3, 0.025, 0.95)]
)
def test_units_needed_equal_those_of_statsmodels(difference: float, alpha: float, power: float):
    deviation = (CONTROL.variance or 0) ** 0.5
    theirs = NormalIndPower().solve_power(difference / deviation, alpha=alpha, power=power)

    ours = units_needed(CONTROL, ARM, difference=difference, alpha=alpha, power=power)

    # Theirs also counts the chance of a significant result on the wrong side, which is next to nothing.
    assert ours == pytest.approx(theirs, abs=1)


def test_units_that_do_not_answer_are_needed_too():
    half = CONTROL.model_copy(update={"units": 200})
    asked = {"difference": 0.1, "alpha": 0.05, "power": 0.8}

    assert units_needed(half, ARM, **asked) == pytest.approx(
        2 * (units_needed(CONTROL, ARM, **asked) or 0), abs=1
    )


@pytest.mark.parametrize("difference", [0.0, 1e-9, 1e-200])
def test_nothing_can_be_planned_for_no_difference_or_hardly_any(difference: float):
    assert units_needed(CONTROL, ARM, difference=difference, alpha=0.05, power=0.8) is None


def test_nothing_can_be_planned_without_spread():
    assert units_needed(CONTROL, summary_of([1.0, 1.0]), difference=0.1, alpha=0.05, power=0.8) is None
