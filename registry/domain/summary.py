"""Summaries: what is kept of a pilot's data, and all that an estimate is made of. No row, no unit id.

Two summaries of the same place merge exactly, as if their rows had stood in one file: whoever reads a
pilot daily adds summaries, and whoever cuts it by week adds fewer of them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import reduce
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Moments(_Value):
    """How many numbers, their mean, and how far they lie apart."""

    n: int
    mean: float | None
    """None without a number."""
    variance: float | None
    """Unbiased (n - 1 in the denominator), squared units; None below two numbers."""


class Pairs(_Value):
    """A metric beside its partner, over the units that have both.

    The partner is the covariate of a mean, or the denominator of a ratio.
    """

    metric: Moments
    partner: Moments
    covariance: float | None
    """Unbiased, in the product of both units; None below two pairs."""

    @property
    def n(self) -> int:
        """Units that have both."""
        return self.metric.n


class Segment(NamedTuple):
    """The customers whose *column* says *value*."""

    column: str
    value: str


class Summary(_Value):
    """Sufficient statistics of one metric in one place."""

    metric: str
    arm: str
    units: int
    """Units there, those without an answer included."""
    n: int
    """Answers."""
    mean: float | None
    """In the metric's own units, from 0 to 1 for a proportion; None without an answer."""
    variance: float | None
    """Unbiased sample variance (n - 1 in the denominator), squared units; None below two answers."""
    successes: int | None = None
    """Answers that are 1; only for a proportion, or those at or above the threshold of a top box."""
    third: float | None = None
    """Mean cubed deviation from the mean (n in the denominator); only for a mean."""
    logs: Moments | None = None
    """Of the natural logarithms; only for a mean whose answers are all above zero."""
    answers: Mapping[str, int] | None = None
    """How often each answer of a bounded scale was given, by the answer in its shortest form."""
    pairs: Pairs | None = None
    """Only for a metric with a covariate or a denominator."""
    cluster: str | None = None
    """A store, an agent or an hour block: what was randomised when customers were not; None is all."""
    pair: str | None = None
    """The matched pair that the cluster belongs to."""
    period: int | None = None
    """0 before, 1 after; below 0 earlier periods before."""
    day: date | None = None
    """The units' first day."""
    segment: Segment | None = None

    @property
    def missing(self) -> int:
        """Units without an answer."""
        return self.units - self.n

    @property
    def moments(self) -> Moments:
        """Of the answers."""
        return Moments(n=self.n, mean=self.mean, variance=self.variance)


def merged(one: Summary, other: Summary) -> Summary:
    """The summary of both parts together, as if their rows had stood in one file.

    What only one of the two places says (its cluster, its day) is not said of both. Raises ValueError
    when they are not of the same arm and metric.
    """
    if (one.metric, one.arm) != (other.metric, other.arm):
        raise ValueError("summaries of different arms or metrics do not merge")
    moments = merged_moments(one.moments, other.moments)
    counted = one.successes is not None and other.successes is not None
    return Summary(
        metric=one.metric,
        arm=one.arm,
        units=one.units + other.units,
        n=moments.n,
        mean=moments.mean,
        variance=moments.variance,
        successes=(one.successes or 0) + (other.successes or 0) if counted else None,
        third=_merged_third(one, other),
        logs=_both(merged_moments, one.logs, other.logs),
        answers=_both(_added, one.answers, other.answers),
        pairs=_both(merged_pairs, one.pairs, other.pairs),
        cluster=_same(one.cluster, other.cluster),
        pair=_same(one.pair, other.pair),
        period=_same(one.period, other.period),
        day=_same(one.day, other.day),
        segment=_same(one.segment, other.segment),
    )


def together(summaries: Iterable[Summary]) -> Summary:
    """One summary of them all, which are of one arm and metric. Raises ValueError without any."""
    every = list(summaries)
    if not every:
        raise ValueError("no summaries to merge")
    return reduce(merged, every[1:], every[0])


def whole_of(summaries: Iterable[Summary]) -> Summary:
    """As `together`, said of no single place, even where all of them are in one."""
    return together(summaries).model_copy(
        update={"cluster": None, "pair": None, "period": None, "day": None, "segment": None}
    )


def merged_moments(one: Moments, other: Moments) -> Moments:
    """Both together. Source: T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37
    (1983), 242-247, their equations (2.1).
    """
    if one.mean is None or other.mean is None:
        return other if one.mean is None else one
    n = one.n + other.n
    apart = other.mean - one.mean
    squares = (one.variance or 0.0) * (one.n - 1) + (other.variance or 0.0) * (other.n - 1)
    return Moments(
        n=n,
        mean=one.mean + apart * other.n / n,
        variance=(squares + apart * apart * one.n * other.n / n) / (n - 1),
    )


def merged_pairs(one: Pairs, other: Pairs) -> Pairs:
    """As `merged_moments`, with the covariance in the place of the variance."""
    metric, partner = merged_moments(one.metric, other.metric), merged_moments(one.partner, other.partner)
    means = (one.metric.mean, other.metric.mean, one.partner.mean, other.partner.mean)
    if None in means:
        return other if one.n == 0 else one
    of_one, of_other, partner_of_one, partner_of_other = (mean or 0.0 for mean in means)
    products = (one.covariance or 0.0) * (one.n - 1) + (other.covariance or 0.0) * (other.n - 1)
    apart = (of_other - of_one) * (partner_of_other - partner_of_one)
    n = one.n + other.n
    covariance = (products + apart * one.n * other.n / n) / (n - 1)
    return Pairs(metric=metric, partner=partner, covariance=covariance)


def _merged_third(one: Summary, other: Summary) -> float | None:
    """Mean cubed deviation of both. Source: P. Pébay, Sandia report SAND2008-6212 (2008)."""
    if one.mean is None or other.mean is None:
        return other.third if one.mean is None else one.third
    if one.third is None or other.third is None:
        return None
    n, apart = one.n + other.n, other.mean - one.mean
    squares = (one.variance or 0.0) * (one.n - 1), (other.variance or 0.0) * (other.n - 1)
    cubes = (
        one.third * one.n
        + other.third * other.n
        + apart**3 * one.n * other.n * (one.n - other.n) / n**2
        + 3 * apart * (one.n * squares[1] - other.n * squares[0]) / n
    )
    return cubes / n


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {answer: one.get(answer, 0) + other.get(answer, 0) for answer in (*one, *other)}


Value = TypeVar("Value")


def _both(merge: Callable[[Value, Value], Value], one: Value | None, other: Value | None) -> Value | None:
    """Both merged; None where either lacks it, for half of it would be told as all."""
    return None if one is None or other is None else merge(one, other)


def _same(one: Value, other: Value) -> Value | None:
    return one if one == other else None
