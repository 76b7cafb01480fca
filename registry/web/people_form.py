"""What is said about a person: the fields, kept as they are typed while somebody else may change the same."""

import secrets
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from registry.domain.naming import as_known
from registry.domain.person import Person, Role
from registry.domain.text import LINE
from registry.sentences import say
from registry.services.home import registry
from registry.services.person import functions
from registry.store import people_list
from registry.web.prose import plain, told
from registry.web.session import just_arrived, link

ANOTHER = ""
"""The choice of a team or function that is not in the list yet; no name is empty."""


@dataclass(frozen=True)
class Opened:
    """A form while it is open: what begins the keys of its widgets, and how the person stood then."""

    form: str
    seen: Person


def opened(place: str, person: Person) -> Opened:
    """The form about *person* at *place*: the one that was begun, or a new one for who has just come."""
    begun: Opened | None = st.session_state.get(place)
    if begun is None or begun.seen.id != person.id or just_arrived():
        begun = st.session_state[place] = Opened(secrets.token_urlsafe(8), person)
    return begun


def close(place: str) -> None:
    """What was typed at *place* is kept, or given up: the next form there begins anew."""
    st.session_state.pop(place, None)


def fields(form: Opened, *, may_move: bool, with_roles: bool) -> Person:
    """Name, team and function, for stewards roles too; returns the person as the fields say now.

    A team and a function that were said once are changed only by who *may_move* people, a steward.
    """
    seen = form.seen
    with registry() as db:
        known = {"team": people_list.spellings(db, "team"), "function": functions(db)}
    left, middle, right = st.columns(3)
    with left:
        name = st.text_input(told("field-person_name"), seen.name, max_chars=LINE, key=f"{form.form}-name")
    with middle:
        team = _choice(form, "team", known["team"]) if may_move or not seen.team else _said(form, "team")
    with right:
        free = may_move or not seen.function
        function = _choice(form, "function", known["function"]) if free else _said(form, "function")
    roles = _roles(form) if with_roles else seen.roles
    said = {"name": name, "team": team, "function": function, "roles": roles}
    return Person.model_validate({**seen.model_dump(), **said})


def _roles(form: Opened) -> frozenset[Role]:
    with st.container(gap="xxsmall"):
        return frozenset(
            role
            for role in Role
            if st.checkbox(
                told(f"people-role-{role}-means"), role in form.seen.roles, key=f"{form.form}-{role}"
            )
        )


def _said(form: Opened, field: Literal["team", "function"]) -> str:
    said: str = getattr(form.seen, field)
    key = f"{form.form}-{field}-said"
    st.text_input(
        told(f"field-person_{field}"), said, disabled=True, key=key, help=told("people-steward-moves")
    )
    return said


def _choice(form: Opened, field: Literal["team", "function"], known: list[str]) -> str:
    """One of those that are *known*, or another one that is typed."""
    key = f"{form.form}-{field}"
    now: str = getattr(form.seen, field)
    if known:
        st.session_state.setdefault(key, as_known(now, known) or None)
        chosen = st.selectbox(
            told(f"field-person_{field}"),
            [*known, ANOTHER],
            index=None,
            format_func=lambda name: name or say("field-person_another"),
            key=key,
            placeholder=say("field-person_choose"),
        )
        if chosen != ANOTHER:
            return chosen or ""
    label = told(f"field-person_{field}-new" if known else f"field-person_{field}")
    return st.text_input(label, max_chars=LINE, key=f"{key}-new") or now


def line(person: Person) -> str:
    """Team and function in one line, for a place that reads Markdown."""
    return plain(" · ".join(part for part in (person.team, person.function) if part))


def ask_for_team(person: Person) -> None:
    """One line for somebody who has not said where they work yet: a link, never a gate."""
    if not (person.team and person.function):
        link("people", told("people-say-team"), icon=":material/person_edit:")
