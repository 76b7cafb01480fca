"""Which experiments stand near a learning, and since when: what may make it worth another look."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from registry.domain.looking_again import Near, Touch
from registry.domain.moment import as_moment
from registry.domain.person import Person
from registry.store.database import Database

MOST = 500
"""How many learnings of a team, or of everybody, are looked through; the longest unrevised come first."""

EACH = 20
"""How many experiments of the same promise are told for one learning: the newest of them."""


def of_team(db: Database, viewer: Person) -> list[int]:
    """The experiments of *viewer* and their team that taught something."""
    rows = db.query(
        "select experiment from experiment_index"
        " where team = :team and team <> '' and learned_on is not null"
        " union"
        " select experiment from experiment_index where proposed_by = :viewer and learned_on is not null"
        " order by experiment limit :most",
        {"team": viewer.team.strip().casefold(), "viewer": viewer.id, "most": MOST},
    )
    return [row["experiment"] for row in list(rows)]


def of_everybody(db: Database, on: date) -> list[int]:
    """The experiments whose learning is to be looked at again by *on*, or has something against it."""
    rows = db.query(
        "select experiment, look_again from experiment_index where look_again <= :on"
        " union select links.experiment, look_again from links join experiment_index using (experiment)"
        " where relation = 'cites_against' and learned_on is not null"
        " order by look_again, experiment limit :most",
        {"on": on.isoformat(), "most": MOST},
    )
    return [row["experiment"] for row in list(rows)]


TOUCHING = """
with recursive
mine as (
    select experiment, promise, topic, journey_stage, (
        select max(at) from facts where facts.experiment = experiment_index.experiment and kind = 'learning'
    ) as revised_at
    from experiment_index where experiment in (select value from json_each(:ids))
),
tied as (
    select links.experiment, relation, other, (
        select max(at) from facts
        where facts.experiment = links.experiment
            and kind = iif(relation = 'helped_by', 'use', 'citation')
            and json_extract(body, iif(relation = 'helped_by', '$.learning', '$.experiment')) = other
    ) as said_at
    from links
    where relation <> 'came_from'
        and (other in (select experiment from mine) or experiment in (select experiment from mine))
),
descent (learning, other) as (
    select mine.experiment, links.experiment from mine
        join links on links.other = mine.experiment and relation = 'came_from'
    union
    select descent.learning, links.experiment from descent
        join links on links.other = descent.other and relation = 'came_from'
),
found (learning, other, near, said_at, counts_once_learned) as (
    select learning, other, 'came_from', '', true from descent
    union all
    select other, experiment, relation, said_at, relation = 'helped_by' from tied
    union all
    select experiment, other, 'against', said_at, false from tied where relation = 'cites_against'
    union all
    select mine.experiment, near.experiment, 'place', '', true
        from mine join experiment_index as near
            on near.promise = mine.promise and near.learned_on >= substr(mine.revised_at, 1, 10)
        where mine.promise <> '' and (
            near.topic = mine.topic and mine.topic <> ''
            or near.journey_stage = mine.journey_stage and mine.journey_stage <> ''
        )
),
dated as (
    select learning, other, near, iif(counts_once_learned, max(said_at, (
        select min(at) from facts where facts.experiment = other and kind = 'learning'
    )), said_at) as at
    from found where other <> learning
)
select learning, other, near, at from dated join mine on mine.experiment = learning
where at > revised_at order by learning, at desc
"""
"""What was said by a citation or a use counts from then on; the rest from the first learning on."""


def touching(db: Database, ids: Sequence[int]) -> dict[int, list[Touch]]:
    """What touched each of the learnings *ids* since its last revision, but for what resembles its words.

    An experiment that came out of it, was helped by it or serves the same promise touches it once it was
    learned from; a citation at once.
    """
    told: defaultdict[int, list[Touch]] = defaultdict(list)
    for row in list(db.query(TOUCHING, {"ids": json.dumps(list(ids))})):
        same_place = sum(each.near is Near.PLACE for each in told[row["learning"]])
        if row["near"] != Near.PLACE or same_place < EACH:
            told[row["learning"]].append(_touch(row))
    return dict(told)


def learned_at(db: Database, ids: Sequence[int]) -> dict[int, datetime]:
    """When those of *ids* that taught something did so first."""
    rows = db.query(
        "select experiment, min(at) as at from facts where kind = 'learning'"
        " and experiment in (select value from json_each(:ids)) group by experiment",
        {"ids": json.dumps(list(ids))},
    )
    return {row["experiment"]: _moment(row["at"]) for row in list(rows)}


def _touch(row: dict[str, Any]) -> Touch:
    return Touch(row["other"], Near(row["near"]), _moment(row["at"]))


def _moment(text: str) -> datetime:
    return as_moment(datetime.fromisoformat(text))
