"""The policy in the open: the rules that decide which door it is, in words and numbers; every version."""

import streamlit as st

from registry.domain.permission import is_allowed
from registry.domain.policy import Policy
from registry.domain.policy_file import PolicyRefused
from registry.sentences import day_text, say
from registry.services.home import registry
from registry.services.policy import policy_in, text_in, versions_in
from registry.web.policy import (
    show_changes,
    show_holds,
    show_knockouts,
    show_levers,
    show_panel,
    show_questions,
    show_quick_check,
    show_score,
)
from registry.web.policy_form import offer_another, show_adopted
from registry.web.prose import told
from registry.web.session import asking


def asked_policy() -> Policy:
    """The policy named in the address, without one the one in force; a clear sentence for any other."""
    asked = st.query_params.get("version", "")
    with registry() as db:
        if not asked:
            return policy_in(db)
        try:
            if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
                raise PolicyRefused("policy-unknown-version", version=asked)
            return policy_in(db, int(asked))
        except PolicyRefused as refusal:
            st.title(told("page-policy-title"), anchor=False)
            st.info(told(refusal.sentence))
            offer_back()
            st.stop()


def offer_back() -> None:
    """Back to the policy in force. A link to the page that one is on would leave the address as it was."""
    if st.button(told("policy-back"), icon=":material/arrow_back:", type="tertiary"):
        st.query_params.clear()
        st.rerun()


def show_version(shown: Policy, versions: tuple[Policy, ...]) -> None:
    """Which version this is, when it was in force, and the way to the others."""
    following = next((each for each in versions if each.version > shown.version), None)
    about = {"version": str(shown.version), "day": day_text(shown.date)}
    if following is None:
        st.markdown(told("policy-in-force", **about))
    else:
        st.info(told("policy-was-in-force", until=day_text(following.date), **about))
        offer_back()
    with registry() as db:
        text = text_in(db, shown.version)
    st.download_button(
        told("policy-download"),
        text,
        say("policy-file-name", version=str(shown.version)),
        "application/toml",
        icon=":material/download:",
        on_click="ignore",
    )


def show_versions(versions: tuple[Policy, ...]) -> None:
    """Every version with its day, the newest first."""
    st.header(told("policy-versions-title"), anchor=False)
    for each in reversed(versions):
        label = told("policy-version-link", version=str(each.version), day=day_text(each.date))
        if st.button(label, key=f"version-{each.version}", type="tertiary"):
            st.query_params["version"] = str(each.version)
            st.rerun()


with registry() as db:
    versions = versions_in(db)
shown = asked_policy()

st.title(told("page-policy-title"), anchor=False)
st.markdown(told("page-policy-lead"))
with st.container():
    show_adopted()
with st.container():
    show_version(shown, versions)
    before = next((each for each in reversed(versions) if each.version < shown.version), None)
    if before is not None:
        show_changes(before, shown)
    show_holds()
    show_knockouts(shown)
    show_score(shown)
    show_questions(shown)
    show_quick_check(shown)
    show_levers(shown)
    show_panel(shown)
    if len(versions) > 1:
        show_versions(versions)
if is_allowed(asking().person, "change_policy"):
    offer_another(versions)
