"""The case for a one-way door: five texts, each kept when it is left, and who stands up for it."""

from typing import TypedDict

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.domain.review import Homework, case_parts, stands_up
from registry.domain.review_facts import Case, Sponsorship
from registry.domain.sentence import Refusal, Sentence
from registry.domain.steps import can
from registry.domain.text import PAGE, cleaned
from registry.sentences import day_text, say
from registry.services import review as reviews
from registry.services.home import registry
from registry.store import experiments
from registry.web.personal_data import show_how_to_keep, show_personal_data, was_pointed_at
from registry.web.prose import told, words
from registry.web.session import asking, click_done, click_token, refusals_shown


class _Seen(TypedDict):
    """What this tab last saw of a case, and what could not be kept of it."""

    texts: dict[str, str]
    refused: Sentence | None
    waits: dict[str, str]
    """Texts that are not kept yet: something in them looks personal, and was only just pointed at."""


def homework(dossier: Dossier) -> Homework:
    """The case as it stands; empty while nobody wrote any of it."""
    case = dossier.latest(Case)
    parts = set(Homework.model_fields)
    return Homework() if case is None else Homework.model_validate(case.model_dump(include=parts))


def show_case(dossier: Dossier, by: Asking) -> None:
    """The case: as fields for who may write it now, as text for everybody else."""
    st.subheader(told("case-title"), anchor=False)
    if can(dossier, by, "make_case"):
        _form(dossier)
    else:
        show_case_text(dossier)


def show_case_text(dossier: Dossier) -> None:
    """What the team wrote in its case, and which parts are still empty."""
    said = homework(dossier)
    for part in case_parts(dossier):
        st.markdown(f"**{told(f'case-{part}-asked')}**")
        text: str = getattr(said, part)
        if text:
            words(text)
        else:
            st.caption(told("case-nothing-yet"))


def _form(dossier: Dossier) -> None:
    st.caption(told("case-lead"))
    place = f"case-{dossier.code}"
    begun: _Seen = {"texts": {}, "refused": None, "waits": {}}
    seen: _Seen = st.session_state.setdefault(place, begun)
    said = homework(dossier)
    for part in case_parts(dossier):
        key, kept = f"{place}-{part}", getattr(said, part)
        # A field in which nobody types shows what somebody else wrote there meanwhile.
        known = seen["texts"].get(part)
        if part in seen["waits"]:
            st.session_state.setdefault(key, seen["waits"][part])
        if st.session_state.get(key, known) == known:
            st.session_state[key] = seen["texts"][part] = kept
        if part in seen["waits"]:
            _keep(dossier.id, part, place)
        text = st.text_area(
            told(f"case-{part}-asked"),
            key=key,
            max_chars=PAGE,
            height=80,
            placeholder=say(f"case-{part}-example"),
            on_change=_keep,
            args=(dossier.id, part, place),
        )
        show_personal_data(key, text)
        if part in seen["waits"]:
            show_how_to_keep(key)
    refused, seen["refused"] = seen["refused"], None
    with st.container():
        if refused is not None:
            st.error(told(refused))


def _keep(id: int, part: str, place: str) -> None:
    """Keep one text the moment its field is left; nothing that somebody else wrote there is lost.

    What looks personal in it and was not pointed at yet waits until it was.
    """
    seen: _Seen = st.session_state[place]
    written = cleaned(st.session_state[f"{place}-{part}"])
    if not was_pointed_at(f"{place}-{part}", written):
        seen["waits"][part] = written
        return
    seen["waits"].pop(part, None)
    try:
        with registry() as db:
            said = homework(experiments.dossier(db, id))
            theirs: str = getattr(said, part)
            if theirs not in ("", written, seen["texts"][part]):
                written = f"{theirs}\n\n{written}"
            if theirs != written:
                reviews.make_case(db, asking(), id, said.model_copy(update={part: written}))
    except Refusal as refusal:
        seen["refused"] = refusal.sentence
        return
    st.session_state[f"{place}-{part}"] = seen["texts"][part] = written


def show_sponsors(dossier: Dossier, people: dict[int, str]) -> None:
    """Who stands up for it, a line each."""
    sponsors = {fact.by: fact for fact in dossier.all(Sponsorship)}
    for fact in sponsors.values():
        st.markdown(told("sponsor-stands", name=people.get(fact.by, ""), day=day_text(fact.at.date())))
    if not sponsors:
        st.markdown(told("sponsor-nobody"))


def show_sponsor(dossier: Dossier, by: Asking, people: dict[int, str]) -> None:
    """Who stands up for it; whoever is here may, too."""
    st.subheader(told("sponsor-title"), anchor=False)
    show_sponsors(dossier, people)
    offer_to_stand_up(dossier, by)


def offer_to_stand_up(dossier: Dossier, by: Asking) -> None:
    """One tap, for whoever may stand up for it and has not."""
    has_a_part = stands_up(dossier, by.person.id) or dossier.round.review_of(by.person.id) is not None
    if has_a_part or not can(dossier, by, "stand_up"):
        return
    place = f"sponsor-{dossier.code}"
    if st.button(told("sponsor-stand-up"), icon=":material/front_hand:", key=f"stand-up-{dossier.code}"):
        with refusals_shown():
            with registry() as db:
                reviews.stand_up(db, asking(click_token(place)), dossier.id)
            click_done(place)
            st.rerun()
