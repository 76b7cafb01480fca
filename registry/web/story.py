"""An experiment's story, section by section, as its page tells it from top to bottom."""

import streamlit as st

from registry.domain.assessment import Assessment, Door, assess
from registry.domain.experiment import Dossier, Stage, door, experiment_code
from registry.domain.facts import Learning, Pilot, Submission, Withdrawal
from registry.domain.learning import WRITTEN
from registry.domain.person import Asking
from registry.domain.pilot import arrival
from registry.domain.plan_file import plan_text
from registry.domain.review import is_blind
from registry.sentences import day_text, say
from registry.services.policy import policy
from registry.web.case_form import show_case, show_sponsor
from registry.web.door import door_badge, show_assessment, show_levers
from registry.web.evidence import primary_number, show_evidence
from registry.web.levers import show_promises
from registry.web.lists import title_text
from registry.web.notes import show_notes
from registry.web.plan_words import show_plan
from registry.web.prose import quote, told, words
from registry.web.review_answer import show_accepted_condition, show_outcome
from registry.web.review_asking import show_reviewers
from registry.web.review_story import show_found_door, show_reviews
from registry.web.session import link


def show_head(dossier: Dossier, now: Stage, names: dict[int, str]) -> None:
    """Its title, where it stands, and who proposed it when."""
    experiment = dossier.experiment
    st.title(title_text(dossier.proposal.title), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(dossier.code, color="gray")
        st.badge(told(f"stage-{now}"), color="blue")
        submission = dossier.submission
        found, now_door = dossier.round.found, door(dossier)
        if submission is not None and now_door is not None:
            near_hinge = submission.near_hinge if found is None else found.near_hinge
            door_badge(now_door, near_hinge=near_hinge)
        st.caption(told("proposed-by", name=names.get(experiment.by, ""), day=day_text(experiment.at.date())))
    if experiment.origin is not None:
        code = experiment_code(experiment.origin.experiment)
        link("experiment", told(f"origin-{experiment.origin.relation}", code=code), code)


def show_proposal(dossier: Dossier) -> None:
    """The words it began with, and the idea in one sentence."""
    proposal = dossier.proposal
    idea = proposal.idea
    if proposal.quote.words:
        st.header(told(f"story-quote-{proposal.quote.voice}"), anchor=False)
        quote(proposal.quote.words, proposal.quote.source)
    if any((idea.change, idea.whom, idea.effect, idea.signal)):
        st.header(told("story-idea"), anchor=False)
        words(say(idea.in_one_sentence))
    if proposal.different_this_time:
        st.markdown(f"**{told('story-different')}**")
        words(proposal.different_this_time)
    if proposal.move is not None:
        st.caption(told(f"move-{proposal.move}-means"))
    if proposal.whose_idea:
        st.caption(told("story-whose_idea", name=proposal.whose_idea))


def show_door(dossier: Dossier, by: Asking) -> None:
    """The door as handed in, under the policy of that day; once all reviews are in, as they found it."""
    submission, found = dossier.submission, dossier.round.found
    if submission is None:
        return
    st.header(told("story-door"), anchor=False)
    if is_blind(dossier, by):
        st.info(told("door-after-review"))
    elif found is None:
        _show_handed_in(dossier, submission)
    else:
        show_found_door(dossier, submission, found, policy(submission.policy_version))
        with st.expander(told("door-as-handed-in")):
            _show_handed_in(dossier, submission, with_levers=False)


def _show_handed_in(dossier: Dossier, submission: Submission, *, with_levers: bool = True) -> None:
    assessment = _assessment(submission)
    day = day_text(submission.at.date())
    show_assessment(assessment, near_hinge=submission.near_hinge)
    if with_levers and dossier.pilot is None:
        show_levers(assessment, near_hinge=submission.near_hinge)
    st.caption(told("door-judged", version=submission.policy_version, day=day))


def _assessment(submission: Submission) -> Assessment:
    """The door as it was handed in, under the policy of that day."""
    return assess(submission.profile, policy(submission.policy_version), submission.yearly_revenue)


def show_way_through(dossier: Dossier, by: Asking, names: dict[int, str]) -> None:
    """A one-way door on its way to the start: its case, its reviewers, what they said and answered."""
    submission = dossier.submission
    if submission is None or submission.door is not Door.ONE_WAY:
        return
    if is_blind(dossier, by):
        show_sponsor(dossier, by, names)
        return
    is_open = not dossier.round.is_revealed and dossier.pilot is None
    st.header(told("missing-title" if is_open else "case-and-reviews"), anchor=False)
    if is_open and _assessment(submission).levers:
        st.markdown(told("missing-or-smaller"))
    show_case(dossier, by)
    show_sponsor(dossier, by, names)
    handed_in_under = policy(submission.policy_version)
    show_reviewers(dossier, by, names, handed_in_under.panel)
    show_reviews(dossier, by, names, handed_in_under)
    show_outcome(dossier, by, names)


def show_planned(dossier: Dossier) -> None:
    """The plan, and the limits that the team set for itself."""
    plan, pilot = dossier.plan, dossier.pilot
    if plan is None and pilot is None:
        return
    st.header(told("story-plan"), anchor=False)
    if pilot is not None:
        _show_limits(pilot)
        show_promises(dossier.proposal)
        show_accepted_condition(dossier)
    if plan is None:
        st.markdown(told("plan-look-and-listen"))
        return
    show_plan(plan, locked=pilot is not None)
    st.download_button(
        told("plan-download"),
        plan_text(plan),
        f"{dossier.code}-plan.toml",
        "application/toml",
        on_click="ignore",
    )


def _show_limits(pilot: Pilot) -> None:
    limits = pilot.limits
    st.markdown(told("limits-until", day=day_text(pilot.until)))
    for field in ("cap", "stop_if"):
        text = getattr(limits, field)
        if text:
            st.markdown(told(f"limits-{field}", text=text))
    show_expected(pilot)


def show_expected(pilot: Pilot) -> None:
    """What the proposers expected, written down before the start."""
    if pilot.expected:
        st.markdown(told("limits-expected", text=pilot.expected))
    if pilot.expected_difference is not None:
        st.markdown(
            told("limits-expected-difference", number=primary_number(pilot.expected_difference, pilot.plan))
        )


def show_pilot(dossier: Dossier) -> None:
    """What was seen while it ran."""
    show_notes(dossier)
    if dossier.stop is not None:
        st.markdown(told("stopped-on", day=day_text(dossier.stop.at.date())))
        if dossier.stop_reason:
            words(dossier.stop_reason)


def show_result(dossier: Dossier) -> None:
    """What the data said when it was last read; earlier readings stay."""
    reading = dossier.reading
    if reading is None:
        return
    st.header(told("story-evidence"), anchor=False)
    day = day_text(reading.at.date())
    st.caption(told("reading-of", file=reading.file_name, rows=reading.evidence.rows, day=day))
    if (came := arrival(reading)) is not None:
        st.caption(told(came))
    show_evidence(dossier.plan, reading.evidence)


def show_decision(dossier: Dossier, names: dict[int, str]) -> None:
    """What people chose, and why."""
    decision = dossier.decision
    if decision is None:
        return
    st.header(told("story-decision"), anchor=False)
    st.subheader(told(f"choice-{decision.choice}"), anchor=False)
    st.caption(told("decided-by", name=names.get(decision.by, ""), day=day_text(decision.at.date())))
    if decision.arm:
        st.markdown(told("adopted-arm", arm=decision.arm))
    if decision.reason:
        words(decision.reason)
    if decision.evidence is not None:
        st.caption(told("decision-frozen", fingerprint=decision.evidence.plan_fingerprint))


def show_withdrawal(dossier: Dossier, names: dict[int, str]) -> None:
    """That it was taken back, by whom, and why when they said."""
    withdrawal = dossier.latest(Withdrawal)
    if withdrawal is None:
        return
    st.header(told("story-withdrawal"), anchor=False)
    st.caption(told("decided-by", name=names.get(withdrawal.by, ""), day=day_text(withdrawal.at.date())))
    if withdrawal.reason:
        words(withdrawal.reason)


def show_learning(
    learning: Learning | None, *, with_sentence: bool = True, with_heading: bool = True
) -> None:
    """The six fields of what was learned, but for the one sentence where it stands on top already."""
    if learning is None:
        return
    if with_heading:
        st.header(told("story-learning"), anchor=False)
    for field in WRITTEN:
        said = getattr(learning, field)
        if said and (with_sentence or field != "tell_others"):
            st.markdown(f"**{told(f'learning-{field}')}**")
            for line in (f"• {each}" for each in said) if isinstance(said, tuple) else (said,):
                words(line)
