"""What a person is told whose plan has a wrong key, a missing one, or a value of the wrong sort."""

from collections.abc import Collection
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from registry.domain.sentence import Refusal

WANTED = {
    "bool_type": "plan-wants-true-or-false",
    "dict_type": "plan-wants-table",
    "finite_number": "plan-wants-number",
    "float_type": "plan-wants-number",
    "int_type": "plan-wants-whole-number",
    "missing": "plan-wants-two-numbers",
    "mapping_type": "plan-wants-table",
    "model_type": "plan-wants-table",
    "string_type": "plan-wants-text",
    "string_unicode": "plan-wants-text",
    "too_long": "plan-wants-two-numbers",
    "tuple_type": "plan-wants-list",
    "value_error": "plan-wants-text",
}
"""What pydantic found wrong with a value, and the sentence that says what belongs there."""


class PlanRefused(Refusal):
    """A plan that cannot be followed as it is written; the sentence names the key."""


def refused(
    error: ValidationError, *, plan_keys: Collection[str], metric_keys: Collection[str]
) -> PlanRefused:
    """The refusal for the first thing that *error* found; a misspelt key comes before the missing one."""
    first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    metric, path = _place(first)
    key = str(path[0]) if path else "metric"
    near = get_close_matches(key, metric_keys if metric else plan_keys, n=1)
    match first["type"]:
        case "extra_forbidden" if near:
            name, values = "plan-unknown-key-nearest", {"nearest": near[0]}
        case "extra_forbidden":
            name, values = "plan-unknown-key", {}
        case "missing" if len(path) == 1:
            name, values = "plan-key-missing", {}
        case "enum":
            name, values = "plan-not-one-of", {"choices": _choices(first)}
        case _ if key in {"start", "end"}:
            name, values = "plan-wants-date", {}
        case kind:
            name, values = WANTED.get(kind, "plan-wrong-value"), {}
    return PlanRefused(name, key=key, metric=metric, value=str(first["input"])[:40], **values)


def _place(found: ErrorDetails) -> tuple[int, tuple[int | str, ...]]:
    """The metric that is meant, counted from 1 (0 is the plan itself), and the keys inside it."""
    match found["loc"]:
        case ("metric", int(position), *inner):
            return position + 1, tuple(inner)
        case path:
            return 0, path


def _choices(found: ErrorDetails) -> str:
    expected = str(found.get("ctx", {}).get("expected", ""))
    return ", ".join(f"“{word}”" for word in expected.replace(" or ", ", ").replace("'", "").split(", "))
