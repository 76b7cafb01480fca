"""How many, how long and how small: answered from what the plan form knows so far.

The numbers are those of `size.py`. Several arms share the risk of a false finding as the rules of the
recommendation do, alpha / (arms - 1). A plan that may be looked at any time is sized for its last look:
the test there has the level of its interval at the planned end, so that the chance to find the difference
at some look is at least the power.
"""

import math

from scipy.special import ndtr

from registry.analysis.looking.anytime import boundary
from registry.analysis.sizing.question import Answer, Need, Question
from registry.analysis.sizing.size import (
    Aim,
    Certainty,
    Clusters,
    Mean,
    Measured,
    Proportion,
    days_needed,
    smallest_difference,
    units_per_arm,
)
from registry.analysis.sizing.size_asked import FEW_CLUSTERS, MOST_LOOKS
from registry.domain.plan import Better, Look

MANY = 10**6
"""Any number: at the planned end the boundary is the same for all."""


def answer(question: Question) -> Answer:
    """What can be said of size so far; nothing where numbers are missing or cannot be true."""
    measured = _measured(question)
    if measured is None or not 1 <= question.looks <= MOST_LOOKS:
        return Answer()
    certainty, clusters = _certainty(question), _clusters(question)
    if not 0 < certainty.alpha < certainty.power < 1:
        return Answer()
    need, never = None, False
    if question.mde is not None and 0 < question.mde < math.inf:
        count = None
        if _can_change(question, question.mde):
            count = units_per_arm(
                Aim(_signed(question, question.mde)), measured, certainty, clusters=clusters
            )
        never = count is None
        need = None if count is None else _need(question, count)
    sees = None
    if question.have is not None:
        side = int(_signed(question, 1))
        found = smallest_difference(question.have, measured, certainty, clusters=clusters, side=side)
        sees = None if found is None else abs(found)
    groups = need.each if question.have is None and need is not None else question.have
    is_few = question.is_grouped and groups is not None and groups < FEW_CLUSTERS
    return Answer(need, never, sees, groups if is_few else None)


def _measured(question: Question) -> Measured | None:
    """What is compared; None while it is not known."""
    if question.kind.is_share and not question.by_group:
        known = question.baseline
        return Proportion(known) if known is not None and 0 < known < 1 else None
    known = question.spread
    return Mean(known) if known is not None and 0 < known < math.inf else None


def _clusters(question: Question) -> Clusters | None:
    if question.by_group:
        # Each group is one number, and its spread is known as such.
        return Clusters(1.0, 0.0)
    if question.group_size is None:
        return None
    return Clusters(max(1.0, question.group_size), min(1.0, max(0.0, question.alikeness or 0.0)))


def _certainty(question: Question) -> Certainty:
    alpha = question.alpha / max(1, question.arms - 1)
    if question.look is Look.ANYTIME and 0 < alpha < 1:
        alpha = 2 * float(ndtr(-boundary(MANY, tuned_to=MANY, alpha=alpha)))
    return Certainty(alpha, question.power, question.looks if question.look is Look.PLANNED else 1)


def _signed(question: Question, difference: float) -> float:
    """An improvement, by so much: shares near 0 fall otherwise than they rise."""
    return difference if question.better is Better.HIGHER else -difference


def _can_change(question: Question, by: float) -> bool:
    if not question.kind.is_share or question.by_group or question.baseline is None:
        return True
    return 0 <= question.baseline + _signed(question, by) <= 1


def _need(question: Question, count: int) -> Need:
    customers = None if question.group_size is None else math.ceil(count * question.group_size)
    days = None
    if question.a_day is not None and question.a_day > 0:
        days = days_needed(count, arms=question.arms, a_day=question.a_day)
    return Need(count, customers, days)
