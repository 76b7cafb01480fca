"""How healthy the trying is: five figures about how we try, over fixed periods of twelve weeks."""

import streamlit as st

from registry.domain.trying import PERIODS, Figure, Told, Trying, trying
from registry.services.home import registry
from registry.store import index
from registry.web.copying import copy_as_text
from registry.web.numbers import number_link
from registry.web.prose import plain, told
from registry.web.session import asking, link
from registry.web.trying import in_words, lines, lowest_to_highest, span


def show_figure(figure: Figure, whole: Told, found: Trying) -> None:
    """One figure over all periods, then by period as far as they may be told; each opens its list."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{told(f'trying-{figure}-title')}**")
        number_link(in_words(whole, figure), figure)
        if between := lowest_to_highest(found.periods, figure):
            st.markdown(plain(between))
        for period in found.periods:
            said = f"{span(period)}: {in_words(period, figure)}"
            number_link(said, figure, first=period.first.isoformat())


by = asking()
with registry() as db:
    found = trying(index.every(db, viewer=by.person), by.at.date())

st.title(told("page-trying"), anchor=False)
link("leaders", told("back-to", page=told("page-leaders")), icon=":material/arrow_back:")
st.markdown(told("trying-lead"))
whole = found.whole
if whole is None:
    st.info(told("trying-too-few"))
else:
    st.markdown(told("trying-about", count=len(whole.decided), span=span(whole)))
    for figure in Figure:
        show_figure(figure, whole, found)
    if len(found.periods) < PERIODS:
        st.caption(told("trying-hidden-periods"))
    copy_as_text(lines(whole, found))
