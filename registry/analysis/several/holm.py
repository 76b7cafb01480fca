"""Several arms against one control: p-values adjusted so that one false alarm in all stays rare."""

from collections.abc import Sequence


def holm(p_values: Sequence[float | None]) -> tuple[float | None, ...]:
    """The adjusted p-values in the order given; None stays None and does not count.

    Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
    """
    known = sorted((p, i) for i, p in enumerate(p_values) if p is not None)
    adjusted: list[float | None] = [None] * len(p_values)
    largest = 0.0
    for rank, (p, i) in enumerate(known):
        largest = max(largest, min(1.0, (len(known) - rank) * p))
        adjusted[i] = largest
    return tuple(adjusted)
