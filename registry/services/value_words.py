"""Values in words: what stands in a field, as one line that anybody can read."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from registry.domain.experiment import experiment_code
from registry.domain.moment import moment_text
from registry.domain.organisation import Topic
from registry.domain.person import Role
from registry.domain.plan import Metric, shortest_number
from registry.domain.risk import AtMost, PercentOfRevenue
from registry.sentences import day_text, say

CHOICES: Mapping[str, str] = {
    "quote.voice": "voice",
    "move": "move",
    "submission.door": "door",
    "plan.plan.design": "design",
    "decision.choice": "choice",
    "panel_found.door": "door",
    "door_signed.door": "door",
    "panel_outcome.outcome": "reviewers-say",
    "function_asked.question": "changed-answers",
    "talk.question": "changed-answers",
    "levers": "lever",
    "levers_not_here": "lever",
    "roles": "people-role",
    "citation.speaks": "speaks",
}
"""Fields in which one of a few things is chosen, and how the sentences of those begin."""

EXPERIMENTS = frozenset({"citation.experiment", "use.learning"})
"""Fields that hold the number of an experiment."""


def words(field: str, value: object) -> str:
    """The *value* of *field* in words; empty for nothing."""
    if value is None:
        return ""
    of_its_kind = next((spoken for kind, spoken in SPOKEN if isinstance(value, kind)), _text)
    return of_its_kind(field, value)


def _truth(field: str, value: bool) -> str:
    if field.startswith("quick_check."):
        return say("row-true" if value else "row-not-true")
    return say("history-yes" if value else "history-no")


def _number(field: str, value: float) -> str:
    if field == "note.picture":
        # The number of a picture says nothing to anybody.
        return say("history-yes")
    if field in EXPERIMENTS:
        return experiment_code(int(value))
    number = f"{shortest_number(float(value)):,}"
    return f"{number} %" if field == "answers.exposure" else number


def _text(field: str, value: object) -> str:
    part, _, name = field.rpartition(".")
    if part == "answers":
        return say(f"answer-{name}-{value}")
    if field in CHOICES:
        return say(f"{CHOICES[field]}-{value}")
    return " ".join(str(value).split())


def _at_most(field: str, value: AtMost) -> str:
    return say("history-at-most", value=words(field, value.at_most))


def _of_revenue(field: str, value: PercentOfRevenue) -> str:
    return say("history-of-revenue", percent=_number(field, value.percent_of_revenue))


def _metric(field: str, value: Metric) -> str:
    """What a metric measures and what it is held to, in its own units."""
    told = [say("plan-metric", name=value.name, role=value.role, kind=value.kind, column=value.column)]
    if value.mde is not None:
        told.append(say("metric-mde", mde=_number(field, value.mde)))
    if value.margin is not None:
        told.append(say("metric-margin", margin=_number(field, value.margin)))
    return ", ".join(told)


def _shares(field: str, value: Mapping[str, float]) -> str:
    return ", ".join(f"{arm} {_number(field, share)}" for arm, share in value.items())


def _roles(field: str, value: frozenset[Role]) -> str:
    return ", ".join(words(field, role) for role in Role if role in value)


def _topic(_field: str, value: Topic) -> str:
    return say("topic-months", name=value.name, months=value.months)


def _several(field: str, value: tuple[object, ...]) -> str:
    return " / ".join(words(field, each) for each in value)


SPOKEN: Sequence[tuple[type, Callable[[str, Any], str]]] = (
    (bool, _truth),
    (int, _number),
    (float, _number),
    (datetime, lambda _, value: moment_text(value)),
    (date, lambda _, value: day_text(value)),
    (AtMost, _at_most),
    (PercentOfRevenue, _of_revenue),
    (Metric, _metric),
    (Topic, _topic),
    (Mapping, _shares),
    (frozenset, _roles),
    (tuple, _several),
)
"""How each kind of value is said; the first that fits counts, and what fits none is a text."""
