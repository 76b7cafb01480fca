"""Whether a registry's file is whole: its header, its pages, its tables, and its numbers."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.sentence import Sentence, sentence
from registry.store.database import APPLICATION_ID, Database, RegistryRefused, connect_to_read, one_row
from registry.store.faults import DAMAGED, fault_of
from registry.store.schema import migrations, newest_version

MOST = 20
"""How many faults of one kind SQLite is asked to tell: a damaged page has hundreds."""

NUMBERED = ("experiments", "facts", "snapshots", "collections", "agreements")
"""Tables from which nothing is ever taken out, so that their numbers have no gap."""


FOREIGN = sentence("found-foreign")
UNREADABLE = {
    "found-foreign": "registry-foreign",
    "found-newer": "registry-newer",
    "found-older": "server-older-read-only",
}
"""What is said where such a file cannot be opened."""


@contextmanager
def snapshot(file: Path, *, is_finished: bool = False) -> Generator[Database]:
    """*file* as it is at one moment, only for reading, while others may write.

    Raises RegistryRefused when it cannot be read so far.
    """
    db = connect_to_read(file, is_finished=is_finished)
    try:
        # A byte that somebody changed may be no UTF-8; it is read all the same, and then found.
        db.conn.text_factory = lambda raw: raw.decode(errors="surrogateescape")
        db.execute("begin")
        yield db
    except sqlite3.Error as error:
        raise RegistryRefused("found-unreadable", problem=str(error)) from error
    finally:
        db.close()


def strangeness(db: Database) -> Sentence | None:
    """Why the file is not one that this app reads: another program's, or of another version; else None."""
    if one_row(db, "pragma application_id")["application_id"] != APPLICATION_ID:
        return FOREIGN
    version, newest = one_row(db, "pragma user_version")["user_version"], newest_version()
    if version == newest:
        return None
    return sentence("found-older" if version < newest else "found-newer", version=version, newest=newest)


def check_sound(file: Path) -> None:
    """Raise RegistryRefused when *file* is another program's, or damaged. An empty one is yet to be made."""
    try:
        with snapshot(file) as db:
            if strangeness(db) == FOREIGN and db.table_names():
                raise RegistryRefused("registry-foreign", file=file.name)
            found = next(_broken(db), None)
    except RegistryRefused as refusal:
        if refusal.sentence.id != "found-unreadable":
            raise
        fault = fault_of(refusal.__cause__)
        if fault not in (DAMAGED, None):
            raise RegistryRefused(fault, **refusal.sentence.values) from refusal
        found = refusal.sentence
    if found is not None:
        raise RegistryRefused("registry-damaged", file=file.name, problem=found.values["problem"])


def check_readable(file: Path) -> None:
    """Raise RegistryRefused when this app cannot read *file* as it is, without bringing it up to date."""
    with snapshot(file) as db:
        strange = strangeness(db)
    if strange is not None:
        raise RegistryRefused(UNREADABLE[strange.id], file=file.name)


def damage(db: Database) -> Iterator[Sentence]:
    """What SQLite itself finds: broken pages and indexes, and rows that refer to nothing."""
    yield from _broken(db)
    for row in list(db.query("pragma foreign_key_check"))[:MOST]:
        yield sentence("found-refers-to-nothing", table=row["table"], row=row["rowid"], other=row["parent"])


def _broken(db: Database) -> Iterator[Sentence]:
    for row in list(db.query(f"pragma integrity_check({MOST})")):
        if row["integrity_check"] != "ok":
            yield sentence("found-damaged", problem=row["integrity_check"])


def made_otherwise(db: Database) -> Iterator[Sentence]:
    """Tables, indexes and triggers that are not as this app makes them: one that guards may be gone."""
    ours, found = _made_here(), _made(db)
    for kind, name in sorted(ours.keys() | found.keys()):
        ours_is, found_is = ours.get((kind, name)), found.get((kind, name))
        if ours_is != found_is:
            state = "gone" if found_is is None else "strange" if ours_is is None else "changed"
            yield sentence("found-made-otherwise", what=kind, name=name, state=state)


@cache
def _made_here() -> dict[tuple[str, str], str]:
    desk = Database(memory=True)
    try:
        migrations.apply(desk)
        return _made(desk)
    finally:
        desk.close()


def _made(db: Database) -> dict[tuple[str, str], str]:
    # Not ours: the tables that the libraries make for themselves. And what a backup says about itself
    # stays where a backup was put in place by hand.
    rows = db.query(
        "select type, name, coalesce(sql, '') as sql from sqlite_schema"
        " where type in ('trigger', 'view')"  # ours, whatever they are called: they could do anything
        " or name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_%' escape '\\'"
        " and name not in ('_sqlite_migrations', 'backup')"
    )
    return {(row["type"], row["name"]): row["sql"] for row in rows}


def numbers_missing(db: Database) -> Iterator[Sentence]:
    """Tables that lack rows which were written: SQLite counts the numbers that it gave out."""
    for table in NUMBERED:
        given = list(db.query("select seq from sqlite_sequence where name = :table", {"table": table}))
        rows = one_row(db, f"select count(*) as n, coalesce(max(id), 0) as last from {table}")  # noqa: S608
        most = max([rows["last"], *(row["seq"] for row in given)])
        if rows["n"] != most:
            yield sentence("found-numbers-missing", table=table, there=rows["n"], given=most)


def experiment_ids(db: Database) -> list[int]:
    """The numbers of all experiments."""
    return [row["id"] for row in db.query("select id from experiments order by id")]


def search_ids(db: Database) -> set[int]:
    """The numbers of the experiments that search knows."""
    return {row["rowid"] for row in db.query("select rowid from search")}
