"""pandas and scipy, as one would write it in a notebook: `python -m bench.pilot_files.by_pandas FILE`."""

import json
import sys
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from bench.pilot_files.pilot import CONTROL, OTHER, READ

Numbers: TypeAlias = NDArray[np.float64]


def main(file: str) -> None:
    """Print how many answers there are of each metric, its difference between the arms, and its p."""
    if file.endswith(".parquet"):
        rows = pd.read_parquet(file, columns=list(READ))
    else:
        rows = pd.read_csv(file, usecols=list(READ))
    arms = dict(iter(rows.groupby("arm")))

    def both(column: str) -> list[Numbers]:
        """The answers of the control and of the other arm."""
        return [arms[arm][column].dropna().to_numpy(dtype=np.float64) for arm in (CONTROL, OTHER)]

    answers = {
        "spend": means(*adjusted(both("spend"), both("spend_before"))),
        "bought again": shares(*both("again")),
        "satisfaction": means(*both("csat")),
        "handle time": means(*both("minutes")),
        "returns per order": ratios(both("returns"), both("orders")),
    }
    print(json.dumps({"rows": len(rows), "answers": answers}))


def adjusted(spend: list[Numbers], earlier: list[Numbers]) -> list[Numbers]:
    """Spend less what the spend before the pilot foretells (CUPED; Deng et al. 2013)."""
    every, before = np.concatenate(spend), np.concatenate(earlier)
    covariance = np.cov(every, before)
    slope, middle = covariance[0, 1] / covariance[1, 1], before.mean()
    return [arm - slope * (foretold - middle) for arm, foretold in zip(spend, earlier, strict=True)]


def means(before: Numbers, after: Numbers) -> list[float]:
    """Answers, the difference of two means, and Welch's p."""
    found: Any = stats.ttest_ind(after, before, equal_var=False)
    return [len(before) + len(after), float(after.mean() - before.mean()), float(found.pvalue)]


def shares(before: Numbers, after: Numbers) -> list[float]:
    """Answers, the difference of two shares, and the p of chi-square."""
    table = [[arm.sum(), len(arm) - arm.sum()] for arm in (before, after)]
    found: Any = stats.chi2_contingency(table, correction=False)
    return [len(before) + len(after), float(after.mean() - before.mean()), float(found.pvalue)]


def ratios(over: list[Numbers], under: list[Numbers]) -> list[float]:
    """Answers, the difference of two ratios of sums, and p by the delta method (Deng et al. 2018)."""
    ratio, variance = list[float](), list[float]()
    for top, bottom in zip(over, under, strict=True):
        ratio.append(float(top.sum() / bottom.sum()))
        rest = (top - ratio[-1] * bottom) / bottom.mean()
        variance.append(float(rest.var(ddof=1)) / len(rest))
    difference = ratio[1] - ratio[0]
    p = 2 * float(stats.norm.sf(abs(difference) / sum(variance) ** 0.5))
    return [sum(len(arm) for arm in over), difference, p]


if __name__ == "__main__":
    main(sys.argv[1])
