"""A plan as a TOML file: read, and written back for download."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.domain.plan import Plan, plan_from, shortest_number
from registry.domain.plan_refusals import PlanRefused


def parse_plan(toml_text: str) -> Plan:
    """The plan in a TOML file's text. Raises PlanRefused naming the key that cannot be followed."""
    if not toml_text.strip():
        raise PlanRefused("plan-file-empty")
    try:
        values = tomllib.loads(toml_text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PlanRefused("plan-not-toml", problem=str(error)) from error
    return plan_from(values)


def plan_text(plan: Plan) -> str:
    """The keys that are set, as TOML that `parse_plan` reads back to an equal plan."""
    values = plan.model_dump()
    tables = {"shares", "metric"}
    lines = [_line(key, value) for key, value in values.items() if key not in tables]
    if "shares" in values:
        lines += ["", "[shares]", *(f"{_quoted(arm)} = {_value(n)}" for arm, n in values["shares"].items())]
    for metric in values.get("metric", ()):
        lines += ["", "[[metric]]", *(_line(key, value) for key, value in metric.items())]
    return "\n".join(lines) + "\n"


def _line(key: str, value: object) -> str:
    return f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case float():
            return repr(shortest_number(value))
        case str():
            return _quoted(value)
        case Mapping():
            raise TypeError("a table is not a value")
        case _:
            return "[" + ", ".join(_value(inner) for inner in value) + "]"


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's, but JSON lets the delete character stand.
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
