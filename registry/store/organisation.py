"""What the organisation said about itself; every version is kept, the latest counts."""

from registry.domain.moment import moment_text
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.store.database import Database


def latest(db: Database) -> Organisation | None:
    """What the organisation last said; None before its first use."""
    rows = list(db.query("select body from organisation order by id desc limit 1"))
    return Organisation.model_validate_json(rows[0]["body"]) if rows else None


def add(db: Database, asking: Asking, organisation: Organisation) -> int:
    """Keep *organisation* as the one that counts from now on; returns the id of this version."""
    (row,) = db.query(
        "insert into organisation (at, by, body) values (:at, :by, :body) returning id",
        {"at": moment_text(asking.at), "by": asking.person.id, "body": organisation.model_dump_json()},
    )
    return row["id"]
