"""The family of an experiment in the registry: who is in it, nearest first, and how they hang together."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from registry.domain.experiment import Relation
from registry.domain.family import DESCENT, Line, Link, family_tree
from registry.domain.person import Person
from registry.store import index, links
from registry.store.database import Database
from registry.store.index import Row

MOST = 60
"""How many experiments a tree shows; the nearest are chosen."""

COUNTED = 500
"""How many are counted in each direction."""


class Family(NamedTuple):
    """The family of one experiment, as far as somebody may see it."""

    lines: tuple[Line, ...]
    rows: Mapping[int, Row]
    """What lists show of each experiment in it."""
    relations: Mapping[int, Relation]
    """How each came out of the one it came from, where it did."""
    left_out: int
    """How many more belong to it that are further away."""


def family_of(db: Database, focus: int, viewer: Person, most: int = MOST) -> Family:
    """The family of *focus* as *viewer* may see it: without drafts of other teams, and what lies behind."""
    rows = {row.experiment: row for row in index.by_ids(db, [focus], viewer=viewer)}
    distances = {focus: 0}
    for is_up in (True, False):
        distances = {**_walked(db, focus, viewer, rows, is_up=is_up), **distances}
    # What cites it, and what it cites, is shown after the family.
    around = _ends(links.pointing_from(db, [focus]) + links.pointing_at(db, [focus]))
    _seen(db, [each for each in around if each not in rows], viewer, rows)
    nearest = sorted(rows, key=lambda each: (distances.get(each, COUNTED), each))
    shown = set(nearest[:most])
    between = [each for each in links.pointing_from(db, sorted(shown)) if each.other in shown]
    return Family(
        lines=family_tree(focus, between),
        rows={each: rows[each] for each in shown},
        relations=_relations(db, sorted(shown)),
        left_out=len(nearest) - len(shown),
    )


def _walked(db: Database, focus: int, viewer: Person, rows: dict[int, Row], *, is_up: bool) -> dict[int, int]:
    """How many steps away each ancestor is, or each descendant; their rows are added to *rows*."""
    distances, frontier = {focus: 0}, [focus]
    while frontier and len(distances) < COUNTED:
        found = links.pointing_from(db, frontier) if is_up else links.pointing_at(db, frontier)
        ends = [each.other if is_up else each.experiment for each in found if each.tie in DESCENT]
        steps = distances[frontier[0]] + 1
        frontier = _seen(db, [each for each in dict.fromkeys(ends) if each not in distances], viewer, rows)
        distances |= dict.fromkeys(frontier, steps)
    return distances


def _seen(db: Database, ids: Sequence[int], viewer: Person, rows: dict[int, Row]) -> list[int]:
    """Those of *ids* that *viewer* may see; their rows are added to *rows*."""
    found = {row.experiment: row for row in index.by_ids(db, ids, viewer=viewer)}
    rows |= found
    return [each for each in ids if each in found]


def _ends(found: Sequence[Link]) -> list[int]:
    return list(dict.fromkeys(end for each in found for end in (each.experiment, each.other)))


def _relations(db: Database, ids: Sequence[int]) -> dict[int, Relation]:
    rows = db.query(
        "select id, origin_relation from experiments where origin is not null"
        " and id in (select value from json_each(:ids))",
        {"ids": json.dumps(list(ids))},
    )
    return {row["id"]: Relation(row["origin_relation"]) for row in list(rows)}
