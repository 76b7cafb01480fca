"""Reading lists on pages: how one is read, and putting an experiment on one."""

import streamlit as st

from registry.domain.collection import Collection, Entry, Kept, on_list
from registry.domain.experiment import Dossier
from registry.domain.text import LINE
from registry.sentences import say
from registry.services.collection import collect, may_change, put_on_list
from registry.services.collection_read import Listed
from registry.services.home import registry
from registry.store import collections
from registry.web.lists import title_text
from registry.web.prose import plain, told, words
from registry.web.session import asking, click_done, click_token, link, page_script, refusals_shown
from registry.web.standing import standing_badge


def link_to_list(kept: Kept) -> None:
    """A link to one reading list."""
    st.page_link(
        page_script("collection"),
        label=plain(kept.collection.title),
        icon=":material/list:",
        query_params={"id": str(kept.id)},
    )


def link_to_all() -> None:
    """A link to the list of lists."""
    link("collection", told("collection-all"), icon=":material/arrow_back:")


def show_entry(each: Listed) -> None:
    """One entry as it is read: what was learned, how firmly it stands, and why it is on this list."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        link("experiment", f"{each.code} · {title_text(each.title)}", each.code)
        if each.standing is not None:
            standing_badge(each.standing)
    if each.learned:
        words(each.learned)
    else:
        st.caption(told("collection-no-learning"))
    if each.why:
        st.caption(told("collection-why", why=each.why))


def offer_collection(dossier: Dossier) -> None:
    """Put an experiment on a reading list of one's own, or on a new one; a draft is on none."""
    if dossier.is_private:
        return
    offer = st.popover(
        told("collection-offer"),
        icon=":material/playlist_add:",
        type="tertiary",
        key=f"collect-{dossier.code}",
        on_change="rerun",
    )
    if offer.open:
        with offer:
            _offer(dossier)


def _offer(dossier: Dossier) -> None:
    person, place = asking().person, f"collect-{dossier.code}"
    with registry() as db:
        every = collections.every(db)
    own = {each.id: each for each in every if may_change(person, each)}
    stands = [each for each in every if dossier.id in on_list(each.collection)]
    if stands:
        st.caption(told("collection-offer-stands"))
        for each in stands:
            link_to_list(each)
    chosen: int | None = st.selectbox(
        told("collection-offer-which"),
        [*(number for number, each in own.items() if each not in stands), None],
        format_func=lambda number: (
            plain(own[number].collection.title) if number else told("collection-offer-new")
        ),
        key=f"{place}-which",
    )
    title = ""
    if chosen is None:
        title = st.text_input(
            told("collection-title-field"),
            max_chars=LINE,
            key=f"{place}-title",
            placeholder=say("collection-title-example"),
        )
    why = st.text_input(told("collection-add-why"), max_chars=LINE, key=f"{place}-why")
    if st.button(told("collection-add"), key=f"{place}-add"):
        entry = Entry(experiment=dossier.id, why=why)
        with refusals_shown():
            by = asking(click_token(place))
            with registry() as db:
                kept = (
                    collect(db, by, Collection(title=title, entries=(entry,)))
                    if chosen is None
                    else put_on_list(db, by, chosen, entry)
                )
            click_done(place)
            st.success(told("collection-offer-done", title=kept.collection.title))
