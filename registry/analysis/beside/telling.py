"""How something that stands beside an estimate is told."""

from registry.analysis.compared import Compared
from registry.domain.evidence import Beside, BesideName
from registry.domain.sentence import SentenceValue, sentence


def told(
    one: Compared, name: BesideName, numbers: dict[str, float | None] | None = None, **values: SentenceValue
) -> Beside:
    numbers = numbers or {}
    return Beside(
        name=name,
        metric=one.metric.name,
        arm=one.arm,
        value=numbers.get("value"),
        low=numbers.get("low"),
        high=numbers.get("high"),
        p_value=numbers.get("p_value"),
        message=sentence(f"beside-{name}", metric=one.metric.name, arm=one.arm, **values),
    )
