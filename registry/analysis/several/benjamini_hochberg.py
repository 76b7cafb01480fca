"""Many segments at once: p-values adjusted so that few of those called different are false alarms."""

from collections.abc import Sequence


def benjamini_hochberg(p_values: Sequence[float | None]) -> tuple[float | None, ...]:
    """The adjusted p-values in the order given; None stays None and does not count.

    Whoever calls different what is adjusted below 5 % errs, on average, in at most 5 % of what they call
    different: weaker than `holm`, and meant for looking around, not for deciding. It holds where the
    p-values are independent or rise together. Source: Y. Benjamini and Y. Hochberg, Journal of the Royal
    Statistical Society B 57 (1995), 289-300; rising together: Y. Benjamini and D. Yekutieli, Annals of
    Statistics 29 (2001), 1165-1188.
    """
    known = sorted((p, i) for i, p in enumerate(p_values) if p is not None)
    adjusted: list[float | None] = [None] * len(p_values)
    smallest = 1.0
    for rank, (p, i) in reversed(list(enumerate(known, start=1))):
        smallest = min(smallest, p * len(known) / rank)
        adjusted[i] = smallest
    return tuple(adjusted)
