"""Words on a page: ours from the catalogue, people's own exactly as they typed them.

Streamlit reads Markdown almost everywhere. Nothing shown here is ever read as Markdown or HTML.
"""

import html
import re

import streamlit as st

from registry.domain.sentence import Sentence, SentenceValue
from registry.sentences import say

MARKS = re.compile(r"([\\`*_\[\]<>$~#|&])")
LIST_BEGINS = re.compile(r"^([-+=]|\d+(?=[.)]))")
DIRECTIVE = re.compile(r":(?=\w)")
WORD_JOINER = "\N{WORD JOINER}"


def plain(text: str) -> str:
    """*text* for a place that reads Markdown (a label, a sentence): every mark in it is shown, none works.

    Only marks are escaped: Streamlit reads a widget's label out as it is written, backslashes and all.

    `:red[…]`, `:smile:` and `:material/…:` are read after unescaping too, so that an invisible
    word joiner follows a colon before a letter.
    """
    marks_shown = MARKS.sub(r"\\\1", DIRECTIVE.sub(f":{WORD_JOINER}", " ".join(text.split())))
    return LIST_BEGINS.sub(f"{WORD_JOINER}\\1", marks_shown)


def told(spoken: Sentence | str, **values: SentenceValue) -> str:
    """A sentence of the catalogue, for a place that reads Markdown."""
    return plain(say(spoken, **values))


def words(text: str) -> None:
    """Somebody's own words, with their line breaks."""
    st.html(f'<p style="margin:0;white-space:pre-wrap;overflow-wrap:anywhere">{html.escape(text)}</p>')


def quote(text: str, source: str = "") -> None:
    """A customer's words, set apart from ours."""
    origin = (
        f'<footer style="opacity:.8;margin-top:.35rem">— {html.escape(source)}</footer>' if source else ""
    )
    st.html(
        '<blockquote style="margin:0;padding:.2rem 0 .2rem 1rem;border-left:3px solid currentColor;'
        'font-size:1.15rem;white-space:pre-wrap;overflow-wrap:anywhere">'
        f"{html.escape(text)}{origin}</blockquote>"
    )
