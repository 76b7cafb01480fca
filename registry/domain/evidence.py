"""What a pilot's data say: summaries, estimates, checks and recommendations, frozen as they were seen."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from registry.domain.plan import Design, Role
from registry.domain.sentence import Sentence
from registry.domain.summary import Summary


class Grade(StrEnum):
    """How much the design alone allows to be said about cause, from A (most) to E."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


GRADES: Mapping[Design, Grade] = {
    Design.RANDOMISED: Grade.A,
    Design.CLUSTERED: Grade.B,
    Design.SWITCHBACK: Grade.B,
    Design.DIFF_IN_DIFF: Grade.C,
    Design.PRE_POST: Grade.D,
    Design.LOOK_AND_LISTEN: Grade.E,
}


class Method(StrEnum):
    """How an estimate was made; its display name is the sentence `method-<value>`."""

    WELCH = "welch"
    MIETTINEN_NURMINEN = "miettinen_nurminen"
    ANY_TIME = "any_time"
    PLANNED = "planned"
    CLUSTER_T = "cluster_t"
    CLUSTER_ANCOVA = "cluster_ancova"
    PAIRED_T = "paired_t"
    DIFF_IN_DIFF = "diff_in_diff"
    QUANTILE_BOOTSTRAP = "quantile_bootstrap"
    CLUSTER_BOOTSTRAP = "cluster_bootstrap"
    RATIO = "ratio"
    CR2 = "cr2"
    CR2_RATIO = "cr2_ratio"
    CR2_ADJUSTED = "cr2_adjusted"
    CUPED = "cuped"
    GEOMETRIC = "geometric"
    BOSCHLOO = "boschloo"
    BRUNNER_MUNZEL = "brunner_munzel"
    NET_PROMOTER = "net_promoter"


class CheckName(StrEnum):
    """What was checked before the numbers were believed."""

    SAMPLE_RATIO = "sample_ratio"
    REPEATED_UNITS = "repeated_units"
    SWITCHED_UNITS = "switched_units"
    MISSING = "missing"
    RESPONSE = "response"
    BALANCE = "balance"
    CLUSTERS = "clusters"
    WEEK = "week"


class CheckStatus(StrEnum):
    """A failed check forbids every recommendation but “cannot tell”."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Action(StrEnum):
    """What the rules say; people decide."""

    ADOPT = "adopt"
    WALK_BACK = "walk_back"
    NO_DIFFERENCE = "no_difference"
    KEEP_GOING = "keep_going"
    CANNOT_TELL = "cannot_tell"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Estimate(_Value):
    """One arm against the control for one metric.

    Differences are arm minus control, in the metric's own units. Every number but the counts is
    None where it is not shown yet (a look-once metric before its end) or cannot be had.
    """

    metric: str
    role: Role
    arm: str
    control: str
    control_value: float | None = None
    arm_value: float | None = None
    difference: float | None = None
    standard_error: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    """Two-sided, not adjusted for the number of arms."""
    p_adjusted: float | None = None
    """Holm over the arms that are compared with the control on this metric."""
    alpha_used: float
    """The interval from low to high leaves out this much."""
    relative: float | None = None
    """The difference as a share of the control's value: 0.1 is ten percent more."""
    relative_low: float | None = None
    relative_high: float | None = None
    method: Method
    n_control: int
    n_arm: int
    clusters_control: int | None = None
    clusters_arm: int | None = None


class Check(_Value):
    """Something that must be in order before the numbers mean what they seem to mean."""

    name: CheckName
    status: CheckStatus
    p_value: float | None
    message: Sentence


class BesideName(StrEnum):
    """What can stand beside an estimate."""

    LONG_TAIL = "long_tail"
    RESHUFFLED = "reshuffled"
    GEOMETRIC = "geometric"
    WHOSE_IS_HIGHER = "whose_is_higher"
    QUANTILE_OF_ARM = "quantile_of_arm"
    EVERY_LOT = "every_lot"
    ALIKE = "alike"
    LEFT_OUT = "left_out"
    PLACEBO = "placebo"
    NO_WORSE = "no_worse"
    EQUIVALENT = "equivalent"


class Beside(_Value):
    """Another view of a comparison, or what to bear in mind with it. The rules never read it."""

    name: BesideName
    metric: str
    arm: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    message: Sentence


class SegmentEstimate(_Value):
    """One arm against the control among the customers of one segment; exploratory."""

    metric: str
    arm: str
    column: str
    segment: str
    n_control: int
    n_arm: int
    difference: float | None = None
    """None, as what follows, where the segment cannot be compared."""
    low: float | None = None
    high: float | None = None
    """The interval leaves out the plan's alpha, for this segment alone."""
    p_value: float | None = None
    p_adjusted: float | None = None
    """Benjamini and Hochberg over the column's segments."""


class Interaction(_Value):
    """Whether an arm's effect on a metric is the same in all segments of a column."""

    metric: str
    arm: str
    column: str
    p_value: float
    message: Sentence


class Recommendation(_Value):
    """What the first rule that holds says about one arm."""

    arm: str
    action: Action
    rule: str
    message: Sentence


class Evidence(_Value):
    """Everything a pilot's data said on the day it was read; stored as JSON with the decision."""

    plan_fingerprint: str
    rows: int
    arms: Mapping[str, int]
    """Units by arm, the control first."""
    grade: Grade
    assumption: Sentence
    """What must hold for the numbers to mean what the grade lets them mean."""
    checks: tuple[Check, ...]
    estimates: tuple[Estimate, ...]
    recommendation: Recommendation
    """The best-supported of the recommendations."""
    recommendations: tuple[Recommendation, ...]
    """One per arm, the best-supported first."""
    beside: tuple[Beside, ...] = ()
    segments: tuple[SegmentEstimate, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    looks: tuple[float, ...] = ()
    """Of a plan with planned looks: how much of the pilot was in at each look so far, this one the last."""
    summaries: tuple[Summary, ...]
    """One per metric and arm."""
    stores: tuple[Summary, ...] = ()
    """The same by store; only of readings older than snapshots, which keep it now."""
    data_sha256: str
    as_of: date
    complete: bool
    """The plan's end has come, or every arm has its planned units, or the plan names no end."""
