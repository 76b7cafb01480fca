"""What was seen and heard while a pilot ran: tallies by day, customers' words, pictures."""

from collections.abc import Sequence

import pandas
import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.facts import Note
from registry.domain.pilot import takes_data
from registry.domain.tally import Tally, tallies
from registry.sentences import day_text, say
from registry.services.home import registry
from registry.store import pictures
from registry.web.prose import quote, told, words


def show_notes(dossier: Dossier) -> None:
    """Everything noted; counts that were made more than once as a table."""
    if not dossier.notes:
        return
    st.header(told("story-notes"), anchor=False)
    if not takes_data(dossier):
        st.caption(told("notes-grade"))
    counted = [note for note in dossier.notes if note.count is not None]
    if len(counted) > 1:
        st.dataframe(tally_table(tallies(counted)), hide_index=True, alt=say("tally-alt"))
    for note in dossier.notes:
        _show_note(dossier, note, is_in_table=len(counted) > 1 and note.count is not None)


def tally_table(counted: Sequence[Tally]) -> pandas.DataFrame:
    """A row for each day on which something was counted, and one for all of them."""
    days = sorted({day for tally in counted for day in tally.by_day})
    rows = {day_text(day): {tally.what: tally.by_day.get(day, 0) for tally in counted} for day in days}
    if len(days) > 1:
        rows[say("tally-total")] = {tally.what: tally.total for tally in counted}
    return pandas.DataFrame([{say("tally-day"): day, **row} for day, row in rows.items()])


def _show_note(dossier: Dossier, note: Note, *, is_in_table: bool) -> None:
    day = day_text(note.at.date())
    if note.count is not None and not is_in_table:
        st.markdown(told("note-tally", day=day, count=note.count, what=note.words))
    elif note.is_quote:
        quote(note.words, day)
    elif note.words and note.count is None:
        st.caption(day)
        words(note.words)
    _show_picture(dossier, note)


def show_pictures(dossier: Dossier) -> None:
    """The pictures alone, for who reads what was learned."""
    pictured = [note for note in dossier.notes if note.picture is not None]
    if pictured:
        st.header(told("learning-title-pictures"), anchor=False)
    for note in pictured:
        _show_picture(dossier, note)


def _show_picture(dossier: Dossier, note: Note) -> None:
    if note.picture is None:
        return
    day = day_text(note.at.date())
    with registry() as db:
        image = pictures.get(db, dossier.id, note.picture)
    if image is not None:
        st.image(image, caption=told("note-picture", day=day), alt=say("note-picture", day=day), width=480)
