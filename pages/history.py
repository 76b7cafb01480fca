"""History: everything that was written into the registry, for stewards, with filters and as a file."""

from collections import Counter
from datetime import date, timedelta

import streamlit as st

from registry.domain.experiment import experiment_id
from registry.domain.history import Filters
from registry.sentences import day_text, say
from registry.services.history import verb_text
from registry.services.history_reading import MOST_LINES, export_history, read_history
from registry.services.home import registry
from registry.store import history, people
from registry.web.history import own_day, show_events
from registry.web.prose import told
from registry.web.session import asking, just_arrived, refusals_shown
from registry.web.whose import stop_unless_allowed

# Where a tab keeps how far one turned the pages, and the file that was made; each for its filters.
PAGES, FILE = "history-pages", "history-file"


def chosen_filters() -> Filters:
    """What the filters say. Raises UnknownExperiment for what is not the code of an experiment."""
    with registry() as db:
        done = {verb: verb_text(verb) for verb in history.verbs(db)}
        everybody = people.everybody(db)
    times = Counter(each.name for each in everybody)
    called = {e.id: e.name if times[e.name] == 1 else f"{e.name} · {e.email}" for e in everybody}
    # Side by side at a desk; on a phone two in a row where they fit.
    with st.container(horizontal=True):
        person = st.selectbox(
            told("field-history_person"),
            list(called),
            index=None,
            format_func=called.__getitem__,
            placeholder=say("field-history_person-all"),
            width=200,
            # With a key it stays chosen when somebody, or a verb, is added meanwhile.
            key="history-person",
        )
        code = st.text_input(
            told("field-history_experiment"),
            max_chars=30,
            placeholder=say("field-history_experiment-example"),
            width=110,
        )
        verb = st.selectbox(
            told("field-history_verb"),
            sorted(done, key=done.__getitem__),
            index=None,
            format_func=done.__getitem__,
            placeholder=say("field-history_verb-all"),
            width=210,
            key="history-verb",
        )
        since = st.date_input(told("field-history_since"), value=None, format="YYYY-MM-DD", width=150)
        until = st.date_input(told("field-history_until"), value=None, format="YYYY-MM-DD", width=150)
        words = st.text_input(
            told("field-history_words"), max_chars=300, placeholder=say("optional"), width=200
        )
    return Filters(
        person=person,
        experiment=experiment_id(code) if code.strip() else None,
        verb=verb,
        since=own_day(since) if isinstance(since, date) else None,
        before=own_day(until + timedelta(days=1)) if isinstance(until, date) else None,
        words=words,
    )


def turned_to(filters: Filters) -> list[int]:
    """The events that the pages opened so far ended with; other filters begin again at the newest."""
    turned_for, ends = st.session_state.get(PAGES, (None, []))
    if turned_for != filters:
        ends = []
        st.session_state[PAGES] = filters, ends
    return ends


def show_page(filters: Filters) -> None:
    """One page of what passes the *filters*, and the way to newer and older ones."""
    ends = turned_to(filters)
    with registry() as db:
        page = read_history(db, asking(), filters, ends[-1] if ends else None)
    if not page.events:
        st.info(told("history-nothing-found"))
        return
    show_events(page.events, with_code=True)
    with st.container(horizontal=True):
        if ends and st.button(told("history-newer"), icon=":material/arrow_back:"):
            ends.pop()
            st.rerun()
        if page.has_older and st.button(told("history-older"), icon=":material/arrow_forward:"):
            ends.append(page.events[-1].id)
            st.rerun()


def offer_file(filters: Filters) -> None:
    """All that passes the *filters* as a file; that it was made is written into the history."""
    with st.container(horizontal=True):
        means = told("history-export-means", limit=MOST_LINES)
        if st.button(told("history-export"), icon=":material/description:", help=means):
            with refusals_shown(), st.spinner(told("history-export-making")), registry() as db:
                st.session_state[FILE] = filters, export_history(db, asking(), filters)
        made_for, text = st.session_state.get(FILE, (None, ""))
        if made_for == filters:
            st.download_button(
                told("history-download"),
                text.encode(),
                say("history-export-file", day=day_text(asking().at.date())),
                "text/csv",
                type="primary",
                icon=":material/download:",
                on_click="ignore",
            )


st.title(told("page-history-title"), anchor=False)
stop_unless_allowed(asking(), "read_history")
st.markdown(told("page-history-lead"))
if just_arrived():
    st.session_state.pop(PAGES, None)
    st.session_state.pop(FILE, None)
with refusals_shown():
    filters = chosen_filters()
    offer_file(filters)
    show_page(filters)
