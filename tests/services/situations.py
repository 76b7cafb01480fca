"""Situations in which verbs are asked: each makes one in the registry, and gives its number."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from registry.domain.collection import Collection
from registry.domain.decision import Verdict
from registry.domain.facts import Choice, Learning, Note
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea, Proposal
from registry.domain.redaction import Redaction
from registry.domain.review import Conclusion
from registry.domain.review_facts import Outcome
from registry.domain.spelling import Sought
from registry.services import (
    advice,
    backup,
    collection,
    decision,
    echo,
    learning,
    pilot,
    proposal,
    reading,
    review,
)
from registry.services.person import add_person
from registry.store import people
from registry.store.database import Database, home_of
from tests.nouns import CARD, NOON, OLGA, PLAN, STELLA, asking
from tests.policies import next_policy
from tests.reviewing import FINN, HOMEWORK, RAVI, RISKY, THREE, says
from tests.services.seen import SO_FAR

OTHER = Proposal(idea=Idea(change="Something else"))
SEEN = Note(at=NOON, by=OLGA.id, words="Guests smile")
NEXT_POLICY = next_policy()
GONE = Redaction(sought=Sought(words="handwritten"), instead="drawn")
FIRST = 1
ALL = SO_FAR.model_copy(update={"sha256": "a" * 64})
READ_FIRST = Collection(title="Read these first")
LEARNED = Learning(at=NOON, by=OLGA.id, tell_others="Cards work")


def drafted(db: Database) -> int:
    return proposal.begin(db, asking(), CARD).id


def running(db: Database) -> int:
    number = drafted(db)
    pilot.start(db, asking(), number, StartingPoint())
    return number


def measured(db: Database) -> int:
    """A pilot with numbers that was stopped, after its data had been read while it ran."""
    number = drafted(db)
    pilot.draw_plan(db, asking(), number, PLAN)
    pilot.start(db, asking(), number, StartingPoint())
    reading.record_reading(db, asking(), number, "so-far.csv", SO_FAR)
    pilot.stop(db, asking(), number)
    return number


def decided(db: Database) -> int:
    number = running(db)
    decision.decide(db, asking(), number, Verdict(choice=Choice.KEEP_HERE))
    return number


def taught(db: Database) -> int:
    number = decided(db)
    learning.learn(db, asking(), number, LEARNED)
    return number


def after_taught(db: Database) -> int:
    taught(db)
    return drafted(db)


def taught_later(db: Database) -> int:
    running(db)
    return taught(db)


def questioned(db: Database) -> int:
    number = running(db)
    echo.ask(db, asking(), number, "How many wrote back?")
    return number


def collected(db: Database) -> int:
    return collection.collect(db, asking(), READ_FIRST).id


def listing(db: Database) -> int:
    """A reading list beside something that could stand on it."""
    running(db)
    return collected(db)


def here(db: Database, person: Person) -> Person:
    """*person* as the registry knows them, who joins it now if they were not here yet."""
    found = people.by_email(db, person.email)
    return found or add_person(db, asking(person=STELLA), person)


def asked_legal(db: Database) -> int:
    """A draft about which legal was asked one question."""
    number = drafted(db)
    here(db, RAVI)
    advice.ask_function(db, asking(), number, "law", "Legal")
    return number


def in_review(db: Database) -> int:
    """A one-way door that was handed in; Ravi was asked for a review, and all reviewers are here."""
    number = proposal.begin(db, asking(), RISKY).id
    proposal.submit(db, asking(), number)
    known = [here(db, person) for person in (*THREE, FINN)]
    review.ask_reviewer(db, asking(), number, known[0].id)
    return number


def revealed(db: Database) -> int:
    """A one-way door whose reviews are in: each says that it could do lasting harm."""
    number = in_review(db)
    for each in THREE:
        review.review(db, asking(person=here(db, each)), number, says(each, harm="lasting"))
    return number


def with_case(db: Database) -> int:
    number = revealed(db)
    review.make_case(db, asking(), number, HOMEWORK)
    review.stand_up(db, asking(), number)
    return number


def offered(db: Database) -> int:
    """A one-way door that the reviewers clear under a condition."""
    number = with_case(db)
    said = Conclusion(outcome=Outcome.CLEARED_IF, what="The number stays")
    review.conclude(db, asking(person=here(db, RAVI)), number, said)
    return number


def awaited(db: Database) -> int:
    """A one-way door that lacks one thing."""
    number = revealed(db)
    said = Conclusion(outcome=Outcome.NOT_YET, what="How many", who="planning")
    review.conclude(db, asking(person=here(db, RAVI)), number, said)
    return number


def nothing(_: Database) -> int:
    return OLGA.id


def small_picture() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (4, 4), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def pictured(db: Database) -> int:
    number = running(db)
    pilot.note(db, asking(), number, SEEN, small_picture())
    return number


def backed_up(db: Database) -> int:
    backup.back_up(db, asking(person=STELLA), on_shelf(db, "first.db"))
    return OLGA.id


def on_shelf(db: Database, name: str) -> Path:
    shelf = home_of(db).backups
    shelf.mkdir(exist_ok=True)
    return shelf / name
