"""What stands behind one number of what leaders read: its sentence, and the experiments that it counts."""

import streamlit as st

from registry.domain.blind_spots import spots, without_a_place
from registry.domain.facts import Learning
from registry.domain.organisation import Organisation
from registry.domain.surprise import surprises
from registry.domain.trying import Figure, trying
from registry.sentences import say
from registry.services.home import registry
from registry.services.leaders import since
from registry.store import experiments, index, leaders
from registry.store import organisation as organisations
from registry.web.blind_spots import spot_words
from registry.web.news import show_since, show_waits_for_you, started_since, surprised_since, waits_for_you
from registry.web.numbers import asked_moment, show_list
from registry.web.session import asking
from registry.web.trying import behind

SINCE = {"started": started_since, "surprised": surprised_since}
FIGURES = frozenset(map(str, Figure))

by, asked = asking(), st.query_params
of = asked.get("of", "")
with registry() as db:
    rows = index.every(db, viewer=by.person)
    organisation = organisations.latest(db) or Organisation()


def show_new() -> None:
    """What started, or surprised us, since a moment."""
    moment = asked_moment("since", since(by.at, None).moment)
    with registry() as db:
        found = SINCE[of](db, rows, moment)
    show_since(of, found, moment)


def show_for_you() -> None:
    """What waits for whoever looks."""
    with registry() as db:
        found = waits_for_you(db, leaders.on_their_way(db, by.person), by)
    show_waits_for_you(found)


def show_surprises() -> None:
    """Everything that surprised us, what was walked back first."""
    back, others = surprises(rows)
    found = (*back, *others)
    with registry() as db:
        facts = experiments.facts_of(db, [row.experiment for row in found], ("learning",))
    surprised = {
        number: fact.surprised
        for number, said in facts.items()
        for fact in said
        if isinstance(fact, Learning)
    }
    show_list("leaders", say("surprised-list", count=len(found)), found, surprised)


def show_untied() -> None:
    """The learnings that are not tied to a promise."""
    untied = [row for row in rows if row.standing is not None and not row.promise]
    show_list("leaders", say("believed-untied-list", count=len(untied)), untied)


def show_spot() -> None:
    """What was tried in one stage of the journey and one channel."""
    table = spots(rows, organisation.journey_stages, organisation.channels)
    place = (asked.get("stage"), asked.get("channel"))
    here = next((spot for row in table for spot in row if (spot.stage, spot.channel) == place), None)
    if here is None:
        show_list("blind", say("blind-nobody"), ())
    else:
        show_list("blind", f"{here.stage}, {here.channel}: {spot_words(here)}", here.tried)


def show_placeless() -> None:
    """What was tried without saying where."""
    placeless = without_a_place(rows)
    show_list("blind", say("blind-placeless", count=len(placeless)), placeless)


def show_figure() -> None:
    """The experiments behind a figure about how we try, where it may be told."""
    found = behind(trying(rows, by.at.date()), of, asked.get("first", ""))
    if found is None:
        show_list("trying", say("trying-too-few"), ())
    else:
        sentence, counted = found
        show_list("trying", sentence, [row for row in rows if row.experiment in counted])


def show_unknown() -> None:
    """An address that names no list."""
    show_list("leaders", say("list-unknown"), ())


LISTS = {
    "for_you": show_for_you,
    **dict.fromkeys(SINCE, show_new),
    "surprises": show_surprises,
    "untied": show_untied,
    "spot": show_spot,
    "placeless": show_placeless,
    **dict.fromkeys(FIGURES, show_figure),
}
LISTS.get(of, show_unknown)()
