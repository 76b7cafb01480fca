"""The family of an experiment: the ideas it came out of and those it led to, over all generations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple


class Tie(StrEnum):
    """How an experiment points at another one."""

    CAME_FROM = "came_from"
    CITES_FOR = "cites_for"
    CITES_AGAINST = "cites_against"
    HELPED_BY = "helped_by"


DESCENT = (Tie.CAME_FROM, Tie.HELPED_BY)
"""By these an idea travels on; a citation only says what an experiment speaks for."""


class Link(NamedTuple):
    """One experiment that points at an *other* one."""

    experiment: int
    tie: Tie
    other: int


class Word(NamedTuple):
    """What a line is to the line it stands under."""

    tie: Tie
    is_cited: bool = False
    """Whether the line above cites it, instead of the other way round."""


class Line(NamedTuple):
    """One experiment in a family tree, under the one that it came out of."""

    experiment: int
    depth: int
    """Generations below the line it all begins with, from 0."""
    words: tuple[Word, ...] = ()
    """What it is to the line that it stands under; nothing for one that stands under none."""
    is_again: bool = False
    """Whether it stands further up already, with what came out of it."""


def family_tree(focus: int, links: Iterable[Link]) -> tuple[Line, ...]:
    """The tree that *links* make around *focus*: those it came out of above it, those it led to below.

    Each experiment's own family stands there once; where it belongs under two, the second is one line
    that says so. What cites *focus*, and what it cites, stands under it unless it is of the family.
    However links may run in circles, it ends.
    """
    return _Tree(focus, tuple(links)).lines()


class _Tree:
    def __init__(self, focus: int, links: Sequence[Link]) -> None:
        self.focus = focus
        self.links = links
        self.children: dict[int, set[int]] = defaultdict(set)
        self.parents: dict[int, set[int]] = defaultdict(set)
        for each in links:
            if each.tie in DESCENT and each.experiment != each.other:
                self.children[each.other].add(each.experiment)
                self.parents[each.experiment].add(each.other)
        self.above, self.below = self._reached(self.parents), self._reached(self.children)
        self.placed: set[int] = set()
        self.told: list[Line] = []

    def lines(self) -> tuple[Line, ...]:
        """All lines, as they stand below each other."""
        eldest = [each for each in sorted(self.above) if not self.parents[each] & (self.above | {self.focus})]
        # A circle has no eldest: then the one that began first stands on top.
        is_of_circle = bool(self.parents[self.focus] & self.below)
        others = sorted(self.above | {self.focus}) if is_of_circle else [*sorted(self.above), self.focus]
        for begins in (*eldest, *others):
            if begins not in self.placed:
                self._place(begins, None, 0)
        return tuple(self.told)

    def _reached(self, steps: dict[int, set[int]]) -> set[int]:
        reached, waiting = set[int](), [self.focus]
        while waiting:
            further = steps[waiting.pop()] - reached - {self.focus}
            reached |= further
            waiting.extend(further)
        return reached

    def _place(self, experiment: int, under: int | None, depth: int) -> None:
        words = () if under is None else self._words(experiment, under)
        is_again = experiment in self.placed
        self.told.append(Line(experiment, depth, words, is_again=is_again))
        if is_again:
            return
        self.placed.add(experiment)
        family = self.above | self.below | {self.focus}
        for child in sorted(self.children[experiment] & family):
            self._place(child, experiment, depth + 1)
        if experiment == self.focus:
            for other in sorted(self._cited() - family):
                self.told.append(Line(other, depth + 1, self._words(other, experiment)))

    def _words(self, experiment: int, under: int) -> tuple[Word, ...]:
        own = {Word(each.tie) for each in self.links if (each.experiment, each.other) == (experiment, under)}
        cited = {
            Word(each.tie, is_cited=True)
            for each in self.links
            if (each.experiment, each.other) == (under, experiment) and each.tie not in DESCENT
        }
        return tuple(sorted(own | cited))

    def _cited(self) -> set[int]:
        """What cites the focus, and what it cites."""
        cites = [each for each in self.links if each.tie not in DESCENT]
        ends = {(each.experiment, each.other) for each in cites}
        return {other for pair in ends for other in pair if self.focus in pair} - {self.focus}
