"""The surprise of an experiment: what was expected beforehand against what was observed."""

import streamlit as st

from registry.domain.evidence import Estimate
from registry.domain.experiment import Dossier
from registry.domain.learning import Expectation, expectations
from registry.domain.plan import Metric, Plan
from registry.domain.standing import known_by
from registry.domain.tally import tallies
from registry.sentences import say
from registry.web.evidence import primary_number
from registry.web.figures import decimals_of, figure, scale
from registry.web.prose import plain, told


def show_surprise(dossier: Dossier) -> None:
    """What each expected, then what was observed; nothing where nobody said what they expected."""
    expected, seen = expectations(dossier), observed(dossier)
    if not expected or not seen:
        return
    with st.container(border=True):
        st.markdown(f"**{told('surprise-title')}**")
        for each in expected:
            st.markdown(plain(expectation_text(each, dossier.plan)))
        for line in seen:
            st.markdown(told("surprise-observed", what=line))


def expectation_text(expectation: Expectation, plan: Plan | None) -> str:
    """What somebody expected, in one line; a reviewer by what they do, never by name."""
    number = "" if expectation.difference is None else primary_number(expectation.difference, plan)
    said = ". ".join(filter(None, (number, expectation.words)))
    who = say("surprise-by-team") if not expectation.function else expectation.function
    return say("surprise-expected", who=who, what=said)


def observed(dossier: Dossier) -> tuple[str, ...]:
    """What was observed, a line for each arm of the primary metric, or for each thing that was counted."""
    evidence, plan = known_by(dossier), dossier.plan
    if evidence is None or plan is None or plan.primary is None:
        counted = tallies(dossier.notes)
        return tuple(say("surprise-tally", n=tally.total, what=tally.what) for tally in counted)
    primary = plan.primary
    shown = [each for each in evidence.estimates if each.metric == primary.name and each.low is not None]
    return tuple(_difference(each, primary) for each in shown)


def _difference(estimate: Estimate, primary: Metric) -> str:
    places = decimals_of(estimate, primary)
    difference, low, high = (
        figure(value, primary, places, sign=True)
        for value in (estimate.difference, estimate.low, estimate.high)
    )
    unit = f" {say('percentage-points')}" if scale(primary) == 100.0 else ""
    told_as = {"arm": estimate.arm, "control": estimate.control, "metric": primary.name}
    return say("surprise-difference", difference=difference, low=low, high=high, unit=unit, **told_as)
