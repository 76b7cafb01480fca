"""Experiments and their facts: drafts are edited in place, everything else is appended."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from registry.domain.experiment import Dossier, Experiment, Origin, UnknownExperiment, experiment_code
from registry.domain.facts import Fact
from registry.domain.moment import moment_text
from registry.domain.person import Asking
from registry.domain.proposal import Proposal
from registry.domain.recorded import Recorded
from registry.domain.sentence import Refusal
from registry.store.database import Database

FACTS: TypeAdapter[Fact] = TypeAdapter(Fact)
COLUMNS = "id, at, by, team, version, changed_at, changed_by, proposal, origin, origin_relation"


class StaleVersion(Refusal):
    """Somebody saved the same draft meanwhile."""


def add(
    db: Database, asking: Asking, proposal: Proposal, origin: Origin | None = None, team: str | None = None
) -> Experiment:
    """A new draft of *team*; without one, of the team of who asks."""
    values = {
        "token": asking.token,
        "at": moment_text(asking.at),
        "by": asking.person.id,
        "team": asking.person.team if team is None else team,
        "proposal": proposal.model_dump_json(),
        "origin": origin and origin.experiment,
        "relation": origin and origin.relation,
    }
    (made,) = db.query(
        "insert into experiments"
        " (token, at, by, team, version, changed_at, changed_by, proposal, origin, origin_relation)"
        " values (:token, :at, :by, :team, 1, :at, :by, :proposal, :origin, :relation) returning id",
        values,
    )
    return get(db, made["id"])


def get(db: Database, id: int) -> Experiment:
    """The experiment with this id. Raises UnknownExperiment when there is none."""
    rows = list(db.query(f"select {COLUMNS} from experiments where id = :id", {"id": id}))  # noqa: S608
    if not rows:
        raise UnknownExperiment("experiment-unknown", code=experiment_code(id))
    return _experiment(rows[0])


def revise(db: Database, asking: Asking, id: int, version: int, proposal: Proposal) -> Experiment:
    """Replace the draft that the caller saw as *version*. Raises StaleVersion when it moved on."""
    changed = list(
        db.query(
            "update experiments set proposal = :proposal, version = version + 1,"
            " changed_at = :at, changed_by = :by where id = :id and version = :version returning id",
            {
                "id": id,
                "version": version,
                "proposal": proposal.model_dump_json(),
                "at": moment_text(asking.at),
                "by": asking.person.id,
            },
        )
    )
    experiment = get(db, id)
    if not changed:
        raise StaleVersion("draft-stale", code=experiment_code(id))
    return experiment


def append(db: Database, asking: Asking, id: int, fact: Recorded) -> int:
    """Add one fact to an experiment; returns its id."""
    (row,) = db.query(
        "insert into facts (experiment, kind, at, by, token, body)"
        " values (:experiment, :kind, :at, :by, :token, :body) returning id",
        {
            "experiment": id,
            "kind": fact.model_dump(include={"kind"})["kind"],
            "at": moment_text(fact.at),
            "by": fact.by,
            "token": asking.token,
            "body": fact.model_dump_json(exclude={"at", "by", "kind"}),
        },
    )
    return row["id"]


def made_by(db: Database, asking: Asking) -> Experiment | None:
    """The draft that the click behind *asking* has made already."""
    rows = list(db.query("select id from experiments where token = :token", {"token": asking.token}))
    return get(db, rows[0]["id"]) if rows else None


def adopt(db: Database, person: int, team: str) -> list[int]:
    """Give *team* what its proposer wrote before they named a team; returns those experiments."""
    sql = "update experiments set team = :team where by = :person and team = '' returning id"
    return [row["id"] for row in list(db.query(sql, {"team": team, "person": person}))]


def was_recorded(db: Database, asking: Asking) -> bool:
    """Whether the click behind *asking* has recorded a fact already."""
    return bool(list(db.query("select id from facts where token = :token", {"token": asking.token})))


def dossier(db: Database, id: int) -> Dossier:
    """Everything known about one experiment. Raises UnknownExperiment when there is none."""
    return dossiers(db, [get(db, id)])[0]


def dossiers(db: Database, experiments: Sequence[Experiment]) -> list[Dossier]:
    """The dossiers of *experiments*, in their order, their facts fetched together."""
    rows = db.query(
        "select experiment, kind, at, by, body from facts"
        " where experiment in (select value from json_each(:ids)) order by id",
        {"ids": json.dumps([experiment.id for experiment in experiments])},
    )
    facts: defaultdict[int, list[Fact]] = defaultdict(list)
    for row in list(rows):
        facts[row["experiment"]].append(_fact(row))
    return [Dossier(experiment=each, facts=tuple(facts[each.id])) for each in experiments]


def dossiers_of(db: Database, ids: Sequence[int]) -> list[Dossier]:
    """The dossiers of the experiments *ids*, in their order. Raises UnknownExperiment when one is missing."""
    rows = db.query(
        f"select {COLUMNS} from experiments where id in (select value from json_each(:ids))",  # noqa: S608
        {"ids": json.dumps(list(ids))},
    )
    found = {row["id"]: _experiment(row) for row in list(rows)}
    missing = next((each for each in ids if each not in found), None)
    if missing is not None:
        raise UnknownExperiment("experiment-unknown", code=experiment_code(missing))
    return dossiers(db, [found[each] for each in ids])


def facts_of(db: Database, ids: Sequence[int], kinds: Sequence[str]) -> dict[int, tuple[Fact, ...]]:
    """Of each of the experiments *ids* its facts of these *kinds*, where a dossier would be too heavy."""
    rows = db.query(
        "select experiment, kind, at, by, body from facts"
        " where experiment in (select value from json_each(:ids))"
        " and kind in (select value from json_each(:kinds)) order by id",
        {"ids": json.dumps(list(ids)), "kinds": json.dumps(list(kinds))},
    )
    facts: defaultdict[int, list[Fact]] = defaultdict(list)
    for row in list(rows):
        facts[row["experiment"]].append(_fact(row))
    return {number: tuple(facts[number]) for number in ids}


def every(db: Database) -> list[Experiment]:
    """All experiments, oldest first."""
    return [_experiment(row) for row in list(db.query(f"select {COLUMNS} from experiments order by id"))]  # noqa: S608


def descendants(db: Database, id: int) -> list[Experiment]:
    """The experiments that came out of this one."""
    sql = f"select {COLUMNS} from experiments where origin = :id order by id"  # noqa: S608
    return [_experiment(row) for row in list(db.query(sql, {"id": id}))]


def _experiment(row: dict[str, Any]) -> Experiment:
    origin = row.pop("origin")
    relation = row.pop("origin_relation")
    proposal = Proposal.model_validate_json(row.pop("proposal"))
    return Experiment(
        **row,
        proposal=proposal,
        origin=None if origin is None else Origin(experiment=origin, relation=relation),
    )


def _fact(row: dict[str, Any]) -> Fact:
    return FACTS.validate_python(
        {"kind": row["kind"], "at": row["at"], "by": row["by"], **json.loads(row["body"])}
    )
