"""“This helped us”: the learnings on which a proposal or a decision was built, each said with one tap."""

from collections.abc import Sequence

import streamlit as st

from registry.domain.citing import Helping, uses
from registry.domain.experiment import Dossier, experiment_code
from registry.domain.facts import Use
from registry.domain.person import Asking
from registry.domain.steps import can
from registry.domain.text import LINE
from registry.sentences import say
from registry.services.home import registry
from registry.services.learning import use
from registry.services.reuse import learned, learnings_about
from registry.store import experiments, index, search
from registry.store.index import Row
from registry.web.lists import title_text
from registry.web.personal_data import show_personal_data
from registry.web.prose import plain, told, words
from registry.web.session import asking, click_done, click_token, link, refusals_shown


def helped_button(id: int, learning: int, *, is_said: bool) -> None:
    """One tap says that a *learning* helped experiment *id*; one more takes it back."""
    code = experiment_code(learning)
    # Another key for each of the two: the second half of a double click finds no button, and undoes nothing.
    place = f"helped-{id}-{code}-{'back' if is_said else 'us'}"
    label = told("helped-take-back", code=code) if is_said else told("helped-us", code=code)
    icon = ":material/undo:" if is_said else ":material/handshake:"
    if st.button(label, key=place, icon=icon, type="tertiary" if is_said else "secondary"):
        with refusals_shown():
            with registry() as db:
                use(db, asking(click_token(place)), id, Helping(learning, helped=not is_said))
            click_done(place)
            st.rerun()


def show_helped(dossier: Dossier, by: Asking) -> None:
    """What helped it, and for its team the place to say so; nothing where there is neither."""
    said = uses(dossier)
    with registry() as db:
        rows = {row.experiment: row for row in index.by_ids(db, [x.learning for x in said], viewer=by.person)}
    shown = [(each, rows[each.learning]) for each in said if each.learning in rows]
    may_say = can(dossier, by, "use")
    if shown:
        st.header(told("helped-title"), anchor=False)
    for each, row in shown:
        _show_use(dossier, each, row, may_take_back=may_say)
    if may_say:
        closed = st.expander(told("helped-open"), key=f"helped-{dossier.code}-open", on_change="rerun")
        if closed.open:
            with closed:
                _say_what_helped(dossier, by)


def _show_use(dossier: Dossier, said: Use, row: Row, *, may_take_back: bool) -> None:
    with st.container(gap="xxsmall"):
        link("experiment", f"{row.code} · {title_text(row.title)}", row.code)
        if said.how:
            words(said.how)
        if may_take_back:
            helped_button(dossier.id, said.learning, is_said=True)


def _say_what_helped(dossier: Dossier, by: Asking) -> None:
    """Find a learning by its code or by words; before anything is typed, those that are close are offered."""
    count = f"helped-{dossier.code}-said"
    place = f"{count}-{st.session_state.setdefault(count, 0)}"
    text = st.text_input(
        told("field-helped_search"),
        type="search",
        key=f"{place}-search",
        live="300ms",
        max_chars=LINE,
        placeholder=say("field-helped_search-example"),
    )
    offered = _offered(dossier, by, text)
    if not offered:
        st.caption(told("helped-nothing-found") if text else told("helped-nothing-close"))
        return
    sentences = _sentences(offered)
    titles = {row.experiment: f"{row.code} · {title_text(row.title)}" for row in offered}
    chosen = st.radio(
        told("field-helped_which"),
        list(titles),
        index=0 if len(titles) == 1 else None,
        format_func=titles.__getitem__,
        captions=[plain(sentences[each]) for each in titles],
        # The choice is a place in a list; another list is another question.
        key=f"{place}-{'-'.join(map(str, titles))}",
    )
    how = st.text_input(
        told("field-helped_how"),
        key=f"{place}-how",
        max_chars=LINE,
        placeholder=say("field-helped_how-example"),
    )
    may_save = show_personal_data(f"{place}-how", how, told("helped-say"))
    says = st.button(told("helped-say"), key=f"{place}-say", disabled=chosen is None)
    if says and may_save and chosen is not None:
        with refusals_shown():
            with registry() as db:
                use(db, asking(click_token(place)), dossier.id, Helping(chosen, how))
            click_done(place)
            st.session_state[count] += 1
            st.rerun()


def _offered(dossier: Dossier, by: Asking, text: str | None) -> Sequence[Row]:
    but_not = {dossier.id, *(each.learning for each in uses(dossier))}
    proposal = dossier.proposal
    with registry() as db:
        if text and search.words_of(text):
            return learnings_about(db, by.person, text, but_not=but_not)
        own = " ".join((proposal.idea.change, proposal.idea.effect, proposal.idea.whom, proposal.quote.words))
        close = search.similar(db, own, but_not=dossier.id, limit=search.SHORT_LIST)
        return learned(db, by.person, [each.experiment for each in close], but_not=but_not)


def _sentences(rows: Sequence[Row]) -> dict[int, str]:
    """What each of *rows* would tell another team, as much of it as one line holds."""
    with registry() as db:
        found = experiments.dossiers_of(db, [row.experiment for row in rows])
    told_by = {each.id: each.learning.tell_others if each.learning else "" for each in found}
    return {key: text if len(text) <= LINE else f"{text[: LINE - 1]}…" for key, text in told_by.items()}
