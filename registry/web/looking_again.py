"""Worth another look: on Today for the team, and on the learning's own page."""

import streamlit as st

from registry.domain.experiment import Dossier, experiment_code
from registry.domain.facts import Learning
from registry.domain.looking_again import MIND_CHANGERS, Near, Reminder, Touch, still_holds
from registry.domain.organisation import Organisation
from registry.domain.permission import is_of_team
from registry.domain.person import Asking
from registry.domain.steps import can
from registry.domain.text import LINE
from registry.sentences import day_text, say
from registry.services.home import registry
from registry.services.learning import learn
from registry.services.looking_again import reminder_of, worth_another_look
from registry.store import organisation as organisations
from registry.web.lists import title_text
from registry.web.prose import plain, told
from registry.web.session import asking, click_done, click_token, link, refusals_shown, shown_before

TOUCHES_SHOWN = 4
TOUCHES_ON_TODAY = 1


def show_worth_another_look(by: Asking) -> None:
    """On Today: up to three learnings of the team, why, and one tap for what still holds."""
    with registry() as db:
        found = worth_another_look(db, by)
    if not found:
        return
    st.header(told("today-look", count=len(found)), anchor=False)
    for each in found:
        with st.container(border=True):
            link("learning", f"{each.dossier.code} · {_sentence(each.dossier)}", each.dossier.code)
            _show_why(each, by, TOUCHES_ON_TODAY)
            _offer_still_holds(each.dossier, by)


def show_reminder(dossier: Dossier, by: Asking) -> None:
    """On the learning's page: why it is worth another look; nothing while nothing asks for one."""
    with registry() as db:
        found = reminder_of(db, dossier, by.at)
    if found is None:
        return
    with st.container(border=True):
        st.markdown(f"**{told('look-title')}**")
        _show_why(found, by, TOUCHES_SHOWN)
        _offer_still_holds(dossier, by)


def _sentence(dossier: Dossier) -> str:
    learning = dossier.learning
    said = "" if learning is None else learning.tell_others
    return plain(said[:LINE]) or title_text(dossier.proposal.title)


def _show_why(found: Reminder, by: Asking, most: int) -> None:
    """Its day, then what may change a mind, then what else touches it; *most* of them."""
    if found.due is not None:
        st.markdown(told("look-date", day=day_text(found.due)))
    learning = found.dossier.learning
    said = "" if learning is None else learning.change_our_mind
    # What may change a mind is never left out for something else.
    shown = sorted(found.touches, key=lambda each: each.near not in MIND_CHANGERS)[:most]
    if said and any(each.near in MIND_CHANGERS for each in shown):
        whose = "yours" if is_of_team(by.person, found.dossier.experiment) else "theirs"
        st.markdown(told(f"look-mind-{whose}", words=said))
    for touch in shown:
        _show_touch(touch, quoted=bool(said))
    if more := len(found.touches) - len(shown):
        st.caption(told("look-more", count=more))


def _show_touch(touch: Touch, *, quoted: bool) -> None:
    code, day = experiment_code(touch.experiment), day_text(touch.at.date())
    name = "look-may-be" if quoted and touch.near in MIND_CHANGERS else f"look-{touch.near}"
    # What is cited against it need not have taught anything yet.
    page = "experiment" if touch.near is Near.AGAINST else "learning"
    link(page, told(name, code=code, day=day), code)


def _offer_still_holds(dossier: Dossier, by: Asking) -> None:
    learning = dossier.learning
    if learning is None or not can(dossier, by, "learn"):
        return
    place = f"holds-{dossier.code}"
    seen = shown_before(place, len(dossier.all(Learning)))
    label = say("look-still-holds", code=dossier.code)
    if st.button(plain(label), icon=":material/check:", key=place, help=told("look-still-holds-help")):
        asked = asking(click_token(place))
        with refusals_shown():
            with registry() as db:
                topics = (organisations.latest(db) or Organisation()).topics
                kept = still_holds(learning, asked, topics, dossier.journey.topic)
                learn(db, asked, dossier.id, kept, seen=seen)
            click_done(place)
            st.rerun()
