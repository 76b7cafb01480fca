"""What the processes in the tests of many writers do: verbs, each told of once it is safe."""

import os
from collections.abc import Callable
from itertools import count
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple

from registry.domain.decision import Verdict
from registry.domain.facts import Choice, Note
from registry.domain.person import Asking
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Idea, Proposal
from registry.domain.steps import WrongStage
from registry.services import pilot, proposal, review
from registry.services.decision import decide
from registry.services.reading import record_reading
from registry.store import experiments
from registry.store.database import Database, Home, opened
from registry.store.experiments import StaleVersion
from registry.store.schema import create_registry
from tests.nouns import NOON, OLGA, asking
from tests.reviewing import says
from tests.services.seen import SO_FAR


class Place(NamedTuple):
    """Where everybody writes: a registry, a draft in it that all revise, a pilot that all take notes of."""

    folder: Path
    draft: int
    running: int


def find_made(folders: list[Path], together: Barrier) -> None:
    """Open each registry at the same moment as the others do, made or not."""
    for folder in folders:
        together.wait()
        create_registry(Home(folder))


def write(place: Place, name: str, writes: int, told: "SimpleQueue[list[str]]") -> None:
    """Write so many times, and tell all of them at the end."""
    marks = [f"{name}-{number}" for number in range(writes)]
    for number, mark in enumerate(marks):
        _write(place, number, mark)
    told.put(marks)


def write_until_killed(place: Place, name: str, told: Path) -> None:
    """Write without an end, and tell of each write when it is safe."""
    with told.open("ab", buffering=0) as out:
        for number in count():
            _write(place, number, f"{name}-{number}")
            # One call, so that the lines of several processes never mix.
            os.write(out.fileno(), f"{name}-{number}\n".encode())


def _write(place: Place, number: int, mark: str) -> None:
    """New drafts and revisions of the draft that all revise by turns, and a note now and then."""
    with opened(Home(place.folder)) as db:
        asked = asking(click=mark)
        if number % 5 == 4:
            pilot.note(db, asked, place.running, Note(at=NOON, by=OLGA.id, words=mark))
        elif number % 2:
            proposal.begin(db, asked, Proposal(idea=Idea(change=mark)))
        else:
            while not _revised(db, asked, place.draft, mark):
                pass


def _revised(db: Database, asked: Asking, draft: int, mark: str) -> bool:
    """Whether nobody else came first."""
    seen = experiments.get(db, draft)
    idea = seen.proposal.idea.model_copy(update={"whom": mark})
    try:
        proposal.revise(db, asked, draft, seen.version, seen.proposal.model_copy(update={"idea": idea}))
    except StaleVersion:
        return False
    return True


def start(db: Database, asked: Asking, id: int) -> None:
    pilot.start(db, asked, id, StartingPoint())


def choose(db: Database, asked: Asking, id: int) -> None:
    decide(db, asked, id, Verdict(choice=Choice.TRY_BIGGER))


def review_calmly(db: Database, asked: Asking, id: int) -> None:
    """A review that worries about nothing."""
    review.review(db, asked, id, says(asked.person))


def review_with_worry(db: Database, asked: Asking, id: int) -> None:
    """A review that sees lasting harm."""
    review.review(db, asked, id, says(asked.person, harm="lasting"))


class Race(NamedTuple):
    """A step to be taken on each of these experiments, at the same moment as somebody else takes it."""

    step: Callable[[Database, Asking, int], None]
    ids: list[int]
    together: Barrier
    told: "SimpleQueue[list[bool]]"


def race(place: Place, asked: Asking, race: Race) -> None:
    """Run in *race*, and tell where the step took effect."""
    took_effect: list[bool] = []
    with opened(Home(place.folder)) as db:
        for number in race.ids:
            race.together.wait()
            try:
                race.step(db, asked, number)
            except WrongStage:
                took_effect.append(False)
            else:
                took_effect.append(True)
    race.told.put(took_effect)


def read_until_killed(folder: Path, running: int, name: str, told: Path) -> None:
    """Read file after file without an end, each in the place of the one before, and tell of each."""
    with told.open("ab", buffering=0) as out:
        for number in count():
            data = SO_FAR.model_copy(update={"sha256": f"{name}-{number}"})
            with opened(Home(folder)) as db:
                record_reading(db, asking(), running, f"{name}-{number}", data)
            os.write(out.fileno(), f"{name}-{number}\n".encode())
