"""Whom a learning helped, as far as one may see it: counted per learning, never per person."""

import streamlit as st

from registry.domain.citing import uses
from registry.domain.experiment import Dossier
from registry.domain.family import Tie
from registry.domain.person import Person
from registry.services.home import registry
from registry.store import experiments, links
from registry.web.lists import title_text, visible
from registry.web.prose import told, words
from registry.web.session import link


def show_used_by(dossier: Dossier, viewer: Person) -> None:
    """The experiments that said so, each with how it helped; drafts of other teams are not told."""
    with registry() as db:
        helped = [
            each.experiment for each in links.pointing_at(db, [dossier.id]) if each.tie is Tie.HELPED_BY
        ]
        seen = visible(db, helped, viewer)
        found = experiments.dossiers_of(db, seen)
    st.header(told("used-title", count=len(found)), anchor=False)
    if not found:
        st.caption(told("used-none"))
    for each in found:
        link("experiment", f"{each.code} · {title_text(each.proposal.title)}", each.code)
        for use in uses(each):
            if use.learning == dossier.id and use.how:
                words(use.how)
