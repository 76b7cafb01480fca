"""A small idea ends with one tap: keep it here, stop, or try it bigger."""

import streamlit as st

from registry.domain.decision import Verdict, choices
from registry.domain.experiment import Dossier, experiment_code
from registry.services.decision import decide
from registry.services.home import registry
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, go_to, refusals_shown


def end_with_one_tap(dossier: Dossier) -> None:
    """The choices of a look-and-listen pilot, each one tap; nothing is pre-selected."""
    place = f"end-{dossier.code}"
    st.markdown(told("one-tap-lead"))
    with st.container(horizontal=True):
        for choice in choices(dossier):
            if st.button(told(f"tap-{choice}"), key=f"{place}-{choice}"):
                with refusals_shown():
                    with registry() as db:
                        _, draft = decide(db, asking(click_token(place)), dossier.id, Verdict(choice=choice))
                    click_done(place)
                    if draft is not None:
                        go_to("proposal", experiment_code(draft.id))
                    st.rerun()
