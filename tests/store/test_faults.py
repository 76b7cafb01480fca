"""What is wrong with file or disk is told in one sentence; nothing is half saved, and a later save works."""

import resource
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta

import pytest
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.experiment import Experiment
from registry.domain.pilot import StartingPoint
from registry.sentences import say
from registry.services import pilot
from registry.services.check import check
from registry.services.experiment import follow_time
from registry.services.home import is_read_only, kept_open, registry
from registry.services.proposal import begin
from registry.store import experiments
from registry.store.chain import head
from registry.store.database import Database, Home, RegistryRefused, connect, opened
from tests.limited import limited
from tests.nouns import CARD, NOON, asking
from tests.store.tampering import LEARNED


@pytest.fixture
def lived(lived: Home) -> Iterator[Home]:
    """The registry with a short history; it may be written again afterwards."""
    yield lived
    lived.folder.chmod(0o700)


def refused(do: Callable[[], object]) -> str:
    """The id of the sentence with which *do* is refused; the sentence can be said."""
    with pytest.raises(RegistryRefused) as refusal:
        do()
    assert say(refusal.value.sentence)
    return refusal.value.sentence.id


@contextmanager
def full_disk(db: Database, _home: Home) -> Generator[None]:
    """The file may not grow by one page."""
    (pages,) = db.execute("pragma page_count").fetchone()
    db.execute(f"pragma max_page_count = {pages}")
    yield


@contextmanager
def failing_disk(_db: Database, _home: Home) -> Generator[None]:
    """The system refuses to write beyond the first bytes of any file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def busy(db: Database, home: Home) -> Generator[None]:
    """Another program, that knows nothing of our lock, holds the file."""
    other = connect(home.database)
    other.execute("begin immediate")
    db.execute("pragma busy_timeout = 0")
    yield
    other.rollback()
    other.close()


@contextmanager
def damaged(_db: Database, home: Home) -> Generator[None]:
    """Every page but the first is overwritten, and later as it was."""
    whole = home.database.read_bytes()
    home.database.write_bytes(whole[:4_096] + b"\xff" * (len(whole) - 4_096))
    yield
    home.database.write_bytes(whole)


FAULTS: dict[str, Callable[[Database, Home], AbstractContextManager[None]]] = {
    "fault-full": full_disk,
    "fault-disk": failing_disk,
    "fault-busy": busy,
    "fault-damaged": damaged,
}


@pytest.mark.parametrize("told", FAULTS)
def test_a_fault_is_told_and_once_it_is_over_the_same_save_works(lived: Home, told: str):
    long = CARD.model_copy(update={"quote": CARD.quote.model_copy(update={"words": "Thank you. " * 400})})

    with opened(lived) as db, FAULTS[told](db, lived):
        refusal = refused(lambda: begin(db, asking(), long))
    with opened(lived) as db:
        before = (len(experiments.every(db)), head(db).events)
        begin(db, asking(), long)
        after = (len(experiments.every(db)), head(db).events)

    assert refusal == told
    assert (before, after) == ((2, LEARNED), (3, LEARNED + 1))
    assert check(NOON).findings == ()


def test_while_a_server_keeps_it_open_a_registry_can_be_read_on_a_disk_that_takes_nothing(
    lived: Home, db: Database
):
    def read() -> int:
        with registry() as own:
            return len(experiments.every(own))

    with failing_disk(db, lived):
        refusal = refused(read)
    with kept_open(), failing_disk(db, lived):
        there = read()

    assert (refusal, there) == ("fault-disk", 2)


def test_an_error_that_is_no_fault_of_file_or_disk_passes_as_it_is(lived: Home):
    with opened(lived) as db, pytest.raises(sqlite3.OperationalError, match="no such table"):
        db.execute("select 1 from nowhere")


def folder_only(home: Home) -> None:
    home.folder.chmod(0o500)


def file_only(home: Home) -> None:
    home.database.chmod(0o400)


def lock_only(home: Home) -> None:
    home.database.with_suffix(".lock").chmod(0o400)


def all_of_it(home: Home) -> None:
    file_only(home)
    folder_only(home)


def after_a_kill(home: Home) -> None:
    """A log with a save in it, and its index, are left beside the file, as a killed process leaves them."""
    with opened(home) as db:
        begin(db, asking(), CARD)
        left = {each: each.read_bytes() for each in home.folder.glob("registry.db*")}
    for file, content in left.items():
        file.write_bytes(content)
    all_of_it(home)


PROTECTED = [(folder_only, 2), (file_only, 2), (lock_only, 2), (all_of_it, 2), (after_a_kill, 3)]
"""Ways in which a registry may be read-only, and how many experiments are in it then."""


@pytest.mark.parametrize(("protect", "there"), PROTECTED)
def test_a_registry_that_may_not_be_written_can_be_read_and_says_so(
    lived: Home, protect: Callable[[Home], None], there: int
):
    protect(lived)

    def visit() -> tuple[bool, list[Experiment], str]:
        with registry() as db:
            return is_read_only(), experiments.every(db), refused(lambda: begin(db, asking(), CARD))

    is_told, read, refusal = limited(visit)

    assert is_told
    assert len(read) == there
    assert refusal == "fault-read-only"


def test_lists_that_time_has_changed_are_refused_like_any_save(lived: Home):
    with registry() as db:
        draft = begin(db, asking(), CARD).id
        pilot.start(db, asking(), draft, StartingPoint())
    all_of_it(lived)

    def visit() -> str:
        with registry() as db:
            return refused(lambda: follow_time(db, NOON + timedelta(days=300)))

    assert limited(visit) == "fault-read-only"


def test_a_registry_that_can_be_written_is_not_read_only(lived: Home):
    assert not limited(is_read_only)
    with registry():
        assert not limited(is_read_only)


def test_an_older_registry_that_may_not_be_written_cannot_be_opened(lived: Home):
    with sqlite3.connect(lived.database) as file:
        file.execute("pragma user_version = 1")
    file.close()
    all_of_it(lived)

    def visit() -> str:
        return refused(lambda: registry().__enter__())

    assert limited(visit) == "server-older-read-only"
