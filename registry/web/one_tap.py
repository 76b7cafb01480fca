"""One tap: a small idea ends with it, and whatever one's team runs stops with it."""

import streamlit as st

from registry.domain.decision import Verdict, choices
from registry.domain.experiment import Dossier, Stage, experiment_code, stage
from registry.domain.facts import Choice
from registry.services import pilot as pilots
from registry.services.decision import decide
from registry.services.home import registry
from registry.store.index import Row
from registry.web.personal_data import pressed, show_in_form
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, go_to, just_arrived, refusals_shown

STOPPED = "stopped_here"
"""Where a tab's state keeps the experiment that was stopped in it last."""


def end_with_one_tap(dossier: Dossier) -> None:
    """The choices of a look-and-listen pilot, each one tap; nothing is pre-selected."""
    place = f"end-{dossier.code}"
    has_ended = stage(dossier, asking().at) is Stage.TO_DECIDE
    st.markdown(told("one-tap-lead"))
    with st.container(horizontal=True):
        for choice in choices(dossier):
            if st.button(told(_label(choice, has_ended=has_ended)), key=f"{place}-{choice}"):
                with refusals_shown():
                    with registry() as db:
                        _, draft = decide(db, asking(click_token(place)), dossier.id, Verdict(choice=choice))
                    click_done(place)
                    if draft is not None:
                        go_to("proposal", experiment_code(draft.id))
                    st.rerun()


def _label(choice: Choice, *, has_ended: bool) -> str:
    """What has stopped already is not stopped again."""
    return "tap-walk_back-ended" if has_ended and choice is Choice.WALK_BACK else f"tap-{choice}"


def stop_with_one_tap(row: Row) -> None:
    """A button beside a line: one tap stops it, and nothing is asked before."""
    place = f"stop-{row.code}"
    if st.button(told("stop-this", code=row.code), icon=":material/stop:", key=place):
        with refusals_shown():
            with registry() as db:
                pilots.stop(db, asking(click_token(place)), row.experiment)
            click_done(place)
            st.session_state[STOPPED] = row.experiment
            st.rerun()


def ask_why_stopped() -> None:
    """Why the one that was stopped last in this tab has stopped: asked afterwards, and optional."""
    if just_arrived():
        st.session_state.pop(STOPPED, None)
    number: int | None = st.session_state.get(STOPPED)
    if number is None:
        return
    code = experiment_code(number)
    with st.form(f"why-{code}"):
        st.markdown(told("stopped-why", code=code))
        reason = st.text_input(told("field-stop_reason"), max_chars=300)
        may_save = show_in_form(f"why-{code}", reason)
        with st.container(horizontal=True):
            said = pressed(f"why-{code}", st.form_submit_button(told("save")))
            skipped = st.form_submit_button(told("skip"))
    if (said and may_save) or skipped:
        with refusals_shown():
            if said and reason:
                with registry() as db:
                    pilots.explain_stop(db, asking(), number, reason)
            st.session_state.pop(STOPPED, None)
            st.rerun()
