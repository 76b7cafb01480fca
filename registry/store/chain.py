"""The history verified: every event follows from the one before, and every row stands as it was sealed.

What is found is named in sentences: the first link that is broken, and each row that somebody changed,
added or took out behind the registry's back. Events cut off at the end leave a chain that is whole;
so each backup keeps the head of its history, and the live history must contain it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from registry.domain.experiment import experiment_code
from registry.domain.sentence import Sentence, SentenceValue, sentence
from registry.store.database import Database
from registry.store.history import SEALED, digest_of, mac

RESTORE = "restore"
"""The verb of the event with which a backup took the place of what came after it."""

EVENT = "id, at, by, experiment, verb, seals, mac"

Row = Mapping[str, Any]


class Head(NamedTuple):
    """Where a history stands: how many events it has, and the mark of the last one; empty without any."""

    events: int
    mac: str


class Kept(NamedTuple):
    """The head that a backup keeps of the history it was made of."""

    backup: str
    """The name of its file."""
    at: str
    """When it was made."""
    head: Head


@dataclass
class Links:
    """What the events say, read from the first to the last."""

    events: int = 0
    broken: list[tuple[Row, int]] = field(default_factory=list[tuple[Row, int]])
    """The events that do not follow from the one before, each with the number that it should have."""
    seals: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])
    """The latest seal of each row, and the number of the event that set it."""
    marks: dict[int, str] = field(default_factory=lambda: {0: ""})
    """The marks of the events that backups ended with."""
    restores: list[Row] = field(default_factory=list[Row])


def head(db: Database) -> Head:
    """Where the history stands now."""
    last = next(iter(list(db.query("select id, mac from events order by id desc limit 1"))), None)
    return Head(0, "") if last is None else Head(last["id"], last["mac"])


def has_genuine_head(db: Database, secret: bytes) -> bool:
    """Whether the last event was written with the key *secret*: nobody else can make a head that is."""
    rows = list(db.query(f"select {EVENT} from events order by id desc limit 2"))  # noqa: S608 - our own
    if not rows:
        return True
    before = rows[1]["mac"] if len(rows) > 1 else ""
    return _worked_out(mac, secret, rows[0], before) == rows[0]["mac"]


def verify(db: Database, secret: bytes, backups: Iterable[Kept] = ()) -> list[Sentence]:
    """What is not as the history says; nothing when all is well. *secret* is the history's key.

    It reads one table after the other, so the caller holds a read transaction around it.
    """
    kept = list(backups)
    links = _links(db, secret, {each.head.events for each in kept})
    if links.events and len(links.broken) == links.events:
        # Without one link that holds, no seal means anything.
        return [sentence("found-other-key", events=links.events)]
    return [
        *_first_broken(db, links),
        *_rows(db, secret, links.seals),
        *(
            sentence("found-cut-off", backup=each.backup, day=each.at[:10], number=each.head.events)
            for each in kept
            if not _contains(links, each)
        ),
    ]


def _links(db: Database, secret: bytes, heads: set[int]) -> Links:
    links = Links()
    last, mark = 0, ""
    for event in db.query(f"select {EVENT} from events order by id"):  # noqa: S608 - our own names
        links.events += 1
        if event["id"] != last + 1 or event["mac"] != _worked_out(mac, secret, event, mark):
            links.broken.append((event, last + 1))
        elif event["verb"] == RESTORE:
            links.restores.append(event)
        last, mark = event["id"], event["mac"]
        links.seals.update((row, (seal, last)) for row, seal in _seals(event))
        if last in heads:
            links.marks[last] = mark
    return links


def _seals(event: Row) -> Iterable[tuple[str, str]]:
    try:
        return json.loads(event["seals"]).items()
    except (
        ValueError,
        AttributeError,
        RecursionError,
    ):  # somebody wrote something else there: its link is broken
        return ()


def _first_broken(db: Database, links: Links) -> Iterator[Sentence]:
    if not links.broken:
        return
    event, expected = links.broken[0]
    told: dict[str, SentenceValue] = {**_told(db, event), "more": len(links.broken) - 1}
    if event["id"] > expected:
        yield sentence("found-link-missing", missing=expected, **told)
    else:
        yield sentence("found-link-broken", **told)


def _rows(db: Database, secret: bytes, seals: dict[str, tuple[str, int]]) -> Iterator[Sentence]:
    """Every row against its latest seal; *seals* is used up."""
    for table, columns in SEALED.items():
        for row in db.query(f"select {', '.join(columns)} from {table} order by id"):  # noqa: S608 - our own
            seal, number = seals.pop(f"{table}:{row['id']}", (None, 0))
            if seal is None:
                yield sentence("found-row-unsealed", **_named(table, row))
            elif seal != _worked_out(digest_of, secret, table, row):
                event = _event(db, number)
                yield sentence("found-row-changed", **_named(table, row), **_told(db, event))
    for sealed, (_, number) in seals.items():
        table, _, lost = sealed.partition(":")
        event = _event(db, number)
        row = {"id": lost, "experiment": event["experiment"]}
        yield sentence("found-row-missing", **_named(table, row), **_told(db, event))


def _contains(links: Links, kept: Kept) -> bool:
    """Whether the history goes on from *kept*; a restore since then may have given it up."""
    return links.marks.get(kept.head.events) == kept.head.mac or any(
        restore["at"] >= kept.at for restore in links.restores
    )


def _event(db: Database, number: int) -> Row:
    (event,) = db.query(f"select {EVENT} from events where id = :number", {"number": number})  # noqa: S608
    return event


def _told(db: Database, event: Row) -> dict[str, SentenceValue]:
    """What a finding tells of an event."""
    names = [row["name"] for row in db.query("select name from people where id = :by", {"by": event["by"]})]
    return {
        "number": event["id"],
        "day": event["at"][:10],
        "verb": event["verb"],
        "by": event["by"] or 0,
        "who": names[0] if names else "?",
    }


def _named(table: str, row: Row) -> dict[str, SentenceValue]:
    """What a finding calls a row."""
    experiment = row["id"] if table == "experiments" else row.get("experiment")
    return {
        "table": table,
        "row": str(row["id"]),
        "code": "" if experiment is None else experiment_code(experiment),
        "name": row.get("name", ""),
    }


def _worked_out(digest: Callable[..., str], *given: Any) -> str | None:
    """What *digest* makes of what is *given*; None for text that is no UTF-8, which we never wrote."""
    try:
        return digest(*given)
    except UnicodeEncodeError:
        return None
