"""What doing it for everybody would have cost: money is shown only where somebody signed it."""

from collections.abc import Mapping

import streamlit as st

from registry.domain.experiment import Dossier
from registry.domain.facts import Choice, CostEstimate
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.steps import can
from registry.domain.text import PAGE
from registry.sentences import day_text, say
from registry.services.echo import estimate_cost
from registry.services.home import registry
from registry.store import organisation
from registry.web.personal_data import show_personal_data
from registry.web.prose import told, words
from registry.web.session import asking, click_done, click_token, refusals_shown


def show_cost(dossier: Dossier, by: Asking, names: Mapping[int, str]) -> None:
    """The latest estimate with the name of who signed it, and the place to sign one once it was decided."""
    estimate = dossier.latest(CostEstimate)
    may_sign = can(dossier, by, "estimate_cost")
    if estimate is None and not may_sign:
        return
    with registry() as db:
        currency = (organisation.latest(db) or Organisation()).currency
    if estimate is not None:
        st.markdown(told("cost-estimated", currency=currency, amount=estimate.amount))
        words(estimate.how)
        day = day_text(estimate.at.date())
        st.caption(told("cost-signed", name=names.get(estimate.by, ""), day=day))
    if may_sign:
        was_walked_back = dossier.decision is not None and dossier.decision.choice is Choice.WALK_BACK
        if estimate is None and was_walked_back:
            st.markdown(told("cost-lead"))
        label = told("cost-open") if estimate is None else told("cost-anew")
        closed = st.expander(label, key=f"cost-{dossier.code}-open", on_change="rerun")
        if closed.open:
            with closed:
                _sign(dossier, by, currency)


def _sign(dossier: Dossier, by: Asking, currency: str) -> None:
    count = f"cost-{dossier.code}-signed"
    place = f"{count}-{st.session_state.setdefault(count, 0)}"
    amount = st.number_input(
        told("field-cost_amount", currency=currency),
        value=None,
        min_value=0.0,
        step=1_000.0,
        format="%.15g",
        key=f"{place}-amount",
        width=320,
    )
    how = st.text_area(
        told("field-cost_how"),
        key=f"{place}-how",
        max_chars=PAGE,
        height=80,
        placeholder=say("field-cost_how-example"),
    )
    may_save = show_personal_data(f"{place}-how", how, told("cost-sign"))
    st.caption(told("echo-signed", name=by.person.name))
    signs = st.button(told("cost-sign"), key=f"{place}-sign", disabled=amount is None)
    if signs and may_save and amount is not None:
        with refusals_shown():
            with registry() as db:
                estimate_cost(db, asking(click_token(place)), dossier.id, amount, how)
            click_done(place)
            st.session_state[count] += 1
            st.rerun()
