"""A second opinion on the door: the policy's page as plain arithmetic, and risk profiles to try it on.

Written from the description, level by level and in fractions; it shares nothing with the code but
the names of the questions.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from registry.domain.policy import Policy
from registry.domain.risk import QUESTIONS, Question, RiskProfile, at_most_level, bounds
from registry.services.policy import policy

POLICY: Policy = policy(1)

WEIGHTS_AND_TOPS = {
    "exposure": (3, 4),
    "people": (2, 4),
    "undo_time": (5, 4),
    "undo_cost": (3, 4),
    "money_at_risk": (4, 4),
    "harm": (6, 3),
    "law": (4, 3),
    "promise": (4, 3),
    "data": (4, 3),
    "spotlight": (3, 3),
    "detection": (2, 3),
    "colleagues": (3, 3),
    "undo_control": (4, 3),
    "duration_days": (2, 3),
}

LEVERS: Mapping[str, tuple[int, Mapping[str, int]]] = {
    "start_small": (1, {"exposure": 0, "people": 1, "money_at_risk": 1, "undo_cost": 1}),
    "end_date": (1, {"duration_days": 0, "money_at_risk": 2}),
    "trial_wording": (1, {"promise": 1, "spotlight": 1}),
    "cap_money": (1, {"money_at_risk": 1}),
    "early_signal": (1, {"detection": 0}),
    "switch": (2, {"undo_time": 0, "undo_cost": 1}),
    "opt_in": (2, {"undo_control": 0, "promise": 1}),
    "keep_data": (2, {"data": 1, "undo_time": 2}),
    "volunteers": (2, {"colleagues": 1}),
    "exit_clause": (3, {"undo_control": 1, "undo_time": 3}),
}


def score(levels: Mapping[str, int]) -> Fraction:
    # In twelfths, for every top is 3 or 4.
    twelfths = sum(weight * levels[name] * (12 // top) for name, (weight, top) in WEIGHTS_AND_TOPS.items())
    return Fraction(100 * twelfths, 12 * 49)


def knockouts(at: Mapping[str, int]) -> tuple[str, ...]:
    hurts = at["harm"] >= 2 or at["money_at_risk"] >= 3 or at["spotlight"] >= 2
    met = {
        "harm": at["harm"] == 3,
        "law": at["law"] == 3,
        "data": at["data"] == 3,
        "promise": at["promise"] == 3 and (at["exposure"] >= 2 or at["money_at_risk"] >= 2),
        "no_way_back": at["undo_time"] == 4 and (hurts or at["colleagues"] == 3 or at["law"] >= 2),
        "not_ours_to_undo": at["undo_control"] == 3 and hurts,
        "money": at["money_at_risk"] == 4,
        "colleagues": at["colleagues"] == 3,
        "brand": at["spotlight"] == 3 and at["exposure"] >= 3,
    }
    return tuple(name for name, is_met in met.items() if is_met)


def is_one_way(levels: Mapping[str, int]) -> bool:
    return bool(knockouts(levels)) or score(levels) >= 45


def is_plain(levels: Mapping[str, int]) -> bool:
    """A two-way door that is not near the hinge."""
    return not knockouts(levels) and score(levels) < 30


def levels_of(profile: RiskProfile, side: str, yearly_revenue: float | None = None) -> dict[str, int]:
    """The levels of *profile*; *side* is "low" for its best or "high" for its worst."""
    return {
        question.name: getattr(
            bounds(question, profile.answer(question.name), POLICY.cuts, yearly_revenue), side
        )
        for question in QUESTIONS
    }


def percent(share: float) -> dict[str, float]:
    """An amount of money as that percentage of yearly revenue."""
    return {"percent_of_revenue": share}


def profile_with(**answers: Any) -> RiskProfile:
    """A profile whose other answers are the most harmless there are."""
    safest = {question.name: answer_at(question, 0) for question in QUESTIONS}
    return RiskProfile.model_validate({**safest, **answers})


def answer_at(question: Question, level: int) -> Any:
    """A plain answer of that level: a choice, a cut (which is not above itself), or above the last."""
    bound: Any = at_most_level(question, level, POLICY.cuts)
    if bound is not None:
        return bound.at_most
    if question.values:
        return question.values[-1]
    last = POLICY.cuts[question.name][-1]
    return percent(2 * last) if question.kind == "amount" else last + 1


def exact_answers(question: Question) -> st.SearchStrategy[Any]:
    tops = WEIGHTS_AND_TOPS[question.name][1]
    return st.integers(0, tops).map(lambda level: answer_at(question, level))


def answers(question: Question) -> st.SearchStrategy[Any]:
    """A value, an upper bound, or "I don't know"."""
    exact = exact_answers(question)
    return st.one_of(exact, exact, exact.map(lambda value: {"at_most": value}), st.none())


exact_profiles = st.fixed_dictionaries({q.name: exact_answers(q) for q in QUESTIONS}).map(
    RiskProfile.model_validate
)
profiles = st.fixed_dictionaries({q.name: answers(q) for q in QUESTIONS}).map(RiskProfile.model_validate)
