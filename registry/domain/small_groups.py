"""Figures for groups only from five people, and none from which a smaller group could be worked out.

What must hold: whatever shown figures one adds, subtracts or multiplies, the result depends on nobody, or on
at least five people. A slice that has five is therefore hidden too where the rest of the whole, the rest
of its dimension, or the difference to another slice would be fewer.

Source: the rule of a least frequency, with primary and secondary suppression, in A. Hundepool and others,
Statistical Disclosure Control (Wiley, 2012); that a sum of hidden cells needs the same protection, in
J. Daalmans and T. de Waal, An Improved Formulation of the Disclosure Auditing Problem for Secondary Cell
Suppression, Transactions on Data Privacy 3 (2010); by Gaussian elimination, as Ø. Langsrud, Secondary Cell
Suppression by Gaussian Elimination (Privacy in Statistical Databases, 2024).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import gcd
from typing import NamedTuple, TypeAlias

FEWEST = 5
"""People whose figures may be shown together."""

MOST_LOOKS = 500
"""Steps of one search; where more would be needed, a small group counts as reachable."""

People: TypeAlias = frozenset[int]
Behind: TypeAlias = Mapping[int, People]
"""What is counted, by its number, each with the people behind it: experiments, or the people themselves."""


class Slice(NamedTuple):
    """What has something in common: the experiments of one promise, of one journey stage, of one period."""

    dimension: str
    name: str
    counted: frozenset[int]
    """The numbers of what is counted in it."""


class Shown(NamedTuple):
    """What may be shown of a whole and its slices; of everything else one says “fewer than five people”."""

    whole: bool
    slices: tuple[Slice, ...]


def each_themselves(people: Iterable[int]) -> Behind:
    """Where people themselves are counted: behind each stands only they."""
    return {person: frozenset({person}) for person in people}


def shown(behind: Behind, slices: Sequence[Slice]) -> Shown:
    """Which of *slices* may be shown together with the whole of *behind*; the largest are tried first.

    Whatever somebody can see belongs into one call: other dimensions, what is narrowed down, periods. How
    many people stand behind a slice is another figure, with a call of its own (`each_themselves`).
    """
    whole = Slice("", "", frozenset(behind))
    if len(_people(behind, whole)) < FEWEST:
        return Shown(whole=False, slices=())
    size = {each: len(_people(behind, each)) for each in slices}
    kept = [whole]
    for each in sorted(size, key=lambda each: (-size[each], each.dimension, each.name)):
        # What is within reach stays so when more is shown: a slice that was hidden is not tried again.
        if size[each] >= FEWEST and not reaches_few([*kept, each], behind):
            kept.append(each)
    return Shown(whole=True, slices=tuple(each for each in slices if each in kept[1:]))


def reaches_few(figures: Sequence[Slice], behind: Behind) -> bool:
    """Whether some sum or difference of the totals of *figures* depends on somebody, but on fewer than five.

    Errs on the safe side: a search that would take too long says yes.
    """
    return _Search(len(figures), _atoms(figures, behind)).finds_few()


def _people(behind: Behind, slice: Slice) -> People:
    return frozenset[int]().union(*(behind[number] for number in slice.counted))


class _Atom(NamedTuple):
    """What is counted in the same figures by the same people: no sum can tell its parts apart."""

    figures: tuple[int, ...]
    people: People


def _atoms(figures: Sequence[Slice], behind: Behind) -> list[_Atom]:
    counted_in: defaultdict[int, list[int]] = defaultdict(list)
    for at, figure in enumerate(figures):
        for number in figure.counted:
            counted_in[number].append(at)
    together: defaultdict[tuple[int, ...], set[int]] = defaultdict(set)
    for number, where in counted_in.items():
        together[tuple(where)] |= behind[number]
    # What nobody stands behind gives nobody away.
    return [_Atom(where, frozenset(people)) for where, people in together.items() if people]


Mix: TypeAlias = tuple[int, ...]
"""How often each figure is added; below nought, how often it is subtracted."""


def _count(mix: Mix, atom: _Atom) -> int:
    """How often *atom* counts in *mix*."""
    total = 0
    for at in atom.figures:
        total += mix[at]
    return total


def _without(mixes: list[Mix], atom: _Atom) -> list[Mix]:
    """What can be made of *mixes* so that *atom* does not count in it; the same where it never did."""
    counts = [_count(mix, atom) for mix in mixes]
    first = next((n for n, count in enumerate(counts) if count), None)
    if first is None:
        return mixes
    out, once = mixes[first], counts[first]
    return [
        mix if not count else _reduced([once * a - count * b for a, b in zip(mix, out, strict=True)])
        for n, (mix, count) in enumerate(zip(mixes, counts, strict=True))
        if n != first
    ]


def _reduced(mix: list[int]) -> Mix:
    divisor = gcd(*mix)
    return tuple(each // divisor for each in mix) if divisor > 1 else tuple(mix)


class _Search:
    """Looks for a sum of figures in which only what fewer than five people did counts.

    All mixes are linear combinations of the figures. Those in which given atoms do not count are found by
    Gaussian elimination, one atom after another.
    """

    def __init__(self, figures: int, atoms: Sequence[_Atom]) -> None:
        self.every: list[Mix] = [tuple(int(a == b) for b in range(figures)) for a in range(figures)]
        self.atoms = sorted(atoms, key=lambda atom: -len(atom.people))
        self.looks = 0

    def finds_few(self, group: People = frozenset()) -> bool:
        """Whether there is such a sum, in which everybody of *group* may count."""
        self.looks += 1
        if self.looks > MOST_LOOKS:
            return True
        mixes, inside, light = self.every, list[_Atom](), list[_Atom]()
        for atom in self.atoms:
            if atom.people <= group:
                inside.append(atom)
            elif len(atom.people | group) < FEWEST:
                light.append(atom)
            else:  # It counts in no such sum.
                mixes = _without(mixes, atom)
        chosen, left = _chosen(mixes, light, frozenset())
        if any(_count(mix, atom) for mix in left for atom in inside):
            return True
        if self._needs_many(mixes, light, group, chosen):
            return False
        # Where none of the chosen counts nothing does, so at least one of them counts in such a sum.
        return any(self.finds_few(group | atom.people) for atom in chosen)

    def _needs_many(self, mixes: list[Mix], light: list[_Atom], group: People, chosen: list[_Atom]) -> bool:
        """Whether every sum counts somebody new in each of as many choices of atoms as make five people.

        The choices have nobody in common but *group*, so that those who count are different people.
        """
        used = frozenset[int]()
        for _ in range(FEWEST - len(group) - 1):
            used = used.union(*(atom.people for atom in chosen)) - group
            chosen, left = _chosen(mixes, light, used)
            if any(_count(mix, atom) for mix in left for atom in light):
                return False
        return True


def _chosen(mixes: list[Mix], atoms: Iterable[_Atom], used: People) -> tuple[list[_Atom], list[Mix]]:
    """Atoms of nobody in *used* until more of them say no more, and the sums that count none of them."""
    chosen = list[_Atom]()
    for atom in atoms:
        if used.isdisjoint(atom.people):
            left = _without(mixes, atom)
            if left is not mixes:
                chosen.append(atom)
                mixes = left
    return chosen, mixes
