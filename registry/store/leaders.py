"""What the leaders' page looks up besides lists: what is new, what is on its way, what is asked."""

import json
from collections.abc import Iterable

from registry.domain.experiment import Dossier, Stage
from registry.domain.moment import Moment, moment_text
from registry.domain.person import Person
from registry.store import experiments
from registry.store.database import Database
from registry.store.index import VISIBLE, viewing

ON_THEIR_WAY = json.dumps([Stage.IN_REVIEW, Stage.NOT_YET])

ASKED = """
    (select count(*) from facts where facts.experiment = e.experiment and kind = 'question')
    > (select count(distinct json_extract(body, '$.question')) from facts
       where facts.experiment = e.experiment and kind = 'reply')
"""
"""SQL: whether there is a question that nobody has answered."""


def since(db: Database, kind: str, ids: Iterable[int], moment: Moment) -> frozenset[int]:
    """Those of the experiments *ids* to which a fact of this *kind* was added after *moment*."""
    rows = db.query(
        "select distinct experiment from facts where kind = :kind and at > :since"
        " and experiment in (select value from json_each(:ids))",
        {"kind": kind, "since": moment_text(moment), "ids": json.dumps(list(ids))},
    )
    return frozenset(row["experiment"] for row in list(rows))


def on_their_way(db: Database, viewer: Person) -> list[Dossier]:
    """The one-way doors that were handed in and are not cleared, as far as *viewer* may see them."""
    sql = (
        "select experiment from experiment_index"  # noqa: S608 - our own words
        f" where stage in (select value from json_each(:stages)) and {VISIBLE} order by experiment"
    )
    rows = db.query(sql, {"stages": ON_THEIR_WAY, **viewing(viewer)})
    return experiments.dossiers_of(db, [row["experiment"] for row in list(rows)])


def asked(db: Database, viewer: Person) -> list[int]:
    """The experiments with a question that nobody has answered, the longest asked first."""
    sql = (
        "select experiment from experiment_index as e"  # noqa: S608 - our own words
        f" where {ASKED} and {VISIBLE}"
        " order by (select max(id) from facts where facts.experiment = e.experiment and kind = 'question')"
    )
    return [row["experiment"] for row in list(db.query(sql, viewing(viewer)))]
