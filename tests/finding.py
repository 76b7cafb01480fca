"""Experiments to be found, and what a search for words finds."""

from collections.abc import Sequence
from datetime import datetime

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning
from registry.domain.finding import Wanted
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.recorded import Recorded
from registry.store import experiments, finding, index, search
from registry.store.database import Database, writing
from tests.nouns import NOON, OLGA, asking, pilot


def found(db: Database, text: str, *, viewer: Person | None = None) -> list[int]:
    """The experiments that *viewer* finds with the words of *text*, in their order."""
    answer = finding.find(db, Wanted(words=text), viewer=viewer)
    return [hit.row.experiment for hit in answer.hits]


def keep(db: Database, change: str, *, words: str = "", learning: str = "", started: bool = True) -> int:
    """Keep an experiment with these words, in the lists and the search."""
    facts: list[Recorded] = [pilot()] if started else []
    if learning:
        facts.append(Learning(at=NOON, by=OLGA.id, tell_others=learning))
    return keep_proposal(db, Proposal(idea=Idea(change=change), quote=Quote(words=words)), facts)


def keep_proposal(
    db: Database,
    proposal: Proposal,
    facts: Sequence[Recorded] = (),
    at: datetime = NOON,
    team: str = "Parcels",
) -> int:
    """Keep *proposal* with *facts*, in the lists and the search."""
    with writing(db):
        number = experiments.add(db, asking(at), proposal, team=team).id
        for fact in facts:
            experiments.append(db, asking(), number, fact)
        put(db, experiments.dossier(db, number))
        return number


def put(db: Database, dossier: Dossier) -> None:
    """Bring the lists and the search up to date with *dossier*."""
    search.put(db, dossier)
    index.put(db, dossier, NOON)
