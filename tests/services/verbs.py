"""Every verb of services that is asked by somebody: how it is asked, about what, and who may.

Whoever writes a verb adds a line here; `test_permissions.py` says when one is missing.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from registry.domain.advice import Said, Talked
from registry.domain.assessment import Door
from registry.domain.citing import Citing, Helping
from registry.domain.collection import Collection
from registry.domain.decision import Verdict
from registry.domain.experiment import experiment_code
from registry.domain.facts import Choice, Learning, Note
from registry.domain.history import Filters
from registry.domain.learning_facts import Speaks
from registry.domain.organisation import Organisation
from registry.domain.person import Asking, Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea, Proposal
from registry.domain.redaction import Redaction
from registry.domain.review import Conclusion
from registry.domain.review_facts import Outcome
from registry.domain.spelling import Sought
from registry.services import (
    advice,
    agreement,
    asked,
    backup,
    collection,
    decision,
    echo,
    history_reading,
    learning,
    organisation,
    person,
    pilot,
    policy_change,
    proposal,
    reading,
    redaction,
    review,
    sign_in,
)
from registry.services.person import add_person
from registry.store import people
from registry.store.database import Database, home_of
from tests.nouns import CARD, NOON, OLGA, PLAN, STELLA, asking
from tests.policies import next_policy
from tests.reviewing import CLEO, FINN, HOMEWORK, RAVI, RISKY, ROSA, THREE, says
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


class Verb(NamedTuple):
    """How a verb is asked, about what, by somebody who may; and how many events it writes for them."""

    ask: Callable[[Database, Asking, int], object]
    about: Callable[[Database], int]
    who_may: Person = OLGA
    events: int = 1


REFUSED: Mapping[str, Verb] = {
    "proposal.revise": Verb(lambda db, by, it: proposal.revise(db, by, it, 1, OTHER), drafted),
    "proposal.submit": Verb(proposal.submit, drafted),
    "proposal.withdraw": Verb(proposal.withdraw, drafted),
    "pilot.draw_plan": Verb(lambda db, by, it: pilot.draw_plan(db, by, it, PLAN), drafted),
    "pilot.start": Verb(lambda db, by, it: pilot.start(db, by, it, StartingPoint()), drafted),
    "pilot.note": Verb(lambda db, by, it: pilot.note(db, by, it, SEEN, small_picture()), running),
    "pilot.stop": Verb(pilot.stop, running),
    "pilot.explain_stop": Verb(lambda db, by, it: pilot.explain_stop(db, by, it, "Rain"), measured),
    "reading.plan_to_read": Verb(reading.plan_to_read, measured, events=0),
    "reading.record_reading": Verb(
        lambda db, by, it: reading.record_reading(db, by, it, "all.csv", ALL), measured
    ),
    "reading.show_result": Verb(reading.show_result, measured),
    "advice.converse": Verb(
        lambda db, by, it: advice.converse(db, by, it, Talked(function="legal", on=NOON.date())), drafted
    ),
    "advice.ask_function": Verb(lambda db, by, it: advice.ask_function(db, by, it, "law", "legal"), drafted),
    "review.make_case": Verb(lambda db, by, it: review.make_case(db, by, it, HOMEWORK), in_review),
    "review.ask_reviewer": Verb(
        lambda db, by, it: review.ask_reviewer(db, by, it, here(db, ROSA).id), in_review
    ),
    "review.review": Verb(lambda db, by, it: review.review(db, by, it, says(RAVI)), in_review, RAVI),
    "review.pass_on": Verb(lambda db, by, it: review.pass_on(db, by, it, here(db, CLEO).id), in_review, RAVI),
    "review.talk": Verb(lambda db, by, it: review.talk(db, by, it, "harm", "We met"), revealed, RAVI),
    "review.conclude": Verb(
        lambda db, by, it: review.conclude(db, by, it, Conclusion(outcome=Outcome.CLEARED)), with_case, RAVI
    ),
    "review.accept": Verb(review.accept, offered),
    "review.supply": Verb(lambda db, by, it: review.supply(db, by, it, "Two in a hundred"), awaited),
    "review.sign_door": Verb(
        lambda db, by, it: review.sign_door(db, by, it, Door.ONE_WAY, "We saw it go wrong"), revealed, RAVI
    ),
    "decision.decide": Verb(
        lambda db, by, it: decision.decide(db, by, it, Verdict(choice=Choice.KEEP_HERE)), running
    ),
    "learning.learn": Verb(lambda db, by, it: learning.learn(db, by, it, LEARNED), decided),
    "learning.use": Verb(lambda db, by, it: learning.use(db, by, it, Helping(FIRST, "So")), after_taught),
    "echo.reply": Verb(lambda db, by, it: echo.reply(db, by, it, 1, "Two of ten"), questioned),
    "collection.change": Verb(
        lambda db, by, it: collection.change(db, by, it, 1, Collection(title="Returns")), collected, OLGA
    ),
    "history_reading.history_of": Verb(history_reading.history_of, drafted, events=0),
    "history_reading.read_history": Verb(
        lambda db, by, _: history_reading.read_history(db, by, Filters()), nothing, STELLA, events=0
    ),
    "history_reading.export_history": Verb(
        lambda db, by, _: history_reading.export_history(db, by, Filters()), nothing, STELLA
    ),
    "policy_change.look_at_policy": Verb(
        lambda db, by, _: policy_change.look_at_policy(db, by, NEXT_POLICY), nothing, STELLA, events=0
    ),
    "policy_change.adopt_policy": Verb(
        lambda db, by, _: policy_change.adopt_policy(db, by, NEXT_POLICY), nothing, STELLA
    ),
    "organisation.describe": Verb(
        lambda db, by, _: organisation.describe(db, by, Organisation(places=40)), nothing, STELLA
    ),
    "person.add_person": Verb(
        lambda db, by, _: person.add_person(db, by, Person(id=0, name="New", email="new@example.org")),
        nothing,
        STELLA,
    ),
    "person.change_person": Verb(
        lambda db, by, _: person.change_person(db, by, OLGA.model_copy(update={"team": "Returns"})),
        nothing,
        STELLA,
    ),
    "sign_in.end_sign_ins": Verb(sign_in.end_sign_ins, nothing, STELLA),
    "backup.back_up": Verb(
        lambda db, by, _: backup.back_up(db, by, on_shelf(db, "another.db")), nothing, STELLA
    ),
    "backup.back_up_here": Verb(lambda db, by, _: backup.back_up_here(db, by), nothing, STELLA),
    "backup.kept": Verb(lambda db, by, _: backup.kept(db, by, most=3), backed_up, STELLA, events=0),
    "backup.take_away": Verb(lambda db, by, _: backup.take_away(db, by, "first.db"), backed_up, STELLA),
    "backup.look_at": Verb(
        lambda db, by, _: backup.look_at(db, by, on_shelf(db, "first.db"), "first.db"),
        backed_up,
        STELLA,
        events=0,
    ),
    "backup.restore": Verb(
        lambda db, by, _: backup.restore(db, by, on_shelf(db, "first.db"), "first.db"), backed_up, STELLA
    ),
    "redaction.look": Verb(lambda db, by, _: redaction.look(db, by, GONE), drafted, STELLA, events=0),
    "redaction.redact": Verb(lambda db, by, _: redaction.redact(db, by, GONE, "A slip"), drafted, STELLA),
    "redaction.redact_picture": Verb(
        lambda db, by, it: redaction.redact_picture(db, by, it, FIRST, "A face"), pictured, STELLA
    ),
}
"""Verbs that somebody of another team, without a role, is refused."""

FOR_EVERYBODY: Mapping[str, Verb] = {
    "proposal.begin": Verb(lambda db, by, _: proposal.begin(db, by, CARD), nothing),
    "advice.answer_function": Verb(
        lambda db, by, it: advice.answer_function(db, by, it, Said(question="law", answer="look")),
        asked_legal,
        RAVI,
    ),
    "asked.asked_of": Verb(lambda db, by, _: asked.asked_of(db, by), asked_legal, RAVI, events=0),
    "asked.question_of": Verb(
        lambda db, by, it: asked.question_of(db, by, experiment_code(it), "law"), asked_legal, RAVI, events=0
    ),
    "asked.answer": Verb(
        lambda db, by, it: asked.answer(db, by, it, Said(question="law", answer="look")), asked_legal, RAVI
    ),
    "review.stand_up": Verb(review.stand_up, in_review),
    "learning.cite": Verb(
        lambda db, by, it: learning.cite(db, by, it, Citing(FIRST, Speaks.FOR, "The same")), taught_later
    ),
    "echo.thank": Verb(lambda db, by, it: echo.thank(db, by, it, "Thank you"), running),
    "echo.ask": Verb(lambda db, by, it: echo.ask(db, by, it, "How did they hear of it?"), running),
    "echo.hear": Verb(lambda db, by, it: echo.hear(db, by, it, "I kept the card", "counter"), running),
    "echo.estimate_cost": Verb(lambda db, by, it: echo.estimate_cost(db, by, it, 900, "Two a card"), decided),
    "collection.collect": Verb(lambda db, by, _: collection.collect(db, by, READ_FIRST), nothing),
    "agreement.agree_to_be_named": Verb(
        lambda db, by, _: agreement.agree_to_be_named(db, by, agrees=True), nothing
    ),
}

OTHERWISE = {
    "demo.fill": "plays other verbs; refused below",
    "demo.playing.play": "plays other verbs",
    "person.steward_if_none": "part of joining",
    "recording.acting": "part of every verb",
    "recording.known": "part of every verb",
    "recording.record": "part of every verb",
    "recording.save": "part of every verb",
    "recording.tell": "part of every verb",
    "sign_in.act_as": "for a registry without sign-in, where whoever opens it is trusted",
}

VERBS = {**REFUSED, **FOR_EVERYBODY}
