"""Whose an experiment is, and what can be done with it now, said where one would look for a button."""

from typing import NoReturn

import streamlit as st

from registry.domain.experiment import Dossier, stage
from registry.domain.permission import Act, NotAllowed, check_allowed
from registry.domain.person import Asking
from registry.domain.sentence import Refusal
from registry.domain.steps import WrongStage, check_step
from registry.web.prose import told


def show_whose_it_is(dossier: Dossier, asking: Asking) -> None:
    """Who goes on with it, and what others can do meanwhile."""
    team = dossier.experiment.team
    st.markdown(told("whose-step", stage=stage(dossier, asking.at), team=team, has_team=int(bool(team))))


def stop_unless_can(dossier: Dossier, asking: Asking, step: str) -> None:
    """End the page with one sentence when who asks may not take *step*, or it cannot be taken now."""
    try:
        check_step(dossier, asking, step)
    except (NotAllowed, WrongStage) as refusal:
        _stop(refusal)


def stop_unless_allowed(asking: Asking, act: Act) -> None:
    """End the page with the sentence that says who may, when who asks may not do *act*."""
    try:
        check_allowed(asking, act)
    except NotAllowed as refusal:
        _stop(refusal)


def _stop(refusal: Refusal) -> NoReturn:
    st.info(told(refusal.sentence))
    st.stop()
