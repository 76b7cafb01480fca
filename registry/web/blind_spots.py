"""One stage of the journey in one channel, in words, and as an entry of the table that opens its list."""

import streamlit as st

from registry.domain.blind_spots import Spot
from registry.sentences import say
from registry.store.index import Row
from registry.web.numbers import number_link
from registry.web.prose import plain, told


def spot_words(spot: Spot[Row]) -> str:
    """Its best evidence, and of how many experiments."""
    if spot.best is None:
        return say("blind-nobody")
    return say("blind-best", grade=say(f"grade-{spot.best}"), count=len(spot.tried))


def show_spot(spot: Spot[Row]) -> None:
    """Its channel, and what is known there; that opens its list."""
    with st.container(gap="xxsmall"):
        st.caption(plain(spot.channel))
        if spot.best is None:
            st.caption(told("blind-nobody"))
        else:
            number_link(spot_words(spot), "spot", stage=spot.stage, channel=spot.channel)
