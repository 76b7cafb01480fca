"""Who looks at a one-way door: who was asked since when, whom else to ask, and who is still missing."""

from collections.abc import Callable, Sequence

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.panel import shortfall
from registry.domain.person import Asking, Person
from registry.domain.policy import Panel
from registry.domain.review import is_small
from registry.domain.review_facts import ReviewAsked
from registry.domain.reviewers import Waiting, next_of, still_free, waiting
from registry.domain.steps import can
from registry.sentences import day_text, say
from registry.services import review as reviews
from registry.services.home import Database, registry
from registry.store import people as people_store
from registry.web.prose import plain, told
from registry.web.session import asking, click_done, click_token, refusals_shown


def show_reviewers(dossier: Dossier, by: Asking, people: dict[int, str], panel: Panel) -> None:
    """How many reviews are in, who was asked, and which voices nobody speaks for yet."""
    done = dossier.round.reviews
    enough = int(len(done) >= panel.reviewers)
    st.subheader(told("reviewers-title"), anchor=False)
    st.markdown(told("reviewers-in", count=len(done), wanted=panel.reviewers, enough=enough))
    if is_small(panel):
        st.caption(told("reviewers-small-panel", count=panel.reviewers))
    for each in waiting(dossier, by.at, panel):
        said = {"name": people.get(each.whom, ""), "function": each.function}
        st.markdown("- " + told("reviewers-asked", day=day_text(each.since.date()), **said))
        if each.is_silent:
            st.caption(_silent(dossier, by, each))
    for function in unheard(dossier, panel):
        voice = "_".join(function.casefold().split())
        st.markdown("- " + told("reviewers-nobody-for", voice=voice, function=function))
    lacking = shortfall(done, panel)
    if lacking.functions > len(lacking.voices):
        st.caption(told("reviewers-functions", count=panel.functions))
    if can(dossier, by, "ask_reviewer"):
        with st.container():
            choose_reviewer(dossier, by, "ask_reviewer", panel)


def _silent(dossier: Dossier, by: Asking, since: Waiting) -> str:
    """That somebody has not answered for days, and who else of their function could be asked."""
    with registry() as db:
        free = next_of(dossier, since.function, people_store.everybody(db))
    names = ", ".join(person.name for person in free if person.id != by.person.id)
    others = "none" if not names else "one" if len(free) == 1 else "some"
    days = (by.at - since.since).days
    return told("reviewers-silent", days=days, function=since.function, names=names, others=others)


def unheard(dossier: Dossier, panel: Panel) -> tuple[str, ...]:
    """The voices that must be heard and for which nobody was even asked yet."""
    asked = {fact.function.strip().casefold() for fact in dossier.round.asked()}
    return tuple(voice for voice in missing_voices(dossier, panel) if voice.casefold() not in asked)


def missing_voices(dossier: Dossier, panel: Panel) -> tuple[str, ...]:
    """The voices of which no review is in yet."""
    return shortfall(dossier.round.reviews, panel).voices


ASKING: dict[str, Callable[[Database, Asking, int, int], Dossier]] = {
    "ask_reviewer": reviews.ask_reviewer,
    "pass_on": reviews.pass_on,
}
"""The two ways to ask somebody, by the step that they are."""


def choose_reviewer(dossier: Dossier, by: Asking, step: str, panel: Panel) -> None:
    """Choose somebody and ask them: who asks for the team, or who cannot review and passes it on."""
    others = candidates(dossier, by, panel)
    if not others:
        if not dossier.round.is_revealed:
            st.caption(told("reviewers-nobody-left"))
        return
    place = f"{step}-{dossier.code}"
    # The key counts who was asked: the next one is chosen anew.
    key = f"{place}-{len(dossier.round.all(ReviewAsked))}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        whom = st.selectbox(
            told("field-reviewer"),
            others,
            index=None,
            format_func=lambda person: plain(f"{person.name} · {person.function}"),
            placeholder=say("field-reviewer-choose"),
            key=key,
        )
        pressed = st.button(told(f"reviewers-{step}"), disabled=whom is None, key=f"{key}-go")
    if pressed and whom is not None:
        with refusals_shown():
            with registry() as db:
                ASKING[step](db, asking(click_token(place)), dossier.id, whom.id)
            click_done(place)
            st.rerun()


def candidates(dossier: Dossier, by: Asking, panel: Panel) -> Sequence[Person]:
    """Who may still be asked in this round: those whose voice is missing first, then by name."""
    missing = {voice.casefold() for voice in unheard(dossier, panel)}
    with registry() as db:
        everybody = people_store.everybody(db)
    free = [person for person in still_free(dossier, everybody) if person.id != by.person.id]
    return sorted(free, key=lambda person: person.function.strip().casefold() not in missing)
