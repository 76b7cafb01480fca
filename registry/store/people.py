"""People's rows."""

import json
from typing import Any

from registry.domain.moment import moment_text
from registry.domain.person import Asking, Person
from registry.store.database import Database

COLUMNS = "id, name, email, team, function, roles, left_at"


def first(db: Database) -> Person | None:
    """The person who has been here longest; None in a registry that nobody has opened yet."""
    return _first(db, f"select {COLUMNS} from people order by id limit 1", {})  # noqa: S608


def get(db: Database, id: int) -> Person | None:
    """The person with this id."""
    return _first(db, f"select {COLUMNS} from people where id = :id", {"id": id})  # noqa: S608


def by_email(db: Database, email: str) -> Person | None:
    """The person with this address, however its letters are written."""
    sql = f"select {COLUMNS} from people where email = :email collate nocase"  # noqa: S608
    return _first(db, sql, {"email": email.strip()})


def by_subject(db: Database, subject: str) -> Person | None:
    """The person whom the sign-in provider calls *subject*."""
    sql = f"select {COLUMNS} from people where subject = :subject"  # noqa: S608
    return _first(db, sql, {"subject": subject})


def with_subject(db: Database) -> list[Person]:
    """Everybody whom the sign-in provider has a name for."""
    rows = db.query(f"select {COLUMNS} from people where subject is not null order by id")  # noqa: S608
    return [_person(row) for row in list(rows)]


def everybody(db: Database) -> list[Person]:
    """Everybody, by name."""
    rows = db.query(f"select {COLUMNS} from people order by name collate nocase, id")  # noqa: S608
    return [_person(row) for row in list(rows)]


def add(db: Database, name: str, email: str, team: str = "", function: str = "") -> Person:
    """A new person, without any role."""
    (row,) = db.query(
        "insert into people (name, email, team, function)"  # noqa: S608 - our own names
        " values (:name, :email, :team, :function)"
        f" returning {COLUMNS}",
        {"name": name, "email": email, "team": team, "function": function},
    )
    return _person(row)


def change(db: Database, asking: Asking, person: Person) -> None:
    """Keep *person* as they are from now on."""
    db.execute(
        "update people set name = :name, email = :email, team = :team, function = :function, roles = :roles,"
        " left_at = case when :has_left then coalesce(left_at, :at) end where id = :id",
        {
            **person.model_dump(exclude={"roles"}),
            "roles": json.dumps(sorted(person.roles)),
            "at": moment_text(asking.at),
        },
    )


def connect(db: Database, id: int, subject: str) -> None:
    """Remember what the sign-in provider calls this person."""
    db.execute("update people set subject = :subject where id = :id", {"id": id, "subject": subject})


def names(db: Database) -> dict[int, str]:
    """Everybody's name by id."""
    return {row["id"]: row["name"] for row in db.query("select id, name from people")}


def _first(db: Database, sql: str, values: dict[str, object]) -> Person | None:
    rows = list(db.query(sql, values))
    return _person(rows[0]) if rows else None


def _person(row: dict[str, Any]) -> Person:
    roles, left_at = json.loads(row.pop("roles")), row.pop("left_at")
    return Person(**row, roles=frozenset(roles), has_left=left_at is not None)
