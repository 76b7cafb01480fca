"""Decide: what people choose, with the evidence as they see it. Nothing is pre-selected."""

import streamlit as st

from registry.domain.decision import Verdict, arms_to_adopt, choices, reason_needed
from registry.domain.experiment import Stage, stage
from registry.domain.facts import Choice, Reading
from registry.domain.pilot import awaits_result, takes_data
from registry.domain.text import PAGE
from registry.sentences import day_text
from registry.services.decision import decide
from registry.services.home import registry
from registry.web.evidence import show_evidence
from registry.web.helped import show_helped
from registry.web.personal_data import show_personal_data
from registry.web.prose import plain, told
from registry.web.result import offer_result
from registry.web.session import (
    asked_dossier,
    asking,
    click_done,
    click_token,
    go_to,
    link,
    refusals_shown,
    shown_before,
    step,
)
from registry.web.story import show_expected
from registry.web.whose import stop_unless_can

dossier = asked_dossier()
st.title(told("page-decision-title", code=dossier.code), anchor=False)
link("experiment", told("go-to-experiment", code=dossier.code), dossier.code, icon=":material/arrow_back:")
by = asking()
stop_unless_can(dossier, by, "decide")
if stage(dossier, by.at) is Stage.RUNNING and takes_data(dossier):
    st.info(told("decision-still-running"))
    st.stop()

pilot = dossier.pilot
if pilot is not None:
    show_expected(pilot)
readings = dossier.all(Reading)
if awaits_result(dossier, by):
    st.info(told("next-to_decide-hidden", day=day_text(readings[-1].evidence.as_of)))
    offer_result(dossier)
    step("pilot", told("go-to-pilot"), dossier.code, icon=":material/upload_file:")
elif readings:
    show_evidence(dossier.plan, readings[-1].evidence)
elif takes_data(dossier):
    st.info(told("decision-no-reading"))
    step("pilot", told("go-to-pilot"), dossier.code, icon=":material/upload_file:")

show_helped(dossier, by)

place = f"decide-{dossier.code}"
shown = shown_before(place, len(readings))
seen = readings[shown - 1].evidence if shown else None

st.header(told("decision-question"), anchor=False)
options = choices(dossier)
choice = st.radio(
    told("field-choice"),
    options,
    index=None,
    key=f"{place}-choice",
    format_func=lambda choice: told(f"choice-{choice}"),
    captions=[told(f"choice-{choice}-means") for choice in options],
    label_visibility="collapsed",
)
arm = ""
if choice is Choice.ADOPT and arms_to_adopt(seen):
    arm = st.radio(told("field-which-arm"), arms_to_adopt(seen), index=None, format_func=plain) or ""
needed = None if choice is None else reason_needed(Verdict(choice=choice, arm=arm, seen=seen))
if needed is not None:
    st.warning(told(needed))
reason = st.text_area(told("field-reason"), key=f"{place}-reason", max_chars=PAGE)
may_save = show_personal_data(f"{place}-reason", reason, told("decide"))
if needed is None:
    st.caption(told("reason-optional"))
decides = st.button(told("decide"), type="primary", disabled=choice is None)
if decides and may_save and choice is not None:
    with refusals_shown():
        verdict = Verdict(choice=choice, reason=reason, arm=arm, seen=seen)
        with registry() as db:
            decide(db, asking(click_token(place)), dossier.id, verdict)
        click_done(place)
        go_to("experiment", dossier.code)
