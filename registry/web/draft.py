"""The draft on a page: loaded once, saved as soon as something in it changes, never lost."""

import secrets
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from registry.domain.experiment import experiment_code
from registry.domain.proposal import Proposal
from registry.domain.sentence import Refusal
from registry.domain.text import cleaned
from registry.services import proposal as proposals
from registry.services.home import registry
from registry.store import experiments
from registry.store.experiments import StaleVersion
from registry.web.prose import told
from registry.web.session import asked_dossier, asking, just_arrived

DRAFT = "draft"


@dataclass
class Draft:
    """What this tab knows of the draft it edits."""

    form: str
    """Begins the keys of the form's widgets; another draft has other widgets."""
    id: int | None
    version: int
    saved: Proposal

    def key(self, field: str) -> str:
        """The key of the widget for *field*."""
        return f"{self.form}-{field}"


def current_draft() -> Draft:
    """The draft that the address names; a new one for somebody who comes to an address that names none.

    The browser tells its address a moment late: right after the first save it still names none.
    Only who comes from another page therefore begins anew; who stays goes on with their draft.
    """
    draft: Draft | None = st.session_state.get(DRAFT)
    if "id" in st.query_params:
        if draft is None or draft.id is None or st.query_params["id"] != experiment_code(draft.id):
            draft = _loaded()
    elif draft is None or just_arrived():
        draft = Draft(form=secrets.token_urlsafe(8), id=None, version=0, saved=Proposal())
    st.session_state[DRAFT] = draft
    if draft.id is not None:
        st.query_params["id"] = experiment_code(draft.id)
    return draft


def begin_another() -> None:
    """Leave the draft as it is kept, and begin with an empty page."""
    st.session_state.pop(DRAFT, None)
    st.query_params.pop("id", None)


def _loaded() -> Draft:
    experiment = asked_dossier().experiment
    return Draft(
        form=secrets.token_urlsafe(8),
        id=experiment.id,
        version=experiment.version,
        saved=experiment.proposal,
    )


def keep(draft: Draft, written: Proposal) -> bool:
    """Save *written* when it differs from what was saved; says so on the page, and whether it is safe now."""
    try:
        _save(draft, written)
    except StaleVersion as refusal:
        st.warning(told(refusal.sentence))
        if draft.id is not None:
            _choose(draft, draft.id, written)
        return False
    except Refusal as refusal:
        st.error(told(refusal.sentence))
        return False
    return True


def keep_field(draft: Draft, part: str, field: str, key: str) -> None:
    """Save one text the moment its field is left: somebody may be on their way to another page.

    What cannot be saved is told by the page itself, which saves the whole draft once more.
    """
    text = st.session_state[key]
    if part:
        noun = getattr(draft.saved, part).model_copy(update={field: cleaned(text)})
        written = draft.saved.model_copy(update={part: noun})
    else:
        written = draft.saved.model_copy(update={field: cleaned(text)})
    with suppress(Refusal):
        _save(draft, written)


def _save(draft: Draft, written: Proposal) -> None:
    if written == draft.saved:
        return
    with registry() as db:
        if draft.id is None:
            experiment = proposals.begin(db, asking(token=draft.form), written)
        else:
            experiment = proposals.revise(db, asking(), draft.id, draft.version, written)
    draft.id, draft.version, draft.saved = experiment.id, experiment.version, written


def _choose(draft: Draft, id: int, written: Proposal) -> None:
    """Let the second of two editors decide; what they typed stays in the form until they do."""
    with st.container(horizontal=True):
        if st.button(told("draft-keep-mine"), type="primary"):
            with registry() as db:
                draft.version = experiments.get(db, id).version
            draft.saved = Proposal()
            if keep(draft, written):
                st.rerun()
        if st.button(told("draft-take-theirs")):
            del st.session_state[DRAFT]
            st.rerun()
