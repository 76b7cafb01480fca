"""People's rows."""

from registry.domain.person import Person
from registry.store.database import Database

LOCAL_EMAIL = "local@localhost"


def local_person(db: Database) -> Person | None:
    """The one person of a registry without sign-in, once somebody has opened it."""
    return _first(
        db, "select id, name, email, team, function from people where email = :email", {"email": LOCAL_EMAIL}
    )


def get(db: Database, id: int) -> Person | None:
    """The person with this id."""
    return _first(db, "select id, name, email, team, function from people where id = :id", {"id": id})


def add(db: Database, name: str, email: str, team: str = "", function: str = "") -> Person:
    """A new person."""
    (row,) = db.query(
        "insert into people (name, email, team, function) values (:name, :email, :team, :function)"
        " returning id, name, email, team, function",
        {"name": name, "email": email, "team": team, "function": function},
    )
    return Person.model_validate(row)


def names(db: Database) -> dict[int, str]:
    """Everybody's name by id."""
    return {row["id"]: row["name"] for row in db.query("select id, name from people")}


def _first(db: Database, sql: str, values: dict[str, object]) -> Person | None:
    rows = list(db.query(sql, values))
    return Person.model_validate(rows[0]) if rows else None
