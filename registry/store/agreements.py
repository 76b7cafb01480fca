"""Who agreed to be named where they are thanked; nobody is until they say so, and they may take it back."""

from registry.domain.moment import moment_text
from registry.domain.person import Asking
from registry.store.database import Database


def add(db: Database, asking: Asking, *, agrees: bool) -> int:
    """Keep what who asks says about being named, from now on; returns its id."""
    (row,) = db.query(
        "insert into agreements (at, by, token, agrees) values (:at, :by, :token, :agrees) returning id",
        {
            "at": moment_text(asking.at),
            "by": asking.person.id,
            "token": asking.token,
            "agrees": int(agrees),
        },
    )
    return row["id"]


def was_added(db: Database, asking: Asking) -> bool:
    """Whether the click behind *asking* was answered already."""
    return bool(list(db.query("select id from agreements where token = :token", {"token": asking.token})))


def agreed(db: Database) -> frozenset[int]:
    """The people who agree to be named, as of now; who has left could not take it back, and is not named."""
    return frozenset(named(db))


def named(db: Database) -> dict[int, str]:
    """The names of those who agree to be named, as of now, in their order."""
    rows = db.query(
        "select id, name from people where left_at is null and id in"
        " (select by from agreements where agrees and id in (select max(id) from agreements group by by))"
        " order by name collate nocase, id"
    )
    return {row["id"]: row["name"] for row in list(rows)}
