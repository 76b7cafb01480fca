"""What follows the reveal: what came out of a talk, the reviewers' answer, and what the team does with it."""

from collections.abc import Callable

import streamlit as st

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, door
from registry.domain.person import Asking
from registry.domain.review import Conclusion, still_missing
from registry.domain.review_facts import ConditionAccepted, DoorSigned, Outcome, PanelOutcome, Supplied, Talk
from registry.domain.steps import can
from registry.domain.text import LINE, PAGE
from registry.sentences import day_text, say
from registry.services import review as reviews
from registry.services.home import Database, registry
from registry.web.personal_data import show_personal_data
from registry.web.prose import told, words
from registry.web.session import asking, click_done, click_token, refusals_shown
from registry.web.whose import show_whose_it_is


def _done(place: str, verb: Callable[[Database, Asking], object]) -> None:
    """One click, answered once: say a refusal where it happened, else draw the page anew."""
    with refusals_shown():
        with registry() as db:
            verb(db, asking(click_token(place)))
        click_done(place)
        st.rerun()


def show_talks(dossier: Dossier, question: str, people: dict[int, str]) -> None:
    """What came out of talking *question* through."""
    for talk in _talks(dossier, question):
        st.caption(told("talk-by", name=people.get(talk.by, ""), day=day_text(talk.at.date())))
        words(talk.words)


def _talks(dossier: Dossier, question: str) -> list[Talk]:
    return [talk for talk in dossier.round.all(Talk) if talk.question == question]


def add_talk(dossier: Dossier, by: Asking, question: str) -> None:
    """A place to say what came out of a talk about *question*."""
    if not can(dossier, by, "talk"):
        return
    place = f"talk-{dossier.code}-{question}-{len(_talks(dossier, question))}"
    said = st.text_area(
        told("field-talk"), key=place, max_chars=PAGE, height=80, placeholder=say("field-talk-example")
    )
    may_save = show_personal_data(place, said, told("talk-keep"))
    if st.button(told("talk-keep"), key=f"{place}-keep") and may_save:
        _done(place, lambda db, by: reviews.talk(db, by, dossier.id, question, said))


def show_outcome(dossier: Dossier, by: Asking, people: dict[int, str]) -> None:
    """The reviewers' answers of this round, oldest first, and what the team did with them."""
    this_round = dossier.round
    if not this_round.is_revealed:
        return
    st.header(told("outcome-title"), anchor=False)
    for fact in this_round.facts:
        with_whom = {"name": people.get(fact.by, ""), "day": day_text(fact.at.date())}
        if isinstance(fact, PanelOutcome):
            st.markdown(f"**{told(f'reviewers-say-{fact.outcome}')}**")
            if fact.what:
                words(fact.what)
            if fact.who:
                st.markdown(told("outcome-who", who=fact.who))
            st.caption(told("outcome-by", **with_whom))
        elif isinstance(fact, ConditionAccepted):
            st.markdown(told("outcome-accepted", **with_whom))
        elif isinstance(fact, Supplied):
            st.markdown(told("outcome-supplied", **with_whom))
            words(fact.what)
    if this_round.outcome is None:
        st.markdown(told(_no_answer(dossier)))
    if can(dossier, by, "conclude") and this_round.review_of(by.person.id) is not None:
        _offer_to_conclude(dossier)
    _sign(dossier, by, people)


def _no_answer(dossier: Dossier) -> str:
    """What is said where the reviewers gave no answer: a two-way door needs none."""
    if door(dossier) is not Door.TWO_WAY:
        return "outcome-none"
    return "outcome-two-way" if dossier.round.signed_door is None else "outcome-signed"


def _offer_to_conclude(dossier: Dossier) -> None:
    """The reviewers' answer as a form; folded away while it is the team's turn."""
    if dossier.round.awaits is None and dossier.round.offers is None:
        _conclude(dossier)
        return
    with st.expander(told("outcome-another")):
        _conclude(dossier)


def _conclude(dossier: Dossier) -> None:
    answers = len(dossier.round.all(PanelOutcome))
    place = f"conclude-{dossier.code}-{answers}"
    outcome = st.radio(
        told("field-outcome"),
        list(Outcome),
        index=None,
        key=place,
        format_func=lambda outcome: told(f"reviewers-say-{outcome}"),
        captions=[told(f"reviewers-say-{outcome}-means") for outcome in Outcome],
    )
    what = who = ""
    with st.container():
        if outcome is not None and outcome is not Outcome.NOT_YET:
            for part in still_missing(dossier):
                st.caption(_lacks(part))
        if outcome in (Outcome.CLEARED_IF, Outcome.NOT_YET):
            what = st.text_input(
                told(f"field-what-{outcome}"),
                key=f"{place}-{outcome}-what",
                max_chars=LINE,
                placeholder=say(f"field-what-{outcome}-example"),
            )
        if outcome is Outcome.NOT_YET:
            who = st.text_input(
                told("field-who"), key=f"{place}-who", max_chars=LINE, placeholder=say("field-who-example")
            )
        may_save = show_personal_data(f"{place}-what", f"{what}\n{who}", told("outcome-give"))
    gives = st.button(told("outcome-give"), type="primary", disabled=outcome is None)
    if gives and may_save and outcome is not None:
        said = Conclusion(outcome=outcome, what=what, who=who)
        _done(place, lambda db, by: reviews.conclude(db, by, dossier.id, said))


def _lacks(part: str) -> str:
    """What the case lacks before it can be cleared."""
    if part == "sponsor":
        return told("outcome-case-lacks-sponsor")
    return told("outcome-case-lacks", part=say(f"case-{part}-asked"))


def show_condition(dossier: Dossier, by: Asking, condition: PanelOutcome) -> None:
    """The condition, and the team's one button to hold itself to it."""
    words(condition.what)
    if not can(dossier, by, "accept"):
        st.caption(told("condition-teams-turn"))
        return
    place = f"accept-{dossier.code}"
    if st.button(told("condition-accept"), type="primary", icon=":material/handshake:"):
        _done(place, lambda db, by: reviews.accept(db, by, dossier.id))


def show_accepted_condition(dossier: Dossier) -> None:
    """The condition that the team holds itself to since it accepted it."""
    outcome = dossier.round.outcome
    if outcome is not None and outcome.what and dossier.round.is_cleared:
        st.markdown(told("condition-accepted"))
        words(outcome.what)


def show_wanted(dossier: Dossier, by: Asking, wanted: PanelOutcome) -> None:
    """The one missing thing, and a place for the team to say what it is."""
    words(wanted.what)
    if wanted.who:
        st.markdown(told("outcome-who", who=wanted.who))
    if not can(dossier, by, "supply"):
        show_whose_it_is(dossier, by)
        return
    place = f"supply-{dossier.code}-{len(dossier.round.all(Supplied))}"
    said = st.text_area(told("field-supply"), key=place, max_chars=PAGE, height=80)
    may_save = show_personal_data(place, said, told("supply"))
    if st.button(told("supply"), type="primary") and may_save:
        _done(place, lambda db, by: reviews.supply(db, by, dossier.id, said))


def _sign(dossier: Dossier, by: Asking, people: dict[int, str]) -> None:
    """Sign another door: it takes two reviewers of two functions, and a written reason."""
    signed = dossier.round.all(DoorSigned)
    for fact in signed:
        said = {"name": people.get(fact.by, ""), "function": fact.function, "door": say(f"door-{fact.door}")}
        st.markdown(told("signed-by", day=day_text(fact.at.date()), **said))
        words(fact.reason)
    found = dossier.round.found
    if signed and found is not None and dossier.round.signed_door is None:
        st.caption(told("sign-second-needed"))
    if dossier.round.review_of(by.person.id) is None or not can(dossier, by, "sign_door"):
        return
    place = f"sign-{dossier.code}-{len(signed)}"
    with st.expander(told("sign-title")):
        st.caption(told("sign-means"))
        st.caption(told("sign-never"))
        other = st.radio(
            told("field-sign-door"),
            [Door.TWO_WAY, Door.ONE_WAY],
            index=None,
            key=f"{place}-door",
            format_func=lambda door: told(f"door-{door}"),
            horizontal=True,
        )
        reason = st.text_area(told("field-sign-reason"), key=f"{place}-reason", max_chars=PAGE, height=80)
        may_save = show_personal_data(f"{place}-reason", reason, told("sign"))
        signs = st.button(told("sign"), disabled=other is None, key=f"{place}-go")
        if signs and may_save and other is not None:
            _done(place, lambda db, by: reviews.sign_door(db, by, dossier.id, other, reason))
