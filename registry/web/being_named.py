"""Whether one may be named where one is thanked: off until one says so, and taken back as easily."""

import streamlit as st

from registry.domain.person import Person
from registry.services.agreement import agree_to_be_named
from registry.services.home import registry
from registry.store import agreements
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, refusals_shown


def ask_to_be_named(me: Person) -> None:
    """One switch, for oneself."""
    with registry() as db:
        agrees = me.id in agreements.agreed(db)
    # Another key for each of the two: another tab may have changed it meanwhile.
    place = f"named-{int(agrees)}"
    wanted = st.toggle(told("named-agree"), value=agrees, key=place)
    st.caption(told("named-means"))
    if wanted != agrees:
        with refusals_shown():
            with registry() as db:
                agree_to_be_named(db, asking(click_token(place)), agrees=wanted)
            click_done(place)
            st.rerun()
