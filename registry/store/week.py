"""What is told out into the week: of experiments that were handed in, for a whole room; never of a draft."""

import json
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import get_args

from registry.domain.anniversary import Milestone, Reached, days_between
from registry.domain.experiment import Stage
from registry.domain.facts import Fact, Thanks
from registry.domain.huddle import Candidate
from registry.store.database import Database

MILESTONES = {
    Milestone.STARTED: "started_on",
    Milestone.ENDED: "ends_on",
    Milestone.LEARNED: "learned_on",
}


MOST = 500
"""The latest candidates for one part of the card; older ones have had their turns."""

KINDS = [fact.model_fields["kind"].default for fact in get_args(get_args(Fact)[0])]
"""Every kind of fact: named, so that the index of kinds and days finds those of the last days."""


def stories(db: Database, day: date) -> list[Candidate]:
    """Experiments that began with a customer's words and were decided; while there are none, started ones."""
    return _candidates(db, "decided_on", "has_quote", day) or _candidates(db, "started_on", "has_quote", day)


def learnings(db: Database, day: date) -> list[Candidate]:
    """Experiments whose learning says what it would tell another team."""
    return _candidates(db, "learned_on", "has_sentence", day)


def _candidates(db: Database, column: str, having: str, day: date) -> list[Candidate]:
    rows = db.query(
        f"select {column} as since, experiment from experiment_index"  # noqa: S608 - our own names
        f" where {having} and not is_private and {column} <= :day"
        f" order by {column} desc, experiment desc limit {MOST}",
        {"day": day.isoformat()},
    )
    return [Candidate(date.fromisoformat(row["since"]), row["experiment"]) for row in list(rows)]


def thanks(db: Database, first: date, last: date) -> dict[int, tuple[int, Thanks]]:
    """The latest thanks from *first* to *last* by the ids of their facts, each with its experiment."""
    rows = db.query(
        "select facts.id, facts.experiment, at, by, body from facts"
        " join experiment_index on experiment_index.experiment = facts.experiment"
        " where kind = 'thanks' and at >= :first and at < :after and not is_private"
        " order by at desc limit :most",
        {"first": first.isoformat(), "after": (last + timedelta(days=1)).isoformat(), "most": MOST},
    )
    return {
        row["id"]: (
            row["experiment"],
            Thanks.model_validate({"at": row["at"], "by": row["by"], **json.loads(row["body"])}),
        )
        for row in reversed(list(rows))
    }


def reached(db: Database, first: date, last: date) -> list[Reached]:
    """The milestones that experiments reached on the days of the year from *first* to *last*, in any year."""
    days = {day.isoformat()[5:] for day in days_between(first, last)}
    # Where a year has no 29th of February, the 28th stands in for it.
    days |= {"02-29"} if "02-28" in days else set()
    return [found for each, column in MILESTONES.items() for found in _reached(db, each, column, days)]


def _reached(db: Database, milestone: Milestone, column: str, days: Collection[str]) -> list[Reached]:
    rows = db.query(
        f"select experiment, {column} as day from experiment_index"  # noqa: S608 - our own names
        f" where substr({column}, 6) in (select value from json_each(:days)) and not is_private"
        " order by experiment",
        {"days": json.dumps(sorted(days))},
    )
    return [Reached(row["experiment"], milestone, date.fromisoformat(row["day"])) for row in list(rows)]


def touched(db: Database, since: date) -> list[int]:
    """The experiments to which a fact was added on the day *since* or later."""
    rows = db.query(
        "select distinct facts.experiment from facts"
        " join experiment_index on experiment_index.experiment = facts.experiment"
        " where kind in (select value from json_each(:kinds)) and at >= :since and not is_private"
        " order by facts.experiment",
        {"kinds": json.dumps(KINDS), "since": since.isoformat()},
    )
    return [row["experiment"] for row in list(rows)]


def unsettled(db: Database, stages: Sequence[Stage], on: date) -> list[int]:
    """The experiments whose row says one of *stages*, and those that time alone has moved until *on*."""
    rows = db.query(
        "select experiment from experiment_index where not is_private"
        " and (stage in (select value from json_each(:stages)) or changes_on <= :on) order by experiment",
        {"stages": json.dumps([str(each) for each in stages]), "on": on.isoformat()},
    )
    return [row["experiment"] for row in list(rows)]
