"""Pictures that belong to experiments."""

from registry.domain.moment import moment_text
from registry.domain.person import Asking
from registry.store.database import Database


def add(db: Database, asking: Asking, experiment: int, media_type: str, image: bytes) -> int:
    """Keep a picture; returns its id."""
    (row,) = db.query(
        "insert into pictures (experiment, at, by, media_type, image)"
        " values (:experiment, :at, :by, :media_type, :image) returning id",
        {
            "experiment": experiment,
            "at": moment_text(asking.at),
            "by": asking.person.id,
            "media_type": media_type,
            "image": image,
        },
    )
    return row["id"]


def get(db: Database, experiment: int, id: int) -> bytes | None:
    """The picture with this id, when it belongs to *experiment*."""
    sql = "select image from pictures where id = :id and experiment = :experiment"
    rows = list(db.query(sql, {"id": id, "experiment": experiment}))
    return rows[0]["image"] if rows else None
