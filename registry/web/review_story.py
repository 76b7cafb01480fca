"""What the reviewers said, once all may see it: side by side for each question, with what to talk about."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from registry.domain.assessment import Door, assess
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.organisation import Organisation
from registry.domain.panel import Yard, far_apart, lone_knockouts, medians, rated
from registry.domain.person import Asking
from registry.domain.policy import Policy
from registry.domain.review import yard
from registry.domain.review_facts import PanelFound, Review, Talk
from registry.domain.risk import BY_NAME, NAMES, Answer
from registry.domain.steps import can
from registry.domain.submission import Yardstick
from registry.services.home import registry
from registry.services.proposal import yardstick
from registry.web.door import show_assessment, show_levers
from registry.web.prose import plain, told, words
from registry.web.review_answer import add_talk, show_talks
from registry.web.session import link
from registry.web.side_by_side import answer_text


def show_found_door(dossier: Dossier, submission: Submission, found: PanelFound, policy: Policy) -> None:
    """The door that the ratings come to together under *policy*, or that two reviewers signed."""
    signed = dossier.round.signed_door
    if signed is not None and signed is not found.door:
        st.markdown(told("door-signed-by-two", door=told(f"door-{signed}")))
    assessment = assess(found.profile, policy, submission.yearly_revenue)
    # Ratings that leave either door possible leave it the one-way door that it was.
    show_assessment(assessment.model_copy(update={"door": found.door}), near_hinge=found.near_hinge)
    if assessment.door is Door.UNDECIDED:
        st.markdown(told("door-rated-open"))
    elif dossier.pilot is None:
        show_levers(assessment, near_hinge=found.near_hinge)
    st.caption(told("door-rated", count=len(dossier.round.reviews), version=submission.policy_version))


class _Table(NamedTuple):
    """What the reviews are shown with."""

    reviews: Sequence[Review]
    people: dict[int, str]
    yard: Yard
    lone: dict[str, Answer]
    apart: tuple[str, ...]
    organisation: Organisation

    def wants_talk(self, name: str) -> bool:
        """Whether the views on a question are worth a talk."""
        return name in self.lone or name in self.apart

    def text(self, name: str, answer: Answer) -> str:
        """An answer in words."""
        by = Yardstick(policy=self.yard.policy, organisation=self.organisation)
        return answer_text(BY_NAME[name], answer, by)


def show_reviews(dossier: Dossier, by: Asking, people: dict[int, str], policy: Policy) -> None:
    """All reviews side by side; nothing before the quorum is there."""
    submission, this_round = dossier.submission, dossier.round
    if submission is None or not this_round.is_revealed:
        return
    st.header(told("reveal-title"), anchor=False)
    table = _table(dossier, submission, people, policy)
    st.subheader(told("reveal-premortems"), anchor=False)
    for review in table.reviews:
        _show_words(review, people)
    asked = [name for name in NAMES if rated(name, table.reviews)]
    talks = [name for name in asked if table.wants_talk(name)]
    st.subheader(told("reveal-ratings"), anchor=False)
    st.markdown(told("reveal-talks", count=len(talks)))
    st.caption(told("reveal-together"))
    talked = {talk.question for talk in this_round.all(Talk)}
    agreed = [name for name in asked if name not in talks and name not in talked]
    open_first = [name for name in asked if name not in agreed]
    for name in sorted(open_first, key=lambda name: (name not in table.lone, name not in talks)):
        _show_question(dossier, by, name, table)
    if agreed:
        with st.expander(told("reveal-agreed", count=len(agreed))):
            for name in agreed:
                _show_question(dossier, by, name, table)


def _table(dossier: Dossier, submission: Submission, people: dict[int, str], policy: Policy) -> _Table:
    with registry() as db:
        organisation = yardstick(db).organisation
    measured = yard(submission, policy)
    return _Table(
        reviews=dossier.round.reviews,
        people=people,
        yard=measured,
        lone=lone_knockouts(dossier.round, measured),
        apart=far_apart(dossier.round.reviews, measured),
        organisation=organisation.model_copy(update={"yearly_revenue": submission.yearly_revenue}),
    )


def _show_words(review: Review, people: dict[int, str]) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.caption(_who(review, people))
        words(review.premortem)
        if review.missing:
            st.caption(told("review-missing"))
            words(review.missing)


def _who(review: Review, people: dict[int, str]) -> str:
    who = plain(f"{people.get(review.by, '')} · {review.function}")
    return who + " · " + told("review-after-reveal") if review.after_reveal else who


def _show_question(dossier: Dossier, by: Asking, name: str, table: _Table) -> None:
    with st.container(border=True):
        st.markdown(f"**{told(f'question-{name}')}**")
        if name in table.lone:
            st.badge(told("mark-lone"), icon=":material/forum:", color="orange")
        elif name in table.apart:
            st.badge(told("mark-apart"), icon=":material/forum:", color="gray")
        for column, review in zip(st.columns(len(table.reviews)), table.reviews, strict=True):
            with column.container(gap="xxsmall"):
                st.caption(_who(review, table.people))
                answer = review.ratings.answer(name)
                st.markdown(told("rating-not-theirs") if answer is None else table.text(name, answer))
        middle = medians(table.reviews, table.yard).answer(name)
        st.markdown(f"{told('rating-together')} {table.text(name, middle)}")
        if name in table.lone:
            st.caption(told("rating-lone", answer=table.text(name, table.lone[name])))
        show_talks(dossier, name, table.people)
        if table.wants_talk(name):
            add_talk(dossier, by, name)
            mine = dossier.round.review_of(by.person.id)
            if mine is not None and can(dossier, by, "review"):
                link("review", told("rate-again"), dossier.code, icon=":material/edit:")
