"""Levers: the smallest changes that make a one-way door, or one near the hinge, a plain two-way door."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from registry.domain.policy import Lever, Policy
from registry.domain.risk import BY_NAME, QUESTIONS, RiskProfile, at_most_level, bounds
from registry.domain.scale import Scale, Steps, scale_of


class LeverSet(NamedTuple):
    """Some levers used together."""

    ids: tuple[str, ...]
    members: int
    """The levers as bits, so that two sets share none when `&` is 0."""
    allowed: Steps


def helping_levers(
    climbed: Steps, policy: Policy, without: Collection[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Up to two sets of levers that share none and each make *climbed* a plain two-way door.

    The first is the one of least effort (then fewest levers, then the policy's order), the second
    the least of those that share no lever with it. None at all when no change of size helps.
    The levers *without* are not possible, and in no set.
    """
    not_possible = sum(alone.members for alone in _levers_alone(policy) if alone.ids[0] in without)
    first = _least(climbed, policy, taken=not_possible)
    if first is None:
        return ()
    second = _least(climbed, policy, taken=not_possible | first.members)
    return (first.ids,) if second is None else (first.ids, second.ids)


def levers_for(
    profile: RiskProfile,
    policy: Policy,
    yearly_revenue: float | None = None,
    without: Collection[str] = (),
) -> tuple[tuple[str, ...], ...]:
    """The helping levers of *profile* at its worst; none when it is a plain two-way door already."""
    scale = scale_of(policy)
    worst = scale.climbed(
        bounds(question, profile.answer(question.name), policy.cuts, yearly_revenue).high
        for question in QUESTIONS
    )
    return () if scale.is_plain(worst) else helping_levers(worst, policy, without)


def with_levers(
    profile: RiskProfile, ids: Iterable[str], policy: Policy, yearly_revenue: float | None = None
) -> RiskProfile:
    """*profile* with the levers pulled: an answer that could lie above a lever's level is "at most" there."""
    chosen = set(ids)
    for lever in policy.levers:
        if lever.id in chosen:
            for name, highest in lever.at_most.items():
                question = BY_NAME[name]
                answer = profile.answer(name)
                if bounds(question, answer, policy.cuts, yearly_revenue).high > highest:
                    profile = profile.with_answer(name, at_most_level(question, highest, policy.cuts))
    return profile


def _least(climbed: Steps, policy: Policy, *, taken: int) -> LeverSet | None:
    """The first of the sets, ordered by effort, that helps and uses none of the *taken* levers."""
    scale = scale_of(policy)
    sets = _lever_sets(policy)
    # A lever that changes nothing here is only effort, so it is in no least set.
    for alone in _levers_alone(policy):
        if climbed & ~alone.allowed == 0:
            taken |= alone.members
    # Levers never make anything worse: when all that are left do not help, no few of them do.
    everything = next(tried for tried in reversed(sets) if tried.members & taken == 0)
    if not scale.is_plain(climbed & everything.allowed):
        return None
    left = (tried for tried in sets if tried.members & taken == 0)
    return next(tried for tried in left if scale.is_plain(climbed & tried.allowed))


@lru_cache(maxsize=16)
def _lever_sets(policy: Policy) -> tuple[LeverSet, ...]:
    """Every set of the policy's levers, least effort first, then fewest levers, then the policy's order."""
    scale = scale_of(policy)
    numbered = tuple(enumerate(policy.levers))
    sets = [chosen for size in range(len(numbered) + 1) for chosen in combinations(numbered, size)]
    # Sorting is stable and combinations come by size and in table order already.
    sets.sort(key=lambda chosen: sum(lever.effort for _, lever in chosen))
    return tuple(_together(chosen, scale) for chosen in sets)


@lru_cache(maxsize=16)
def _levers_alone(policy: Policy) -> tuple[LeverSet, ...]:
    return tuple(alone for alone in _lever_sets(policy) if len(alone.ids) == 1)


def _together(chosen: tuple[tuple[int, Lever], ...], scale: Scale) -> LeverSet:
    allowed = scale.allowed({})
    for _, lever in chosen:
        allowed &= scale.allowed(lever.at_most)
    return LeverSet(
        ids=tuple(lever.id for _, lever in chosen),
        members=sum(1 << place for place, _ in chosen),
        allowed=allowed,
    )
