"""A draft may be empty, is called by its change, and knows for which questions its quick check speaks."""

import pytest
from pydantic import ValidationError

from registry.domain.proposal import (
    Idea,
    Limits,
    Proposal,
    QuickCheck,
    Quote,
    accepting,
    allowing,
    asks_the_same,
    ruling_out,
    taking_back,
)
from registry.domain.risk import NAMES, RiskProfile
from registry.sentences import say
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


def test_a_lever_is_accepted_once_and_taken_back_without_a_trace():
    once = accepting(CARD, ("switch", "cap_money"))

    assert once.levers == ("switch", "cap_money")
    assert accepting(once, ("switch",)) == once
    assert taking_back(taking_back(once, "switch"), "cap_money") == CARD


def test_a_lever_that_is_not_possible_here_is_not_accepted_any_more():
    ruled_out = ruling_out(accepting(CARD, ("switch", "cap_money")), "switch")

    assert (ruled_out.levers, ruled_out.levers_not_here) == (("cap_money",), ("switch",))
    assert ruling_out(ruled_out, "switch") == ruled_out
    assert allowing(ruled_out, "switch").levers_not_here == ()


def test_a_lever_that_is_accepted_after_all_is_possible_here():
    assert accepting(ruling_out(CARD, "switch"), ("switch",)).levers_not_here == ()


def test_an_accepted_lever_makes_it_another_idea_and_a_name_or_one_that_is_not_possible_does_not():
    named = CARD.model_copy(update={"whose_idea": "Nora", "levers_not_here": ("switch",)})

    assert asks_the_same(CARD, named)
    assert not asks_the_same(CARD, accepting(CARD, ("switch",)))


def test_a_draft_kept_before_there_were_levers_still_loads():
    stored = CARD.model_dump(mode="json", exclude={"whose_idea", "levers", "levers_not_here"})

    assert Proposal.model_validate(stored) == CARD


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        (Idea(change="a card"), "We try a card."),
        (Idea(change="We send a card", whom="first orders"), "We send a card for first orders."),
        (Idea(change="a card", whom="first orders"), "We try a card for first orders."),
        (
            Idea(change="a card", signal="more of them write back."),
            "We try a card. We will know when more of them write back.",
        ),
        (
            Idea(change="a card", whom="first orders", effect="bring them back", signal="they order"),
            "We believe that a card for first orders will bring them back. We will know when they order.",
        ),
    ],
)
def test_an_idea_reads_as_a_sentence_however_much_of_it_was_written(idea: Idea, said: str):
    assert say(idea.in_one_sentence) == said
