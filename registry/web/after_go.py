"""Right after “go”, and while it runs: what a team takes along, in one quiet place below the next step."""

from functools import partial
from pathlib import Path

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.organisation import Organisation
from registry.services.calendar_file import calendar_file
from registry.services.home import registry
from registry.services.run_sheet import run_sheet, sheet_html, team_message
from registry.store import organisation, people
from registry.web.clock import now
from registry.web.prose import told
from registry.web.public_address import experiment_address, leads_only_here


def show_after_go(dossier: Dossier) -> None:
    """A sheet for the staff room, the last day for a calendar, a message: nothing before the start."""
    pilot, code = dossier.pilot, dossier.code
    if pilot is None:
        return
    with registry() as db:
        around = organisation.latest(db) or Organisation()
        owner = people.names(db).get(dossier.experiment.by, "")
    sheet = run_sheet(dossier, pilot, around, owner, experiment_address(code))
    # A telephone shows it folded: who opens the page there came to write down what they saw.
    with st.expander(told("after-go-title"), icon=":material/groups:", expanded=not on_a_phone()):
        with st.container(horizontal=True):
            st.download_button(
                told("after-go-sheet"),
                partial(sheet_html, sheet),
                f"{code}-run-sheet.html",
                "text/html",
                icon=":material/print:",
                on_click="ignore",
            )
            st.download_button(
                told("after-go-calendar"),
                partial(calendar_file, sheet, now()),
                f"{code}.ics",
                "text/calendar",
                icon=":material/event:",
                on_click="ignore",
            )
        st.caption(told("after-go-message"))
        with st.container(key="after-go-message"):
            st.html(Path(__file__).with_name("after_go.css"))
            st.code(team_message(sheet), language=None, wrap_lines=True)
        here = leads_only_here(sheet.address)
        if here:
            st.caption(told("after-go-this-computer", host=here))


def on_a_phone() -> bool:
    """Whether the browser says of itself that it runs on a telephone; a guess that only folds and unfolds."""
    return "Mobi" in st.context.headers.get("User-Agent", "")
