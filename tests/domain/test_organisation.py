"""Figures about the organisation are above zero, or left unsaid."""

from typing import Any

import pytest

from registry.domain.organisation import Organisation, OrganisationRefused, check_organisation
from registry.sentences import say


def test_everything_may_be_left_unsaid():
    check_organisation(Organisation())


def test_figures_above_zero_are_taken():
    check_organisation(Organisation(yearly_revenue=0.01, customers=1, places=1))


@pytest.mark.parametrize(
    ("figure", "value", "told"),
    [
        ("yearly_revenue", 0.0, "yearly revenue"),
        ("yearly_revenue", -1.0, "yearly revenue"),
        ("yearly_revenue", float("nan"), "yearly revenue"),
        ("yearly_revenue", float("inf"), "yearly revenue"),
        ("customers", 0, "number of customers"),
        ("customers", -5, "number of customers"),
        ("places", 0, "number of places"),
    ],
)
def test_a_figure_that_cannot_be_true_is_refused_by_its_name(figure: str, value: Any, told: str):
    with pytest.raises(OrganisationRefused) as refusal:
        check_organisation(Organisation.model_validate({figure: value}))

    assert told in say(refusal.value.sentence)
