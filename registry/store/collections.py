"""Reading lists: every revision is kept, the latest counts."""

from typing import Any

from registry.domain.collection import Collection, CollectionRefused, Kept
from registry.domain.moment import moment_text
from registry.domain.person import Asking
from registry.store.database import Database, one_row

REVISION = (
    "select id as revision, collection as id, at, by, body,"
    " (select by from collections as first where first.collection = collections.collection"
    " order by first.id limit 1) as maker from collections"
)
LATEST = REVISION + " where id in (select max(id) from collections group by collection)"  # noqa: S608 - our own


def add(db: Database, asking: Asking, collection: Collection, id: int | None = None) -> Kept:
    """Keep *collection* as a new one, or as the latest revision of the one called *id*."""
    number = id or one_row(db, "select coalesce(max(collection), 0) + 1 as next from collections")["next"]
    (row,) = db.query(
        "insert into collections (collection, at, by, token, body)"
        " values (:number, :at, :by, :token, :body) returning id",
        {
            "number": number,
            "at": moment_text(asking.at),
            "by": asking.person.id,
            "token": asking.token,
            "body": collection.model_dump_json(),
        },
    )
    (kept,) = db.query(f"{REVISION} where id = :id", row)
    return _kept(kept)


def made_by(db: Database, asking: Asking) -> Kept | None:
    """The revision that the click behind *asking* has made already."""
    rows = list(db.query(f"{REVISION} where token = :token", {"token": asking.token}))
    return _kept(rows[0]) if rows else None


def get(db: Database, id: int) -> Kept:
    """The latest revision of a reading list. Raises CollectionRefused when there is none of this number."""
    rows = list(db.query(f"{LATEST} and collection = :id", {"id": id}))
    if not rows:
        raise CollectionRefused("collection-unknown")
    return _kept(rows[0])


def every(db: Database) -> list[Kept]:
    """All reading lists in their latest revisions, the last changed first."""
    return [_kept(row) for row in list(db.query(f"{LATEST} order by revision desc"))]


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(collection=Collection.model_validate_json(row.pop("body")), **row)
