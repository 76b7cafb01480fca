"""What differs is named leaf by leaf; what two people changed is put together without losing any of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from registry.domain.difference import Difference, differences, leaves, merged
from registry.domain.facts import Learning
from registry.domain.organisation import Organisation
from registry.domain.proposal import Idea, Limits, Move, Proposal, QuickCheck, Quote, Voice
from registry.domain.risk import NAMES, AtMost, PercentOfRevenue, RiskProfile
from tests.nouns import CARD, NOON

PETTY_CASH = PercentOfRevenue(percent_of_revenue=0.01)

texts = st.sampled_from(("", "a card", "a call", "two lines\nof it"))
truths = st.sampled_from((None, True, False))
proposals = st.builds(
    Proposal,
    quote=st.builds(Quote, words=texts, voice=st.sampled_from(Voice), source=texts),
    move=st.sampled_from((None, *Move)),
    idea=st.builds(Idea, change=texts, whom=texts, effect=texts, signal=texts),
    quick_check=st.builds(
        QuickCheck,
        small=truths,
        annoyed=truths,
        places_used=st.sampled_from((None, 2)),
        weeks=st.sampled_from((None, 4.0)),
    ),
    answers=st.builds(
        RiskProfile,
        exposure=st.sampled_from((None, 0, 12.5)),
        undo_cost=st.sampled_from((None, PETTY_CASH, AtMost(at_most=PETTY_CASH))),
        harm=st.sampled_from((None, "none", AtMost(at_most="none"), "lasting")),
    ),
    limits=st.builds(Limits, until=st.sampled_from((None, date(2026, 3, 30))), cap=texts),
    expected=texts,
)


def said(before: BaseModel, after: BaseModel) -> list[tuple[str, object, object]]:
    """Every difference as field, before, after."""
    return [(each.field, each.before, each.after) for each in differences(before, after)]


@pytest.mark.parametrize(
    ("changed", "field", "before", "after"),
    [
        ({"idea": Idea(change="A call", whom="first orders", effect="they come back")}, "idea.change",
         "A handwritten card in the parcel", "A call"),
        ({"move": Move.STOP}, "move", None, Move.STOP),
        ({"limits": Limits(until=date(2026, 3, 30))}, "limits.until", None, date(2026, 3, 30)),
        ({"answers": RiskProfile(exposure=12.5)}, "answers.exposure", None, 12.5),
        ({"expected": "One in ten"}, "expected", "", "One in ten"),
    ],
)  # fmt: skip
def test_a_change_is_named_by_its_dotted_path(
    changed: dict[str, object], field: str, before: object, after: object
):
    assert said(CARD, CARD.model_copy(update=changed)) == [(field, before, after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("day", AtMost(at_most="week")),
        (AtMost(at_most="day"), AtMost(at_most="week")),
        (AtMost(at_most="day"), None),
    ],
)
def test_an_answer_is_compared_as_a_whole_whatever_it_is(before: object, after: object):
    one, other = RiskProfile().with_answer("undo_time", before), RiskProfile().with_answer("undo_time", after)

    assert said(one, other) == [("undo_time", before, after)]


def test_a_share_of_the_revenue_is_one_value_too():
    more = PercentOfRevenue(percent_of_revenue=0.05)

    found = differences(RiskProfile(undo_cost=PETTY_CASH), RiskProfile(undo_cost=more))

    assert found == (Difference(field="undo_cost", before=PETTY_CASH, after=more),)


def test_a_list_is_compared_as_a_whole():
    one = Learning(at=NOON, by=1, hard_to_see=("winter", "few guests"))
    other = one.model_copy(update={"hard_to_see": ("winter",)})

    assert said(one, other) == [("hard_to_see", ("winter", "few guests"), ("winter",))]


def test_the_leaves_of_a_proposal_are_the_fields_of_its_parts_in_their_order():
    names = list(leaves(CARD))

    assert names[:5] == ["quote.words", "quote.voice", "quote.source", "move", "idea.change"]
    assert [name for name in names if name.startswith("answers.")] == [f"answers.{each}" for each in NAMES]


@given(proposals, proposals)
def test_nothing_differs_where_nothing_was_changed_and_else_each_way_tells_the_other(
    one: Proposal, other: Proposal
):
    there = said(one, other)

    assert said(one, one) == []
    assert bool(there) is (one != other)
    assert said(other, one) == [(field, after, before) for field, before, after in there]


@given(proposals, proposals)
def test_who_alone_changed_something_has_all_of_it_merged(base: Proposal, changed: Proposal):
    assert merged(base, base, changed) == changed
    assert merged(base, changed, base) == changed
    assert merged(base, changed, changed) == changed


@given(proposals, proposals, proposals)
def test_merging_loses_nothing_of_mine_and_of_theirs_only_what_i_changed_too(
    base: Proposal, mine: Proposal, theirs: Proposal
):
    together = leaves(merged(base, mine, theirs))

    changed_by_me = {each.field: each.after for each in differences(base, mine)}
    changed_by_them = {each.field: each.after for each in differences(base, theirs)}
    assert together == {**leaves(base), **changed_by_them, **changed_by_me}


@given(proposals, proposals, proposals)
def test_what_is_merged_is_a_proposal_that_could_be_kept(base: Proposal, mine: Proposal, theirs: Proposal):
    together = merged(base, mine, theirs)

    assert Proposal.model_validate_json(together.model_dump_json()) == together


def test_halves_that_do_not_fit_together_are_refused_by_the_noun_itself():
    class Span(BaseModel):
        """A noun with a rule about two of its fields."""

        first: int
        last: int

        def model_post_init(self, _: object) -> None:
            if self.first > self.last:
                raise ValueError("it ends before it begins")

    with pytest.raises(ValueError, match="ends before"):
        merged(Span(first=3, last=5), Span(first=5, last=5), Span(first=3, last=3))


def test_other_nouns_are_compared_the_same_way():
    assert said(Organisation(places=40), Organisation(places=41, currency="£")) == [
        ("currency", "€", "£"),
        ("places", 40, 41),
    ]
