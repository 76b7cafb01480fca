"""When somebody was last on the leaders' page: for their own eyes, and no part of the history."""

from datetime import datetime, timedelta

from registry.domain.moment import Moment, as_moment, moment_text
from registry.domain.person import Asking
from registry.store.database import Database

SAME_VISIT = timedelta(hours=1)
"""Whoever comes back sooner is still on the same visit."""


def look(db: Database, asking: Asking) -> Moment | None:
    """Note that who asks looks now; returns when they looked on the visit before, None on their first."""
    rows = list(
        db.query("select before, latest from last_looks where person = :person", {"person": asking.person.id})
    )
    before = rows[0]["before"] if rows else None
    if rows and asking.at - _moment(rows[0]["latest"]) >= SAME_VISIT:
        before = rows[0]["latest"]
    db.execute(
        "insert into last_looks (person, before, latest) values (:person, :before, :at)"
        " on conflict (person) do update set before = :before, latest = :at",
        {"person": asking.person.id, "before": before, "at": moment_text(asking.at)},
    )
    return None if before is None else _moment(before)


def _moment(text: str) -> Moment:
    return as_moment(datetime.fromisoformat(text))
