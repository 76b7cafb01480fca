"""Where the registry lives, and opening it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from registry.services.home_folder import home_folder
from registry.store import people
from registry.store.database import Database, Home, opened
from registry.store.rights import can_write, is_there
from registry.store.schema import create_registry
from registry.store.soundness import check_readable

__all__ = ["Database", "Home", "create_registry", "home", "is_read_only", "opened"]


def home() -> Home:
    """The folder named by `REGISTRY_HOME`, else `data/` beside `app.py`."""
    return Home(home_folder())


def is_read_only() -> bool:
    """Whether the registry is there, and this app may read it but not write to it."""
    file = home().database
    return is_there(file) and not can_write(file)


@contextmanager
def registry() -> Generator[Database]:
    """A connection to the registry for one unit of work, the file made or brought up to date first."""
    here = home()
    _create_once(here)
    with opened(here) as db:
        yield db


@contextmanager
def kept_open() -> Generator[None]:
    """Keep the registry open while a server runs, so that SQLite's files beside it stay where they are.

    On a full disk they could not be made again, and nothing could even be read.
    """
    with registry() as db:
        people.first(db)
        yield


_made: set[Path] = set()


def _create_once(here: Home) -> None:
    if here.database in _made:
        return
    if is_read_only():
        check_readable(here.database)
        return
    create_registry(here)
    _made.add(here.database)
