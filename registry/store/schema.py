"""The tables of the registry's file, as the steps that made them; a step, once released, is never edited."""

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.store.database import (
    APPLICATION_ID,
    Home,
    RegistryRefused,
    connect,
    locked,
    one_row,
    transaction,
)

migrations = Migrations("registry")


@migrations()
def first_tables(db: Database) -> None:
    """People, the organisation, experiments with their facts, and what lists and search are built from."""
    for statement in FIRST_TABLES:
        db.execute(statement)


FIRST_TABLES = (
    """
    create table people (
        id integer primary key,
        name text not null,
        email text not null unique,
        team text not null,
        function text not null
    ) strict
    """,
    """
    create table organisation (
        id integer primary key,
        at text not null,
        by integer not null references people (id),
        body text not null check (json_valid(body))
    ) strict
    """,
    # A draft is the only thing edited in place; its version refuses the second of two editors.
    """
    create table experiments (
        id integer primary key autoincrement,
        token text unique,
        at text not null,
        by integer not null references people (id),
        version integer not null,
        changed_at text not null,
        changed_by integer not null references people (id),
        proposal text not null check (json_valid(proposal)),
        origin integer references experiments (id),
        origin_relation text,
        check ((origin is null) = (origin_relation is null))
    ) strict
    """,
    """
    create table facts (
        id integer primary key autoincrement,
        experiment integer not null references experiments (id),
        kind text not null,
        at text not null,
        by integer not null references people (id),
        token text unique,
        body text not null check (json_valid(body))
    ) strict
    """,
    "create index facts_by_experiment on facts (experiment, id)",
    """
    create trigger facts_are_never_changed before update on facts
    begin select raise(abort, 'facts are appended, never changed'); end
    """,
    """
    create trigger facts_are_never_deleted before delete on facts
    begin select raise(abort, 'facts are appended, never deleted'); end
    """,
    """
    create table pictures (
        id integer primary key,
        experiment integer not null references experiments (id),
        at text not null,
        by integer not null references people (id),
        media_type text not null check (media_type in ('image/png', 'image/jpeg')),
        image blob not null
    ) strict
    """,
    # Rebuildable from the facts: what lists show, and the moment at which time alone changes it.
    """
    create table experiment_index (
        experiment integer primary key references experiments (id),
        title text not null,
        stage text not null,
        door text,
        near_hinge integer not null default 0,
        changes_on text,
        touched_at text not null
    ) strict
    """,
    "create index experiment_index_by_stage on experiment_index (stage, touched_at)",
    """
    create virtual table search using fts5 (
        title, quote, idea, learning, tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
)


def newest_version() -> int:
    """The version of a registry's file that has taken every step: their number."""
    return len(migrations.pending(Database(memory=True)))


def create_registry(home: Home) -> bool:
    """Make *home* and its registry where there is none, and bring an older one up to date.

    Returns whether the file was made. Raises RegistryRefused for a foreign, damaged or newer file,
    and for a folder that cannot be written to.
    """
    file = home.database
    try:
        home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        home.inbox.mkdir(exist_ok=True, mode=0o700)
        is_new = not file.exists()
        with closing(connect(file, create=True)) as db:
            _bring_up_to_date(db, file)
    except (OSError, sqlite3.OperationalError) as error:
        # The text of an OSError begins with a number and ends with a path; its reason is enough.
        reason = error.strerror if isinstance(error, OSError) else None
        raise RegistryRefused(
            "registry-not-openable", file=file.name, problem=reason or str(error)
        ) from error
    except sqlite3.DatabaseError as error:
        raise RegistryRefused("registry-damaged", file=file.name, problem=str(error)) from error
    return is_new


def _bring_up_to_date(db: Database, file: Path) -> None:
    # A migration may rebuild a referenced table, which SQLite allows only with foreign keys off.
    db.execute("pragma foreign_keys = off")
    newest = newest_version()
    with locked(file):
        version = one_row(db, "pragma user_version")["user_version"]
        is_ours = one_row(db, "pragma application_id")["application_id"] == APPLICATION_ID
        if not is_ours and db.table_names():
            raise RegistryRefused("registry-foreign", file=file.name)
        if version > newest:
            raise RegistryRefused("registry-newer", file=file.name)
        db.enable_wal()
        if version == newest:
            return
        with transaction(db):
            migrations.apply(db)
            db.execute(f"pragma application_id = {APPLICATION_ID}")
            db.execute(f"pragma user_version = {newest}")
            if list(db.query("pragma foreign_key_check")):
                raise RegistryRefused("registry-damaged", file=file.name, problem="foreign keys")
