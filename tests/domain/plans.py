"""Plans to begin with: the smallest of each design, and a way to change one key."""

from collections.abc import Mapping

from registry.domain.plan import Plan, plan_from

SPEND = {"name": "spend", "role": "primary", "kind": "mean", "column": "spend", "better": "higher"}
RETURNS = {
    "name": "returns",
    "role": "guardrail",
    "kind": "proportion",
    "column": "returned",
    "better": "lower",
    "margin": 0.02,
}
RANDOMISED: Mapping[str, object] = {
    "design": "randomised",
    "arm": "segment",
    "control": "No card",
    "metric": [SPEND],
}


def plan(**changes: object) -> Plan:
    """The smallest randomised plan with *changes*; None takes a key out."""
    return plan_from({**RANDOMISED, **changes})


def metric(**changes: object) -> dict[str, object]:
    """The primary metric of that plan with *changes*."""
    return {**SPEND, **changes}
