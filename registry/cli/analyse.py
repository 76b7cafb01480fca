"""`analyse`: did it work? A pilot's data and its plan in, evidence out."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from registry.cli.command import Command
from registry.cli.printing import columns
from registry.cli.progress import progress_shown
from registry.cli.reading import given_data, read_text
from registry.domain.evidence import Beside, Check, Estimate, Evidence, Interaction, Recommendation
from registry.domain.plan_file import parse_plan
from registry.domain.recommendation import figure
from registry.domain.sentence import Refusal
from registry.sentences import p_text, say
from registry.services.analysis import evidence_of, summaries_of

JSON_KEYS = (
    "plan_fingerprint",
    "rows",
    "arms",
    "grade",
    "assumption",
    "checks",
    "estimates",
    "recommendation",
    "recommendations",
    "beside",
    "segments",
    "interactions",
    "looks",
)
"""What is printed of the evidence; the summaries and the file's hash are for the registry."""


class NotADay(Refusal):
    """The day of reading is not written as a day."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("data", metavar="DATA", help=say("cli-analyse-data"))
    parser.add_argument("--plan", metavar="PLAN.toml", required=True, help=say("cli-analyse-plan"))
    parser.add_argument("--as-of", metavar="DATE", help=say("cli-analyse-as-of"))


def run(args: Namespace) -> Evidence:
    """What the pilot's data say under its plan on the day given, today without one."""
    plan = parse_plan(read_text(args.plan))
    day = datetime.now(UTC).date() if args.as_of is None else _day(args.as_of)
    with given_data(args.data) as given, progress_shown() as progress:
        data = summaries_of(plan, given, progress=progress)
    return evidence_of(plan, data, day)


def plain(evidence: Evidence) -> Any:
    """The evidence as JSON values, its sentences as text."""
    dumped = evidence.model_dump(mode="json", include=set(JSON_KEYS))
    dumped["assumption"] = say(evidence.assumption)
    dumped["checks"] = [_spoken(check) for check in evidence.checks]
    dumped["beside"] = [_spoken(one) for one in evidence.beside]
    dumped["interactions"] = [_spoken(one) for one in evidence.interactions]
    dumped["recommendation"] = _spoken(evidence.recommendation)
    dumped["recommendations"] = [_spoken(one) for one in evidence.recommendations]
    return {key: dumped[key] for key in JSON_KEYS}


def table(evidence: Evidence) -> list[str]:
    """The evidence for people: what the rules say, the estimates, the checks, the assumption."""
    advice = [
        say(
            "cli-analyse-says",
            action=say(f"action-{one.action}"),
            rule=say(f"rule-name-{one.rule}"),
            message=say(one.message),
        )
        for one in evidence.recommendations
    ]
    read = say(
        "cli-analyse-plan-and-data",
        fingerprint=evidence.plan_fingerprint,
        rows=evidence.rows,
        day=evidence.as_of.isoformat(),
    )
    checked = [
        say(
            "cli-analyse-check",
            name=say(f"check-name-{check.name}"),
            status=check.status.value,
            message=say(check.message),
        )
        for check in evidence.checks
    ]
    views = [
        say("cli-analyse-beside", metric=each.metric, arm=each.arm, message=say(each.message))
        for each in (*evidence.beside, *evidence.interactions)
    ]
    parts = columns(_parts(evidence)) if evidence.segments else []
    grade = say("cli-analyse-grade", grade=evidence.grade.value, assumption=say(evidence.assumption))
    blocks = (advice, columns(_rows(evidence.estimates)), views, parts, checked, [grade, read])
    return [line for block in blocks if block for line in ("", *block)][1:]


def _parts(evidence: Evidence) -> list[list[str]]:
    """Every segment as a row: for looking around, so with the corrected p alone."""
    percent = f"{100 * (1 - evidence.estimates[0].alpha_used):g}"
    head = [
        say("cli-analyse-metric"),
        say("cli-analyse-arm"),
        say("cli-analyse-segment"),
        say("cli-analyse-difference"),
        say("cli-analyse-interval", percent=percent),
        say("cli-analyse-p-segments"),
        say("cli-analyse-answers"),
    ]
    return [head] + [
        [
            each.metric,
            each.arm,
            f"{each.column}: {each.segment or say('segment-blank')}",
            _number(each.difference),
            _interval(each.low, each.high),
            p_text(each.p_adjusted),
            f"{each.n_control:,} + {each.n_arm:,}",
        ]
        for each in evidence.segments
    ]


def _spoken(one: Beside | Check | Interaction | Recommendation) -> dict[str, Any]:
    return one.model_dump(mode="json") | {"message": say(one.message)}


def _rows(estimates: Sequence[Estimate]) -> list[list[str]]:
    percent = f"{100 * (1 - estimates[0].alpha_used):g}"
    head = [
        say("cli-analyse-metric"),
        say("cli-analyse-role"),
        say("cli-analyse-arm"),
        say("cli-analyse-control-value", control=estimates[0].control),
        say("cli-analyse-arm-value"),
        say("cli-analyse-difference"),
        say("cli-analyse-interval", percent=percent),
        say("cli-analyse-relative"),
        say("cli-analyse-p"),
        say("cli-analyse-p-adjusted"),
        say("cli-analyse-answers"),
        say("cli-analyse-method"),
    ]
    return [head, *(_row(one) for one in estimates)]


def _row(one: Estimate) -> list[str]:
    return [
        one.metric,
        say(f"role-{one.role}"),
        one.arm,
        _number(one.control_value),
        _number(one.arm_value),
        _number(one.difference),
        _interval(one.low, one.high),
        say("cli-analyse-hidden") if one.relative is None else f"{one.relative:+.1%}",
        p_text(one.p_value),
        p_text(one.p_adjusted),
        f"{one.n_control:,} + {one.n_arm:,}",
        say(f"method-{one.method}"),
    ]


def _number(value: float | None) -> str:
    return say("cli-analyse-hidden") if value is None else figure(value)


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return say("cli-analyse-hidden")
    return say("cli-analyse-from-to", low=figure(low), high=figure(high))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotADay("cli-analyse-not-a-day", text=text) from error


COMMAND = Command(arguments, run, plain, table)
