"""What each file of a pilot's data was reduced to: one row for every reading, appended and never changed."""

from typing import Any

from registry.domain.moment import moment_text
from registry.domain.snapshot import Days, Snapshot
from registry.store.database import Database

COLUMNS = "id, experiment, at, by, file_name, sha256, rows, first_day, last_day, adds_to, body"


def add(db: Database, snapshot: Snapshot) -> int:
    """Keep *snapshot*; returns its id, whatever number it had before."""
    days = snapshot.days
    (row,) = db.query(
        "insert into snapshots"
        " (experiment, at, by, file_name, sha256, rows, first_day, last_day, adds_to, body)"
        " values (:experiment, :at, :by, :file_name, :sha256, :rows, :first_day, :last_day, :adds_to, :body)"
        " returning id",
        {
            **snapshot.model_dump(exclude={"id", "at", "days"}),
            "at": moment_text(snapshot.at),
            "first_day": None if days is None else days.first.isoformat(),
            "last_day": None if days is None else days.last.isoformat(),
        },
    )
    return row["id"]


def chain(db: Database, id: int) -> list[Snapshot]:
    """The snapshot with this id and all whose days it adds to, the earliest days first."""
    line = (
        "select id, adds_to from snapshots where id = :id union"
        " select snapshots.id, snapshots.adds_to from snapshots join line on snapshots.id = line.adds_to"
    )
    rows = db.query(
        f"with recursive line (id, adds_to) as ({line})"  # noqa: S608 - our own names
        f" select {COLUMNS} from snapshots where id in (select id from line) order by id",
        {"id": id},
    )
    return [snapshot_of(row) for row in list(rows)]


def of_experiment(db: Database, experiment: int) -> list[Snapshot]:
    """All snapshots of an experiment's data, oldest first."""
    sql = f"select {COLUMNS} from snapshots where experiment = :id order by id"  # noqa: S608 - our own names
    return [snapshot_of(row) for row in list(db.query(sql, {"id": experiment}))]


def snapshot_of(row: dict[str, Any]) -> Snapshot:
    """The snapshot in *row*."""
    first, last = row.pop("first_day"), row.pop("last_day")
    days = None if first is None else Days(first=first, last=last)
    return Snapshot.model_validate({**row, "days": days})
