"""Who one is, on every page: signing in, the line that says so, and acting as somebody in local mode."""

from datetime import UTC, datetime

import streamlit as st

from registry.domain.moment import Moment, as_moment
from registry.domain.person import Person
from registry.domain.sentence import Refusal, Sentence, sentence
from registry.domain.sign_in import Claims, SignInRefused
from registry.domain.text import LINE
from registry.services import sign_in as sign_ins
from registry.services.home import is_read_only, registry
from registry.store import people
from registry.web.mode import providers, sign_in_configured, sign_in_rules, trusts_network
from registry.web.prose import plain, told, words
from registry.web.session import FOR_PERSON, asking, link, now, refusals_shown, ticket, visitor
from registry.web.way_in import Outcome, outcome_in

WAY_IN_WIDTH = 520
"""Pixels: a text this wide is read without effort."""


def admitted() -> Person | None:
    """Who is here; where nobody is yet, whoever may come in comes in. Otherwise the way in is shown."""
    person = visitor() or _let_in()
    if person is not None and st.session_state.setdefault(FOR_PERSON, person.id) != person.id:
        # Somebody else now: what was typed and clicked in this tab was the other's.
        st.session_state.clear()
        st.rerun()
    return person


def _let_in() -> Person | None:
    if not sign_in_configured():
        st.info(told("sign-in-no-cookie"), icon=":material/cookie:")
        return None
    held, outcome = ticket(), outcome_in(st.context.cookies)
    if outcome is not None:
        _show_way_in(sentence(f"sign-in-{outcome}"), is_calm=outcome is Outcome.OUT)
        return None
    if held is None or not st.user.is_logged_in:
        _show_way_in(None)
        return None
    try:
        with registry() as db:
            return sign_ins.sign_in(db, held, _claims(), now(), sign_in_rules())
    except Refusal as refusal:
        _show_way_in(refusal.sentence, is_calm=refusal.sentence.id == "sign-in-again")
        return None


def _claims() -> Claims:
    """What the provider said, as Streamlit kept it."""
    said = st.user.to_dict()
    verified = said.get("email_verified")
    try:
        return Claims(
            issuer=str(said["iss"]),
            subject=str(said["sub"]),
            name=str(said.get("name") or "")[:LINE],
            email=str(said.get("email") or ""),
            is_verified=None if verified is None else verified is True or verified == "true",
            issued_at=_moment(said["iat"]),
            expires_at=_moment(said["exp"]),
        )
    except (KeyError, ValueError, TypeError, OverflowError, OSError) as error:
        raise SignInRefused("sign-in-failed") from error


def _moment(seconds: object) -> Moment:
    return as_moment(datetime.fromtimestamp(float(str(seconds)), UTC))


def _show_way_in(why: Sentence | None, *, is_calm: bool = False) -> None:
    """The first thing that a company sees; *why* says why somebody sees it again."""
    with st.container(horizontal_alignment="center"):
        st.space("large")
        with st.container(width=WAY_IN_WIDTH):
            st.title(told("product-name"), anchor=False)
            st.markdown(told("sign-in-lead"))
            if why is not None:
                show = st.info if is_calm else st.error
                show(told(why), icon=":material/info:")
            for name in providers():
                label = told("sign-in-go") if name is None else told("sign-in-go-to", provider=name.title())
                if st.button(label, type="primary", icon=":material/login:", key=f"sign-in-{name}"):
                    st.login(name)
            st.markdown(f":small[{told('sign-in-means')}]")


def show_identity(person: Person) -> None:
    """The line at the top of every page: who one is, and how to be somebody else."""
    with st.container(key="identity", horizontal=True, vertical_alignment="center", gap="small"):
        if not sign_in_configured():
            st.markdown(f":small[{told('local-mode')}]", width="content")
        with st.container(key="who", width="content"):
            if sign_in_configured():
                _show_account(person)
            else:
                _act_as(person)
    # Always there, so that what is typed below stays in its place when something is said here.
    with st.container(key="notices"):
        if not sign_in_configured() and trusts_network():
            st.warning(told("local-mode-network"), icon=":material/warning:")
        if is_read_only():
            st.warning(told("registry-read-only-now"), icon=":material/lock:")


def _show_account(person: Person) -> None:
    with st.popover(plain(person.name), icon=":material/person:"):
        words(person.email)
        link("people", told("your-page"), icon=":material/person_edit:")
        if st.button(told("sign-out"), icon=":material/logout:"):
            _sign_out()


def _sign_out() -> None:
    held = ticket()
    if held is not None:
        with refusals_shown(), registry() as db:
            sign_ins.sign_out(db, held, now())
    st.logout()
    # The rest of the page would find that nobody is here.
    st.stop()


def _act_as(person: Person) -> None:
    """Let the one user of this computer try what another colleague would see."""
    with registry() as db:
        names = {each.id: each for each in people.everybody(db) if not each.has_left}
    chosen = st.selectbox(
        told("field-act-as"),
        list(names),
        index=list(names).index(person.id) if person.id in names else None,
        format_func=lambda each: _called(names[each]),
        # Another person has another picker: in the next tab it stands at who one is by now.
        key=f"act-as-{person.id}",
        label_visibility="collapsed",
        width=260,
    )
    if chosen is not None and chosen != person.id and (held := ticket()):
        with refusals_shown():
            with registry() as db:
                sign_ins.act_as(db, held, asking(), chosen)
            st.rerun()


def _called(person: Person) -> str:
    return f"{person.name} · {person.function}" if person.function else person.name
