"""Another policy on a page, for stewards: bring a file, see what it would change, adopt it with one click."""

from collections.abc import Sequence

import streamlit as st

from registry.domain.policy import Policy
from registry.domain.policy_file import MOST_CHARACTERS, PolicyRefused
from registry.sentences import say
from registry.services.home import registry
from registry.services.policy import next_version_in
from registry.services.policy_change import Report, adopt_policy, look_at_policy
from registry.services.policy_words import change_texts
from registry.web.policy import lines
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, just_arrived, refusals_shown

PLACE = "adopt-policy"
ADOPTED, TURN = "policy-adopted", "policy-turn"
MOST_LINES = 50
"""Experiments told one by one; of more, how many."""


def show_adopted() -> None:
    """That a policy was adopted just now."""
    if just_arrived():
        st.session_state.pop(ADOPTED, None)
    if ADOPTED in st.session_state:
        st.success(told("policy-adopted", version=st.session_state[ADOPTED]), icon=":material/check:")


def offer_another(versions: Sequence[Policy]) -> None:
    """Bring a policy as a file; the report on it, and the button that adopts it."""
    st.header(told("policy-new-title"), anchor=False)
    with registry() as db:
        following = next_version_in(db)
    st.markdown(told("policy-new-lead", next=str(following)))
    turn = st.session_state.setdefault(TURN, 0)
    file = st.file_uploader(told("field-policy_file"), key=f"policy-file-{turn}", max_upload_size=1)
    with st.container():
        if file is not None:
            with refusals_shown():
                _offer(_text(file.getvalue()), versions[-1])


def _offer(text: str, in_force: Policy) -> None:
    with registry() as db:
        report = look_at_policy(db, asking(), text)
    _show(report, in_force)
    if st.button(told("policy-adopt"), type="primary", icon=":material/gavel:"):
        with registry() as db:
            adopted = adopt_policy(db, asking(click_token(PLACE)), text)
        click_done(PLACE)
        st.session_state[ADOPTED] = str(adopted.version)
        st.session_state[TURN] += 1
        st.query_params.clear()
        st.rerun()


def _text(content: bytes) -> str:
    if len(content) > 4 * MOST_CHARACTERS:
        raise PolicyRefused("policy-too-long", most=MOST_CHARACTERS)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PolicyRefused("policy-not-utf8") from error


def _show(report: Report, in_force: Policy) -> None:
    """What the policy says otherwise, and which experiments would be another door."""
    st.success(told("policy-report-fine", version=str(report.policy.version)), icon=":material/check:")
    st.subheader(told("policy-report-changes", version=str(in_force.version)), anchor=False)
    lines(change_texts(in_force, report.policy) or [say("policy-changes-none")])
    if not report.moved:
        st.markdown(told("policy-report-none", compared=report.compared))
        return
    st.markdown(told("policy-report-moved", compared=report.compared, moved=len(report.moved)))
    lines([each.text for each in report.moved[:MOST_LINES]])
    more = len(report.moved) - MOST_LINES
    if more > 0:
        st.markdown(told("policy-report-more", more=more))
