"""Two ways to work out a small group's figures from those that are shown, other than ours."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import numpy as np

from registry.domain.small_groups import FEWEST, Behind, Slice


def incidence(behind: Behind, figures: Sequence[Slice]) -> np.ndarray:
    """A row for each figure, a column for each thing that is counted: 1 where it counts."""
    return np.array([[float(number in figure.counted) for number in sorted(behind)] for figure in figures])


def small_groups(behind: Behind) -> Iterator[frozenset[int]]:
    """Every group of one to four of the people."""
    people = sorted(frozenset[int]().union(*behind.values()))
    for count in range(1, FEWEST):
        yield from map(frozenset, combinations(people, count))


def found_by_ranks(behind: Behind, figures: Sequence[Slice]) -> list[frozenset[int]]:
    """The groups of fewer than five about whom, and nobody else, some sum of the figures tells something.

    There is such a sum exactly where the rank falls once what the group stands behind is left out. What
    nobody stands behind may count in any sum.
    """
    rows = incidence(behind, figures)
    counted = [(at, behind[number]) for at, number in enumerate(sorted(behind)) if behind[number]]
    everything = _rank(rows[:, [at for at, _ in counted]])
    return [
        group
        for group in small_groups(behind)
        if _rank(rows[:, [at for at, people in counted if not people <= group]]) < everything
    ]


def _rank(rows: np.ndarray) -> int:
    return int(np.linalg.matrix_rank(rows)) if rows.size else 0


def found_by_trying(behind: Behind, figures: Sequence[Slice]) -> list[tuple[int, ...]]:
    """Every way to add and subtract figures, each up to twice, that tells of one to four people only."""
    rows, numbers = incidence(behind, figures), sorted(behind)
    found = list[tuple[int, ...]]()
    for signs in product(range(-2, 3), repeat=len(figures)):
        counted = np.array(signs) @ rows
        people = frozenset[int]().union(
            *(behind[n] for n, count in zip(numbers, counted, strict=True) if count)
        )
        if 0 < len(people) < FEWEST:
            found.append(signs)
    return found
