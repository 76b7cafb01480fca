"""Levers on a page: what would make a smaller step of it, pulled with a click and taken back with another."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from registry.domain.assessment import Assessment, Door
from registry.domain.proposal import Proposal, accepting, allowing, ruling_out, taking_back
from registry.domain.submission import Yardstick, levers_left
from registry.web.draft import Draft, keep_change
from registry.web.prose import told


def offer_levers(
    draft: Draft, proposal: Proposal, assessment: Assessment, by: Yardstick, *, near_hinge: bool
) -> None:
    """The levers accepted, those that would make it a plain two-way door, and those not possible here."""
    _show_accepted(draft, proposal.levers)
    # A lever says "at most", which may leave the door open: then the levers that are left still settle it.
    is_between = bool(proposal.levers) and assessment.door is Door.UNDECIDED
    if assessment.door is Door.ONE_WAY or near_hinge or is_between:
        _offer_sets(draft, proposal, levers_left(proposal, by))
        _show_not_here(draft, proposal.levers_not_here)


def show_promises(proposal: Proposal) -> None:
    """What the team holds itself to while the pilot runs; nothing when no lever was accepted."""
    if proposal.levers:
        st.markdown(told("promises-title"))
    for lever in proposal.levers:
        st.markdown("- " + told(f"lever-{lever}-promise"))


def _show_accepted(draft: Draft, levers: Sequence[str]) -> None:
    if levers:
        st.markdown(f"**{told('levers-accepted')}**")
    for lever in levers:
        with st.container(border=True, gap="small"):
            st.markdown(f":material/check: **{told(f'lever-{lever}')}**  \n{told(f'lever-{lever}-promise')}")
            _button(draft, f"take-back-{lever}", "lever-take-back", partial(taking_back, lever=lever))


def _offer_sets(draft: Draft, proposal: Proposal, sets: Sequence[tuple[str, ...]]) -> None:
    if not sets:
        st.markdown(told("levers-none-here" if proposal.levers_not_here else "levers-none"))
        return
    st.markdown(told("levers-offered"))
    for number, levers in enumerate(sets):
        if number:
            st.markdown(told("levers-second"))
        with st.container(border=True):
            for lever in levers:
                _offer(draft, lever)
            if len(levers) > 1:
                _button(draft, "all-" + "-".join(levers), "levers-do-all", partial(accepting, levers=levers))


def _offer(draft: Draft, lever: str) -> None:
    """One lever: what changes, what is still learned, what is promised, and whether it is possible here."""
    with st.container(gap="small"):
        st.markdown(f"**{told(f'lever-{lever}')}.** {told(f'lever-{lever}-change')}")
        st.caption(told(f"lever-{lever}-keeps"))
        st.caption(told("lever-promise", promise=told(f"lever-{lever}-promise")))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(told("lever-possible"), width="content")
            _button(draft, f"do-{lever}", "lever-do", partial(accepting, levers=(lever,)))
            _button(draft, f"not-here-{lever}", "lever-not-here", partial(ruling_out, lever=lever))


def _show_not_here(draft: Draft, levers: Sequence[str]) -> None:
    for lever in levers:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.caption(told("lever-is-not-here", lever=told(f"lever-{lever}")), width="content")
            _button(draft, f"allow-{lever}", "lever-possible-after-all", partial(allowing, lever=lever))


def _button(draft: Draft, key: str, name: str, change: Callable[[Proposal], Proposal]) -> None:
    kind = "primary" if name == "levers-do-all" else "secondary"
    if st.button(told(name), key=draft.key(f"lever-{key}"), type=kind):
        keep_change(draft, change)
        st.rerun()
