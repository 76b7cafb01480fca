"""What lists show of each experiment: derived from its dossier, rebuilt whenever a fact is added."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.evidence import Grade
from registry.domain.experiment import Dossier, Stage, changes_on, door, experiment_code, stage
from registry.domain.facts import Learning, Withdrawal
from registry.domain.moment import Moment
from registry.domain.permission import is_allowed
from registry.domain.person import Person
from registry.domain.proposal import Voice
from registry.domain.standing import Standing, grade, standing_of
from registry.domain.waiting import alarm
from registry.store.database import Database
from registry.store.search import quotes

VISIBLE = "(:sees_all or not is_private or proposed_by = :viewer or (team = :viewers_team and team <> ''))"
"""SQL: whether the row is for the eyes of the viewer, whose values `viewing` gives."""


MORE_THAN_THERE_ARE = 10**9


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

    outcome: str | None = None
    """What people chose, or `withdrawn`."""
    grade: Grade | None = None
    standing: Standing | None = None
    """Where its learning stands; None without one."""
    promise: str = ""
    journey_stage: str = ""
    channel: str = ""
    topic: str = ""
    metric: str = ""
    """The name of the primary metric."""
    proposed_on: date
    started_on: date | None = None
    ends_on: date | None = None
    """The pilot's last day: as planned, or as it was stopped."""
    decided_on: date | None = None
    learned_on: date | None = None
    """The day of the first learning."""
    look_again: date | None = None
    has_surprise: bool = False
    has_next_step: bool = False
    has_quote: bool = False
    """Whether it began with a customer's own words."""
    has_sentence: bool = False
    """Whether its learning says what it would tell another team."""
    asks_to_look: bool = False
    """Whether its last reading passed a guardrail's margin, or says to walk back."""
    holds_quote: bool = False
    """Whether there is a quote in it, whoever said it and whenever."""

    @property
    def code(self) -> str:
        """The experiment's code, `CX-17`."""
        return experiment_code(self.experiment)


COLUMNS = ", ".join(Row.model_fields)


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
        holds_quote=bool(quotes(dossier)),
        **_learned(dossier),
    )


def _learned(dossier: Dossier) -> dict[str, Any]:
    """What is shown of *dossier* once it was tried: its outcome, what it is worth, and when it happened."""
    journey, pilot, plan = dossier.journey, dossier.pilot, dossier.plan
    quote = dossier.proposal.quote
    decision, learning, stop = dossier.decision, dossier.learning, dossier.stop
    first = next(iter(dossier.all(Learning)), None)
    withdrawn = "withdrawn" if dossier.latest(Withdrawal) is not None else None
    ends_on = None if pilot is None else pilot.until if stop is None else stop.at.date()
    return {
        "outcome": withdrawn if decision is None else str(decision.choice),
        "grade": grade(dossier),
        "standing": standing_of(dossier),
        "promise": journey.promise,
        "journey_stage": journey.stage,
        "channel": journey.channel,
        "topic": journey.topic,
        "metric": "" if plan is None or plan.primary is None else plan.primary.name,
        "proposed_on": dossier.experiment.at.date(),
        "started_on": pilot and pilot.at.date(),
        "ends_on": ends_on,
        "decided_on": decision and decision.at.date(),
        "learned_on": first and first.at.date(),
        "look_again": learning and learning.look_again,
        "has_surprise": learning is not None and bool(learning.surprised),
        "has_next_step": learning is not None and bool(learning.next_step),
        "has_quote": quote.voice is Voice.CUSTOMER and bool(quote.words),
        "has_sentence": learning is not None and bool(learning.tell_others),
        "asks_to_look": alarm(dossier) is not None,
    }


def put(db: Database, dossier: Dossier, at: Moment) -> None:
    """Write what lists show of *dossier*."""
    db.execute(
        f"insert or replace into experiment_index ({COLUMNS})"  # noqa: S608 - our own names
        f" values ({', '.join(f':{name}' for name in Row.model_fields)})",
        row_of(dossier, at).model_dump(mode="json"),
    )
    db.execute("insert or replace into renewals (experiment) values (:id)", {"id": dossier.id})


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


def every(db: Database, *, viewer: Person | None = None) -> list[Row]:
    """All experiments that *viewer* may see, last touched first."""
    return rows(db, list(Stage), limit=MORE_THAN_THERE_ARE, viewer=viewer)


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
