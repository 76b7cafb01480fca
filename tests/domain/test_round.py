"""A round begins when a proposal is handed in as it stands; what it comes to follows from its facts alone."""

import pytest

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, Stage, door, is_cleared, stage
from registry.domain.outcome import accepted, door_signed, supplied
from registry.domain.person import Person
from registry.domain.proposal import Idea, Limits
from registry.domain.review_facts import DoorSigned, Outcome, Review
from registry.domain.submission import submitted
from tests.nouns import CARD, LATER, NOON, YARDSTICK, asking
from tests.reviewing import (
    CLEO,
    POLICY,
    RAVI,
    RISKY,
    ROSA,
    answered,
    complete,
    grown,
    handed_in,
    rated_by,
    revealed,
    talked_about,
)

ANOTHER = RISKY.model_copy(update={"idea": Idea(change="Another card")})
LASTING = "lasting"


def written(before: Dossier, proposal: object) -> Dossier:
    """The dossier after its draft was changed."""
    experiment = before.experiment.model_copy(update={"proposal": proposal})
    return before.model_copy(update={"experiment": experiment})


def submitted_again(before: Dossier) -> Dossier:
    return grown(before, submitted(before, asking(LATER), YARDSTICK))


def signed(before: Dossier, person: Person, which: Door) -> Dossier:
    return grown(before, door_signed(before, asking(person=person), which, "We know this one.", POLICY))


def test_a_changed_proposal_is_a_draft_again_and_its_next_round_begins_empty():
    changed = written(revealed(harm=LASTING), ANOTHER)
    again = submitted_again(changed)

    assert stage(changed, NOON) is Stage.DRAFT
    assert changed.round.facts == ()
    assert stage(again, NOON) is Stage.IN_REVIEW
    assert again.round.facts == ()
    assert len(again.all(Review)) == 3


def test_what_was_changed_back_stands_where_it_stood():
    before = revealed(harm=LASTING)

    assert written(written(before, ANOTHER), RISKY).round == before.round


def test_handing_the_same_in_again_keeps_its_reviews():
    before = revealed(harm=LASTING)
    later = written(before, RISKY.model_copy(update={"limits": Limits(cap="€200"), "expected": "smiles"}))

    again = submitted_again(later)

    assert len(again.round.reviews) == 3
    assert again.round.is_revealed


def test_the_same_proposal_after_another_one_is_looked_at_anew():
    there = submitted_again(written(revealed(harm=LASTING), ANOTHER))

    back = submitted_again(written(there, RISKY))

    assert back.round.facts == ()


def test_another_policy_begins_another_round():
    before = revealed(harm=LASTING)
    newer = YARDSTICK.model_copy(update={"policy": POLICY.model_copy(update={"version": 2})})

    again = grown(before, submitted(before, asking(LATER), newer))

    assert again.round.facts == ()


def test_the_second_review_of_one_person_counts_instead_of_the_first():
    twice = rated_by(rated_by(handed_in(), ROSA, harm=LASTING), ROSA, harm="none")

    (counts,) = twice.round.reviews
    assert counts.ratings.harm == "none"
    assert len(twice.all(Review)) == 2


def test_before_the_quorum_the_door_is_as_it_was_handed_in():
    two = rated_by(rated_by(handed_in(), RAVI), ROSA)

    assert not two.round.is_revealed
    assert door(two) is Door.ONE_WAY
    assert stage(two, NOON) is Stage.IN_REVIEW


def test_reviews_that_together_see_a_two_way_door_open_it():
    calm = revealed()

    assert (door(calm), stage(calm, NOON)) == (Door.TWO_WAY, Stage.CLEARED)


def test_one_missing_thing_is_supplied_and_a_rating_talked_through_opens_the_door():
    dossier = answered(complete(revealed(harm=LASTING)), Outcome.NOT_YET, "numbers", "planning")

    assert stage(dossier, NOON) is Stage.NOT_YET
    assert dossier.round.was_supplied is None
    there = grown(dossier, supplied(dossier, asking(), "Two in a hundred."))
    assert stage(there, NOON) is Stage.IN_REVIEW
    assert there.round.was_supplied == there.facts[-1]
    again = answered(there, Outcome.NOT_YET, "a date", "planning")
    assert again.round.was_supplied is None
    rated = rated_by(talked_about(there, "harm"), ROSA, harm=LASTING)
    assert (door(rated), stage(rated, NOON)) == (Door.TWO_WAY, Stage.CLEARED)


@pytest.fixture
def talked_through() -> Dossier:
    """A one-way door that all three see as one, with a whole case."""
    dossier = handed_in()
    for person in (RAVI, ROSA, CLEO):
        dossier = rated_by(dossier, person, harm=LASTING)
    return complete(dossier)


def test_cleared_is_cleared_and_stays_the_one_way_door_that_it_is(talked_through: Dossier):
    cleared = answered(talked_through, Outcome.CLEARED)

    assert (door(cleared), stage(cleared, NOON)) == (Door.ONE_WAY, Stage.CLEARED)


def test_a_condition_clears_it_when_the_team_accepts_it(talked_through: Dossier):
    offered = answered(talked_through, Outcome.CLEARED_IF, "the number stays")

    assert stage(offered, NOON) is Stage.IN_REVIEW
    agreed = grown(offered, accepted(offered, asking()))
    assert stage(agreed, NOON) is Stage.CLEARED
    assert agreed.round.offers is None


def test_a_new_rating_ends_an_offer_that_was_not_accepted(talked_through: Dossier):
    offered = answered(talked_through, Outcome.CLEARED_IF, "the number stays")

    rated = rated_by(offered, CLEO, law="serious", harm=LASTING)

    assert rated.round.offers is None
    assert not is_cleared(rated)


def test_a_new_rating_leaves_the_one_missing_thing_missing(talked_through: Dossier):
    waiting = answered(talked_through, Outcome.NOT_YET, "numbers", "planning")

    assert stage(rated_by(waiting, CLEO), NOON) is Stage.NOT_YET


def test_two_signatures_of_two_functions_make_it_another_door():
    one_way = signed(revealed(), RAVI, Door.ONE_WAY)

    assert door(one_way) is Door.TWO_WAY
    both = signed(one_way, ROSA, Door.ONE_WAY)
    assert (door(both), stage(both, NOON)) == (Door.ONE_WAY, Stage.IN_REVIEW)


def test_two_signatures_of_one_function_are_one_voice():
    lia = RAVI.model_copy(update={"id": 30, "function": " Legal"})
    four = signed(signed(rated_by(revealed_one_way(), lia), RAVI, Door.TWO_WAY), lia, Door.TWO_WAY)

    assert door(four) is Door.ONE_WAY


def revealed_one_way() -> Dossier:
    """One-way for what it does to colleagues, which reviewers may see otherwise together."""
    dossier = handed_in()
    for person in (RAVI, ROSA, CLEO):
        dossier = rated_by(dossier, person, colleagues="jobs")
    return dossier


def test_who_takes_a_signature_back_counts_no_more():
    both = signed(signed(revealed_one_way(), RAVI, Door.TWO_WAY), ROSA, Door.TWO_WAY)

    assert door(both) is Door.TWO_WAY
    assert door(signed(both, RAVI, Door.ONE_WAY)) is Door.ONE_WAY


def test_a_new_rating_ends_the_signatures_before_it():
    one = signed(revealed_one_way(), RAVI, Door.TWO_WAY)
    rated = rated_by(one, CLEO, colleagues="jobs", harm="none")

    assert door(signed(rated, ROSA, Door.TWO_WAY)) is Door.ONE_WAY
    assert rated.latest(DoorSigned) is not None


def test_a_draft_has_an_empty_round():
    assert handed_in(CARD).round.facts == ()
    assert written(handed_in(), ANOTHER).round.facts == ()
