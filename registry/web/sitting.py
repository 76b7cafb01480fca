"""A review that somebody has begun: kept in their tab, and where the server runs, until it is given."""

from dataclasses import dataclass, field, replace
from threading import Lock

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.domain.review_facts import Review
from registry.domain.risk import RiskProfile
from registry.domain.text import cleaned
from registry.services.home import home

MOST_BEGUN = 500
"""How many begun reviews are remembered beside the tabs; the oldest is forgotten first."""


@dataclass
class Sitting:
    """What a reviewer has said so far: theirs alone until they give it."""

    form: str
    """Begins the keys of the form's widgets; another round, and another rating, has other widgets."""
    premortem: str = ""
    ratings: RiskProfile = field(default_factory=RiskProfile)
    missing: str = ""
    expected: str = ""

    def key(self, name: str) -> str:
        """The key of the widget for *name*."""
        return f"{self.form}-{name}"

    def question_key(self, name: str, *, is_own: bool) -> str:
        """The key of the widget for a question, which has other steps where it is one's own to judge."""
        return self.key(f"own-{name}" if is_own else name)


_begun: dict[str, Sitting] = {}
"""Begun reviews by registry and form, for whoever reloads the page; never written to a file."""
_lock = Lock()


def sitting(dossier: Dossier, by: Asking) -> Sitting:
    """What was begun on this page; who rates again begins with what they said before."""
    here: dict[str, Sitting] = st.session_state.setdefault("sittings", {})
    form = _form(dossier, by)
    if form not in here:
        with _lock:
            begun = _begun.get(_place(form))
        before = review_before(dossier, by)
        if begun is not None:
            here[form] = replace(begun)
        elif before is not None:
            here[form] = Sitting(form, before.premortem, before.ratings, before.missing, before.expected)
        else:
            here[form] = Sitting(form)
    return here[form]


def remember(now: Sitting) -> None:
    """Remember what was said so far for a tab that is opened anew, until the server stops."""
    if not cleaned(now.premortem):
        return
    with _lock:
        _begun.pop(_place(now.form), None)
        _begun[_place(now.form)] = replace(now)
        while len(_begun) > MOST_BEGUN:
            del _begun[next(iter(_begun))]


def forget(now: Sitting) -> None:
    """The review was given: what was begun is no more."""
    st.session_state["sittings"].pop(now.form, None)
    with _lock:
        _begun.pop(_place(now.form), None)


def review_before(dossier: Dossier, by: Asking) -> Review | None:
    """The latest review of who asks, in this round or one before."""
    return next((each for each in reversed(dossier.all(Review)) if each.by == by.person.id), None)


def _form(dossier: Dossier, by: Asking) -> str:
    submission = dossier.submission
    handed_in = "" if submission is None else submission.at.timestamp()
    given = sum(each.by == by.person.id for each in dossier.all(Review))
    return f"review-{dossier.code}-{by.person.id}-{handed_in}-{given}"


def _place(form: str) -> str:
    return f"{home().database}-{form}"
