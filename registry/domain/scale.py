"""A policy's scale: levels as the steps climbed, so that weighing them is counting.

Level 2 of `harm` is two steps climbed on harm's ladder. A profile's levels are then one set of
steps, and what a policy asks of them are plain operations on sets:

    a bound or a lever    keeps the steps it allows           climbed & allowed
    a condition           asks whether its step was climbed   step in climbed
    the score             counts the steps, each by its weight

The sets are integers, one bit for each point that a step is worth, so the score is a count of ones
and exact, and a thousand sets of levers are tried in the time of one look-up each.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from math import lcm
from typing import NamedTuple, TypeAlias

from registry.domain.policy import Policy
from registry.domain.risk import NAMES, QUESTIONS, top_level

Steps: TypeAlias = int
"""A set of climbed steps, as bits."""


class Outcome(IntEnum):
    """What a policy makes of levels that are known; a higher one is worse."""

    TWO_WAY = 0
    NEAR_HINGE = 1
    ONE_WAY = 2


class Gate(NamedTuple):
    """A knock-out over steps: all of `every`, and, where `some` is not empty, one of it."""

    id: str
    every: Steps
    some: Steps


class Scale(NamedTuple):
    """A policy compiled for steps."""

    ladders: tuple[tuple[Steps, ...], ...]
    """For each question, in order, the steps climbed at level 0, 1, … up to its top."""
    points: int
    """The points of every step together, a score of 100."""
    near_hinge: int
    one_way: int
    gates: tuple[Gate, ...]

    def climbed(self, levels: Iterable[int]) -> Steps:
        """The steps climbed at *levels*, one for each question in order."""
        steps = 0
        for ladder, level in zip(self.ladders, levels, strict=True):
            steps |= ladder[level]
        return steps

    def moved(self, climbed: Steps, question: int, level: int) -> Steps:
        """*climbed* with the question at that place of the order moved to *level*."""
        ladder = self.ladders[question]
        return climbed & ~ladder[-1] | ladder[level]

    def allowed(self, at_most: Mapping[str, int]) -> Steps:
        """Every step but those above the levels of *at_most*."""
        return self.climbed(
            at_most.get(name, len(ladder) - 1) for name, ladder in zip(NAMES, self.ladders, strict=True)
        )

    def score(self, climbed: Steps) -> float:
        """From 0 to 100: 100 x sum of (weight x level / top level) / sum of weights."""
        return 100 * climbed.bit_count() / self.points

    def knockouts(self, climbed: Steps) -> Sequence[str]:
        """The knock-outs that apply, in the policy's order."""
        return [gate.id for gate in self.gates if _shut(gate, climbed)]

    def outcome(self, climbed: Steps) -> Outcome:
        if self._reaches(climbed, self.one_way) or self._shuts(climbed):
            return Outcome.ONE_WAY
        return Outcome.NEAR_HINGE if self._reaches(climbed, self.near_hinge) else Outcome.TWO_WAY

    def is_plain(self, climbed: Steps) -> bool:
        """Whether the outcome is a plain two-way door; asked first of the score, which fails most often."""
        return not self._reaches(climbed, self.near_hinge) and not self._shuts(climbed)

    def _reaches(self, climbed: Steps, score: int) -> bool:
        # Whole numbers on both sides, so that a score of exactly 30 is never 29.999….
        return 100 * climbed.bit_count() >= score * self.points

    def _shuts(self, climbed: Steps) -> bool:
        return any(_shut(gate, climbed) for gate in self.gates)


def _shut(gate: Gate, climbed: Steps) -> bool:
    return gate.every & ~climbed == 0 and (gate.some == 0 or gate.some & climbed != 0)


@lru_cache(maxsize=16)
def scale_of(policy: Policy) -> Scale:
    """The scale of *policy*."""
    tops = [top_level(question, policy.cuts) for question in QUESTIONS]
    # A whole level of weight 1 is worth as many points as every top divides, so all steps are whole.
    whole = lcm(*tops)
    ladders: list[tuple[Steps, ...]] = []
    points = 0
    for name, top in zip(NAMES, tops, strict=True):
        width = policy.weights[name] * whole // top
        ladders.append(tuple(((1 << width * level) - 1) << points for level in range(top + 1)))
        points += width * top
    return Scale(
        ladders=tuple(ladders),
        points=points,
        near_hinge=policy.near_hinge,
        one_way=policy.one_way,
        gates=tuple(
            Gate(knockout.id, _steps(knockout.all, ladders), _steps(knockout.any, ladders))
            for knockout in policy.knockouts
        ),
    )


def _steps(reached: Mapping[str, int], ladders: Sequence[Sequence[Steps]]) -> Steps:
    """The one step that leads up to each level of *reached*."""
    steps = 0
    for name, level in reached.items():
        ladder = ladders[NAMES.index(name)]
        steps |= ladder[level] & ~ladder[level - 1]
    return steps
