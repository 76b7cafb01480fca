"""The draft on a page: loaded once, saved as soon as something in it changes, never lost."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from registry.domain.difference import merged
from registry.domain.experiment import Experiment, experiment_code
from registry.domain.proposal import Proposal
from registry.domain.sentence import Refusal
from registry.domain.text import cleaned
from registry.services import proposal as proposals
from registry.services.home import registry
from registry.store import experiments
from registry.store.experiments import StaleVersion
from registry.web.held import must_wait, was_saved
from registry.web.prose import told
from registry.web.session import asked_dossier, asking, just_arrived
from registry.web.side_by_side import show_versions, show_who_saved

DRAFT = "draft"


@dataclass
class Draft:
    """What this tab knows of the draft it edits."""

    form: str
    """Begins the keys of the form's widgets; another draft has other widgets."""
    id: int | None
    version: int
    saved: Proposal
    """What the form began with: as it was kept last, or, while a newer version waits, as it was typed."""
    base: Proposal | None = None
    """While a newer version waits for its writer's choice: what was kept as *version*, before both."""
    announced: int = 0
    """The newest of those versions that was announced; each is announced once."""

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
        asked = st.query_params["id"]
        if draft is None or draft.id is None or asked != experiment_code(draft.id) or just_arrived():
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
    return _undecided().get(experiment.id) or _kept(experiment)


def _kept(experiment: Experiment) -> Draft:
    return Draft(
        form=secrets.token_urlsafe(8),
        id=experiment.id,
        version=experiment.version,
        saved=experiment.proposal,
    )


def _undecided() -> dict[int, Draft]:
    """This tab's drafts that were saved elsewhere meanwhile; who leaves the page finds them as they were."""
    return st.session_state.setdefault("drafts_undecided", {})


def keep(draft: Draft, written: Proposal) -> bool:
    """Save *written* when it differs from what was saved; says so on the page, and whether it is safe now."""
    try:
        _save(draft, written)
    except Refusal as refusal:
        if isinstance(refusal, StaleVersion) and draft.base is not None and draft.id is not None:
            return _caught_up(draft, draft.id, draft.base, written)
        st.error(told(refusal.sentence))
        return False
    return True


def keep_field(draft: Draft, part: str, field: str, key: str) -> None:
    """Save one text the moment its field is left: somebody may be on their way to another page.

    What looks personal in it and was not pointed at yet waits until it was. What cannot be saved is told by
    the page itself, which saves the whole draft once more.
    """
    text = st.session_state[key]
    if must_wait(draft.id, field, key, text):
        return
    if part:
        noun = getattr(draft.saved, part).model_copy(update={field: cleaned(text)})
        written = draft.saved.model_copy(update={part: noun})
    else:
        written = draft.saved.model_copy(update={field: cleaned(text)})
    with suppress(Refusal):
        _save(draft, written)


def keep_change(draft: Draft, change: Callable[[Proposal], Proposal]) -> None:
    """Save the draft as *change* makes it, at once; the page itself tells what cannot be saved."""
    with suppress(Refusal):
        _save(draft, change(draft.saved))


def _save(draft: Draft, written: Proposal) -> None:
    if written == draft.saved and draft.base is None:
        return
    is_new = draft.id is None
    with registry() as db:
        if draft.id is None:
            experiment = proposals.begin(db, asking(token=draft.form), written)
        else:
            try:
                experiment = proposals.revise(db, asking(), draft.id, draft.version, written)
            except StaleVersion:
                draft.base, draft.saved = draft.base or draft.saved, written
                _undecided()[draft.id] = draft
                raise
    draft.id, draft.version, draft.saved = experiment.id, experiment.version, written
    if is_new:
        # Last: the tab's state may end this run, which must know by then what it has saved.
        was_saved(experiment.id)


def _caught_up(draft: Draft, id: int, base: Proposal, written: Proposal) -> bool:
    """Whether the version saved meanwhile says what *written* says; if not, shows both and lets choose."""
    with registry() as db:
        theirs = experiments.get(db, id)
        by = proposals.yardstick(db)
    if theirs.proposal == written:
        draft.version, draft.base = theirs.version, None
        _undecided().pop(id, None)
        return True
    # What is told here may stand far below the field that somebody is writing in.
    if draft.announced != theirs.version:
        draft.announced = theirs.version
        st.toast(told("draft-look-below", code=experiment_code(id)), icon=":material/group:", duration="long")
    show_who_saved(theirs)
    show_versions(base, written, theirs.proposal, by)
    # The keys name the version that is shown: a click on buttons that stood below another one does nothing.
    place = draft.key(f"version-{theirs.version}")
    with st.container(horizontal=True):
        keeps_both = st.button(told("draft-keep-both"), type="primary", key=f"{place}-keep-both")
        takes_theirs = st.button(told("draft-take-theirs"), key=f"{place}-take-theirs")
    st.caption(told("draft-choice-means"))
    if keeps_both:
        # What cannot be saved, because somebody was faster again, is told by the next run.
        with suppress(Refusal), registry() as db:
            together = merged(base, written, theirs.proposal)
            _go_on_with(proposals.revise(db, asking(), id, theirs.version, together))
        st.rerun()
    if takes_theirs:
        _go_on_with(theirs)
        st.rerun()
    return False


def _go_on_with(experiment: Experiment) -> None:
    """Begin the form anew from what is kept now."""
    st.session_state[DRAFT] = _kept(experiment)
    _undecided().pop(experiment.id, None)
