"""Earlier wordings of a learning: until when each stood, and what changed then."""

from itertools import pairwise

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.history import told_by
from registry.sentences import day_text, say
from registry.services.history import label_text
from registry.services.value_words import words as value_words
from registry.web.prose import plain, told, words

ONLY_LOOKED = {"learning.look_again"}


def show_revisions(dossier: Dossier) -> None:
    """Each older wording, the latest first; nothing where it was never revised. Nobody is named."""
    older = [*pairwise(dossier.all(Learning))]
    if not older:
        return
    with st.expander(told("revisions-title", count=len(older)), icon=":material/history:"):
        for before, after in reversed(older):
            _show_revision(before, after)


def _show_revision(before: Learning, after: Learning) -> None:
    changes = told_by(after, before)
    day = day_text(after.at.date())
    if {each.field for each in changes} <= ONLY_LOOKED:
        st.markdown(told("revision-held", day=day))
        return
    st.markdown(told("revision-changed", day=day))
    for each in changes:
        st.caption(plain(label_text(each.field)))
        words(value_words(each.field, each.before) or say("blank"))
