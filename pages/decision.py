"""Decide: what people choose, with the evidence as they see it. Nothing is pre-selected."""

import streamlit as st

from registry.domain.decision import choices, reason_needed
from registry.domain.experiment import Stage, stage
from registry.domain.pilot import takes_data
from registry.domain.text import PAGE
from registry.services.decision import decide
from registry.services.home import registry
from registry.web.evidence import primary_number, show_evidence
from registry.web.prose import told
from registry.web.session import (
    asked_dossier,
    asking,
    click_done,
    click_token,
    go_to,
    link,
    refusals_shown,
    step,
)

dossier = asked_dossier()
st.title(told("page-decision-title", code=dossier.code))
link("experiment", told("go-to-experiment", code=dossier.code), dossier.code, icon=":material/arrow_back:")
now = stage(dossier, asking().at)
if now is Stage.RUNNING and takes_data(dossier):
    st.info(told("decision-still-running"))
    st.stop()
if now not in {Stage.RUNNING, Stage.TO_DECIDE}:
    st.info(told("decision-not-now"))
    st.stop()

pilot, reading = dossier.pilot, dossier.reading
if pilot is not None and pilot.expected:
    st.markdown(told("limits-expected", text=pilot.expected))
if pilot is not None and pilot.expected_difference is not None:
    st.markdown(
        told("limits-expected-difference", number=primary_number(pilot.expected_difference, pilot.plan))
    )
seen = None if reading is None else reading.evidence
if seen is not None:
    show_evidence(dossier.plan, seen)
elif takes_data(dossier):
    st.info(told("decision-no-reading"))
    step("pilot", told("go-to-pilot"), dossier.code, icon=":material/upload_file:")

st.header(told("decision-question"))
options = choices(dossier)
choice = st.radio(
    told("field-choice"),
    options,
    index=None,
    format_func=lambda choice: told(f"choice-{choice}"),
    captions=[told(f"choice-{choice}-means") for choice in options],
    label_visibility="collapsed",
)
needed = None if choice is None else reason_needed(dossier, choice)
if needed is not None:
    st.warning(told(needed))
place = f"decide-{dossier.code}"
# With a key of its own it stays the same field when its label changes with the choice.
reason = st.text_area(
    told("field-reason" if needed else "field-reason-optional"), key=f"{place}-reason", max_chars=PAGE
)
if st.button(told("decide"), type="primary", disabled=choice is None) and choice is not None:
    with refusals_shown():
        with registry() as db:
            decide(db, asking(click_token(place)), dossier.id, choice, reason, seen)
        click_done(place)
        go_to("experiment", dossier.code)
