"""What the numbers recommend: eight ordered rules, the first that holds speaks, and its name is shown.

Everything is turned towards the good side first: a *gain* is a difference whose positive values are
better, whatever the metric's direction. So every rule compares with 0, with a margin or with the
smallest difference that matters, and none asks which way is up.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from registry.domain.evidence import Action, CheckName, Grade, Recommendation
from registry.domain.sentence import Sentence, sentence


class Interval(NamedTuple):
    """Where a gain may lie, in the metric's own units."""

    low: float
    high: float


class GuardrailReading(NamedTuple):
    """What is known about one guardrail in one arm."""

    metric: str
    margin: float
    """0 or more; the most it may get worse."""
    gain: Interval | None
    """At confidence 1 - alpha: is it safe?"""
    strict_gain: Interval | None
    """At confidence 1 - alpha/k with k guardrails: is it harmed? One of many is harmed by chance soon."""
    is_share: bool = False
    """A share from 0 to 1, which people read in percentage points."""

    @property
    def harmed(self) -> bool:
        """Worse by more than its margin, surely."""
        return self.strict_gain is not None and self.strict_gain.high < -self.margin

    @property
    def safe(self) -> bool:
        """Not worse by as much as its margin, surely."""
        return self.gain is not None and self.gain.low > -self.margin


class ArmReading(NamedTuple):
    """Everything the rules ask about one arm against the control."""

    arm: str
    grade: Grade
    complete: bool
    end: date | None
    failed_check: CheckName | None
    """The first check that failed, if one did."""
    primary: str
    """The primary metric's name."""
    primary_missing: bool
    """The arm or the control has too few answers for an estimate of the primary."""
    gain: Interval | None
    """The primary's, at confidence 1 - alpha/(arms - 1); None before a look-once end."""
    mde: float | None
    """Above 0; the smallest difference that matters."""
    guardrails: tuple[GuardrailReading, ...]
    units: int
    """In the smaller of the arm and the control."""
    units_needed: int | None
    """Per arm, so that what is open would be settled with the plan's power; None where nobody can say."""
    is_share: bool = False
    """The primary is a share from 0 to 1, which people read in percentage points."""

    @property
    def better(self) -> bool:
        """The primary is on the good side of 0, surely."""
        return self.gain is not None and self.gain.low > 0

    @property
    def safe(self) -> bool:
        """Every guardrail is."""
        return all(guardrail.safe for guardrail in self.guardrails)


@dataclass(frozen=True)
class Rule:
    """A condition, what follows from it, and how it is said."""

    name: str
    holds: Callable[[ArmReading], bool]
    action: Action
    message: Callable[[ArmReading], Sentence]


def _invalid(r: ArmReading) -> Sentence:
    if r.failed_check is not None:
        return sentence("rule-invalid-check", check=r.failed_check.value)
    return sentence("rule-invalid-primary", arm=r.arm, metric=r.primary)


def _harm(r: ArmReading) -> Sentence:
    harmed = next(guardrail for guardrail in r.guardrails if guardrail.harmed)
    size, unit = amount(harmed.margin, is_share=harmed.is_share)
    return sentence("rule-guardrail-harm", arm=r.arm, metric=harmed.metric, margin=size, unit=unit)


def _adopt(r: ArmReading) -> Sentence:
    name = "rule-better-and-safe-staged" if r.grade is Grade.C else "rule-better-and-safe"
    return sentence(name, arm=r.arm, metric=r.primary, guardrails=len(r.guardrails))


def _about_mde(name: str) -> Callable[[ArmReading], Sentence]:
    def message(r: ArmReading) -> Sentence:
        size, unit = amount(r.mde or 0, is_share=r.is_share)
        return sentence(name, arm=r.arm, metric=r.primary, mde=size, unit=unit)

    return message


def amount(value: float, *, is_share: bool) -> tuple[str, str]:
    """A difference as a sentence mentions it, and its unit: percentage points, or the metric's own."""
    size = figure(100 * value if is_share else value).replace("-", "−")
    return size, "own" if not is_share else "point" if size in {"1", "−1"} else "points"


def _still_open(r: ArmReading) -> Sentence:
    ending = "none" if r.complete or r.end is None else r.end.isoformat()
    return sentence(
        "rule-still-open", arm=r.arm, end=ending, needed=r.units_needed or 0, units=r.units, mde=_mde_given(r)
    )


def _otherwise(r: ArmReading) -> Sentence:
    unsafe = next((guardrail.metric for guardrail in r.guardrails if not guardrail.safe), None)
    if r.better and unsafe is not None:
        return sentence("rule-otherwise-guardrail", arm=r.arm, metric=r.primary, guardrail=unsafe)
    if r.better:
        return sentence("rule-otherwise-grade", arm=r.arm, metric=r.primary, grade=r.grade.value)
    return sentence("rule-otherwise-open", arm=r.arm, metric=r.primary, mde=_mde_given(r))


def _mde_given(r: ArmReading) -> str:
    return "none" if r.mde is None else "given"


RULES: Sequence[Rule] = (
    Rule("invalid", lambda r: r.failed_check is not None or r.primary_missing, Action.CANNOT_TELL, _invalid),
    Rule("guardrail_harm", lambda r: any(g.harmed for g in r.guardrails), Action.WALK_BACK, _harm),
    Rule(
        "primary_worse",
        lambda r: r.gain is not None and r.gain.high < 0,
        Action.WALK_BACK,
        lambda r: sentence("rule-primary-worse", arm=r.arm, metric=r.primary),
    ),
    Rule(
        "better_and_safe",
        lambda r: r.better and r.safe and r.grade in {Grade.A, Grade.B, Grade.C},
        Action.ADOPT,
        _adopt,
    ),
    Rule(
        "no_difference",
        lambda r: (
            r.complete
            and r.gain is not None
            and r.mde is not None
            and -r.mde < r.gain.low <= r.gain.high < r.mde
        ),
        Action.NO_DIFFERENCE,
        _about_mde("rule-no-difference"),
    ),
    Rule(
        "not_worth_it",
        lambda r: r.complete and r.gain is not None and r.mde is not None and r.gain.high < r.mde,
        Action.WALK_BACK,
        _about_mde("rule-not-worth-it"),
    ),
    Rule(
        "still_open",
        lambda r: not r.complete or (r.units_needed is not None and r.units_needed > r.units),
        Action.KEEP_GOING,
        _still_open,
    ),
    Rule("otherwise", lambda _: True, Action.CANNOT_TELL, _otherwise),
)
"""In this order. After M. Schultzberg, S. Ankargren and M. Frånberg, Risk-aware product decisions (2024)."""

SUPPORT = (Action.ADOPT, Action.KEEP_GOING, Action.NO_DIFFERENCE, Action.CANNOT_TELL, Action.WALK_BACK)
"""From the best-supported arm to the least."""


def recommend(reading: ArmReading) -> Recommendation:
    """What the first rule that holds says about this arm."""
    rule = next(rule for rule in RULES if rule.holds(reading))
    return Recommendation(arm=reading.arm, action=rule.action, rule=rule.name, message=rule.message(reading))


def recommendations(readings: Iterable[ArmReading]) -> tuple[Recommendation, ...]:
    """One recommendation per arm, the best-supported first: by action, then by the gain that is sure."""

    def support(reading: ArmReading) -> tuple[int, float]:
        sure = float("-inf") if reading.gain is None else reading.gain.low
        return SUPPORT.index(recommend(reading).action), -sure

    return tuple(recommend(reading) for reading in sorted(readings, key=support))


def figure(number: float) -> str:
    """*number* with four digits, as sentences mention it: the catalogue itself would cut 0.0004 to 0."""
    return f"{number:,.4g}" if abs(number) < 1e4 else f"{number:,.0f}"
