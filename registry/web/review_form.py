"""A review in one sitting: first one sentence of one's own, then the case and the questions."""

from itertools import product

import streamlit as st

from registry.domain.difference import differences
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.proposal import Proposal
from registry.domain.review import Rating, still_missing
from registry.domain.review_facts import Supplied, Talk
from registry.domain.risk import NAMES
from registry.domain.submission import Yardstick
from registry.domain.text import LINE, PAGE, cleaned
from registry.sentences import day_text, say
from registry.services import review as reviews
from registry.services.home import registry
from registry.services.proposal import yardstick
from registry.services.review import policy_of
from registry.web.case_form import show_case_text, show_sponsors
from registry.web.numbered import number_refused
from registry.web.personal_data import show_personal_data, was_pointed_at
from registry.web.proposal_form import limits_sentence
from registry.web.prose import told, words
from registry.web.questions import rate
from registry.web.session import asking, click_done, click_token, go_to, names, refusals_shown
from registry.web.sitting import Sitting, forget, remember, review_before


def show_kept(dossier: Dossier, by: Asking) -> None:
    """That a review of who asks is kept already, and what another one would be."""
    mine = dossier.round.review_of(by.person.id)
    if mine is not None:
        is_revealed = int(dossier.round.is_revealed)
        st.info(told("review-kept", day=day_text(mine.at.date()), is_revealed=is_revealed))


def show_what_changed(dossier: Dossier, by: Asking) -> None:
    """For who reviewed it before, only what is new since: in the proposal, from a talk, from the team."""
    before = review_before(dossier, by)
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
    show_personal_data(key, now.premortem, told("review-give"))
    with st.container():
        if not cleaned(now.premortem):
            # Whoever presses it has left the field, and that is what shows the rest.
            if st.button(told("premortem-go-on")):
                st.info(told("premortem-empty"))
            st.caption(told("premortem-why"))
            return False
    return True


def show_rest(dossier: Dossier, by: Asking, now: Sitting) -> None:
    """The case, the questions of one's own and the others, what is missing, and the one button."""
    _show_bounds(dossier.proposal)
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
    # Its first sentence stands far above, and was pointed at where it stands before the rest was shown.
    seen = was_pointed_at(now.key("premortem"), now.premortem)
    may_save = show_personal_data(key, now.missing, told("review-give")) and seen
    key = now.key("expected")
    st.session_state.setdefault(key, now.expected)
    now.expected = st.text_input(
        told("field-review_expected"),
        key=key,
        max_chars=LINE,
        placeholder=say("field-review_expected-example"),
        help=told("expected-why"),
    )
    may_save = show_personal_data(key, now.expected, told("review-give")) and may_save
    remember(now)
    if st.button(told("review-give"), type="primary", icon=":material/check:"):
        if may_save:
            _give(dossier, by, now)
        else:
            st.info(told("personal-look-above"))
    st.caption(told("review-blind"))


def _give(dossier: Dossier, by: Asking, now: Sitting) -> None:
    """Keep the review; while a number in it cannot be true, say so instead: it would be left out."""
    for name, is_own in product(NAMES, (True, False)):
        refused = number_refused(name, now.question_key(name, is_own=is_own))
        if refused is not None:
            st.error(told(refused), icon=":material/info:")
            return
    # Not the form's key: to the second of two clicks the first one is a review given before.
    place = f"review-give-{dossier.code}-{by.person.id}"
    with refusals_shown():
        rating = Rating(
            premortem=now.premortem, ratings=now.ratings, missing=now.missing, expected=now.expected
        )
        with registry() as db:
            reviews.review(db, asking(click_token(place)), dossier.id, rating)
        click_done(place)
        forget(now)
        go_to("experiment", dossier.code)


def _show_bounds(proposal: Proposal) -> None:
    """What the team holds itself to: its promises, and until when it would run."""
    if proposal.levers or proposal.limits.until is not None:
        st.header(told("review-bounds"), anchor=False)
    if proposal.limits.until is not None:
        st.markdown(told(limits_sentence(proposal.limits)))
    for lever in proposal.levers:
        st.markdown("- " + told(f"lever-{lever}-promise"))


def _ask_questions(dossier: Dossier, by: Asking, now: Sitting) -> None:
    measured = Yardstick(policy=policy_of(dossier), organisation=_organisation(dossier))
    own = measured.policy.owned_by(by.person.function)
    st.header(told("ratings-title"), anchor=False)
    if own:
        st.markdown(told("ratings-own", function=by.person.function))
        _ask(now, own, measured, is_own=True)
    else:
        st.markdown(told("ratings-any"))
    others = tuple(name for name in NAMES if name not in own)
    with st.expander(told("ratings-others" if own else "ratings-all"), expanded=not own):
        st.caption(told("ratings-not-mine"))
        _ask(now, others, measured, is_own=False)


def _ask(now: Sitting, questions: tuple[str, ...], by: Yardstick, *, is_own: bool) -> None:
    for name in questions:
        with st.container(border=True):
            key = now.question_key(name, is_own=is_own)
            answer = rate(name, now.ratings.answer(name), key, by, is_own=is_own)
        now.ratings = now.ratings.with_answer(name, answer)


def _organisation(dossier: Dossier) -> Organisation:
    """The organisation, with the revenue that amounts are measured with in this round."""
    with registry() as db:
        organisation = yardstick(db).organisation
    submission = dossier.submission
    revenue = None if submission is None else submission.yearly_revenue
    return organisation.model_copy(update={"yearly_revenue": revenue})
