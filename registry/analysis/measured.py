"""What a metric's kind makes of a summary before two arms are compared.

A net promoter score becomes a mean of points, a top box a share of yes, and a ratio the mean of its
linearised values: so whatever is asked of a mean or a share afterwards (its interval, how many units would
settle it) is asked of all kinds in the same way.
"""

from collections.abc import Callable, Mapping

from registry.analysis.estimates.answers import top_box
from registry.analysis.estimates.nps import FEWEST_ANSWERS, score
from registry.analysis.estimates.ratio import ratio
from registry.domain.plan import Kind, Metric, Plan, Rows
from registry.domain.summary import Summary


def measured(plan: Plan, metric: Metric, summary: Summary) -> Summary:
    """*summary* in the units in which *metric* is told.

    Where the rows of a unit were put together, its mean is in those units already.
    """
    of_kind = (OF_UNITS if plan.rows is Rows.FINER else OF_KIND).get(metric.kind)
    return summary if of_kind is None else of_kind(metric, summary)


def _linearised(_: Metric, summary: Summary) -> Summary:
    """Mean and variance of the linearised values, over the units that have both columns."""
    n = 0 if summary.pairs is None else summary.pairs.n
    found = ratio(summary)
    return summary.model_copy(
        update={
            "n": n,
            "mean": None if found is None else found.value,
            "variance": None if found is None else found.variance * n,
        }
    )


def _points(_: Metric, summary: Summary) -> Summary:
    """The score from -100 to 100; of an arm nothing below ten answers: one customer would move it by 20.

    A small store keeps its score, for only the mean of all stores is shown.
    """
    found = score(summary.answers or {})
    return _enough(_, summary.model_copy(update={"mean": found.mean, "variance": found.variance}))


def _enough(_: Metric, summary: Summary) -> Summary:
    if summary.n >= FEWEST_ANSWERS or summary.cluster is not None:
        return summary
    return summary.model_copy(update={"mean": None, "variance": None})


def _share_at_the_top(metric: Metric, summary: Summary) -> Summary:
    """The share of answers at or above the threshold."""
    n, successes = summary.n, top_box(summary.answers or {}, threshold=metric.threshold or 0.0)
    share = successes / n if n else None
    variance = successes * (n - successes) / (n * (n - 1)) if n > 1 else None
    return summary.model_copy(update={"successes": successes, "mean": share, "variance": variance})


def _only_counted(_: Metric, summary: Summary) -> Summary:
    """A quantile is not made of summaries: nothing is told of the mean that was read with it."""
    return summary.model_copy(update={"mean": None, "variance": None})


OF_KIND: Mapping[Kind, Callable[[Metric, Summary], Summary]] = {
    Kind.RATIO: _linearised,
    Kind.NPS: _points,
    Kind.TOP_BOX: _share_at_the_top,
    Kind.QUANTILE: _only_counted,
}

OF_UNITS: Mapping[Kind, Callable[[Metric, Summary], Summary]] = {
    Kind.RATIO: _linearised,
    Kind.NPS: _enough,
    Kind.QUANTILE: _only_counted,
}
"""The same for rows finer than the units."""
