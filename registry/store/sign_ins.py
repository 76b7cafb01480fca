"""Sign-ins: one row for each, found by the digest of the ticket that the browser keeps."""

from typing import Any

from registry.domain.moment import Moment, moment_text
from registry.domain.sign_in import SignIn
from registry.store.database import Database

COLUMNS = "id, person, since, seen, ended"


def get(db: Database, ticket: str) -> SignIn | None:
    """The sign-in that *ticket*, a digest, belongs to; None when it belongs to none."""
    rows = list(
        db.query(f"select {COLUMNS} from sign_ins where ticket = :ticket", {"ticket": ticket})  # noqa: S608
    )
    return SignIn.model_validate(rows[0]) if rows else None


def account(db: Database, person: int) -> str | None:
    """What the sign-in provider calls *person*; None for who never signed in."""
    rows = list(db.query("select subject from people where id = :person", {"person": person}))
    return rows[0]["subject"] if rows else None


def put(db: Database, ticket: str, person: int, at: Moment) -> None:
    """A sign-in that begins now; a ticket that was used before begins anew."""
    db.execute(
        "insert into sign_ins (ticket, person, since, seen) values (:ticket, :person, :at, :at)"
        " on conflict (ticket) do update set person = :person, since = :at, seen = :at, ended = null",
        {"ticket": ticket, "person": person, "at": moment_text(at)},
    )


def saw(db: Database, id: int, at: Moment) -> None:
    """Something was asked in it."""
    db.execute("update sign_ins set seen = :at where id = :id", _at(at, id=id))


def act_as(db: Database, id: int, person: int) -> None:
    """From now on it is *person* who asks."""
    db.execute("update sign_ins set person = :person where id = :id", {"person": person, "id": id})


def end(db: Database, id: int, at: Moment) -> None:
    """It counts no more."""
    db.execute("update sign_ins set ended = :at where id = :id and ended is null", _at(at, id=id))


def end_all(db: Database, person: int, at: Moment) -> None:
    """All of somebody's sign-ins count no more."""
    sql = "update sign_ins set ended = :at where person = :person and ended is null"
    db.execute(sql, _at(at, person=person))


def forget(db: Database, before: Moment) -> None:
    """Take out what began before that moment: its ticket is too old to count anyway."""
    db.execute("delete from sign_ins where since < :at", _at(before))


def _at(at: Moment, **values: Any) -> dict[str, Any]:
    return {"at": moment_text(at), **values}
