"""A one-way door before its start: case, reviews, talk, outcome.

The rules are in `domain/review.py`, `reviewers.py` and `outcome.py`.
"""

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier
from registry.domain.outcome import accepted, concluded, door_signed, supplied, talked
from registry.domain.person import Asking, Person
from registry.domain.policy import Policy
from registry.domain.review import (
    Conclusion,
    Homework,
    Rating,
    ReviewRefused,
    case_made,
    reviewed,
    stood_up,
)
from registry.domain.reviewers import passed_on, reviewer_asked
from registry.services.policy import policy, policy_in
from registry.services.recording import record
from registry.store import people
from registry.store.database import Database


def make_case(db: Database, asking: Asking, id: int, said: Homework) -> Dossier:
    """Keep the case of a one-way door, complete or not yet."""
    return record(db, asking, id, "make_case", lambda dossier, asking: [case_made(dossier, asking, said)])


def stand_up(db: Database, asking: Asking, id: int) -> Dossier:
    """Who asks becomes its sponsor."""
    return record(db, asking, id, "stand_up", lambda dossier, asking: [stood_up(dossier, asking)])


def ask_reviewer(db: Database, asking: Asking, id: int, whom: int) -> Dossier:
    """Ask *whom*, a person's id, for a review. Raises ReviewRefused."""
    return record(
        db,
        asking,
        id,
        "ask_reviewer",
        lambda dossier, asking: [reviewer_asked(dossier, asking, _person(db, whom))],
    )


def pass_on(db: Database, asking: Asking, id: int, whom: int) -> Dossier:
    """Who asks cannot review it; *whom*, a person's id, is asked instead. Raises ReviewRefused."""
    return record(
        db, asking, id, "pass_on", lambda dossier, asking: [passed_on(dossier, asking, _person(db, whom))]
    )


def review(db: Database, asking: Asking, id: int, said: Rating) -> Dossier:
    """Keep a review; the one that completes the quorum reveals all ratings. Raises ReviewRefused."""
    return record(
        db,
        asking,
        id,
        "review",
        lambda dossier, asking: reviewed(dossier, asking, said, handed_in_policy(db, dossier)),
    )


def talk(db: Database, asking: Asking, id: int, question: str, words: str) -> Dossier:
    """Keep what came out of talking a question through."""
    return record(db, asking, id, "talk", lambda dossier, asking: [talked(dossier, asking, question, words)])


def conclude(db: Database, asking: Asking, id: int, said: Conclusion) -> Dossier:
    """Give the reviewers' answer. Raises ReviewRefused."""
    return record(
        db,
        asking,
        id,
        "conclude",
        lambda dossier, asking: [concluded(dossier, asking, said, handed_in_policy(db, dossier).panel)],
    )


def accept(db: Database, asking: Asking, id: int) -> Dossier:
    """The team accepts the condition under which its one-way door was cleared."""
    return record(db, asking, id, "accept", lambda dossier, asking: [accepted(dossier, asking)])


def supply(db: Database, asking: Asking, id: int, what: str) -> Dossier:
    """The team supplies the one thing that was missing."""
    return record(db, asking, id, "supply", lambda dossier, asking: [supplied(dossier, asking, what)])


def sign_door(db: Database, asking: Asking, id: int, door: Door, reason: str) -> Dossier:
    """Sign that the door is another one than the ratings make it; two functions' signatures make it so."""
    return record(
        db,
        asking,
        id,
        "sign_door",
        lambda dossier, asking: [door_signed(dossier, asking, door, reason, handed_in_policy(db, dossier))],
    )


def policy_of(dossier: Dossier) -> Policy:
    """The policy under which *dossier* was handed in."""
    submission = dossier.submission
    return policy(None if submission is None else submission.policy_version)


def handed_in_policy(db: Database, dossier: Dossier) -> Policy:
    """The policy in the registry *db* under which *dossier* was handed in."""
    submission = dossier.submission
    return policy_in(db, None if submission is None else submission.policy_version)


def _person(db: Database, id: int) -> Person:
    found = people.get(db, id)
    if found is None:
        raise ReviewRefused("review-unknown-person")
    return found
