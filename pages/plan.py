"""Plan: choose metrics, arms, control and shares here, or upload a plan file."""

import streamlit as st

from registry.domain.plan import Plan, fingerprint, plan_from
from registry.domain.plan_file import parse_plan, plan_text
from registry.domain.plan_refusals import PlanRefused
from registry.services import pilot as pilots
from registry.services.home import registry
from registry.web.plan_form import plan_values
from registry.web.plan_missing import still_missing
from registry.web.plan_words import show_plan
from registry.web.prose import told
from registry.web.session import asked_dossier, asking, go_to, link, refusals_shown
from registry.web.whose import stop_unless_can

MOST_PLAN_MB = 1


def use(plan: Plan) -> None:
    """Choose *plan* for the pilot."""
    with refusals_shown():
        with registry() as db:
            pilots.draw_plan(db, asking(), dossier.id, plan)
        go_to("experiment", dossier.code)


def uploaded_plan() -> Plan | None:
    """The plan in an uploaded file, once there is one."""
    file = st.file_uploader(told("field-plan_file"), type=["toml"], max_upload_size=MOST_PLAN_MB)
    if file is None:
        return None
    try:
        text = file.getvalue().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanRefused("plan-file-not-text", file=file.name) from error
    return parse_plan(text)


dossier = asked_dossier()
st.title(told("page-plan-title", code=dossier.code), anchor=False)
link("experiment", told("go-to-experiment", code=dossier.code), dossier.code, icon=":material/arrow_back:")
stop_unless_can(dossier, asking(), "plan")
st.markdown(told("page-plan-lead"))

on_page, from_file = st.tabs([told("plan-on-page"), told("plan-from-file")])
with on_page:
    # Another plan, chosen meanwhile, has fields of its own.
    chosen = "none" if dossier.plan is None else fingerprint(dossier.plan)
    values = plan_values(f"plan-{dossier.code}-{chosen}", dossier.plan)
    if st.button(told("plan-use"), type="primary", key="use-page"):
        missing = still_missing(values)
        with refusals_shown():
            if missing is not None:
                raise PlanRefused(missing.id, **missing.values)
            use(plan_from(values))
with from_file, refusals_shown():
    plan = uploaded_plan()
    if plan is not None:
        show_plan(plan, locked=False)
        if st.button(told("plan-use"), type="primary", key="use-file"):
            use(plan)
if dossier.plan is not None:
    st.caption(told("plan-chosen", fingerprint=fingerprint(dossier.plan)))
    st.download_button(
        told("plan-download"),
        plan_text(dossier.plan),
        f"{dossier.code}-plan.toml",
        "application/toml",
        on_click="ignore",
    )
