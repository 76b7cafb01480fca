"""What a plan may ask for that is not built yet: a table, so that a page can say it before there are data."""

from collections.abc import Callable, Sequence

from registry.domain.plan import Design, Kind, Look, Plan, Rows
from registry.domain.sentence import Refusal, Sentence, SentenceValue, sentence

BUILT_DESIGNS = {Design.RANDOMISED, Design.CLUSTERED, Design.LOOK_AND_LISTEN}
BUILT_KINDS = set(Kind) - {Kind.QUANTILE}

Asked = dict[str, SentenceValue]


class MethodNotBuilt(Refusal):
    """A valid plan asks for something that cannot be computed yet."""


def _design(plan: Plan) -> Asked:
    return {} if plan.design in BUILT_DESIGNS else {"design": plan.design.value}


def _kind(plan: Plan) -> Asked:
    for metric in plan.metric:
        if metric.kind not in BUILT_KINDS:
            return {"metric": metric.name, "kind": metric.kind.value}
    return {}


def _rows(plan: Plan) -> Asked:
    return {"unit": plan.unit or ""} if plan.rows is Rows.FINER else {}


def _look(plan: Plan) -> Asked:
    return {"look": plan.look.value} if plan.look is Look.PLANNED else {}


def _segments(plan: Plan) -> Asked:
    return {"segment": plan.segments[0]} if plan.segments else {}


NOT_BUILT: Sequence[tuple[str, Callable[[Plan], Asked]]] = (
    ("not-built-design", _design),
    ("not-built-kind", _kind),
    ("not-built-rows", _rows),
    ("not-built-look", _look),
    ("not-built-segments", _segments),
)
"""The sentence, and what of the plan it is about; nothing where the plan does not ask for it."""


def not_built(plan: Plan) -> Sentence | None:
    """What *plan* asks for that cannot be computed yet, and what works today; None when all of it can."""
    for name, asked in NOT_BUILT:
        if values := asked(plan):
            return sentence(name, **values)
    return None
