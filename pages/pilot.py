"""Pilot: give the data, as an upload or from the server's own data folder, and read what it says."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from registry.analysis.pilot_data import Source
from registry.domain.experiment import Stage, has_ended, stage
from registry.domain.facts import Reading
from registry.domain.permission import is_allowed
from registry.domain.pilot import arrival, awaits_result, takes_data
from registry.domain.plan import Plan
from registry.domain.steps import can
from registry.sentences import day_text, say
from registry.services import reading as readings
from registry.services.analysis import summaries_of
from registry.services.home import home, registry
from registry.services.inbox import SUFFIXES, inbox_file, inbox_files
from registry.services.upload import kept_briefly
from registry.web.by_day import show_by_day
from registry.web.evidence import show_evidence
from registry.web.prose import told
from registry.web.reading import reading_shown, was_stopped
from registry.web.result import offer_result
from registry.web.session import asked_dossier, asking, click_token, link, refusals_shown, step
from registry.web.uploaded import forget
from registry.web.whose import show_whose_it_is


def read(plan: Plan, source: Source, upload: UploadedFile | None = None) -> None:
    """Reduce the file to summaries, which may be stopped, and keep what they say, which may not."""
    clicked = asking(click_token(place))
    with reading_shown(place) as progress:
        data = summaries_of(plan, source, progress=progress)
        # From here on nothing is said to Streamlit, which might end the script in the midst of keeping.
        with registry() as db:
            read = readings.record_reading(db, clicked, dossier.id, source.called, data)
        if (is_news := read.is_new or read.dossier != dossier) and upload is not None:
            forget(upload)
    if is_news:
        st.rerun()
    st.info(told("reading-again", file=source.called))


def show_reading(reading: Reading) -> None:
    """What the data said then: from which file, how it came to those before, and the evidence."""
    seen = reading.evidence
    st.caption(told("reading-of", file=reading.file_name, rows=seen.rows, day=day_text(seen.as_of)))
    if (came := arrival(reading)) is not None:
        st.caption(told(came))
    show_evidence(plan, seen)
    if plan is not None:
        show_by_day(plan, reading, f"{place}-{reading.at.isoformat()}")


def show_earlier(earlier: Sequence[Reading]) -> None:
    """Earlier readings, each as it was shown on its day."""

    def called(number: int) -> str:
        day = day_text(earlier[number].evidence.as_of)
        return say("reading-called", file=earlier[number].file_name, day=day)

    st.header(told("readings-earlier", count=len(earlier)), anchor=False)
    newest_first = list(reversed(range(len(earlier))))
    example = say("field-reading-example")
    chosen = st.selectbox(
        told("field-reading"), newest_first, index=None, format_func=called, placeholder=example
    )
    if chosen is not None:
        show_reading(earlier[chosen])


def from_upload(plan: Plan) -> None:
    """A file from the person's own computer: read, and gone."""
    file = st.file_uploader(told("field-data"), type=[suffix[1:] for suffix in SUFFIXES], key=f"{place}-data")
    if file is not None and st.button(told("pilot-read"), type="primary", key=f"{place}-upload"):
        with kept_briefly(file.getvalue()) as path:
            read(plan, Source(path, file.name, passing=True), file)


def from_inbox(plan: Plan) -> None:
    """A file that somebody, or a scheduler, put into the server's data folder; it stays there."""
    inbox = home().inbox
    files = inbox_files(inbox)
    if not files:
        st.caption(told("inbox-empty", folder=str(inbox)))
        return
    name = st.selectbox(told("field-inbox"), files, index=None, placeholder=say("field-inbox-example"))
    if name is not None and st.button(told("pilot-read"), key=f"{place}-inbox"):
        read(plan, Source(inbox_file(inbox, name), name))


dossier = asked_dossier()
by = asking()
# A kept reading makes the next buttons others, so that the second click of two does nothing.
place = f"read-{dossier.code}-{len(dossier.all(Reading))}"
st.title(told("page-pilot-title", code=dossier.code), anchor=False)
link("experiment", told("go-to-experiment", code=dossier.code), dossier.code, icon=":material/arrow_back:")
plan = dossier.pilot.plan if dossier.pilot is not None else None
if dossier.pilot is None:
    st.info(told("pilot-not-started"))
    st.stop()
if plan is None or not takes_data(dossier):
    st.info(told("pilot-no-plan"))
    st.stop()

if can(dossier, by, "read"):
    st.markdown(told("page-pilot-lead", rows=plan.rows.value))
    if not has_ended(dossier, by.at.date()):
        st.info(told("pilot-still-running"))
    with refusals_shown():
        from_upload(plan)
        from_inbox(plan)
        if was_stopped(place):
            st.info(told("pilot-reading-stopped"))
elif not is_allowed(by.person, "read", dossier.experiment):
    show_whose_it_is(dossier, by)

reading = dossier.reading
if reading is not None:
    st.header(told("story-evidence"), anchor=False)
    if awaits_result(dossier, by) and can(dossier, by, "read"):
        st.info(told("next-to_decide-hidden", day=day_text(reading.evidence.as_of)))
        offer_result(dossier)
    show_reading(reading)
    if stage(dossier, by.at) is Stage.TO_DECIDE and can(dossier, by, "decide"):
        step("decision", told("go-to-decision"), dossier.code, icon=":material/flag:")
earlier = dossier.all(Reading)[:-1]
if earlier:
    show_earlier(earlier)
