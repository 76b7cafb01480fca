"""The edge of the web: who asks, when, with which click; and how a refusal reaches the page."""

import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import cache

import streamlit as st

from registry.domain.experiment import Dossier, UnknownExperiment, experiment_id
from registry.domain.permission import NotAllowed, check_allowed
from registry.domain.person import Asking, Person
from registry.domain.sentence import Refusal
from registry.services import experiment as experiments_service
from registry.services.home import registry
from registry.store import experiments, people
from registry.store.database import RegistryRefused
from registry.web.addresses import PAGES_FOLDER
from registry.web.clock import now
from registry.web.prose import told
from registry.web.ticket import holder, ticket_in

FOR_PERSON = "for_person"
"""Where a tab's state keeps whose it is."""


class NotSignedIn(Refusal):
    """Nobody asks: the sign-in ended, or never began."""


def asking(token: str | None = None) -> Asking:
    """Who asks and when; *token* marks the one click behind it.

    What they may do is looked up anew by every verb; that they are signed in, here, each time.
    Raises NotSignedIn when they are not, or not any more, or when this tab was somebody else's.
    """
    person = visitor()
    if person is None:
        raise NotSignedIn("sign-in-needed")
    if st.session_state.get(FOR_PERSON, person.id) != person.id:
        raise NotSignedIn("sign-in-of-another", name=person.name)
    return Asking(person=person, at=now(), token=token)


def ticket() -> str | None:
    """The ticket that this tab's browser sent along; None when it sent none that is worth anything."""
    return ticket_in(st.context.cookies)


def visitor() -> Person | None:
    """Who is signed in in this tab, at this moment."""
    return holder(ticket())


def follow_time() -> None:
    """Bring lists up to date with pilots that ended since somebody last looked."""
    with registry() as db, suppress(RegistryRefused):
        experiments_service.follow_time(db, now())


def names() -> dict[int, str]:
    """Everybody's name by id."""
    with registry() as db:
        return people.names(db)


@contextmanager
def refusals_shown() -> Generator[None]:
    """Say a refusal on the page, where it happened, and go on with the page."""
    try:
        yield
    except Refusal as refusal:
        st.error(told(refusal.sentence), icon=":material/info:")


def asked_dossier() -> Dossier:
    """The experiment named in the address; a clear sentence and the way back when it cannot be shown.

    A draft that is not theirs to see is none to them: not even its title is told.
    """
    try:
        number = experiment_id(st.query_params.get("id", ""))
        with registry() as db:
            found = experiments.dossier(db, number)
        if found.is_private:
            check_allowed(asking(), "see_draft", found.experiment)
        return found
    except (UnknownExperiment, NotAllowed) as refusal:
        st.title(told("experiment-unknown-title"), anchor=False)
        st.info(told(refusal.sentence))
        link("search", told("go-to-search"))
        st.stop()


def arrive(page: str) -> None:
    """Remember which page this run shows; the router says it once, before the page."""
    st.session_state["just_arrived"] = st.session_state.get("page") != page
    st.session_state["page"] = page


def just_arrived() -> bool:
    """Whether the person came to this page from another one, or has just opened the app."""
    return st.session_state.get("just_arrived", True)


def shown_before(place: str, now: int) -> int:
    """What stood at *place* when the person pressed: this run, *now*, may already know more than they saw."""
    before: int = st.session_state.get(f"{place}-shown", now)
    st.session_state[f"{place}-shown"] = now
    return before


def click_token(place: str) -> str:
    """The mark of the next click at *place*: the same until `click_done`, so that a double click is one."""
    tokens: dict[str, str] = st.session_state.setdefault("click_tokens", {})
    return tokens.setdefault(place, secrets.token_urlsafe(16))


def click_done(place: str) -> None:
    """The click at *place* was answered; the next one is another."""
    st.session_state.get("click_tokens", {}).pop(place, None)


@cache
def page_script(name: str) -> str:
    """The script of a page, as `st.switch_page` and `st.page_link` want it."""
    return str(PAGES_FOLDER / f"{name}.py")


def go_to(name: str, code: str | None = None) -> None:
    """Open another page, for the experiment *code* when given."""
    st.switch_page(page_script(name), query_params={} if code is None else {"id": code})


def step(name: str, label: str, code: str, icon: str) -> None:
    """The next step as a button that leads to another page."""
    if st.button(label, type="primary", icon=icon, key=f"step-{name}"):
        go_to(name, code)


def link(name: str, label: str, code: str | None = None, icon: str | None = None) -> None:
    """A link to another page, for the experiment *code* when given."""
    st.page_link(
        page_script(name), label=label, icon=icon, query_params=None if code is None else {"id": code}
    )
