"""Somebody's words in a place that reads Markdown. The witness is markdown-it, a CommonMark reader."""

from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from registry.web.prose import WORD_JOINER, marked, plain

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKS = st.sampled_from([*"\\`*_[]()<>$~#|&!-+=.:1a \"'/\n", "http://", "www.", "&amp;", "]("])


def read(text: str) -> str:
    """What a reader of Markdown sees of *text*, as HTML without the one paragraph around it."""
    return READER.render(text).strip().removeprefix("<p>").removesuffix("</p>")


@given(st.lists(MARKS, max_size=30).map("".join))
@example("1. one")
@example("+ one")
@example("    code")
@example("a\n===")
@example("| a |\n| - |\n| b |")
def test_no_mark_in_somebodys_words_works(text: str):
    seen = read(plain(text))

    assert unescape(seen).replace(WORD_JOINER, "") == " ".join(text.split())
    assert "<" not in seen


@pytest.mark.parametrize(
    "text", [":red[x]", ":smile:", ":material/home:", "a:b", "http://x.org", "www.x.org", "a@x.org"]
)
def test_what_streamlit_reads_after_unescaping_is_kept_apart(text: str):
    shown = plain(text)

    assert text not in shown
    assert shown.replace(WORD_JOINER, "").replace("\\", "") == text


@pytest.mark.parametrize(
    "text", ["It is 5 : 3 for us.", "Why? Because!", "50 %, at 9:30", "“Thanks” – said Olga"]
)
def test_ordinary_words_read_as_they_were_written(text: str):
    assert plain(text).replace(WORD_JOINER, "") == text


def test_only_the_matches_of_an_excerpt_are_bold():
    excerpt = "a **loud** \ue000card\ue001 in the <b>parcel</b>"

    seen = read(marked(excerpt, "\ue000", "\ue001"))

    assert seen == "a **loud** <strong>card</strong> in the &lt;b&gt;parcel&lt;/b&gt;"
