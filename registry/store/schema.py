"""The tables of the registry's file, as the steps that made them; a step, once released, is never edited."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database, Migrations
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.store import history
from registry.store.database import (
    APPLICATION_ID,
    Home,
    RegistryRefused,
    connect,
    locked,
    one_row,
    transaction,
)
from registry.store.keys import COOKIE, HISTORY, key, make_key
from registry.store.learned_tables import WHAT_WAS_LEARNED
from registry.store.rebuilding import rebuild
from registry.store.snapshot_table import SNAPSHOTS_OF_DATA

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


@migrations()
def people_and_history(db: Database) -> None:
    """Roles, teams, sign-ins, and the history of everything."""
    for statement in PEOPLE_AND_HISTORY:
        db.execute(statement)


PEOPLE_AND_HISTORY = (
    "alter table people add column roles text not null default '[]' check (json_valid(roles))",
    # The provider's name for somebody, issuer and subject; null until they first sign in.
    "alter table people add column subject text",
    "create unique index people_by_subject on people (subject)",
    "alter table people add column left_at text",
    # Until now one person used it, and looked after it too.
    "update people set roles = '[\"steward\"]' where id = (select min(id) from people)",
    "alter table experiments add column team text not null default ''",
    "update experiments set team = (select team from people where people.id = experiments.by)",
    "alter table experiment_index add column team text not null default ''",
    "alter table experiment_index add column proposed_by integer not null default 0",
    # A draft that nobody handed in is for its team's eyes.
    "alter table experiment_index add column is_private integer not null default 0",
    """
    update experiment_index set (team, proposed_by, is_private) = (
        select lower(trim(team)), by, not exists (
            select 1 from facts where facts.experiment = experiments.id and kind in ('submission', 'learning')
        ) from experiments where experiments.id = experiment_index.experiment
    )
    """,
    # What is replaced because it should not have been there leaves the index's pages too.
    "insert into search (search, rank) values ('secure-delete', 1)",
    # A sign-in outlives neither its limits nor its person's leaving; only the ticket's digest is kept.
    """
    create table sign_ins (
        id integer primary key,
        ticket text not null unique,
        person integer not null references people (id),
        since text not null,
        seen text not null,
        ended text
    ) strict
    """,
    "create index sign_ins_by_person on sign_ins (person)",
    """
    create table events (
        id integer primary key,
        at text not null,
        by integer references people (id),
        experiment integer references experiments (id),
        verb text not null,
        changes text not null check (json_valid(changes)),
        seals text not null check (json_valid(seals)),
        mac text not null
    ) strict
    """,
    "create index events_by_experiment on events (experiment, id)",
    """
    create trigger events_are_never_changed before update on events
    begin select raise(abort, 'events are appended, never changed'); end
    """,
    """
    create trigger events_are_never_deleted before delete on events
    begin select raise(abort, 'events are appended, never deleted'); end
    """,
)


@migrations()
def own_policies(db: Database) -> None:
    """Policies that the organisation wrote for itself; the first ones come with the app."""
    for statement in OWN_POLICIES:
        db.execute(statement)


OWN_POLICIES = (
    # Its id is the policy's version, which assessments keep.
    """
    create table policies (
        id integer primary key,
        at text not null,
        by integer not null references people (id),
        token text unique,
        toml text not null
    ) strict
    """,
    """
    create trigger policies_are_never_changed before update on policies
    begin select raise(abort, 'policies are appended, never changed'); end
    """,
    """
    create trigger policies_are_never_deleted before delete on policies
    begin select raise(abort, 'policies are appended, never deleted'); end
    """,
)


@migrations()
def snapshots_of_data(db: Database) -> None:
    """The summaries of every reading, in a table of their own."""
    for statement in SNAPSHOTS_OF_DATA:
        db.execute(statement)


@migrations()
def what_was_learned(db: Database) -> None:
    """Standings, links between experiments, reading lists, and who may be named in thanks."""
    for statement in WHAT_WAS_LEARNED:
        db.execute(statement)


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
    home = Home(file.parent)
    newest = newest_version()
    with locked(file):
        version = one_row(db, "pragma user_version")["user_version"]
        is_ours = one_row(db, "pragma application_id")["application_id"] == APPLICATION_ID
        if not is_ours and db.table_names():
            raise RegistryRefused("registry-foreign", file=file.name)
        if version > newest:
            raise RegistryRefused("registry-newer", file=file.name)
        db.enable_wal()
        make_key(home, COOKIE)
        if version == newest:
            # Without its key nobody could add to the history; a new one would not fit what is there.
            key(home, HISTORY)
            return
        if is_ours:
            _copy_before(db, home, version)
        make_key(home, HISTORY)
        with transaction(db):
            migrations.apply(db)
            db.execute(f"pragma application_id = {APPLICATION_ID}")
            db.execute(f"pragma user_version = {newest}")
            history.begin(db, datetime.now(UTC))
            if is_ours:
                rebuild(db, datetime.now(UTC))
            if list(db.query("pragma foreign_key_check")):
                raise RegistryRefused("registry-damaged", file=file.name, problem="foreign keys")


def _copy_before(db: Database, home: Home, version: int) -> None:
    """Keep the file as it was before it is brought up to date from *version*."""
    home.backups.mkdir(exist_ok=True, mode=0o700)
    copy = home.backups / f"before-update-of-version-{version}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.db"
    db.execute("vacuum into :copy", {"copy": str(copy)})
