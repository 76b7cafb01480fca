"""A review in one sitting: first one sentence of one's own, then the case and the questions."""

from dataclasses import dataclass, field

import streamlit as st

from registry.domain.difference import differences
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.policy import Policy
from registry.domain.proposal import Proposal
from registry.domain.review import Rating, still_missing
from registry.domain.review_facts import Review, Supplied, Talk
from registry.domain.risk import NAMES, RiskProfile
from registry.domain.text import PAGE, cleaned
from registry.sentences import say
from registry.services import review as reviews
from registry.services.home import registry
from registry.services.proposal import yardstick
from registry.services.review import policy_of
from registry.web.case_form import show_case_text, show_sponsors
from registry.web.prose import told, words
from registry.web.questions import ask
from registry.web.session import asking, click_done, click_token, go_to, names, refusals_shown


@dataclass
class Sitting:
    """What a reviewer has said so far: this tab keeps it until the review is given."""

    form: str
    """Begins the keys of the form's widgets; another round has other widgets."""
    premortem: str = ""
    ratings: RiskProfile = field(default_factory=RiskProfile)
    missing: str = ""

    def key(self, name: str) -> str:
        """The key of the widget for *name*."""
        return f"{self.form}-{name}"


def sitting(dossier: Dossier, by: Asking) -> Sitting:
    """What was begun on this page; who rates again begins with what they said before."""
    begun: dict[str, Sitting] = st.session_state.setdefault("sittings", {})
    place = _place(dossier, by)
    if place not in begun:
        before = _before(dossier, by)
        begun[place] = Sitting(place)
        if before is not None:
            begun[place] = Sitting(place, before.premortem, before.ratings, before.missing)
    return begun[place]


def _place(dossier: Dossier, by: Asking) -> str:
    submission = dossier.submission
    handed_in = "" if submission is None else submission.at.timestamp()
    return f"review-{dossier.code}-{by.person.id}-{handed_in}"


def _before(dossier: Dossier, by: Asking) -> Review | None:
    """The latest review of who asks, in this round or one before."""
    return next((each for each in reversed(dossier.all(Review)) if each.by == by.person.id), None)


def show_what_changed(dossier: Dossier, by: Asking) -> None:
    """For who reviewed it before, only what is new since: in the proposal, from a talk, from the team."""
    before = _before(dossier, by)
    if before is None:
        return
    place = dossier.facts.index(before)
    read = next((each for each in reversed(dossier.facts[:place]) if isinstance(each, Submission)), None)
    changed = [] if read is None else _new_words(read.proposal, dossier.proposal)
    added = [fact for fact in dossier.facts[place + 1 :] if isinstance(fact, Supplied | Talk)]
    if not (changed or added):
        return
    st.header(told("changed-since-title"), anchor=False)
    for name, text in changed:
        st.markdown(f"**{told(f'field-{name}')}**")
        words(text)
    for fact in added:
        if isinstance(fact, Talk):
            st.markdown(told("changed-since-talk", question=say(f"question-{fact.question}")))
            words(fact.words)
        else:
            st.markdown(told("changed-since-supplied"))
            words(fact.what)


def _new_words(read: Proposal, now: Proposal) -> list[tuple[str, str]]:
    """What reads otherwise now in the words and the idea; never what the team answered."""
    return [
        (each.field, str(each.after))
        for noun, later in ((read.quote, now.quote), (read.idea, now.idea))
        for each in differences(noun, later)
        if each.after and each.field != "voice"
    ]


def show_premortem(now: Sitting) -> bool:
    """Ask for the one sentence that comes first; whether it is written."""
    st.header(told("premortem-title"), anchor=False)
    key = now.key("premortem")
    st.session_state.setdefault(key, now.premortem)
    now.premortem = st.text_area(
        told("field-premortem"),
        key=key,
        max_chars=PAGE,
        height=80,
        placeholder=say("field-premortem-example"),
    )
    with st.container():
        if not cleaned(now.premortem):
            # Whoever presses it has left the field, and that is what shows the rest.
            st.button(told("premortem-go-on"))
            st.caption(told("premortem-why"))
            return False
    return True


def show_rest(dossier: Dossier, by: Asking, now: Sitting) -> None:
    """The case, the questions of one's own and the others, what is missing, and the one button."""
    st.header(told("case-title"), anchor=False)
    show_case_text(dossier)
    show_sponsors(dossier, names())
    if still_missing(dossier):
        st.info(told("review-case-incomplete"))
    _ask_questions(dossier, by, now)
    key = now.key("missing")
    st.session_state.setdefault(key, now.missing)
    now.missing = st.text_area(
        told("field-missing"),
        key=key,
        max_chars=PAGE,
        height=80,
        placeholder=say("field-missing-example"),
    )
    if st.button(told("review-give"), type="primary", icon=":material/check:"):
        place = now.key("give")
        with refusals_shown():
            said = Rating(premortem=now.premortem, ratings=now.ratings, missing=now.missing)
            with registry() as db:
                reviews.review(db, asking(click_token(place)), dossier.id, said)
            click_done(place)
            st.session_state["sittings"].pop(now.form, None)
            go_to("experiment", dossier.code)
    st.caption(told("review-blind"))


def _ask_questions(dossier: Dossier, by: Asking, now: Sitting) -> None:
    policy, organisation = policy_of(dossier), _organisation(dossier)
    own = policy.owned_by(by.person.function)
    st.header(told("ratings-title"), anchor=False)
    if own:
        st.markdown(told("ratings-own", function=by.person.function))
        _ask(now, own, policy, organisation)
    else:
        st.markdown(told("ratings-any"))
    others = tuple(name for name in NAMES if name not in own)
    with st.expander(told("ratings-others" if own else "ratings-all"), expanded=not own):
        st.caption(told("ratings-not-mine"))
        _ask(now, others, policy, organisation)


def _ask(now: Sitting, questions: tuple[str, ...], policy: Policy, organisation: Organisation) -> None:
    for name in questions:
        with st.container(border=True):
            answer = ask(name, now.ratings.answer(name), now.key(name), policy, organisation)
        now.ratings = now.ratings.with_answer(name, answer)


def _organisation(dossier: Dossier) -> Organisation:
    """The organisation, with the revenue that amounts are measured with in this round."""
    with registry() as db:
        organisation = yardstick(db).organisation
    submission = dossier.submission
    revenue = None if submission is None else submission.yearly_revenue
    return organisation.model_copy(update={"yearly_revenue": revenue})
