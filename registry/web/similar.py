"""What was tried before, shown while somebody writes: the three most similar experiments."""

import streamlit as st

from registry.domain.experiment import stage
from registry.domain.proposal import Proposal
from registry.services.home import registry
from registry.store import experiments, search
from registry.web.lists import title_text, visible
from registry.web.prose import told, words
from registry.web.session import asking, link

MOST = 3


def show_similar(proposal: Proposal, id: int | None) -> None:
    """Up to three past experiments that share words with *proposal*; nothing when there are none."""
    idea = proposal.idea
    text = " ".join((idea.change, idea.effect, idea.whom, proposal.quote.words))
    by = asking()
    with registry() as db:
        found = search.similar(db, text, but_not=id, limit=search.SHORT_LIST)
        shown = visible(db, [each.experiment for each in found], by.person)[:MOST]
        past = experiments.dossiers(db, [experiments.get(db, each) for each in shown])
    if not past:
        return
    with st.container(border=True):
        st.markdown(told("similar-title", count=len(past)))
        for dossier in past:
            link("experiment", f"{dossier.code} · {title_text(dossier.proposal.title)}", dossier.code)
            learning = dossier.learning
            if learning is not None and learning.tell_others:
                words(learning.tell_others)
            else:
                st.caption(told(f"stage-{stage(dossier, by.at)}"))
