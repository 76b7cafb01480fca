"""Where an experiment belongs: promise, stage of the journey, channel and topic."""

import streamlit as st

from registry.domain.journey import Journey
from registry.domain.organisation import Organisation
from registry.sentences import say
from registry.web.prose import told


def journey(place: str, saved: Journey, organisation: Organisation) -> Journey:
    """What is chosen now; everything may be left open. What was *saved* stays on offer."""
    offered = {
        "promise": organisation.promises,
        "stage": organisation.journey_stages,
        "channel": organisation.channels,
        "topic": tuple(topic.name for topic in organisation.topics),
    }
    chosen = dict[str, str]()
    left, right = st.columns(2)
    for number, (name, options) in enumerate(offered.items()):
        with right if number % 2 else left:
            chosen[name] = _choice(f"{place}-{name}", name, getattr(saved, name), options)
    return Journey(**chosen)


def _choice(key: str, name: str, saved: str, options: tuple[str, ...]) -> str:
    st.session_state.setdefault(key, saved or None)
    known = dict.fromkeys((*options, saved) if saved else options)
    said = st.selectbox(
        told(f"field-journey-{name}"),
        list(known),
        key=key,
        placeholder=say("field-journey-open"),
        accept_new_options=True,
        persist_state="session",
    )
    return said or ""
