"""Outside witnesses, with the types that scipy does not tell."""

from collections.abc import Sequence
from typing import Any

from scipy import stats


def welch_p(arm: Sequence[float], control: Sequence[float]) -> float:
    """The p-value of scipy's Welch test on raw rows."""
    found: Any = stats.ttest_ind(arm, control, equal_var=False)
    return float(found.pvalue)


def welch_interval(arm: Sequence[float], control: Sequence[float], *, alpha: float) -> tuple[float, float]:
    """The interval of scipy's Welch test on raw rows, arm minus control."""
    found: Any = stats.ttest_ind(arm, control, equal_var=False)
    interval = found.confidence_interval(1 - alpha)
    return float(interval.low), float(interval.high)


def chi_square(table: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Pearson's chi-square of a table without Yates' correction, and its p-value."""
    found: Any = stats.chi2_contingency(table, correction=False)
    return float(found.statistic), float(found.pvalue)
