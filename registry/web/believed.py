"""What we now believe, by promise: one sentence each, its standing, and what speaks for and against it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from registry.domain.believed import (
    MOST,
    Believed,
    believed,
    in_one_sentence,
    nothing_learned,
)
from registry.domain.facts import Citation, Learning
from registry.domain.finding import Facet, Thing
from registry.domain.standing import Knows, Standing, balance, with_citations
from registry.sentences import say
from registry.services.home import Database
from registry.store import experiments
from registry.store.index import Row
from registry.web.copying import headed
from registry.web.lists import title_text
from registry.web.numbers import number_link
from registry.web.prose import plain, told
from registry.web.session import link, page_script
from registry.web.standing import standing_badge


class Belief(NamedTuple):
    """One learning as it is read here."""

    row: Row
    sentence: str
    evidence: str

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return self.row.standing or Standing.EMERGING


class Beliefs:
    """What the organisation now believes, as far as *rows* tell, with the words of what is shown."""

    def __init__(self, db: Database, rows: Sequence[Row], promises: Sequence[str]) -> None:
        self.groups = believed(rows, promises)
        self.open = nothing_learned(rows, promises)
        shown = [row for group in self.groups for row in group.learnings[:MOST]]
        self.facts = experiments.facts_of(db, [row.experiment for row in shown], ("learning", "citation"))

    def show(self) -> None:
        """A section for each promise, at most five lines in it, and the way to all of them."""
        headed(told("believed-title"), self.lines())
        if not self.groups:
            st.markdown(told("believed-nothing"))
        for group in self.groups:
            st.subheader(plain(_heading(group)), anchor=False)
            for belief in self._beliefs(group):
                _show(belief)
            if len(group.learnings) > MOST:
                _link_to_all(group)
        if self.open and self.groups:
            st.caption(told("believed-open", promises=" · ".join(self.open)))

    def lines(self) -> Iterator[str]:
        """The same as text."""
        yield say("believed-title")
        for group in self.groups:
            yield f"\n{_heading(group)}"
            for each in self._beliefs(group):
                standing = say(f"standing-{each.standing}")
                yield f"- {each.sentence} ({standing}; {each.evidence}; {each.row.code})"
            if len(group.learnings) > MOST:
                yield say("believed-more", count=len(group.learnings) - MOST)

    def _beliefs(self, group: Believed[Row]) -> list[Belief]:
        return [self._belief(row) for row in group.learnings[:MOST]]

    def _belief(self, row: Row) -> Belief:
        facts = self.facts[row.experiment]
        cited = [each for each in facts if isinstance(each, Citation)]
        written = [each for each in facts if isinstance(each, Learning)]
        sentence = in_one_sentence(written[-1]) if written else ""
        counted = balance(with_citations(row.experiment, row.grade, cited))
        pro = say("believed-for", what=_counted(counted.pro) or say("believed-untried"))
        contra = say("believed-against", what=_counted(counted.contra) or say("believed-none"))
        return Belief(row, " ".join((sentence or row.title).split()), f"{pro}; {contra}")


def _counted(side: Mapping[Knows, int]) -> str:
    return ", ".join(say(f"known-{knows}", count=side[knows]) for knows in Knows if side.get(knows))


def _heading(group: Believed[Row]) -> str:
    return group.promise or say("believed-untied")


def _show(belief: Belief) -> None:
    with st.container(gap="xxsmall"):
        link("learning", title_text(belief.sentence), belief.row.code)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            standing_badge(belief.standing)
            st.caption(plain(f"{belief.evidence} · {belief.row.code}"))


def _link_to_all(group: Believed[Row]) -> None:
    said = say("believed-all", count=len(group.learnings))
    if group.promise:
        st.page_link(
            page_script("search"),
            label=plain(said),
            query_params={Facet.THING: Thing.LEARNING, Facet.PROMISE: group.promise},
        )
    else:
        number_link(said, "untied")
