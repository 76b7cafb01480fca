"""Copying a block of a page as text: for a mail, for minutes, for a slide."""

from collections.abc import Iterable

import streamlit as st

from registry.web.prose import told


def headed(title: str, lines: Iterable[str]) -> None:
    """The *title* of a block, and beside it the block as text behind one tap."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header(title, anchor=False, width="content")
        copy_as_text(lines)


def copy_as_text(lines: Iterable[str]) -> None:
    """*lines* as they are pasted elsewhere; Streamlit's code element has the button that copies them."""
    with st.popover(told("copy-as-text"), type="tertiary", icon=":material/content_copy:"):
        st.code("\n".join(lines), language=None, wrap_lines=True)
