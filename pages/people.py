"""People: who is here, oneself first, and what stewards do for others."""

import streamlit as st

from registry.domain.permission import is_allowed
from registry.domain.person import Person, Role
from registry.domain.text import LINE
from registry.services.history import apart
from registry.services.home import registry
from registry.services.person import add_person, change_person
from registry.services.sign_in import end_sign_ins
from registry.store import people_list
from registry.web.being_named import ask_to_be_named
from registry.web.mode import sign_in_configured
from registry.web.people_form import close, fields, line, opened
from registry.web.prose import plain, told, words
from registry.web.session import asking, click_done, click_token, refusals_shown

SHOWN = 30  # people on one page of the list; with more than that there is a box to search in
ONESELF, NEWCOMER, OTHER = "people-oneself", "people-newcomer", "people-other"


def show_oneself(me: Person, *, to_steward: bool) -> None:
    """Name, team and function of who looks; open while something of it is not said yet."""
    is_said = bool(me.team and me.function)
    if not is_said:
        st.markdown(told("people-say-team"))
    label = told("people-yourself", line=" · ".join(part for part in (me.name, me.team, me.function) if part))
    with st.expander(label, expanded=not is_said, icon=":material/person:"):
        form = opened(ONESELF, me)
        wanted = fields(form, may_move=to_steward, with_roles=False)
        if st.button(told("save"), type="primary", key="save-oneself"):
            with refusals_shown():
                with registry() as db:
                    change_person(db, asking(), wanted, form.seen)
                close(ONESELF)
                st.rerun()
    ask_to_be_named(me)


def add_somebody() -> None:
    """A steward makes somebody known before their first visit."""
    with st.expander(told("people-add"), icon=":material/person_add:"):
        form = opened(NEWCOMER, Person(id=0, name="", email=""))
        email = st.text_input(
            told("field-person_email"),
            max_chars=LINE,
            help=told("field-person_email-why"),
            key=f"{form.form}-email",
        )
        wanted = fields(form, may_move=True, with_roles=True).model_copy(update={"email": email})
        if st.button(told("people-add-now"), type="primary"):
            with refusals_shown():
                with registry() as db:
                    added = add_person(db, asking(click_token(NEWCOMER)), wanted)
                click_done(NEWCOMER)
                close(NEWCOMER)
                st.toast(told("people-added", name=added.name), icon=":material/check:")
                st.rerun()


def turn(person: Person) -> None:
    """Open the form about *person*, or close it."""
    is_open = st.session_state.get("people-turned") == person.id
    st.session_state["people-turned"] = None if is_open else person.id
    close(OTHER)


def show_person(person: Person, *, to_steward: bool) -> None:
    """One line of the list; for a steward it opens."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if to_steward:
            st.button(
                plain(person.name),
                key=f"person-{person.id}",
                type="tertiary",
                icon=":material/edit:",
                on_click=turn,
                args=(person,),
            )
        else:
            st.markdown(plain(person.name), width="content")
        if person.team or person.function:
            st.caption(line(person), width="content")
        if person.has_left:
            st.badge(told("people-gone"), color="gray")
        else:
            for role in Role:
                if role in person.roles:
                    st.badge(told(f"people-role-{role}"), color="gray")
    if to_steward and st.session_state.get("people-turned") == person.id:
        with st.container(border=True):
            care_for(person)


def care_for(person: Person) -> None:
    """What a steward does for somebody: correct, give and take roles, mark as gone, end sign-ins."""
    form = opened(OTHER, person)
    words(person.email)
    wanted = fields(form, may_move=True, with_roles=True)
    gone = form.seen.model_copy(update={"has_left": not form.seen.has_left})
    with st.container(horizontal=True):
        saves = st.button(told("save"), type="primary", key="save-other")
        leaves = st.button(told("people-back-now" if form.seen.has_left else "people-gone-now"))
        ends = sign_in_configured() and st.button(told("people-end-sign-ins"))
        st.button(told("people-close"), type="tertiary", on_click=turn, args=(person,))
    st.caption(told("people-gone-means"))
    with refusals_shown():
        if saves or leaves:
            with registry() as db:
                change_person(db, asking(), wanted if saves else gone, form.seen)
            turn(person)
            st.rerun()
        if ends:
            with registry() as db:
                end_sign_ins(db, asking(), person.id)
            st.toast(told("people-sign-ins-ended", name=person.name), icon=":material/check:")
            st.rerun()


def show_everybody(*, to_steward: bool) -> None:
    """Everybody by name, a page at a time; who is gone comes last."""
    with registry() as db:
        everybody = people_list.count(db)
    text = ""
    if everybody > SHOWN:
        text = st.text_input(told("people-search"), type="search", live="300ms", max_chars=LINE) or ""
    with registry() as db:
        found = people_list.count(db, text)
    pages = -(-found // SHOWN)
    lines = st.container(gap="small")
    # Another search begins on its first page.
    page = st.pagination(pages, key=f"people-page-{text}") if pages > 1 else 1
    with registry() as db:
        shown = people_list.listed(db, text, limit=SHOWN, offset=(page - 1) * SHOWN)
    with lines:
        for person in shown:
            show_person(person, to_steward=to_steward)
        if not shown:
            st.info(told("people-nobody"))


me = asking().person
is_steward = is_allowed(me, "give_roles")
st.title(told("page-people"), anchor=False)
show_oneself(me, to_steward=is_steward)
if is_steward:
    add_somebody()
with registry() as db:
    stewards = people_list.stewards(db)
st.markdown(
    told("people-stewards", count=len(stewards), names=", ".join(apart(each.name) for each in stewards))
)
show_everybody(to_steward=is_steward)
