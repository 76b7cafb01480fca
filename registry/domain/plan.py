"""The plan of a pilot: what is measured, on whom, for how long; locked with a fingerprint at the start.

A key that is set counts, also when it is set to its default: the fingerprint covers what the
people wrote down, not what they could have left out. `None` is the same as not set.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)

from registry.domain import plan_rules
from registry.domain.plan_refusals import refused


class Design(StrEnum):
    """How it was decided who meets the change."""

    RANDOMISED = "randomised"
    CLUSTERED = "clustered"
    SWITCHBACK = "switchback"
    DIFF_IN_DIFF = "diff_in_diff"
    PRE_POST = "pre_post"
    LOOK_AND_LISTEN = "look_and_listen"


class Role(StrEnum):
    """What a metric is there for: to decide, to protect, or to be watched."""

    PRIMARY = "primary"
    GUARDRAIL = "guardrail"
    WATCH = "watch"


class Kind(StrEnum):
    """How a metric sums up a column."""

    MEAN = "mean"
    PROPORTION = "proportion"
    RATIO = "ratio"
    ORDINAL = "ordinal"
    NPS = "nps"
    TOP_BOX = "top_box"
    QUANTILE = "quantile"

    @property
    def is_share(self) -> bool:
        """Whether its values are shares from 0 to 1, which people read in percentage points."""
        return self in {Kind.PROPORTION, Kind.TOP_BOX}


class Better(StrEnum):
    """The good direction of a metric."""

    HIGHER = "higher"
    LOWER = "lower"


class Look(StrEnum):
    """How often the result may be looked at."""

    ONCE = "once"
    PLANNED = "planned"
    ANYTIME = "anytime"


class Rows(StrEnum):
    """Whether a row of the data is one unit, or something finer that is added up to units."""

    UNIT = "unit"
    FINER = "finer"


ARM_BEFORE, ARM_AFTER, ARM_EARLIER = "before", "after", "earlier"
"""What the periods of a before/after pilot are called where other designs have arms."""


class Weight(StrEnum):
    """Whether every cluster counts the same, or every unit."""

    CLUSTER = "cluster"
    UNIT = "unit"


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("blank")
    return text


def _only_a_day(value: object) -> object:
    # Pydantic would also take a moment, or a number as seconds since 1970.
    if isinstance(value, str) or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise ValueError("not a date")


Word: TypeAlias = Annotated[str, AfterValidator(_not_blank)]
Number: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Whole: TypeAlias = Annotated[int, Field(strict=True)]
Truth: TypeAlias = Annotated[bool, Field(strict=True)]
Day: TypeAlias = Annotated[date, BeforeValidator(_only_a_day)]


class _Section(BaseModel):
    """A part of the plan that keeps apart which of its keys were set."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _none_is_not_set(cls, given: Any) -> Any:
        match given:
            case dict():
                return {key: value for key, value in given.items() if value is not None}  # pyright: ignore
            case _:
                return given

    @model_serializer(mode="wrap")
    def _only_set_keys(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        dumped = dump(self)
        return {name: dumped[name] for name in type(self).model_fields if name in self.model_fields_set}


class Metric(_Section):
    """What is measured. Raises PlanRefused where its keys do not fit together."""

    name: Word
    role: Role
    kind: Kind
    column: Word
    better: Better = Better.HIGHER
    """Only a watch metric may leave it out: no rule uses its direction."""
    counter_metric: Truth = False
    """True on the guardrail that answers “how could it be gamed?”."""
    covariate: Word | None = None
    mde: Number | None = None
    """Smallest difference that matters, in the metric's own units; above 0."""
    margin: Number | None = None
    """The most a guardrail may get worse, in the metric's own units; 0 or more."""
    denominator: Word | None = None
    scale: tuple[Number, Number] | None = None
    threshold: Number | None = None
    q: Number | None = None
    survey: Truth = False
    """True when a blank means “not answered”."""

    @model_validator(mode="after")
    def _keys_fit_together(self) -> "Metric":
        plan_rules.check_metric(self)
        return self


class Plan(_Section):
    """The plan of a pilot. Raises PlanRefused where its keys do not fit together."""

    design: Design
    arm: Word | None = None
    control: Word | None = None
    unit: Word | None = None
    rows: Rows = Rows.UNIT
    cluster: Word | None = None
    pair: Word | None = None
    within_cluster: Truth = False
    weight: Weight = Weight.CLUSTER
    block: Word | None = None
    burn_in: Whole = 0
    period: Word | None = None
    day: Word | None = None
    units_return: Truth = True
    """False says that nobody is in the data on two days, so that a file may add days to those read before."""
    segments: tuple[Word, ...] = ()
    alpha: Number = 0.05
    power: Number = 0.8
    look: Look = Look.ONCE
    looks: Whole | None = None
    start: Day | None = None
    end: Day | None = None
    planned_units: Whole | None = None
    """Units per arm."""
    shares: Mapping[Word, Number] | None = None
    metric: tuple[Metric, ...] = ()
    """In the file's order; named as in the file."""

    @model_validator(mode="after")
    def _keys_fit_together(self) -> "Plan":
        plan_rules.check_plan(self)
        return self

    @property
    def primary(self) -> Metric | None:
        """The metric that decides; None only for look and listen."""
        return next((metric for metric in self.metric if metric.role is Role.PRIMARY), None)

    @property
    def groups(self) -> str | None:
        """The column of the stores, agents or blocks that were randomised; None where customers were."""
        return self.block if self.design is Design.SWITCHBACK else self.cluster

    @property
    def guardrails(self) -> tuple[Metric, ...]:
        """The metrics that must not get worse by more than their margin."""
        return tuple(metric for metric in self.metric if metric.role is Role.GUARDRAIL)


def kind_read(plan: Plan, metric: Metric) -> Kind:
    """How the numbers of *metric* are added up: where a unit's rows are put together, as their mean."""
    is_mean_of_rows = plan.rows is Rows.FINER and metric.kind not in {Kind.RATIO, Kind.QUANTILE}
    return Kind.MEAN if is_mean_of_rows else metric.kind


def plan_from(values: Mapping[str, object]) -> Plan:
    """The plan that *values*, keyed as in a plan file, describe. Raises PlanRefused naming the key."""
    try:
        return Plan.model_validate(values)
    except ValidationError as error:
        raise refused(error, plan_keys=Plan.model_fields, metric_keys=Metric.model_fields) from None


def plan_of(canonical_json: str) -> Plan:
    """The plan whose canonical JSON this is."""
    return plan_from(json.loads(canonical_json))


def canonical(plan: Plan) -> str:
    """The JSON of the keys that are set: sorted, no spaces, ISO dates, shortest numbers (1.0 is 1)."""
    shortest = _shortest(plan.model_dump(mode="json"))
    return json.dumps(shortest, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def fingerprint(plan: Plan) -> str:
    """The first 12 hex digits of the SHA-256 of the plan's canonical JSON."""
    return sha256(canonical(plan).encode()).hexdigest()[:12]


def _shortest(value: Any) -> Any:
    match value:
        case dict():
            return {key: _shortest(inner) for key, inner in value.items()}  # pyright: ignore
        case list():
            return [_shortest(inner) for inner in value]  # pyright: ignore
        case float():
            return shortest_number(value)
        case _:
            return value


def shortest_number(number: float) -> int | float:
    """*number* as an integer where it is one and every digit of it is known."""
    return int(number) if number.is_integer() and abs(number) < 2**53 else number
