"""Where the registry lives, and opening it."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from registry.store.database import Database, Home, opened
from registry.store.schema import create_registry

__all__ = ["Database", "Home", "create_registry", "home", "opened"]

BESIDE_THE_APP = Path(__file__).parents[2] / "data"


def home() -> Home:
    """The folder named by `REGISTRY_HOME`, else `data/` beside `app.py`."""
    named = os.environ.get("REGISTRY_HOME")
    return Home(Path(named).expanduser() if named else BESIDE_THE_APP)


@contextmanager
def registry() -> Generator[Database]:
    """A connection to the registry for one unit of work, the file made or brought up to date first."""
    here = home()
    _create_once(here)
    with opened(here) as db:
        yield db


_made: set[Path] = set()


def _create_once(here: Home) -> None:
    if here.database not in _made:
        create_registry(here)
        _made.add(here.database)
