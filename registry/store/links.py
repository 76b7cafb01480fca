"""Which experiment points at which other one: where it came from, what it cites, which learning helped it."""

import json
from collections.abc import Sequence

from registry.domain.citing import citations, uses
from registry.domain.experiment import Dossier
from registry.domain.family import Link, Tie
from registry.domain.learning_facts import Speaks
from registry.store.database import Database


def links_of(dossier: Dossier) -> set[Link]:
    """What *dossier* points at."""
    origin = dossier.experiment.origin
    came_from = set() if origin is None else {Link(dossier.id, Tie.CAME_FROM, origin.experiment)}
    ties = {Speaks.FOR: Tie.CITES_FOR, Speaks.AGAINST: Tie.CITES_AGAINST}
    cites = {Link(dossier.id, ties[each.speaks], each.experiment) for each in citations(dossier)}
    helped = {Link(dossier.id, Tie.HELPED_BY, each.learning) for each in uses(dossier)}
    return came_from | cites | helped


def put(db: Database, dossier: Dossier) -> None:
    """Write what *dossier* points at in place of what was written before."""
    db.execute("delete from links where experiment = :id", {"id": dossier.id})
    db.table("links").insert_all(
        {"experiment": each.experiment, "relation": each.tie.value, "other": each.other}
        for each in sorted(links_of(dossier))
    )


def pointing_at(db: Database, ids: Sequence[int]) -> list[Link]:
    """What points at the experiments *ids*."""
    return _links(db, "other", ids)


def pointing_from(db: Database, ids: Sequence[int]) -> list[Link]:
    """What the experiments *ids* point at."""
    return _links(db, "experiment", ids)


def helped_by(db: Database, ids: Sequence[int]) -> list[Link]:
    """Which experiments the learnings of the experiments *ids* helped; of a private draft nothing is told."""
    rows = db.query(
        "select experiment, other from links"
        " where relation = :helped_by and other in (select value from json_each(:ids))"
        " and exists (select 1 from experiment_index as helped"
        " where helped.experiment = links.experiment and not helped.is_private)"
        " order by experiment, other",
        {"helped_by": Tie.HELPED_BY, "ids": json.dumps(list(ids))},
    )
    return [Link(row["experiment"], Tie.HELPED_BY, row["other"]) for row in list(rows)]


def _links(db: Database, end: str, ids: Sequence[int]) -> list[Link]:
    rows = db.query(
        "select experiment, relation, other from links"  # noqa: S608 - our own names
        f" where {end} in (select value from json_each(:ids)) order by experiment, relation, other",
        {"ids": json.dumps(list(ids))},
    )
    return [Link(row["experiment"], Tie(row["relation"]), row["other"]) for row in list(rows)]
