"""Where we decide blind: each stage of the journey and each channel, by the best evidence that we have."""

import streamlit as st

from registry.domain.blind_spots import spots, without_a_place
from registry.domain.organisation import Organisation
from registry.sentences import say
from registry.services.home import registry
from registry.store import index
from registry.store import organisation as organisations
from registry.web.blind_spots import show_spot, spot_words
from registry.web.copying import copy_as_text
from registry.web.numbers import number_link
from registry.web.prose import plain, told
from registry.web.session import asking, link

with registry() as db:
    rows = index.every(db, viewer=asking().person)
    organisation = organisations.latest(db) or Organisation()
table = spots(rows, organisation.journey_stages, organisation.channels)
placeless = without_a_place(rows)

st.title(told("page-blind"), anchor=False)
link("leaders", told("back-to", page=told("page-leaders")), icon=":material/arrow_back:")
st.markdown(told("blind-lead"))
# On a phone the channels of a stage stand below each other.
for row in table:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(row[0].stage)}**")
        for column, spot in zip(st.columns(len(row), gap="small"), row, strict=True):
            with column:
                show_spot(spot)
if placeless:
    number_link(say("blind-placeless", count=len(placeless)), "placeless")
lines = (f"- {spot.stage}, {spot.channel}: {spot_words(spot)}" for row in table for spot in row)
copy_as_text([say("page-blind"), *lines])
