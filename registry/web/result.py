"""The result of data that was read while the pilot ran: shown once it has ended, on one tap."""

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.steps import can
from registry.services import reading as readings
from registry.services.home import registry
from registry.web.prose import told
from registry.web.session import asking, refusals_shown


def offer_result(dossier: Dossier) -> None:
    """A button that reads the last summaries once more, with the result that the end allows to be shown."""
    if not can(dossier, asking(), "read"):
        return
    if st.button(told("show-result"), type="primary", icon=":material/visibility:", key="show-result"):
        with refusals_shown():
            with registry() as db:
                readings.show_result(db, asking(), dossier.id)
            st.rerun()
