"""The battery in small: every case of `make calibrate` on fewer pilots, in a band widened for that."""

import pytest

from bench.calibration.battery import CASES, NAMED
from bench.calibration.case import Case, measured
from bench.calibration.stores import CASES as OF_STORES

JUDGED = [case for case in CASES if case.band is not None]


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: case.name)
def test_pilots_are_called_what_they_are_not_as_seldom_as_promised(case: Case):
    found = measured(case, draws=case.small)

    assert found.is_inside, f"{found.rate:.4f} of {found.draws} draws is outside {found.band}"


@pytest.mark.parametrize(
    ("judged", "contrast"),
    [
        ("Sessions as rows, customers randomised", "… taken for customers (contrast)"),
        ("12 unequal stores", "… customers counted (contrast)"),
        ("Planned looks, O'Brien–Fleming", "… each taken for the only one (contrast)"),
        (
            "Adopt with a guardrail at its margin, 50 answers",
            "… by “no guardrail significantly worse”, 50 answers (contrast)",
        ),
    ],
)
def test_small_battery_is_large_enough_to_catch_what_others_do(judged: str, contrast: str):
    wrong = NAMED[contrast]._replace(band=NAMED[judged].band, draws=NAMED[judged].draws)

    found = measured(wrong, draws=100)

    assert found.band != wrong.band
    assert not found.is_inside


def test_no_two_cases_have_one_name():
    assert len(NAMED) == len(CASES)
    assert set(OF_STORES) < set(CASES)


def test_everything_judged_in_simulation_has_at_least_two_thousand_draws():
    assert all(case.draws >= 2_000 for case in JUDGED)
