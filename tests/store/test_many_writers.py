"""The registry under people who write at the same time, and under processes that are killed."""

import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import ModuleType

import pytest

from registry.domain.facts import Decision, Note, Pilot
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint
from registry.domain.proposal import Proposal
from registry.domain.review_facts import PanelFound, Review
from registry.services.check import check
from registry.services.person import add_person
from registry.services.pilot import start as start_pilot
from registry.services.proposal import begin, submit
from registry.store import experiments, history
from registry.store.database import Database, Home, opened, writing
from tests.nouns import CARD, NOON, OLGA, STELLA, asking
from tests.reviewing import CLEO, FINN, RISKY
from tests.store import writer
from tests.store.writer import Place, Race

WRITERS, WRITES = 8, 200
ROUNDS = 20
AT_ONCE = 3
"""How many write while one of them is killed."""

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.store.writer"])


def run(*targets: tuple[Callable[..., None], tuple[object, ...]]) -> list[int | None]:
    """Let each target run in a process of its own, all at once; returns how they ended."""
    started = [processes.Process(target=target, args=args) for target, args in targets]
    for each in started:
        each.start()
    for each in started:
        each.join()
    return [each.exitcode for each in started]


@pytest.fixture(autouse=True)
def no_page_as_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test of a page leaves that page as `__main__`, and each new process would run it once more."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture
def place(home: Home, db: Database, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A registry with a draft that all revise and a pilot that all take notes of."""
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    running = begin(db, asking(), CARD).id
    start_pilot(db, asking(), running, StartingPoint())
    return Place(home.folder, begin(db, asking(), Proposal()).id, running)


def kept(place: Place) -> Counter[str]:
    """How often each write stands in the registry."""
    with opened(Home(place.folder)) as db:
        begun = [each.proposal.title for each in experiments.every(db)]
        noted = [note.words for note in experiments.dossier(db, place.running).all(Note)]
        edits = [event for event in history.events(db, place.draft) if event.verb == "edit"]
    revised = [change.after for event in edits for change in event.changes]
    assert [change.before for event in edits for change in event.changes] == ["", *revised][: len(revised)]
    return Counter(mark for mark in (*begun, *noted, *revised) if mark.startswith("writer-"))


def test_processes_that_start_together_on_a_fresh_file_all_find_it_made(tmp_path: Path):
    folders = [tmp_path / f"start-{number}" for number in range(12)]
    together = processes.Barrier(4)

    ended = run(*[(writer.find_made, (folders, together))] * 4)

    assert ended == [0] * 4
    for folder in folders:
        with opened(Home(folder)) as db:
            assert experiments.every(db) == []


def test_no_write_of_eight_processes_is_lost_or_doubled(place: Place):
    told = processes.SimpleQueue()
    names = [f"writer-{number}" for number in range(WRITERS)]

    ended = run(*[(writer.write, (place, name, WRITES, told)) for name in names])

    # Whoever failed told nothing, and waiting for it would never end.
    assert ended == [0] * WRITERS
    said = [mark for _ in names for mark in told.get()]
    assert len(said) == WRITERS * WRITES
    assert kept(place) == Counter(said)
    assert check(NOON).findings == ()


@pytest.mark.parametrize("step", [writer.start, writer.choose])
def test_of_two_who_act_at_the_same_moment_exactly_one_takes_effect(
    place: Place, db: Database, step: Callable[[Database, object, int], None]
):
    ids = [begin(db, asking(), CARD).id for _ in range(ROUNDS)]
    if step is writer.choose:
        for number in ids:
            writer.start(db, asking(), number)
    race = Race(step, ids, processes.Barrier(2), processes.SimpleQueue())

    ended = run(*[(writer.race, (place, asking(person=person), race)) for person in (OLGA, STELLA)])

    assert ended == [0, 0]
    one, other = race.told.get(), race.told.get()
    assert [a + b for a, b in zip(one, other, strict=True)] == [1] * ROUNDS
    kind = Pilot if step is writer.start else Decision
    assert [len(experiments.dossier(db, number).all(kind)) for number in ids] == [1] * ROUNDS
    follow_ups = [len(experiments.descendants(db, number)) for number in ids]
    assert follow_ups == [int(step is writer.choose)] * ROUNDS
    assert check(NOON).findings == ()


def test_two_who_complete_the_quorum_at_the_same_moment_are_both_heard_and_it_is_revealed_once(
    place: Place, db: Database, ravi: Person, rosa: Person
):
    cleo, finn = (add_person(db, asking(person=STELLA), each) for each in (CLEO, FINN))
    ids = [begin(db, asking(), RISKY).id for _ in range(ROUNDS)]
    for number in ids:
        submit(db, asking(), number)
        writer.review_with_worry(db, asking(person=ravi), number)
        writer.review_with_worry(db, asking(person=finn), number)
    race = Race(writer.review_with_worry, ids, processes.Barrier(2), processes.SimpleQueue())

    ended = run(*[(writer.race, (place, asking(person=person), race)) for person in (rosa, cleo)])

    assert ended == [0, 0]
    for number in ids:
        dossier = experiments.dossier(db, number)
        reviews, (found,) = dossier.all(Review), dossier.all(PanelFound)
        assert Counter(each.by for each in reviews) == Counter(
            {ravi.id: 1, finn.id: 1, rosa.id: 1, cleo.id: 1}
        )
        assert [each.after_reveal for each in reviews] == [False] * 4
        assert dossier.facts.index(found) > dossier.facts.index(reviews[-1])
        assert found.profile.harm == "lasting"
    assert check(NOON).findings == ()


def test_of_two_who_review_at_the_moment_it_opens_none_is_lost(
    place: Place, db: Database, ravi: Person, rosa: Person
):
    cleo, finn = (add_person(db, asking(person=STELLA), each) for each in (CLEO, FINN))
    ids = [begin(db, asking(), RISKY).id for _ in range(ROUNDS)]
    for number in ids:
        submit(db, asking(), number)
        writer.review_calmly(db, asking(person=ravi), number)
        writer.review_calmly(db, asking(person=rosa), number)
    race = Race(writer.review_calmly, ids, processes.Barrier(2), processes.SimpleQueue())

    ended = run(*[(writer.race, (place, asking(person=person), race)) for person in (cleo, finn)])

    assert ended == [0, 0]
    one, other = race.told.get(), race.told.get()
    for number, *took_effect in zip(ids, one, other, strict=True):
        dossier = experiments.dossier(db, number)
        # Whoever came after the door had opened was told so; no review is half kept.
        assert len(dossier.all(Review)) == 2 + sum(took_effect)
        assert len(dossier.all(PanelFound)) == 1
        assert dossier.round.is_revealed
    assert check(NOON).findings == ()


def test_no_read_modify_write_of_eight_threads_is_lost(home: Home, db: Database):
    with writing(db):
        number = experiments.add(db, asking(), Proposal()).id

    def edit() -> None:
        for _ in range(30):
            with opened(home) as own, writing(own):
                seen = experiments.get(own, number)
                experiments.revise(own, asking(), number, seen.version, CARD)

    threads = [Thread(target=edit) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert experiments.get(db, number).version == 1 + 8 * 30


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.soak)])
def test_killed_writers_lose_nothing_they_told_and_leave_a_registry_that_is_whole(
    place: Place, tmp_path: Path, kills: int
):
    told, chance = tmp_path / "told", random.Random(kills)  # noqa: S311 - when to kill is no secret
    names = [f"writer-{number}" for number in range(kills + AT_ONCE)]
    writers = {
        name: processes.Process(target=writer.write_until_killed, args=(place, name, told), daemon=True)
        for name in names
    }

    for each in names[:AT_ONCE]:
        writers[each].start()
    for victim, successor in zip(names, [*names[AT_ONCE:], *names[:AT_ONCE]], strict=True):
        wait_until(lambda mark=f"{victim}-2": mark in lines(told))
        time.sleep(chance.uniform(0, 0.03))
        writers[victim].kill()
        writers[victim].join()
        if not writers[successor].pid:
            writers[successor].start()

    safe, stands = lines(told), kept(place)
    assert len(safe) >= 3 * kills
    assert {mark: stands[mark] for mark in safe} == dict.fromkeys(safe, 1)
    assert set(stands.values()) == {1}
    assert check(NOON).findings == ()


def lines(file: Path) -> list[str]:
    """The lines of *file* that have their end; a killed process may leave a piece of one."""
    return file.read_text(encoding="utf-8").split("\n")[:-1] if file.exists() else []


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "The writers did not begin."
        time.sleep(0.02)
