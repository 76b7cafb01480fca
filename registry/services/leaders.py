"""Noting that somebody looks at what we know, so that it can say what is new to them."""

from datetime import timedelta
from typing import NamedTuple

from registry.domain.moment import Moment
from registry.domain.person import Asking
from registry.services.recording import acting
from registry.store import last_looks
from registry.store.database import Database

FIRST_VISIT = timedelta(days=30)
"""What is new to somebody who was never here."""


class Since(NamedTuple):
    """From which moment on things are new to somebody."""

    moment: Moment
    days: int
    is_first: bool
    """Whether they were never here before."""


def look(db: Database, asking: Asking) -> Since:
    """Who asks looks now; from when on things are new to them. Nobody else learns when they looked."""
    with acting(db, asking) as asked:
        before = last_looks.look(db, asked)
    return since(asking.at, before)


def since(at: Moment, before: Moment | None) -> Since:
    """From when on things are new *at* a moment to somebody who was here *before*."""
    if before is None:
        return Since(at - FIRST_VISIT, FIRST_VISIT.days, is_first=True)
    return Since(before, (at.date() - before.date()).days, is_first=False)
