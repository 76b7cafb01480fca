"""What came back to a team, on its experiment's page: questions with replies, thanks, words heard."""

from collections.abc import Mapping, Set

import streamlit as st

from registry.domain.echo import is_named, replies_to
from registry.domain.experiment import Dossier
from registry.domain.facts import Heard, Question, Thanks
from registry.domain.person import Asking
from registry.domain.review import is_blind
from registry.domain.steps import can
from registry.sentences import day_text
from registry.services.home import registry
from registry.store import agreements
from registry.web.echo_form import reply_to, say_something
from registry.web.prose import quote, told, words


def show_echo(dossier: Dossier, by: Asking, names: Mapping[int, str]) -> None:
    """Everything that came back, and one folded line to say something oneself."""
    with registry() as db:
        agreed = agreements.agreed(db)
    if any(isinstance(fact, Question | Thanks | Heard) for fact in dossier.facts):
        st.header(told("echo-title"), anchor=False)
    _show_questions(dossier, by, names)
    for thanks in dossier.all(Thanks):
        _show_thanks(thanks, names, agreed)
    for heard in dossier.all(Heard):
        quote(heard.words, heard.source or day_text(heard.at.date()))
    say_something(dossier, by)


def _show_questions(dossier: Dossier, by: Asking, names: Mapping[int, str]) -> None:
    """Each question with the replies; to who is about to review it, only what they asked themselves."""
    hides = is_blind(dossier, by)
    asked = list(enumerate(dossier.all(Question), start=1))
    shown = [(number, each) for number, each in asked if not hides or each.by == by.person.id]
    for number, each in shown:
        replies = replies_to(dossier, number)
        with st.container(border=True, gap="xsmall"):
            st.caption(told("echo-asked", name=names.get(each.by, ""), day=day_text(each.at.date())))
            words(each.words)
            for said in replies:
                st.caption(told("echo-replied", day=day_text(said.at.date())))
                words(said.words)
            if not replies and can(dossier, by, "reply"):
                reply_to(dossier, number)
    if len(shown) < len(asked):
        st.caption(told("echo-after-review"))


def _show_thanks(thanks: Thanks, names: Mapping[int, str], agreed: Set[int]) -> None:
    """A word of thanks with the name of who says it; of who gets it only where they agreed, as of now."""
    whom = names.get(thanks.whom or 0, "") if is_named(thanks, agreed) else ""
    said = {"name": names.get(thanks.by, ""), "day": day_text(thanks.at.date())}
    with st.container(gap="xxsmall"):
        st.caption(told("echo-thanks-to", whom=whom, **said) if whom else told("echo-thanks", **said))
        words(thanks.words)
