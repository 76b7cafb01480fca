"""The plan form, third part: how often we look, from when until when, and on how many."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from registry.domain.plan import Design, Look
from registry.web.plan_fields import Fields, half
from registry.web.prose import told

USUAL_LOOKS = 4
FEWEST_LOOKS = 2


def length_asked(fields: Fields, design: Design) -> Mapping[str, Any]:
    """When the pilot begins and ends, how often its result is looked at, and how many it is planned on."""
    st.subheader(told("plan-long"), anchor=False)
    look = fields.tapped(
        "look",
        list(Look),
        Look.ONCE,
        lambda look: told(f"look-{look}"),
        lambda look: told(f"look-{look}-means"),
    )
    looks = None
    if look is Look.PLANNED:
        with half():
            looks = fields.whole("looks", least=FEWEST_LOOKS, usual=USUAL_LOOKS)
    first, second, third = st.columns(3, vertical_alignment="bottom")
    with first:
        start = fields.day("start")
    with second:
        end = fields.day("end")
    with third:
        field = "planned_units-period" if design is Design.PRE_POST else "planned_units"
        units = fields.whole("planned_units", field=field)
    return {
        "look": fields.kept("look", look, Look.ONCE),
        "looks": looks,
        "start": start,
        "end": end,
        "planned_units": units,
    }
