"""Find: one box over experiments and learnings."""

import streamlit as st

from registry.domain.experiment import Stage
from registry.sentences import say
from registry.services.home import registry
from registry.store import index, search
from registry.web.lists import show_rows
from registry.web.prose import marked, told
from registry.web.session import asking

SHOWN = 50

st.title(told("page-search-title"), anchor=False)
text = st.text_input(
    told("field-search"),
    type="search",
    key="q",
    live="300ms",
    bind="query-params",
    max_chars=300,
    placeholder=say("field-search-example"),
)
viewer = asking().person
with registry() as db:
    if text and search.words_of(text):
        found = search.find(db, text, limit=SHOWN, viewer=viewer)
        if (named := search.named(db, text, viewer=viewer)) is not None:
            found = [named, *(each for each in found if each.experiment != named.experiment)]
        listed = index.by_ids(db, [each.experiment for each in found], viewer=viewer)
    else:
        found, listed = [], index.rows(db, list(Stage), limit=SHOWN, viewer=viewer)
rows = {row.experiment: row for row in listed}

if found:
    st.caption(told("search-found", count=len(found)))
    for each in found:
        show_rows([rows[each.experiment]])
        st.markdown(marked(each.excerpt, search.MATCH_STARTS, search.MATCH_ENDS))
elif text:
    st.info(told("search-nothing"))
else:
    st.caption(told("search-newest"))
    show_rows(listed)
