"""Policies that the organisation wrote for itself; each stays as it was adopted, the latest is in force."""

from registry.domain.moment import moment_text
from registry.domain.person import Asking
from registry.domain.policy import Adopted
from registry.store.database import Database, Home, opened

COLUMNS = "id as version, at, by, toml"


def every(db: Database) -> list[Adopted]:
    """All of them, oldest first."""
    rows = db.query(f"select {COLUMNS} from policies order by id")  # noqa: S608 - our own names
    return [Adopted.model_validate(row) for row in list(rows)]


def every_in(home: Home) -> list[Adopted]:
    """All of those in the registry of *home*; none in one that an older app made."""
    with opened(home) as db:
        return every(db) if "policies" in db.table_names() else []


def made_by(db: Database, asking: Asking) -> Adopted | None:
    """The one that the click behind *asking* has adopted already."""
    sql = f"select {COLUMNS} from policies where token = :token"  # noqa: S608 - our own names
    rows = list(db.query(sql, {"token": asking.token}))
    return Adopted.model_validate(rows[0]) if rows else None


def add(db: Database, asking: Asking, version: int, toml: str) -> Adopted:
    """Keep *toml* as the policy of that *version*."""
    (row,) = db.query(
        f"insert into policies (id, at, by, token, toml)"  # noqa: S608 - our own names
        f" values (:version, :at, :by, :token, :toml) returning {COLUMNS}",
        {
            "version": version,
            "at": moment_text(asking.at),
            "by": asking.person.id,
            "token": asking.token,
            "toml": toml,
        },
    )
    return Adopted.model_validate(row)
