"""Writing down what was learned, on the experiment's page: six short fields, some of them begun already."""

from datetime import date

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.journey import Journey
from registry.domain.learning import StaleLearning, looked_at_again, prefilled
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.text import PAGE
from registry.sentences import say
from registry.services.home import registry
from registry.services.learning import learn
from registry.store import experiments
from registry.store import organisation as organisations
from registry.web.journey_form import journey
from registry.web.personal_data import show_personal_data
from registry.web.prose import told
from registry.web.session import asking, click_done, click_token, refusals_shown
from registry.web.story import show_learning
from registry.web.surprise import observed, show_surprise
from registry.web.wording import show_questions

EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)


@st.fragment
def write_learning(dossier: Dossier) -> None:
    """The form in which the learning of *dossier* is written or revised; leaving a field reruns it alone."""
    LearningForm(dossier, asking()).show()


class LearningForm:
    """The fields of one experiment's learning, as this tab shows them."""

    def __init__(self, dossier: Dossier, by: Asking) -> None:
        self.dossier = dossier
        self.by = by
        # What is saved makes the next form another one; what somebody else adds meanwhile does not.
        saved: int = st.session_state.setdefault(f"learn-{dossier.code}-saved", 0)
        self.place = f"learn-{dossier.code}-{saved}"
        self.seen: int = st.session_state.setdefault(f"{self.place}-seen", len(dossier.all(Learning)))
        self.known = prefilled(dossier, by)
        self.has_seen = True
        """Whether all that looks personal was pointed at before this press."""

    def show(self) -> None:
        """All fields, and the button that keeps them."""
        st.caption(told("learn-here"))
        show_surprise(self.dossier)
        expected = self._area("expected", self.known.expected)
        happened = self._area("happened", self.known.happened or self._what_happened())
        surprised = self._area("surprised", self.known.surprised)
        st.markdown(f"**{told('learning-hard_to_see')}**")
        st.caption(told("learning-hard_to_see-help"))
        see = self._area("hard_to_see-process", "\n".join(self.known.hard_to_see))
        hear = self._area("hard_to_see-words", "\n".join(self.known.hard_to_hear))
        tell_others = self._area("tell_others", self.known.tell_others, height=70)
        next_step = self._area("next_step", self.known.next_step, height=70)
        if pictures := sum(note.picture is not None for note in self.dossier.notes):
            st.caption(told("learning-pictures", count=pictures))
        with st.expander(told("learning-more")):
            change_our_mind = self._area("change_our_mind", self.known.change_our_mind, height=70)
            belongs, again = self._where()
        theirs = st.container()
        if st.button(told("learn"), type="primary", key=f"{self.place}-keep") and self.has_seen:
            asked = asking(click_token(self.place))
            self._keep(
                asked,
                Learning(
                    at=asked.at,
                    by=asked.person.id,
                    expected=expected,
                    happened=happened,
                    surprised=surprised,
                    hard_to_see=_lines(see),
                    hard_to_hear=_lines(hear),
                    tell_others=tell_others,
                    next_step=next_step,
                    change_our_mind=change_our_mind,
                    journey=belongs,
                    look_again=again,
                ),
            )

        other: Learning | None = st.session_state.get(f"{self.place}-theirs")
        if other is not None:
            with theirs.container(border=True):
                st.markdown(f"**{told('learning-theirs')}**")
                show_learning(other, with_heading=False)

    def _area(self, name: str, begun: str, height: int = 90) -> str:
        """One of the fields, and beneath it what its words make one ask."""
        key = f"{self.place}-{name}"
        st.session_state.setdefault(key, begun)
        text = st.text_area(
            told(f"learning-{name}"),
            key=key,
            max_chars=PAGE,
            height=height,
            placeholder=say(f"learning-{name}-example"),
            persist_state="session",
        )
        show_questions(text)
        self.has_seen &= show_personal_data(key, text, told("learn"))
        return text

    def _what_happened(self) -> str:
        return "" if self.dossier.learning is not None else "\n".join(observed(self.dossier))

    def _where(self) -> tuple[Journey, date | None]:
        """Where it belongs, and when somebody should look again: after as long as its topic usually holds."""
        with registry() as db:
            organisation = organisations.latest(db) or Organisation()
        belongs = journey(self.place, self.dossier.journey, organisation)
        usual = self.known.look_again or looked_at_again(
            organisation.topics, belongs.topic, self.by.at.date()
        )
        again = st.date_input(
            told("learning-look_again"),
            value=usual,
            min_value=EARLIEST,
            max_value=LATEST,
            key=f"{self.place}-look_again-{belongs.topic}",
            format="YYYY-MM-DD",
            help=told("learning-look_again-help"),
        )
        return belongs, again

    def _keep(self, asked: Asking, learning: Learning) -> None:
        with refusals_shown():
            try:
                with registry() as db:
                    learn(db, asked, self.dossier.id, learning, seen=self.seen)
            except StaleLearning:
                # This tab was drawn before the other revision; from now on its writer knows of it.
                with registry() as db:
                    latest = experiments.dossier(db, self.dossier.id)
                st.session_state[f"{self.place}-seen"] = len(latest.all(Learning))
                st.session_state[f"{self.place}-theirs"] = latest.learning
                raise
            click_done(self.place)
            st.session_state[f"learn-{self.dossier.code}-saved"] += 1
            st.rerun()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
