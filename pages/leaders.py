"""What we know: what is new, what we believe, what surprised us, and what waits; one minute for a leader."""

from contextlib import suppress

import streamlit as st

from registry.domain.organisation import Organisation
from registry.services.home import registry
from registry.services.leaders import look, since
from registry.store import index, leaders
from registry.store import organisation as organisations
from registry.store.database import RegistryRefused
from registry.web.believed import Beliefs
from registry.web.news import show_news, started_since, surprised_since, waits_for_you
from registry.web.prose import told
from registry.web.session import asking, link
from registry.web.surprised import Surprises
from registry.web.waiting import Waiting

by = asking()
new = since(by.at, None)
with registry() as db:
    # A registry that can only be read does not note who looked.
    with suppress(RegistryRefused):
        new = look(db, by)
    rows = index.every(db, viewer=by.person)
    organisation = organisations.latest(db) or Organisation()
    started, surprised = (found(db, rows, new.moment) for found in (started_since, surprised_since))
    on_their_way = leaders.on_their_way(db, by.person)
    for_you = waits_for_you(db, on_their_way, by)
    beliefs = Beliefs(db, rows, organisation.promises)
    surprises = Surprises(db, rows, organisation, by.at.date())
    waiting = Waiting(db, rows, on_their_way, by)

st.title(told("page-leaders"), anchor=False)
show_news(new, len(started), len(surprised), for_you.total)
said = set[int]()
left, right = st.columns([3, 2], gap="large")
with left:
    beliefs.show()
    waiting.show(said)
    with st.container(horizontal=True):
        link("blind", told("page-blind"), icon=":material/grid_on:")
        link("trying", told("page-trying"), icon=":material/ecg_heart:")
        link("huddle", told("huddle-open"), icon=":material/groups:")
with right:
    surprises.show(by, said)
