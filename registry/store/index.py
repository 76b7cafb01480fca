"""What lists show of each experiment: derived from its dossier, rebuilt whenever a fact is added."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, Stage, changes_on, door, experiment_code, stage
from registry.domain.moment import Moment
from registry.store.database import Database


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
    )


def put(db: Database, dossier: Dossier, at: Moment) -> None:
    """Write what lists show of *dossier*."""
    db.execute(
        "insert into experiment_index (experiment, title, stage, door, near_hinge, changes_on, touched_at)"
        " values (:experiment, :title, :stage, :door, :near_hinge, :changes_on, :touched_at)"
        " on conflict (experiment) do update set title = :title, stage = :stage, door = :door,"
        " near_hinge = :near_hinge, changes_on = :changes_on, touched_at = :touched_at",
        row_of(dossier, at).model_dump(mode="json"),
    )


def rows(db: Database, stages: Iterable[Stage], limit: int = 500) -> list[Row]:
    """The experiments in these stages, last touched first."""
    found = db.query(
        "select experiment, title, stage, door, near_hinge, changes_on, touched_at from experiment_index"
        " where stage in (select value from json_each(:stages)) order by touched_at desc limit :limit",
        {"stages": json.dumps([str(each) for each in stages]), "limit": limit},
    )
    return [Row.model_validate(row) for row in list(found)]


def counts(db: Database) -> dict[Stage, int]:
    """How many experiments stand in each stage that has any."""
    found = db.query("select stage, count(*) as n from experiment_index group by stage")
    return {Stage(row["stage"]): row["n"] for row in list(found)}


def overdue(db: Database, on: date) -> list[int]:
    """The experiments whose stage time has changed since their row was written."""
    sql = "select experiment from experiment_index where changes_on <= :on"
    return [row["experiment"] for row in list(db.query(sql, {"on": on.isoformat()}))]


def by_ids(db: Database, ids: Sequence[int]) -> list[Row]:
    """The rows of these experiments."""
    found = db.query(
        "select experiment, title, stage, door, near_hinge, changes_on, touched_at from experiment_index"
        " where experiment in (select value from json_each(:ids))",
        {"ids": json.dumps(list(ids))},
    )
    return [Row.model_validate(row) for row in list(found)]
