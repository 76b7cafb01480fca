"""The plan form, first part: who meets the change, how that is decided, and how the data say it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import streamlit as st

from registry.domain.plan import Design, Plan, Rows, Weight
from registry.sentences import say
from registry.web.plan_fields import Fields, half, text, ticked
from registry.web.prose import told

MOST_ARMS = 6
FEWEST_SEGMENT_FIELDS = 3

USUAL_DESIGNS = (Design.RANDOMISED, Design.CLUSTERED, Design.DIFF_IN_DIFF, Design.PRE_POST)
RARE_DESIGNS = (*USUAL_DESIGNS, Design.SWITCHBACK)
WITH_ARMS = frozenset({Design.RANDOMISED, Design.CLUSTERED, Design.DIFF_IN_DIFF, Design.SWITCHBACK})
DRAWN_BY_GROUP = frozenset({Design.CLUSTERED, Design.SWITCHBACK})


class Drawn(StrEnum):
    """How the stores of a pilot were drawn; in the plan it is two keys."""

    EACH = "each"
    PAIRS = "pairs"
    WITHIN = "within"


def design_asked(fields: Fields, *, rare: bool) -> Design:
    """How it is decided who meets the change."""
    return fields.tapped(
        "design",
        RARE_DESIGNS if rare else USUAL_DESIGNS,
        Design.RANDOMISED,
        lambda design: told(f"design-{design}"),
        lambda design: told(f"design-{design}-example"),
    )


def columns_asked(fields: Fields, design: Design) -> dict[str, Any]:
    """How the data say who met what, where and when: only what *design* needs."""
    st.subheader(told("plan-data"), anchor=False)
    st.markdown(told(f"plan-data-{design}"))
    values: dict[str, Any] = {}
    if design in WITH_ARMS:
        values |= _arms(fields, design)
    if design is Design.CLUSTERED:
        with half():
            values["cluster"] = fields.text("cluster")
        values |= _drawn(fields)
    if design is Design.DIFF_IN_DIFF:
        values |= _periods(fields)
    if design is Design.PRE_POST:
        with half():
            values["period"] = fields.text("period")
    if design is Design.SWITCHBACK:
        values |= _blocks(fields)
    with st.expander(told("plan-data-more")):
        values |= _rows(fields)
    return values


def _arms(fields: Fields, design: Design) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        arm = fields.text("arm")
    with right:
        control = fields.text("control")
    was = fields.was("shares")
    saved: Mapping[str, float] = was if isinstance(was, Mapping) else {}
    if design is Design.RANDOMISED:
        return {"arm": arm, "control": control, "shares": _named(fields, control, saved)}
    if design is Design.DIFF_IN_DIFF:
        # No lot decided, so there is no split to hold the data to; a file may name one all the same.
        kept = saved if saved and control == fields.was("control") else None
        return {"arm": arm, "control": control, "shares": kept}
    is_split = ticked(f"{fields.place}-is-split", f"split-{design}", bool(saved))
    return {
        "arm": arm,
        "control": control,
        "shares": _named(fields, control, saved) if is_split else None,
    }


def _named(fields: Fields, control: str | None, saved: Mapping[str, float]) -> dict[str, float] | None:
    """The arms by name with their shares; None while no arm but the control has a name."""
    was_control = fields.was("control")
    others = [name for name in saved if name != was_control]
    count = counter(f"{fields.place}-arms", max(1, len(others)))
    with half():
        names = [
            text(f"{fields.place}-treatment-{n}", "treatment", others[n] if n < len(others) else None)
            for n in range(count)
        ]
    more(f"{fields.place}-arms", count, MOST_ARMS, "arm-add", "arm-remove")
    is_uneven = ticked(f"{fields.place}-uneven", "uneven", any(share != 1 for share in saved.values()))
    known = [saved.get(str(was_control), 1.0), *(saved.get(name, 1.0) for name in others)]
    labels = [control or say("field-control"), *(name or say("field-treatment") for name in names)]
    shares = [1.0] * len(labels)
    if is_uneven:
        for n, (column, label) in enumerate(zip(st.columns(len(labels)), labels, strict=True)):
            with column:
                shares[n] = _share(f"{fields.place}-share-{n}", label, known[n] if n < len(known) else 1.0)
    named = {name: share for name, share in zip([control, *names], shares, strict=True) if name}
    return named if any(names) else None


def _share(key: str, label: str, saved: float) -> float:
    st.session_state.setdefault(key, saved)
    return st.number_input(
        told("field-share", arm=label), key=key, format="%.12g", step=1.0, persist_state="session"
    )


def _drawn(fields: Fields) -> dict[str, Any]:
    """Whether stores were drawn one by one, in pairs, or meet both ways; and whose numbers count the same."""
    was_within, was_pair = fields.was("within_cluster"), fields.was("pair")
    known = Drawn.WITHIN if was_within else Drawn.EACH if was_pair is None else Drawn.PAIRS
    key = f"{fields.place}-drawn"
    st.session_state.setdefault(key, known)
    drawn = st.radio(
        told("field-drawn"),
        list(Drawn),
        format_func=lambda drawn: told(f"drawn-{drawn}"),
        captions=[told(f"drawn-{each}-means") for each in Drawn],
        key=key,
        persist_state="session",
    )
    pair = was_pair if drawn is Drawn.WITHIN and was_within else None
    if drawn is Drawn.PAIRS:
        with half():
            # Without its column there is no plan yet; left out, these would be stores drawn one by one.
            pair = fields.text("pair") or ""
    within = fields.kept("within_cluster", drawn is Drawn.WITHIN, False)
    weight = Weight.CLUSTER
    if drawn is not Drawn.PAIRS:
        weight = fields.tapped(
            "weight",
            list(Weight),
            Weight.CLUSTER,
            lambda weight: told(f"weight-{weight}"),
            lambda weight: told(f"weight-{weight}-means"),
        )
    return {
        # In pairs every pair counts the same.
        "pair": None if weight is Weight.UNIT else pair,
        "within_cluster": within,
        "weight": fields.kept("weight", weight, Weight.CLUSTER),
    }


def _periods(fields: Fields) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        cluster = fields.text("cluster")
    with right:
        period = fields.text("period")
    return {"cluster": cluster, "period": period}


def _blocks(fields: Fields) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        block = fields.text("block")
    with right:
        burn_in = fields.whole("burn_in", least=0, usual=0)
    return {"block": block, "burn_in": fields.kept("burn_in", burn_in, 0)}


def _rows(fields: Fields) -> dict[str, Any]:
    """How the rows are to be read: whose they are, of which day, of which kind of customers."""
    left, right = st.columns(2)
    with left:
        unit = fields.text("unit")
        rows = fields.choice("rows", list(Rows), Rows.UNIT, lambda rows: say(f"rows-{rows}"))
    with right:
        day = fields.text("day")
        units_return = _units_return(fields, has_day=day is not None)
    st.markdown(told("plan-segments"))
    was = fields.was("segments")
    saved = list(was) if isinstance(was, tuple) else []
    count = max(FEWEST_SEGMENT_FIELDS, len(saved))
    typed: list[str | None] = []
    for n, column in enumerate(st.columns(count)):
        with column:
            known = str(saved[n]) if n < len(saved) else None
            typed.append(text(f"{fields.place}-segment-{n}", "segment", known))
    segments = tuple(dict.fromkeys(each for each in typed if each))
    return {
        "unit": unit,
        "rows": fields.kept("rows", rows, Rows.UNIT),
        "day": day,
        "units_return": units_return,
        "segments": fields.kept("segments", segments, ()),
    }


def _units_return(fields: Fields, *, has_day: bool) -> object:
    """Whether somebody may be in the data on two days, which only the column with the day could tell."""
    is_once = has_day and ticked(f"{fields.place}-once", "units_once", fields.was("units_return") is False)
    return fields.kept("units_return", not is_once, True)


def is_compared_with_itself(values: Mapping[str, Any]) -> bool:
    """Whether each store is compared with its pair, or with itself, which leaves nothing else to adjust."""
    is_paired = values.get("pair") is not None or values.get("within_cluster") is True
    return is_paired or values["design"] is Design.DIFF_IN_DIFF


def counter(key: str, start: int) -> int:
    """How many fields of one sort there are."""
    return st.session_state.setdefault(f"{key}-count", start)


def more(key: str, count: int, most: int, add: str, remove: str) -> None:
    """Buttons for one more field of a sort, up to *most*, and for one less."""

    def change(by: int) -> None:
        st.session_state[f"{key}-count"] = count + by

    with st.container(horizontal=True):
        if count < most:
            st.button(told(add), key=f"{key}-add", icon=":material/add:", on_click=change, args=(1,))
        if count > 1:
            st.button(told(remove), key=f"{key}-remove", on_click=change, args=(-1,), type="tertiary")


def takes_rare_design(plan: Plan | None) -> bool:
    """Whether *plan* follows a design that the form shows on request."""
    return plan is not None and plan.design not in USUAL_DESIGNS
