"""What was tried and learned before, shown while somebody writes, and what is different this time."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.person import Person
from registry.domain.proposal import Proposal
from registry.domain.reuse import Before, ended
from registry.domain.text import cleaned
from registry.services.home import Database, registry
from registry.services.reuse import times_helped
from registry.store import experiments, index, links, search
from registry.store.index import Row
from registry.web.draft import Draft
from registry.web.held import held
from registry.web.helped import helped_button
from registry.web.lists import title_text
from registry.web.proposal_form import line
from registry.web.prose import told, words
from registry.web.session import asking, link
from registry.web.standing import standing_badge

MOST_LEARNINGS, MOST = 3, 5
"""How many learnings are shown, and how many experiments with them."""


class _Near(NamedTuple):
    """What lies close to a proposal."""

    rows: Sequence[Row]
    """The closest first."""
    dossiers: dict[int, Dossier]
    """Of those that have a learning."""
    helped: dict[int, int]
    """How many experiments the learning of each helped."""
    helped_us: set[int]
    """The learnings of which the draft says that they helped."""


def show_similar(proposal: Proposal, draft: Draft) -> Proposal:
    """What was tried before and shares words with *proposal*: learnings first, each with one button.

    Below it, where something close ended badly, a question that nobody has to answer; returns *proposal*
    with what is said there.
    """
    by = asking()
    with registry() as db:
        near = _near(db, proposal, draft.id, by.person)
    # Each in a place of its own: what comes and goes in the first never moves the field in the second.
    with st.container():
        if near.rows:
            with st.container(border=True):
                st.markdown(told("similar-title", count=len(near.rows)))
                for row in near.rows:
                    _show(row, near, draft)
    with st.container():
        different = _ask_what_is_different(near.rows, draft)
    return proposal.model_copy(update={"different_this_time": different})


def _near(db: Database, proposal: Proposal, id: int | None, viewer: Person) -> _Near:
    idea = proposal.idea
    text = " ".join((idea.change, idea.effect, idea.whom, proposal.quote.words))
    found = [each.experiment for each in search.similar(db, text, but_not=id, limit=search.SHORT_LIST)]
    seen = {row.experiment: row for row in index.by_ids(db, found, viewer=viewer)}
    rows = [seen[each] for each in found if each in seen]
    learned = [row for row in rows if row.standing is not None][:MOST_LEARNINGS]
    others = [row for row in rows if row.standing is None][: MOST - len(learned)]
    ids = [row.experiment for row in learned]
    told_by = experiments.dossiers_of(db, ids)
    own = [] if id is None else links.pointing_from(db, [id])
    return _Near(
        rows=[*learned, *others],
        dossiers={each.id: each for each in told_by},
        helped=times_helped(db, ids),
        helped_us={each.other for each in own if each.tie is links.Tie.HELPED_BY},
    )


def _show(row: Row, near: _Near, draft: Draft) -> None:
    dossier = near.dossiers.get(row.experiment)
    if dossier is None or dossier.learning is None:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link("experiment", f"{row.code} · {title_text(row.title)}", row.code)
            st.caption(told(f"stage-{row.stage}"), width="content")
        return
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link("experiment", f"{row.code} · {title_text(row.title)}", row.code)
            show_what_it_is_worth(row, near.helped.get(row.experiment, 0))
        if dossier.learning.tell_others:
            words(dossier.learning.tell_others)
        if draft.id is not None:
            helped_button(draft.id, row.experiment, is_said=row.experiment in near.helped_us)


def show_what_it_is_worth(row: Row, helped: int) -> None:
    """The standing of a learning, how its experiment ended, and how many it *helped*."""
    if row.standing is not None:
        standing_badge(row.standing)
    if row.outcome is not None:
        st.badge(told(f"ended-{row.outcome}"), color="gray")
    if helped:
        st.caption(told("helped-times", count=helped), width="content")


def _ask_what_is_different(rows: Sequence[Row], draft: Draft) -> str:
    """Ask it where something close was walked back, or found not to hold; never a gate."""
    close = next(((row, how) for row in rows if (how := ended(row.outcome, row.standing)) is not None), None)
    if close is not None:
        row, how = close
        why = "different-walked_back" if how is Before.WALKED_BACK else "different-contradicted"
        st.markdown(told(why, code=row.code, title=row.title))
    said = draft.saved.different_this_time
    if close is not None or said or "different_this_time" in held(draft.id):
        return cleaned(line(draft, "", "different_this_time"))
    return said
