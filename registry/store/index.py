"""What lists show of each experiment: derived from its dossier, rebuilt whenever a fact is added."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, Stage, changes_on, door, experiment_code, stage
from registry.domain.moment import Moment
from registry.domain.permission import is_allowed
from registry.domain.person import Person
from registry.store.database import Database

COLUMNS = "experiment, title, stage, door, near_hinge, changes_on, touched_at, team, proposed_by, is_private"

VISIBLE = "(:sees_all or not is_private or proposed_by = :viewer or (team = :viewers_team and team <> ''))"
"""SQL: whether the row is for the eyes of the viewer, whose values `viewing` gives."""


class Row(BaseModel):
    """One experiment in a list."""

    model_config = ConfigDict(frozen=True)

    experiment: int
    title: str
    stage: Stage
    door: Door | None
    near_hinge: bool
    changes_on: date | None
    """The day on which time alone changes the stage."""
    touched_at: Moment
    team: str
    """The team that proposed it, as it is compared: small letters, no blanks around."""
    proposed_by: int
    is_private: bool
    """Whether only its team and stewards may see it: a draft that nobody handed in."""

    @property
    def code(self) -> str:
        """The experiment's code, `CX-17`."""
        return experiment_code(self.experiment)


def row_of(dossier: Dossier, at: Moment) -> Row:
    """What lists show of *dossier* at the moment *at*."""
    last = dossier.facts[-1].at if dossier.facts else dossier.experiment.changed_at
    return Row(
        experiment=dossier.id,
        title=dossier.proposal.title,
        stage=stage(dossier, at),
        door=door(dossier),
        near_hinge=dossier.submission is not None and dossier.submission.near_hinge,
        changes_on=changes_on(dossier, at),
        touched_at=max(last, dossier.experiment.changed_at),
        team=dossier.experiment.team.strip().casefold(),
        proposed_by=dossier.experiment.by,
        is_private=dossier.is_private,
    )


def put(db: Database, dossier: Dossier, at: Moment) -> None:
    """Write what lists show of *dossier*."""
    db.execute(
        f"insert or replace into experiment_index ({COLUMNS})"  # noqa: S608 - our own names
        " values (:experiment, :title, :stage, :door,"
        " :near_hinge, :changes_on, :touched_at, :team, :proposed_by, :is_private)",
        row_of(dossier, at).model_dump(mode="json"),
    )


def viewing(viewer: Person | None) -> dict[str, Any]:
    """The values that VISIBLE asks for; without a viewer everything is visible."""
    return {
        "sees_all": viewer is None or is_allowed(viewer, "see_draft"),
        "viewer": viewer and viewer.id,
        "viewers_team": viewer and viewer.team.strip().casefold(),
    }


def rows(
    db: Database, stages: Iterable[Stage], limit: int = 500, *, viewer: Person | None = None
) -> list[Row]:
    """The experiments in these stages that *viewer* may see, last touched first."""
    found = db.query(
        f"select {COLUMNS} from experiment_index"  # noqa: S608 - our own names
        f" where stage in (select value from json_each(:stages)) and {VISIBLE}"
        " order by touched_at desc limit :limit",
        {"stages": json.dumps([str(each) for each in stages]), "limit": limit, **viewing(viewer)},
    )
    return [Row.model_validate(row) for row in list(found)]


def counts(db: Database, *, viewer: Person | None = None) -> dict[Stage, int]:
    """How many experiments that *viewer* may see stand in each stage that has any."""
    sql = f"select stage, count(*) as n from experiment_index where {VISIBLE} group by stage"  # noqa: S608
    found = db.query(sql, viewing(viewer))
    return {Stage(row["stage"]): row["n"] for row in list(found)}


def overdue(db: Database, on: date) -> list[int]:
    """The experiments whose stage time has changed since their row was written."""
    sql = "select experiment from experiment_index where changes_on <= :on"
    return [row["experiment"] for row in list(db.query(sql, {"on": on.isoformat()}))]


def by_ids(db: Database, ids: Sequence[int], *, viewer: Person | None = None) -> list[Row]:
    """The rows of those of these experiments that *viewer* may see."""
    found = db.query(
        f"select {COLUMNS} from experiment_index"  # noqa: S608 - our own names
        f" where experiment in (select value from json_each(:ids)) and {VISIBLE}",
        {"ids": json.dumps(list(ids)), **viewing(viewer)},
    )
    return [Row.model_validate(row) for row in list(found)]


def running_of(db: Database, viewer: Person, limit: int = 50) -> list[Row]:
    """What *viewer* or their team runs; the one that ends first comes first."""
    found = db.query(
        f"select {COLUMNS} from experiment_index"  # noqa: S608 - our own names
        " where stage = :running and (proposed_by = :viewer or (team = :viewers_team and team <> ''))"
        " order by changes_on, experiment limit :limit",
        {"running": Stage.RUNNING, "limit": limit, **viewing(viewer)},
    )
    return [Row.model_validate(row) for row in list(found)]
