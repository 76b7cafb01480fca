"""Words on a page: ours from the catalogue, people's own exactly as they typed them.

Streamlit reads Markdown almost everywhere. Nothing shown here is ever read as Markdown or HTML.
"""

import re

import streamlit as st

from registry.domain.sentence import Sentence, SentenceValue
from registry.sentences import say

MARKS = re.compile(r"([\\`*_\[\]<>$~#|&])")
LIST_BEGINS = re.compile(r"^([-+=]|\d+(?=[.)]))")
DIRECTIVE_OR_ADDRESS = re.compile(r":(?=[\w/])|www(?=\.)|(?<=\w)@(?=\w)", re.IGNORECASE)
WORD_JOINER = "\N{WORD JOINER}"


def plain(text: str) -> str:
    """*text* for a place that reads Markdown (a label, a sentence): every mark in it is shown, none works.

    Only marks are escaped: Streamlit reads a widget's label out as it is written, backslashes and all.

    `:red[…]`, `:smile:`, `:material/…:` and addresses of pages and people are read after unescaping too, so
    that an invisible word joiner keeps them apart.
    """
    marks_shown = MARKS.sub(r"\\\1", DIRECTIVE_OR_ADDRESS.sub(rf"\g<0>{WORD_JOINER}", " ".join(text.split())))
    return LIST_BEGINS.sub(f"{WORD_JOINER}\\1", marks_shown)


def told(spoken: Sentence | str, **values: SentenceValue) -> str:
    """A sentence of the catalogue, for a place that reads Markdown."""
    return plain(say(spoken, **values))


def words(text: str) -> None:
    """Somebody's own words, with their line breaks."""
    st.text(text)


def quote(text: str, source: str = "") -> None:
    """A customer's words, set apart from ours."""
    with st.container(border=True):
        words(text)
        if source:
            st.caption(plain(f"— {source}"))


def marked(text: str, starts: str, ends: str) -> str:
    """*text* for a place that reads Markdown, bold between the two private marks."""
    return plain(text).replace(starts, "**").replace(ends, "**")
