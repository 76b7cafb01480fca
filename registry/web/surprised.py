"""What surprised us: above all what was walked back, with how many customers never met it."""

from collections.abc import Iterator, Sequence
from datetime import date

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.facts import CostEstimate
from registry.domain.learning import expectations
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.surprise import more_was_told, never_met, surprised_on, surprises, was_walked_back
from registry.sentences import day_text, say
from registry.services.home import Database
from registry.store import experiments, people
from registry.store.index import Row
from registry.web.copying import headed
from registry.web.lists import title_text
from registry.web.numbers import number_link
from registry.web.prose import plain, told
from registry.web.saying import verbs_once
from registry.web.session import link
from registry.web.surprise import expectation_text, observed

WALKED_BACK, OTHERS = 3, 2
"""How many are shown: of what was walked back, and of what surprised us otherwise."""


class Surprises:
    """The latest surprises among *rows*, with what is known of each that is shown."""

    def __init__(
        self,
        db: Database,
        rows: Sequence[Row],
        organisation: Organisation,
        on: date,
    ) -> None:
        self.organisation, self.called = organisation, people.names(db)
        back, others = surprises(rows)
        self.count = len(back) + len(others)
        self.shown = [*back[:WALKED_BACK], *others[:OTHERS]]
        self.more_was_told = more_was_told(rows, on)
        found = experiments.dossiers_of(db, [row.experiment for row in self.shown])
        self.dossiers = {each.id: each for each in found}

    def show(self, by: Asking, said: set[int]) -> None:
        """Each with its sentences and the verbs; what is among those *said* has them above."""
        headed(told("surprised-title"), self.lines())
        st.caption(told("surprised-order" if self.shown else "surprised-nothing"))
        if self.more_was_told:
            st.markdown(told("surprised-more-told"))
        for row in self.shown:
            with st.container(border=True, gap="xsmall"):
                link("experiment", title_text(row.title), row.code)
                st.badge(plain(_badge(row)), color="orange" if was_walked_back(row) else "gray")
                surprise, *rest = [plain(line) for line in self._said(row)] or [""]
                st.markdown(surprise)
                st.markdown("\n".join(f"- {line}" for line in rest))
                verbs_once(self.dossiers[row.experiment], by, said)
        if self.count > len(self.shown):
            number_link(say("surprised-all", count=self.count), "surprises")

    def lines(self) -> Iterator[str]:
        """The same as text."""
        yield say("surprised-title")
        if self.more_was_told:
            yield say("surprised-more-told")
        for row in self.shown:
            yield f"\n{row.code} {row.title} ({_badge(row)})"
            yield from (f"- {line}" for line in self._said(row))

    def _said(self, row: Row) -> Iterator[str]:
        dossier = self.dossiers[row.experiment]
        learning = dossier.learning
        yield say("surprised-not-told") if learning is None else learning.surprised or learning.happened
        yield from _expected_and_observed(dossier)
        was_taken_back = was_walked_back(row) or dossier.pilot is None
        met = never_met(dossier, self.organisation.customers) if was_taken_back else None
        if met is not None:
            yield say(f"never-met-{met.known}", never=met.never, customers=met.customers, met=met.met)
        estimate = dossier.latest(CostEstimate)
        if estimate is not None:
            yield self._signed(estimate)

    def _signed(self, estimate: CostEstimate) -> str:
        return say(
            "cost-in-one-sentence",
            currency=self.organisation.currency,
            amount=estimate.amount,
            name=self.called.get(estimate.by, ""),
            day=day_text(estimate.at.date()),
            how=estimate.how,
        )


def _badge(row: Row) -> str:
    day = surprised_on(row)
    name = "surprised-walked_back" if was_walked_back(row) else "surprised-told"
    return say(name, day="" if day is None else day_text(day))


def _expected_and_observed(dossier: Dossier) -> Iterator[str]:
    expected = expectations(dossier)
    for each in expected:
        yield expectation_text(each, dossier.plan)
    for line in observed(dossier) if expected else ():
        yield say("surprise-observed", what=line)
