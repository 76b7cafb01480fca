"""A registry in which something was learned, thanked for and used, for what is told out into the week."""

from datetime import timedelta

from registry.domain.decision import Verdict
from registry.domain.facts import Choice, Learning
from registry.domain.moment import Moment
from registry.domain.person import Asking, Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.services import decision, learning, pilot, proposal
from registry.store.database import Database
from tests.nouns import CARD, NOON, OLGA

DAY = timedelta(days=1)


def olga(at: Moment = NOON, person: Person = OLGA) -> Asking:
    """Olga, or another *person*, asks at this moment."""
    return Asking(person=person, at=at)


def idea(change: str, words: str = "") -> Proposal:
    """A small idea that answers a customer's *words*; it reaches as far as the card does."""
    quote = Quote(words=words, source="at the counter") if words else Quote()
    return CARD.model_copy(update={"idea": Idea(change=change), "quote": quote})


def begun(db: Database, written: Proposal, at: Moment = NOON) -> int:
    """An experiment that started at this moment, for four weeks."""
    number = proposal.begin(db, olga(at), written).id
    until = (at + 28 * DAY).date()
    pilot.start(db, olga(at), number, StartingPoint(limits=Limits(until=until)))
    return number


def learned(db: Database, written: Proposal, tell_others: str, at: Moment = NOON, surprised: str = "") -> int:
    """An experiment that was started and decided at this moment, and taught what it would tell others."""
    number = begun(db, written, at)
    decision.decide(db, olga(at), number, Verdict(choice=Choice.KEEP_HERE))
    said = Learning(at=at, by=OLGA.id, tell_others=tell_others, surprised=surprised)
    learning.learn(db, olga(at), number, said)
    return number
