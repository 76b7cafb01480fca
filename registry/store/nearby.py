"""Which experiments stand near a learning, and since when: what may make it worth another look."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from registry.domain.experiment import Dossier
from registry.domain.journey import Journey
from registry.domain.looking_again import Near, Touch
from registry.domain.moment import as_moment
from registry.domain.person import Person
from registry.store.database import Database
from registry.store.index import viewing

MOST = 500
"""How many learnings of a team, or of everybody, are looked through; the longest unrevised come first."""

EACH = 20
"""How many experiments of one promise and topic, or promise and stage, are told: the newest of them."""


def of_team(db: Database, viewer: Person) -> list[int]:
    """The experiments of *viewer* and their team that taught something."""
    rows = db.query(
        "select experiment from experiment_index"
        " where team = :viewers_team and team <> '' and learned_on is not null"
        " union"
        " select experiment from experiment_index where proposed_by = :viewer and learned_on is not null"
        " order by experiment limit :most",
        {"most": MOST, **viewing(viewer)},
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


TIED = """
with recursive
mine as materialized (
    select value as experiment,
        (select max(at) from facts where facts.experiment = value and kind = 'learning') as revised_at
    from json_each(:ids)
),
tied as (
    select mine.experiment as learning, links.experiment as other, relation as near,
        links.experiment as said_by, links.other as of_which
        from mine join links on links.other = mine.experiment where relation <> 'came_from'
    union all
    select mine.experiment, links.other, 'against', links.experiment, links.other
        from mine join links using (experiment) where relation = 'cites_against'
),
descent (learning, other) as (
    select mine.experiment, links.experiment from mine
        join links on links.other = mine.experiment and relation = 'came_from'
    union
    select descent.learning, links.experiment from descent
        join links on links.other = descent.other and relation = 'came_from'
),
said as (
    select learning, other, near, (
        select max(at) from facts
        where facts.experiment = said_by and kind = iif(near = 'helped_by', 'use', 'citation')
            and json_extract(body, iif(near = 'helped_by', '$.learning', '$.experiment')) = of_which
    ) as said_at from tied
    union all
    select learning, other, 'came_from', '' from descent
),
dated as (
    select learning, other, near, iif(near in ('came_from', 'helped_by'), max(said_at, (
        select min(at) from facts where facts.experiment = other and kind = 'learning'
    )), said_at) as at
    from said where other <> learning
)
select learning, other, near, at from dated join mine on mine.experiment = learning
where at > revised_at order by learning, at
"""
"""What was said by a citation or a use counts from then on; descendants from their first learning on."""


def tied(db: Database, ids: Sequence[int]) -> dict[int, list[Touch]]:
    """What touched each of the learnings *ids* since its last revision, as the links between them tell.

    An experiment that came out of it or was helped by it touches it once it was learned from; a citation
    at once.
    """
    told: defaultdict[int, list[Touch]] = defaultdict(list)
    for row in list(db.query(TIED, {"ids": json.dumps(list(ids))})):
        told[row["learning"]].append(Touch(row["other"], Near(row["near"]), _moment(row["at"])))
    return dict(told)


def of_same_promise(db: Database, dossiers: Sequence[Dossier]) -> dict[int, list[Touch]]:
    """What was learned for the same promise, at the same stage or on the same topic as each of *dossiers*.

    Of each such place the EACH newest are told.
    """
    places = {each.id: _places(each.journey) for each in dossiers}
    newest = {place: _newest(db, place) for place in sorted(set().union(*places.values()))}
    taught = learned_at(db, sorted(set().union(*newest.values())))
    return {
        number: [
            Touch(other, Near.PLACE, taught[other])
            for other in dict.fromkeys(each for place in sorted(mine) for each in newest[place])
            if other != number
        ]
        for number, mine in places.items()
    }


def _places(journey: Journey) -> set[tuple[str, str, str]]:
    """The places of *journey* that another experiment may share: promise, column, and what stands in it."""
    told = (("topic", journey.topic), ("journey_stage", journey.stage))
    return {(journey.promise, column, said) for column, said in told if journey.promise and said}


def _newest(db: Database, place: tuple[str, str, str]) -> list[int]:
    promise, column, said = place
    rows = db.query(
        "select experiment from experiment_index"  # noqa: S608 - our own names
        f" where promise = :promise and {column} = :said and learned_on is not null"
        " order by learned_on desc, experiment desc limit :each",
        {"promise": promise, "said": said, "each": EACH},
    )
    return [row["experiment"] for row in list(rows)]


def learned_at(db: Database, ids: Sequence[int]) -> dict[int, datetime]:
    """When those of *ids* that taught something did so first."""
    rows = db.query(
        "select experiment, min(at) as at from facts where kind = 'learning'"
        " and experiment in (select value from json_each(:ids)) group by experiment",
        {"ids": json.dumps(list(ids))},
    )
    return {row["experiment"]: _moment(row["at"]) for row in list(rows)}


def _moment(text: str) -> datetime:
    return as_moment(datetime.fromisoformat(text))
