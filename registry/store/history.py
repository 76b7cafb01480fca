"""The history: one event for every write, in the same transaction, chained by a key outside the file.

An event seals what it wrote: it holds a keyed digest of each row, and of its own words. Its own
mark covers those digests and the mark of the event before. So a row or an event that was changed,
added or taken out behind the registry's back is found (`store/chain.py`); words that a steward
replaced are sealed anew by the event that says so.
"""

import hmac
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from registry.domain.history import Change, Event, Filters
from registry.domain.moment import Moment, moment_text
from registry.domain.person import Asking
from registry.store.database import Database, home_of, one_row
from registry.store.keys import HISTORY, key

SEALED: Mapping[str, tuple[str, ...]] = {
    "people": ("id", "name", "email", "team", "function", "roles", "subject", "left_at"),
    "organisation": ("id", "at", "by", "body"),
    "experiments": (
        "id",
        "at",
        "by",
        "team",
        "version",
        "changed_at",
        "changed_by",
        "proposal",
        "origin",
        "origin_relation",
    ),
    "facts": ("id", "experiment", "kind", "at", "by", "body"),
    "pictures": ("id", "experiment", "at", "by", "media_type", "image"),
    "policies": ("id", "at", "by", "toml"),
    "snapshots": (
        "id",
        "experiment",
        "at",
        "by",
        "file_name",
        "sha256",
        "rows",
        "first_day",
        "last_day",
        "adds_to",
        "body",
    ),
    "collections": ("id", "collection", "at", "by", "body"),
    "agreements": ("id", "at", "by", "agrees"),
    "events": ("id", "changes"),
}
"""The columns that a seal covers, by table. What can be rebuilt, and sign-ins, are not sealed."""


class Sealed(NamedTuple):
    """A row that an event wrote."""

    table: str
    id: int


class Entry(NamedTuple):
    """What an event is to say: the verb, the experiment it is about, what changed, and the rows it wrote."""

    verb: str
    experiment: int | None = None
    changes: Sequence[Change] = ()
    wrote: Sequence[Sealed] = ()


def add(db: Database, asking: Asking, entry: Entry) -> None:
    """Add an event inside the caller's transaction, and seal the rows that it wrote."""
    add_for(db, asking.person.id, asking.at, entry)


def add_for(db: Database, by: int | None, at: Moment, entry: Entry) -> None:
    """As `add`, for the person *by*; for None when this file knows nobody who did it."""
    secret = key(home_of(db), HISTORY)
    last = next(iter(list(db.query("select id, mac from events order by id desc limit 1"))), None)
    row: dict[str, Any] = {
        "id": 1 if last is None else last["id"] + 1,
        "at": moment_text(at),
        "by": by,
        "experiment": entry.experiment,
        "verb": entry.verb,
        "changes": json.dumps([change.model_dump() for change in entry.changes], ensure_ascii=False),
    }
    seals = {f"{each.table}:{each.id}": digest(db, secret, each) for each in entry.wrote}
    seals[f"events:{row['id']}"] = digest_of(secret, "events", row)
    row["seals"] = json.dumps(seals)
    row["mac"] = mac(secret, row, "" if last is None else last["mac"])
    db.execute(
        "insert into events (id, at, by, experiment, verb, changes, seals, mac)"
        " values (:id, :at, :by, :experiment, :verb, :changes, :seals, :mac)",
        row,
    )


def digest(db: Database, secret: bytes, sealed: Sealed) -> str:
    """The keyed digest of a row as it stands: without the key it tells nothing of what the row says."""
    columns = ", ".join(SEALED[sealed.table])
    sql = f"select {columns} from {sealed.table} where id = :id"  # noqa: S608 - our own names
    (row,) = db.query(sql, {"id": sealed.id})
    return digest_of(secret, sealed.table, row)


def digest_of(secret: bytes, table: str, row: Mapping[str, Any]) -> str:
    """The keyed digest of the sealed columns of *row*."""
    values = [_plain(row[column]) for column in SEALED[table]]
    text = json.dumps([table, *values], ensure_ascii=False, separators=(",", ":"))
    return hmac.new(secret, text.encode(), sha256).hexdigest()


def mac(secret: bytes, event: Mapping[str, Any], before: str) -> str:
    """The mark of an event: it covers who, when, which experiment and verb, the seals, and the mark *before*.

    The words are covered by the event's own seal, so that a steward may replace a name in them.
    """
    said = [event[name] for name in ("id", "at", "by", "experiment", "verb", "seals")]
    text = json.dumps([*said, before], ensure_ascii=False, separators=(",", ":"))
    return hmac.new(secret, text.encode(), sha256).hexdigest()


def begin(db: Database, at: Moment) -> None:
    """Seal everything that was written before there was a history; nothing where there is one already."""
    if one_row(db, "select count(*) as n from events")["n"]:
        return
    wrote = [
        Sealed(table, row["id"])
        for table in SEALED
        for row in list(db.query(f"select id from {table}"))  # noqa: S608 - our own names
    ]
    if wrote:
        add_for(db, None, at, Entry("begin_history", wrote=wrote))


READ = """
    id, at, by, experiment, verb, changes,
    (select substr(key, 8) from json_each(seals) where key like 'people:%' limit 1) as whom
"""
"""What is read of an event; of the people whose rows it wrote, the first."""

WHERE: Mapping[str, str] = {
    "person": "by = :person",
    "experiment": "experiment = :experiment",
    "verb": "verb = :verb",
    "since": "at >= :since",
    "before": "at < :before",
    "words": "says_the_words(changes)",
}
"""What each filter asks of an event."""


def events(db: Database, experiment: int) -> list[Event]:
    """What happened to one experiment, oldest first."""
    sql = f"select {READ} from events where experiment = :id order by id"  # noqa: S608 - our own names
    return [event_of(row) for row in list(db.query(sql, {"id": experiment}))]


def newest(db: Database, filters: Filters, limit: int, older_than: int | None = None) -> list[Event]:
    """The newest events that pass *filters*, newest first; only those before the event *older_than*."""
    db.register_function(_says(filters.words), deterministic=True, replace=True, name="says_the_words")
    values = filters.model_dump(mode="json")
    wanted = [condition for name, condition in WHERE.items() if values[name] not in (None, "")]
    if older_than is not None:
        wanted.append("id < :older_than")
    where = f"where {' and '.join(wanted)}" if wanted else ""
    sql = f"select {READ} from events {where} order by id desc limit :limit"  # noqa: S608 - our own names
    rows = db.query(sql, {**values, "older_than": older_than, "limit": limit})
    return [event_of(row) for row in list(rows)]


def verbs(db: Database) -> list[str]:
    """Every verb that the history tells of."""
    return [row["verb"] for row in list(db.query("select distinct verb from events order by verb"))]


def event_of(row: Mapping[str, Any]) -> Event:
    """The event in *row*."""
    return Event.model_validate({**row, "changes": json.loads(row["changes"])})


def _says(words: str) -> Callable[[str], bool]:
    """Whether every one of *words* stands in what was or is; the names of what changed do not count."""
    wanted = _folded(words).split()
    written = [json.dumps(word, ensure_ascii=False)[1:-1] for word in wanted]

    def says(changes: str) -> bool:
        folded = _folded(changes)
        # Few events hold the words at all, and taking JSON apart takes time.
        if not all(word in folded for word in written):
            return False
        texts = " ".join(each[side] for each in json.loads(folded) for side in ("before", "after"))
        return all(word in texts for word in wanted)

    return says


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _plain(value: Any) -> Any:
    return sha256(value).hexdigest() if isinstance(value, bytes) else value
