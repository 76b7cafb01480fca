"""Choosing a plan on a page, as the same keys a plan file has: who, what, how long, and on how many."""

from typing import Any

import streamlit as st

from registry.domain.plan import Design, Plan
from registry.web.plan_fields import Fields, ticked
from registry.web.plan_long import length_asked
from registry.web.plan_size import show_size
from registry.web.plan_what import Offer, metrics_asked, takes_rare_kind
from registry.web.plan_who import columns_asked, design_asked, is_compared_with_itself, takes_rare_design
from registry.web.prose import told

OF_ANY_DESIGN = frozenset({"alpha", "power"})
"""What only a plan file sets; the form keeps it whatever else changes."""


def plan_values(place: str, saved: Plan | None) -> dict[str, Any]:
    """What the form says now, as the keys of a plan file; what was left empty is left out."""
    fields = Fields(place, saved)
    st.subheader(told("plan-who"), anchor=False)
    rare_key = f"{place}-rare"
    known = takes_rare_design(saved) or takes_rare_kind(saved)
    # Asked below the designs, but known above them.
    rare = bool(st.session_state.setdefault(rare_key, known))
    design = design_asked(fields, rare=rare)
    ticked(rare_key, "rare", known)
    shown: dict[str, Any] = {"design": design}
    if design is Design.LOOK_AND_LISTEN:
        st.markdown(told("plan-look-and-listen"))
    else:
        shown |= columns_asked(fields, design)
        shown["metric"] = metrics_asked(place, saved, Offer(rare, is_compared_with_itself(shown)))
        shown |= length_asked(fields, design)
    values = {**_hidden(saved, design, shown), **shown}
    values = {key: value for key, value in values.items() if value is not None}
    show_size(place, values)
    return values


def _hidden(saved: Plan | None, design: Design, shown: dict[str, Any]) -> dict[str, Any]:
    """What a plan file says and the form does not ask; most of it goes with another design."""
    said = {} if saved is None else saved.model_dump()
    is_same = saved is not None and saved.design is design
    return {
        key: value for key, value in said.items() if key not in shown and (is_same or key in OF_ANY_DESIGN)
    }
