"""Learn: what we now believe, in six short fields, written so that another team can use it."""

import streamlit as st

from registry.domain.facts import Learning
from registry.domain.learning import prefilled
from registry.domain.text import PAGE
from registry.sentences import say
from registry.services.home import registry
from registry.services.learning import learn
from registry.web.prose import told
from registry.web.session import (
    asked_dossier,
    asking,
    click_done,
    click_token,
    go_to,
    link,
    refusals_shown,
    shown_before,
)
from registry.web.whose import stop_unless_can


def area(name: str, value: str, height: int = 90) -> str:
    """One of the six fields."""
    return st.text_area(
        told(f"learning-{name}"),
        value=value,
        key=f"{place}-{name}",
        max_chars=PAGE,
        height=height,
        placeholder=say(f"learning-{name}-example"),
        help=told("learning-hard_to_see-help") if name == "hard_to_see" else None,
    )


dossier = asked_dossier()
place = f"learn-{dossier.code}-{len(dossier.facts)}"
st.title(told("page-learning-title", code=dossier.code), anchor=False)
link("experiment", told("go-to-experiment", code=dossier.code), dossier.code, icon=":material/arrow_back:")
stop_unless_can(dossier, asking(), "learn")
st.markdown(told("page-learning-lead"))

seen = shown_before(place, len(dossier.all(Learning)))
known = prefilled(dossier, asking())
expected = area("expected", known.expected)
happened = area("happened", known.happened)
surprised = area("surprised", known.surprised)
conditions = area("hard_to_see", "\n".join(known.hard_to_see))
tell_others = area("tell_others", known.tell_others, height=70)
next_step = area("next_step", known.next_step, height=70)
if st.button(told("learn"), type="primary"):
    by = asking(click_token(place))
    learning = Learning(
        at=by.at,
        by=by.person.id,
        expected=expected,
        happened=happened,
        surprised=surprised,
        hard_to_see=tuple(line for line in conditions.splitlines() if line.strip()),
        tell_others=tell_others,
        next_step=next_step,
    )
    with refusals_shown():
        with registry() as db:
            learn(db, by, dossier.id, learning, seen=seen)
        click_done(place)
        go_to("experiment", dossier.code)
