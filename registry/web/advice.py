"""Help from other functions on a page: what they said so far, and one question to who knows."""

import streamlit as st

from registry.domain.advice import open_questions
from registry.domain.assessment import Assessment, Door
from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.domain.proposal import Proposal
from registry.domain.review import is_blind
from registry.domain.review_facts import Conversation, FunctionAnswered, FunctionAsked
from registry.domain.risk import BY_NAME, NAMES
from registry.domain.sentence import Refusal
from registry.domain.steps import can
from registry.domain.submission import Yardstick, profile, wants_conversation
from registry.sentences import day_text, say
from registry.services import advice
from registry.services import proposal as proposals
from registry.services.home import registry
from registry.services.person import functions
from registry.store import experiments
from registry.web.conversation import may_talk, show_conversation
from registry.web.prose import told, words
from registry.web.public_address import leads_only_here, public_address
from registry.web.session import asking, click_done, click_token, names, refusals_shown
from registry.web.side_by_side import answer_text


def show_advice(dossier: Dossier, by: Asking) -> None:
    """What others said about it, and for its team: whom it could still ask. Nothing here is a gate."""
    with registry() as db:
        yardstick = proposals.yardstick(db)
    draft = _draft_assessment(dossier, yardstick)
    near_hinge = _is_near_hinge(dossier, draft, yardstick)
    may_ask = can(dossier, by, "ask_function")
    invites = near_hinge and may_talk(dossier, by)
    helped = any(isinstance(fact, Conversation | FunctionAnswered) for fact in dossier.facts)
    if not (may_ask or invites or helped):
        return
    st.header(told("advice-title"), anchor=False)
    if near_hinge or dossier.all(Conversation):
        show_conversation(dossier, by)
    _show_answers(dossier, by, yardstick)
    if may_ask:
        _show_waiting(dossier)
        show_asking(dossier, _settling(dossier.proposal, draft))


def _draft_assessment(dossier: Dossier, by: Yardstick) -> Assessment | None:
    """The door of a draft as it stands; None once handed in, or where a figure in it cannot be true."""
    if dossier.submission is not None:
        return None
    try:
        return proposals.assess_draft(dossier.proposal, by)
    except Refusal:
        return None


def _is_near_hinge(dossier: Dossier, draft: Assessment | None, by: Yardstick) -> bool:
    if draft is not None:
        return draft.door is Door.TWO_WAY and wants_conversation(draft, profile(dossier.proposal, by))
    handed_in = dossier.submission
    return handed_in is not None and handed_in.door is Door.TWO_WAY and handed_in.near_hinge


def _settling(proposal: Proposal, found: Assessment | None) -> str | None:
    """The one question that the door hangs on, once every row of the quick check was tapped."""
    if found is None or found.door is not Door.UNDECIDED or None in proposal.quick_check.truths.values():
        return None
    return found.settling_question


def show_beside_door(id: int | None, written: Proposal, by: Yardstick) -> None:
    """Beside the door of a draft that is being written: whom one could talk to, or ask."""
    if id is None:
        return
    with registry() as db:
        dossier = experiments.dossier(db, id)
    try:
        found = proposals.assess_draft(written, by)
    except Refusal:
        # What cannot be true is told where the door stands.
        return
    if found.door is Door.TWO_WAY and wants_conversation(found, profile(written, by)):
        show_conversation(dossier, asking())
    settling = _settling(written, found)
    if settling is not None and can(dossier, asking(), "ask_function"):
        _show_waiting(dossier)
        show_asking(dossier, settling, is_open=False)


def _show_answers(dossier: Dossier, by: Asking, yardstick: Yardstick) -> None:
    """Who answered what and when; not before their own review to who reviews it, who rates it blind."""
    answers = dossier.all(FunctionAnswered)
    if not answers:
        return
    if is_blind(dossier, by):
        st.markdown(told("advice-after-review"))
        return
    called = names()
    for fact in answers:
        with st.container(gap="xxsmall"):
            st.markdown(f"**{told(f'question-{fact.question}')}**")
            st.markdown(answer_text(BY_NAME[fact.question], fact.answer, yardstick))
            if fact.why:
                words(fact.why)
            st.caption(
                told(
                    "answered-by",
                    name=called.get(fact.by, ""),
                    function=fact.function,
                    day=day_text(fact.at.date()),
                )
            )


def _show_waiting(dossier: Dossier) -> None:
    """What was asked and is not answered yet, with the address to send."""
    waiting = open_questions(dossier)
    for fact in waiting:
        with st.container(gap="xsmall"):
            day, question = day_text(fact.at.date()), say(f"question-{fact.question}")
            st.markdown(told("asked-waiting", function=fact.function, question=question, day=day))
            st.code(answer_address(dossier.code, fact.question), language=None, wrap_lines=True)
    if waiting:
        st.caption(told("asked-send"))
        here = leads_only_here(public_address())
        if here:
            st.caption(told("asked-this-computer", host=here))


def answer_address(code: str, question: str) -> str:
    """The address at which *question* about the experiment *code* is answered, to send to somebody."""
    return f"{public_address()}/answer?id={code}&question={question}"


def show_asking(dossier: Dossier, settling: str | None = None, *, is_open: bool = True) -> None:
    """Choose one question and a function, and ask.

    *settling* is the question that the door hangs on; where that is not told already, *is_open* tells it,
    and the choice stands open.
    """
    waiting = {fact.question for fact in open_questions(dossier)}
    place = f"ask-{dossier.code}-{len(dossier.all(FunctionAsked))}"
    hangs_on = settling if settling not in waiting else None
    if is_open and hangs_on is not None:
        st.markdown(told("ask-settling"))
    with st.expander(told("ask-open"), expanded=is_open and hangs_on is not None):
        with registry() as db:
            known, policy = functions(db), proposals.yardstick(db).policy
        question = st.selectbox(
            told("field-ask_question"),
            NAMES,
            index=None if hangs_on is None else NAMES.index(hangs_on),
            format_func=lambda name: say(f"question-{name}"),
            key=f"{place}-question",
            placeholder=say("field-person_choose"),
        )
        if question is None:
            return
        owner = next((n for n, each in enumerate(known) if question in policy.owned_by(each)), None)
        function = st.selectbox(
            told("field-ask_function"),
            known,
            index=owner,
            key=f"{place}-{question}-function",
            placeholder=say("field-person_choose"),
        )
        st.caption(told("ask-means"))
        if dossier.submission is not None:
            st.caption(told("ask-may-make-draft", code=dossier.code))
        if st.button(told("ask-now"), key=f"{place}-ask"):
            with refusals_shown():
                with registry() as db:
                    by = asking(click_token(place))
                    advice.ask_function(db, by, dossier.id, question, function or "")
                click_done(place)
                st.rerun()
