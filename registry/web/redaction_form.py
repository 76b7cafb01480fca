"""Replacing words and pictures on a page: first look where they stand, then say why, then it is done."""

import streamlit as st

from registry.domain.experiment import experiment_code, experiment_id
from registry.domain.redaction import PARTS, SHORTEST, Redaction, Standing
from registry.domain.spelling import Sought
from registry.domain.text import LINE, PAGE
from registry.sentences import say
from registry.services.home import home, registry
from registry.services.redaction import Done, look, redact, redact_picture
from registry.store import experiments, pictures
from registry.store.candidate import listed
from registry.store.redaction import pictures as pictures_of
from registry.web.prose import plain, told
from registry.web.session import asking, just_arrived, refusals_shown

MOST_LINES = 50
"""Experiments told one by one; of more, how many."""

LOOKED, DONE, TURN = "redaction-looked", "redaction-done", "redaction-turn"


def replace_words() -> None:
    """Words that should not be here: looked for, and replaced everywhere."""
    with st.container():
        _show_done()
    redaction = _asked()
    if st.button(told("redaction-look"), icon=":material/search:"):
        st.session_state.pop(LOOKED, None)
        with refusals_shown(), registry() as db:
            st.session_state[LOOKED] = redaction, look(db, asking(), redaction)
    looked_for, standing = st.session_state.get(LOOKED, (None, None))
    with st.container():
        # Other words than those that were looked for are not replaced unseen.
        if standing is not None and looked_for == redaction:
            _show_standing(standing, redaction)
            if standing.total:
                _offer_to_replace(redaction)


def _offer_to_replace(redaction: Redaction) -> None:
    reason = st.text_input(told("field-redaction_reason"), max_chars=LINE, key=f"reason-{_turn()}")
    if st.button(told("redaction-now"), type="primary", icon=":material/ink_eraser:"):
        with refusals_shown():
            with registry() as db:
                done = redact(db, asking(), redaction, reason)
            _finish(told("redaction-done", total=done.standing.total), done)


def _asked() -> Redaction:
    """What the fields say."""
    turn = _turn()
    words = st.text_area(
        told("field-redaction_words"),
        max_chars=PAGE,
        height=80,
        key=f"words-{turn}",
        help=told("field-redaction_words-why", shortest=SHORTEST),
    )
    instead = st.text_input(
        told("field-redaction_instead"), say("redaction-instead"), max_chars=LINE, key=f"instead-{turn}"
    )
    same_case = st.checkbox(
        told("field-redaction_same_case"), key=f"case-{turn}", help=told("field-redaction_same_case-why")
    )
    inside_words = st.checkbox(
        told("field-redaction_inside_words"),
        key=f"inside-{turn}",
        help=told("field-redaction_inside_words-why"),
    )
    return Redaction(
        sought=Sought(words=words, same_case=same_case, inside_words=inside_words), instead=instead
    )


def _show_standing(standing: Standing, redaction: Redaction) -> None:
    """Where the words stand: how often, and in which experiments; never what else is said there."""
    if not standing.total:
        st.info(told("redaction-nowhere"))
    else:
        st.markdown(told("redaction-stands", total=standing.total))
        by_code = [(experiment_code(number), n) for number, n in standing.experiments.items()]
        parts = [(say(f"redaction-in-{part}"), getattr(standing, part)) for part in PARTS]
        lines = [*by_code[:MOST_LINES], *((part, n) for part, n in parts if n)]
        st.markdown(
            "\n".join(f"- {told('redaction-stands-line', where=where, places=n)}" for where, n in lines)
        )
        if len(by_code) > MOST_LINES:
            st.markdown(told("redaction-stands-more", more=len(by_code) - MOST_LINES))
    if standing.inside_words:
        st.info(told("redaction-stands-inside", places=standing.inside_words))
    if standing.experiments:
        st.caption(told("redaction-plans", instead=redaction.instead))


def replace_picture() -> None:
    """A picture that should not be here: plain grey takes its place."""
    with st.expander(told("redaction-picture-title"), icon=":material/image:"):
        code = st.text_input(
            told("field-redaction_experiment"),
            max_chars=30,
            key=f"experiment-{_turn()}",
            placeholder=say("field-redaction_experiment-example"),
        )
        if code.strip():
            with refusals_shown():
                _show_pictures(experiment_id(code))


def _show_pictures(id: int) -> None:
    with registry() as db:
        experiments.get(db, id)
        found = {number: pictures.get(db, id, number) for number in pictures_of(db, id)}
    if not found:
        st.info(told("redaction-no-pictures", code=experiment_code(id)))
        return
    reason = st.text_input(told("field-redaction_reason"), max_chars=LINE, key=f"picture-reason-{_turn()}")
    for number, image in found.items():
        called = say("redaction-picture", number=number)
        if image is not None:
            st.image(image, caption=plain(called), alt=called, width=240)
        if st.button(told("redaction-picture-now"), key=f"picture-{number}"):
            with registry() as db:
                done = redact_picture(db, asking(), id, number, reason)
            _finish(told("redaction-picture-done"), done)


def _turn() -> int:
    """Counts what was replaced: the fields after it are others, and empty."""
    return st.session_state.setdefault(TURN, 0)


def _finish(sentence: str, done: Done) -> None:
    """Begin with empty fields again, and say what was done above them."""
    st.session_state[DONE] = sentence, done.is_wiped
    st.session_state[TURN] = _turn() + 1
    st.session_state.pop(LOOKED, None)
    st.rerun()


def _show_done() -> None:
    """What was replaced last, and which backups may still hold it."""
    if just_arrived():
        st.session_state.pop(DONE, None)
    if DONE not in st.session_state:
        return
    sentence, is_wiped = st.session_state[DONE]
    st.success(sentence, icon=":material/check:")
    if not is_wiped:
        st.warning(told("redaction-not-wiped"))
    names = [file.name for file in listed(home())]
    st.warning(told("redaction-backups", files=len(names)))
    st.markdown("\n".join(f"- {plain(name)}" for name in names))
