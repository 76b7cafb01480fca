"""Summaries made from raw answers with numpy, beside our own reader."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from registry.domain.plan import Kind
from registry.domain.summary import Moments, Pairs, Summary

Answers = Sequence[float | None]


def summary_of(
    answers: Answers,
    *,
    arm: str = "No card",
    metric: str = "spend",
    proportion: bool = False,
    partner: Answers | None = None,
    **place: Any,
) -> Summary:
    """The summary of *answers*; None is a unit that did not answer.

    *partner* holds the covariate or the denominator of each; *place* says the cluster, period, day or
    segment.
    """
    known = np.array([answer for answer in answers if answer is not None], dtype=float)
    moments = moments_of(known)
    return Summary(
        metric=metric,
        arm=arm,
        units=len(answers),
        n=moments.n,
        mean=moments.mean,
        variance=moments.variance,
        successes=int((known == 1).sum()) if proportion else None,
        third=float(((known - known.mean()) ** 3).mean()) if len(known) else None,
        logs=moments_of(np.log(known)) if (known > 0).all() else None,
        answers={f"{answer:g}": n for answer, n in Counter(cast("list[float]", known.tolist())).items()},
        pairs=None if partner is None else pairs_of(answers, partner),
        **place,
    )


def moments_of(numbers: NDArray[np.float64]) -> Moments:
    """How many, their mean and their variance."""
    return Moments(
        n=len(numbers),
        mean=float(numbers.mean()) if len(numbers) else None,
        variance=float(numbers.var(ddof=1)) if len(numbers) > 1 else None,
    )


def pairs_of(answers: Answers, partner: Answers) -> Pairs:
    """The units that have both."""
    both = [(a, b) for a, b in zip(answers, partner, strict=True) if a is not None and b is not None]
    metric, beside = np.array(both, dtype=float).reshape(-1, 2).T
    return Pairs(
        metric=moments_of(metric),
        partner=moments_of(beside),
        covariance=float(np.cov(metric, beside, ddof=1)[0, 1]) if len(both) > 1 else None,
    )


def as_read(summary: Summary, kind: Kind = Kind.MEAN) -> Summary:
    """*summary* with what the reader tells of a metric of that *kind*, and no more."""
    lacks = [] if kind is Kind.MEAN else ["third", "logs"]
    lacks += [] if kind in {Kind.ORDINAL, Kind.NPS, Kind.TOP_BOX} else ["answers"]
    return summary.model_copy(update=dict.fromkeys(lacks))


def assert_same(read: Summary, rows: Summary) -> None:
    """Both say the same, but for the last digits."""
    for one, other in zip(_leaves(read.model_dump()), _leaves(rows.model_dump()), strict=True):
        is_number = isinstance(one, float) and isinstance(other, float)
        assert one == (pytest.approx(other, rel=1e-9, abs=1e-9) if is_number else other), (read, rows)


def _leaves(value: Any) -> list[Any]:
    if not isinstance(value, dict):
        return [value]
    return [leaf for _, inner in sorted(value.items()) for leaf in _leaves(inner)]  # pyright: ignore


def yes(successes: int, of: int, *, arm: str = "No card") -> Summary:
    """The summary of *successes* yes among *of* answers."""
    return summary_of([1.0] * successes + [0.0] * (of - successes), arm=arm, proportion=True)
