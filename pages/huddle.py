"""The huddle card: one customer's story, one learning, one thanks, to be read aloud where a team stands."""

from functools import partial

import streamlit as st

from registry.sentences import day_text
from registry.services.anniversary import remembered, remembered_line
from registry.services.home import registry
from registry.services.huddle import huddle
from registry.services.huddle_sheet import card_html, card_text, piece_html, pieces
from registry.web.huddle import asked_day, asked_skips, offer_another, show_style
from registry.web.prose import told, words
from registry.web.session import asking, link

MOST_DAYS = 1
"""Anniversaries on the card."""

show_style()
with st.container(key="huddle-back"):
    link("today", told("huddle-back"), icon=":material/arrow_back:")
day = asked_day(asking().at.date())
with registry() as db:
    card = huddle(db, day, asked_skips())
    days = remembered(db, day, day, MOST_DAYS)

with st.container(key="huddle-head"):
    st.title(told("huddle-title", day=day_text(day)), anchor=False)
for piece in pieces(card):
    st.html(piece_html(piece))
    offer_another(piece.name, day)
if card.is_empty:
    st.markdown(told("huddle-empty"))
for each in days:
    words(remembered_line(each))

if not card.is_empty:
    with st.container(key="huddle-foot"):
        st.download_button(
            told("huddle-print"),
            partial(card_html, card, days),
            f"huddle-{day.isoformat()}.html",
            "text/html",
            icon=":material/print:",
            on_click="ignore",
        )
        with st.expander(told("huddle-copy"), icon=":material/content_copy:"):
            st.code(card_text(card, days), language=None, wrap_lines=True)
