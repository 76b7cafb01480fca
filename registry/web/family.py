"""The family tree of an idea on a page: where it came from, what it led to, and what is cited beside it."""

from pathlib import Path

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.family import Line, Tie, Word
from registry.domain.person import Person
from registry.sentences import say
from registry.services.home import registry
from registry.store.family import Family, family_of
from registry.store.index import Row
from registry.web.prose import plain, told
from registry.web.session import link

DEEPEST = 5
"""Generations that stand further in than the one before; on a phone more would leave no room for words."""


def show_family(dossier: Dossier, viewer: Person, page: str) -> None:
    """The tree, as far as *viewer* may see it, its lines leading to *page*; nothing where it stands alone."""
    with registry() as db:
        family = family_of(db, dossier.id, viewer)
    if len(family.lines) < 2:
        return
    st.header(told("story-family"), anchor=False)
    with st.container(gap=None):
        st.html(Path(__file__).with_name("family.css"))
        for number, line in enumerate(family.lines):
            with st.container(key=f"family-{min(line.depth, DEEPEST)}-{number}-{page}", gap=None):
                _show_line(family, line, dossier.id, page)
    if family.left_out:
        st.caption(told("family-more", count=family.left_out))
    with st.expander(told("family-copy"), icon=":material/content_copy:"):
        st.code(family_text(family, dossier.id), language=None, wrap_lines=True)


def _show_line(family: Family, line: Line, focus: int, page: str) -> None:
    row = family.rows[line.experiment]
    name = plain(_name(row, line, focus))
    if line.experiment == focus:
        st.markdown(f"**{name}**")
    else:
        link(page if row.learned_on is not None else "experiment", name, row.code)
    if said := line_words(family, line):
        st.caption(plain(said))


def title(row: Row) -> str:
    """The title of what stands in a line, with a capital; a draft may not have one yet."""
    return row.title[:1].upper() + row.title[1:] if row.title else say("untitled")


def line_words(family: Family, line: Line) -> str:
    """What a line is to the one above it, and where what it taught stands."""
    row = family.rows[line.experiment]
    said = [_word(family, line, word) for word in line.words]
    if line.is_again:
        said.append(say("family-again"))
    elif row.standing is not None:
        said.append(say(f"standing-{row.standing}"))
    return " · ".join(said)


def _word(family: Family, line: Line, word: Word) -> str:
    if word.is_cited:
        return say("family-cited_for" if word.tie is Tie.CITES_FOR else "family-cited_against")
    if word.tie is Tie.CAME_FROM:
        return say(f"family-{family.relations[line.experiment]}")
    return say(f"family-{word.tie}")


def family_text(family: Family, focus: int) -> str:
    """The tree as text, for an e-mail or a slide."""
    return "\n".join(_line_text(family, line, focus) for line in family.lines)


def _line_text(family: Family, line: Line, focus: int) -> str:
    row = family.rows[line.experiment]
    said = line_words(family, line)
    indent = "   " * (line.depth - 1)
    return f"{indent}{_name(row, line, focus)}" + (f": {said}" if said else "")


def _name(row: Row, line: Line, focus: int) -> str:
    """How a line begins: an arrow where it stands under another one, its code, its title."""
    name = "family-child" if line.depth else "family-line"
    if line.experiment == focus:
        name = "family-child-this" if line.depth else "family-this"
    return say(name, code=row.code, title=title(row))
