"""What the organisation says about itself: three questions at first use, the same ones later."""

import streamlit as st

from registry.domain.organisation import Organisation, Topic
from registry.domain.text import LINE, PAGE
from registry.sentences import say
from registry.services import value_words
from registry.services.home import registry
from registry.services.organisation import describe
from registry.web.prose import told, words
from registry.web.session import asking, refusals_shown

LABELS = {
    "organisation_name": "name",
    "yearly_revenue": "yearly_revenue",
    "currency": "currency",
    "customers": "customers",
    "places_word": "places_word",
    "places_number": "places",
}
"""What is asked, by the names of the questions, and the fields that hold the answers."""


def three_questions(saved: Organisation) -> Organisation:
    """Revenue, customers and places; each may be left empty."""
    optional = say("optional")
    revenue, currency = st.columns([3, 1])
    yearly_revenue = revenue.number_input(
        told("field-yearly_revenue"),
        0.0,
        1e15,
        value=saved.yearly_revenue,
        step=1000.0,
        format="%.0f",
        help=told("field-yearly_revenue-why"),
        placeholder=optional,
    )
    currency_word = currency.text_input(told("field-currency"), value=saved.currency, max_chars=8)
    customers = st.number_input(
        told("field-customers"),
        0,
        10**12,
        value=saved.customers,
        step=1,
        help=told("field-customers-why"),
        placeholder=optional,
    )
    word, number = st.columns([3, 1])
    places_word = word.text_input(told("field-places_word"), value=saved.places_word, max_chars=LINE)
    places = number.number_input(
        told("field-places_number"), 0, 10**9, value=saved.places, step=1, placeholder=optional
    )
    return saved.model_copy(
        update={
            "yearly_revenue": yearly_revenue or None,
            "currency": currency_word or "€",
            "customers": customers or None,
            "places_word": places_word or Organisation().places_word,
            "places": places or None,
        }
    )


def own_words(saved: Organisation) -> Organisation:
    """Promises, stages of the journey, channels and topics in the organisation's words, one on each line."""
    promises, stages, channels = (
        _lines(name, getattr(saved, name)) for name in ("promises", "journey_stages", "channels")
    )
    topics = _lines("topics", tuple(f"{topic.name}: {topic.months}" for topic in saved.topics))
    return saved.model_copy(
        update={
            "promises": promises,
            "journey_stages": stages,
            "channels": channels,
            "topics": tuple(_topic(line) for line in topics),
        }
    )


def _lines(name: str, saved: tuple[str, ...]) -> tuple[str, ...]:
    label, why = told(f"field-{name}"), told(f"field-{name}-why")
    said = st.text_area(label, value="\n".join(saved), help=why, max_chars=PAGE, height="content")
    return tuple(dict.fromkeys(line.strip() for line in said.splitlines() if line.strip()))


def _topic(line: str) -> Topic:
    """The topic on a line such as “web and app: 6”; what has no number is looked at again after a year."""
    name, _, months = line.rpartition(":")
    if name.strip() and months.strip().isdecimal():
        return Topic(name=name, months=int(months))
    return Topic(name=line)


def show_said(saved: Organisation) -> None:
    """What the organisation said, for whoever may read it only."""
    for label, field in LABELS.items():
        st.markdown(f"**{told(f'field-{label}')}**")
        words(value_words.words(field, getattr(saved, field)) or say("blank"))


def first_questions() -> None:
    """Ask the three questions at first use; skipping them is an answer too."""
    with st.form("first-questions"):
        st.subheader(told("first-title"), anchor=False)
        st.markdown(told("first-lead"))
        said = three_questions(Organisation())
        with st.container(horizontal=True):
            saved = st.form_submit_button(told("save"), type="primary")
            skipped = st.form_submit_button(told("skip"))
    if saved or skipped:
        with refusals_shown():
            with registry() as db:
                describe(db, asking(), said if saved else Organisation())
            st.rerun()
