"""What is known of customers before the pilot: the few numbers from which its size follows.

They are no part of the plan, and nothing but what is said on the page is made of them.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from registry.analysis.sizing.question import Question
from registry.domain.plan import Better, Design, Kind, Look
from registry.web.plan_fields import number

GROUPS = frozenset({Design.CLUSTERED, Design.DIFF_IN_DIFF, Design.SWITCHBACK})
"""Designs in which groups are counted, not their customers."""
WITHOUT_KNOWN_SPREAD = frozenset({Kind.RATIO, Kind.QUANTILE})
"""Kinds whose spread from customer to customer nobody knows beforehand."""
USUAL_ALIKENESS = 0.05
"""The cautious end of what is usual for customers of one store."""


def can_be_sized(design: Design, kind: Kind) -> bool:
    """Whether the size follows from numbers that somebody may know."""
    return kind not in WITHOUT_KNOWN_SPREAD or (kind is Kind.RATIO and design in GROUPS)


def is_by_group(design: Design, kind: Kind) -> bool:
    """Whether each group is one number: its change, or its one total per another."""
    return design is Design.DIFF_IN_DIFF or (design in GROUPS and kind is Kind.RATIO)


def question_asked(place: str, values: Mapping[str, Any], primary: Mapping[str, Any]) -> Question | None:
    """What the plan and the page say so far of size; None while that is nothing."""
    design: Design = values["design"]
    kind: Kind = primary["kind"]
    by_group, in_groups = is_by_group(design, kind), design in GROUPS
    left, right = st.columns(2)
    with left:
        baseline, spread = _known(place, design, kind)
    group_size = alikeness = have = a_day = None
    if in_groups and not by_group:
        with right:
            group_size = _number(place, "group_size", f"group_size-{design}")
        with left:
            alikeness = _number(place, "alikeness", f"alikeness-{design}", USUAL_ALIKENESS)
    if in_groups:
        with right:
            have = _number(place, "have", f"have-{design}")
    if design in {Design.RANDOMISED, Design.PRE_POST, Design.SWITCHBACK}:
        with right:
            a_day = _number(place, "a_day", f"a_day-{design}")
    if (baseline is None and spread is None) or (in_groups and not by_group and group_size is None):
        return None
    counted = have if in_groups else values.get("planned_units")
    return Question(
        kind=kind,
        better=primary.get("better", Better.HIGHER),
        mde=primary.get("mde"),
        baseline=baseline,
        spread=spread,
        by_group=by_group,
        group_size=group_size,
        alikeness=alikeness,
        arms=max(2, len(values.get("shares") or ())),
        look=values.get("look", Look.ONCE),
        looks=values.get("looks", 1),
        alpha=values.get("alpha", Question._field_defaults["alpha"]),
        power=values.get("power", Question._field_defaults["power"]),
        have=None if counted is None else int(counted),
        a_day=a_day,
    )


def _known(place: str, design: Design, kind: Kind) -> tuple[float | None, float | None]:
    """The share today, or how far values lie apart: of customers, of stores, or of stores' changes."""
    by = 100.0 if kind.is_share else 1.0
    if is_by_group(design, kind):
        of = "changes" if design is Design.DIFF_IN_DIFF else "groups"
        points = "-points" if kind.is_share else ""
        return None, _number(place, f"spread-{of}", f"spread-{of}{points}", by=by)
    if kind.is_share:
        return _number(place, "baseline", f"baseline-{kind}", by=by), None
    return None, _number(place, "spread", "spread")


def _number(
    place: str, name: str, field: str, usual: float | None = None, *, by: float = 1.0
) -> float | None:
    return number(f"{place}-{name}", field, usual, by=by, why=f"{name}-why")
