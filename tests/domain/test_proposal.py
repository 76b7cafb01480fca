"""A draft may be empty, is called by its change, and knows for which questions its quick check speaks."""

import pytest
from pydantic import ValidationError

from registry.domain.proposal import Idea, Limits, Proposal, QuickCheck, Quote
from registry.domain.risk import NAMES, RiskProfile
from tests.nouns import CARD, NOON


@pytest.mark.parametrize(
    ("proposal", "title"),
    [
        (Proposal(), ""),
        (Proposal(quote=Quote(words="Nobody called.\nTwice.")), "Nobody called."),
        (Proposal(quote=Quote(words="w" * 500)), "w" * 120),
        (Proposal(quote=Quote(words="Nobody called."), idea=Idea(change="Call back")), "Call back"),
        (Proposal(idea=Idea(whom="guests")), ""),
    ],
)
def test_a_draft_is_called_by_its_change_else_by_the_first_line_of_the_words(proposal: Proposal, title: str):
    assert proposal.title == title


@pytest.mark.parametrize(
    "written",
    [
        Proposal(quote=Quote(source="phone")),
        Proposal(quick_check=QuickCheck(small=False)),
        Proposal(limits=Limits(until=NOON.date())),
        Proposal(answers=RiskProfile(harm="none")),
    ],
)
def test_a_draft_is_empty_until_something_is_entered(written: Proposal):
    assert Proposal().is_empty
    assert not written.is_empty


def test_blanks_alone_are_nothing_entered():
    assert Proposal(quote=Quote(words=" \n\t ")).is_empty


def test_a_quick_check_speaks_for_the_questions_of_its_true_rows_only():
    check = QuickCheck(annoyed=True, ours=False)

    assert [name for name in NAMES if check.speaks_for(name)] == ["harm", "colleagues"]


def test_a_quick_check_that_is_all_true_speaks_for_all_fourteen_questions():
    assert all(CARD.quick_check.speaks_for(name) for name in NAMES)


@pytest.mark.parametrize(
    "given", [{"places_used": 1.5}, {"weeks": float("inf")}, {"weeks": float("nan")}, {"smal": True}]
)
def test_a_quick_check_takes_nothing_but_rows_and_whole_figures(given: dict[str, object]):
    with pytest.raises(ValidationError):
        QuickCheck.model_validate(given)


def test_a_draft_comes_back_from_its_json():
    assert Proposal.model_validate_json(CARD.model_dump_json()) == CARD
