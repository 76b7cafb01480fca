"""Rows rewritten because words in them should not have been there, and the old words wiped from the disk.

This is the only place where a fact or an event is ever changed. The triggers that keep them are
taken away and put back inside the one transaction, and nobody else sees the file without them.
"""

import json
from collections.abc import Generator
from contextlib import contextmanager

from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage] - the library it chose

from registry.domain.collection import Collection
from registry.domain.experiment import Dossier, Experiment
from registry.domain.facts import Fact
from registry.domain.history import Event
from registry.domain.moment import moment_text
from registry.domain.organisation import Organisation
from registry.domain.person import Asking, Person
from registry.domain.policy import Adopted
from registry.domain.spelling import CUT, Sought, may_stand_in
from registry.store import experiments, people
from registry.store.database import Database, home_of, locked, one_row
from registry.store.history import Sealed, event_of

KEPT = ("facts", "policies", "snapshots", "collections", "events")
"""Tables whose triggers refuse every change."""


@contextmanager
def unlocked(db: Database) -> Generator[None]:
    """Let facts, policies, snapshots, reading lists and events be rewritten, inside the caller's transaction.

    What is overwritten is wiped.
    """
    triggers = [
        row
        for row in list(db.query("select name, tbl_name, sql from sqlite_schema where type = 'trigger'"))
        if row["tbl_name"] in KEPT
    ]
    db.execute("pragma secure_delete = on")
    for each in triggers:
        db.execute(f"drop trigger {each['name']}")
    yield
    for each in triggers:
        db.execute(each["sql"])
    # Its own leaves would keep words of rows that are long gone.
    db.execute("insert into search (search) values ('rebuild')")


def wipe(db: Database) -> bool:
    """Write the file anew without what was deleted from it; whether nothing is left there, nor in its log.

    Somebody who reads for long keeps the log, and with it the old words, until they are done.
    """
    with locked(home_of(db).database):
        try:
            db.execute("vacuum")
            return one_row(db, "pragma wal_checkpoint(truncate)")["busy"] == 0
        except sqlite3.OperationalError:  # no room for a second file; the words are replaced all the same
            return False


def dossiers_that_may_hold(db: Database, sought: Sought) -> list[Dossier]:
    """The dossiers worth reading word by word."""
    written = db.query(
        "select id, team || ' ' || proposal as words from experiments"
        " union all select experiment, body from facts"
    )
    found = {row["id"] for row in list(written) if may_stand_in(row["words"], sought)}
    return experiments.dossiers(db, [each for each in experiments.every(db) if each.id in found])


def events_that_may_hold(db: Database, sought: Sought) -> list[Event]:
    """The events worth reading word by word: where a text was cut, a part of the words may be left."""
    rows = db.query("select id, at, by, experiment, verb, changes from events order by id")
    return [
        event_of({**row, "whom": None})
        for row in list(rows)
        if CUT in row["changes"] or may_stand_in(row["changes"], sought)
    ]


def rewrite_dossier(db: Database, asking: Asking, before: Dossier, after: Dossier) -> list[Sealed]:
    """Put *after* in the place of *before*, row by row; returns the rows that are others now.

    A draft gets another version: who is writing it is told.
    """
    changed: list[Sealed] = []
    if before.experiment != after.experiment:
        changed.append(_rewrite_draft(db, asking, after.experiment))
    sql = "select id from facts where experiment = :id order by id"
    ids = [row["id"] for row in list(db.query(sql, {"id": before.id}))]
    for number, one, other in zip(ids, before.facts, after.facts, strict=True):
        if one != other:
            changed.append(_rewrite_fact(db, number, other))
    return changed


def _rewrite_draft(db: Database, asking: Asking, experiment: Experiment) -> Sealed:
    db.execute(
        "update experiments set team = :team, proposal = :proposal, version = version + 1,"
        " changed_at = :at, changed_by = :by where id = :id",
        {
            "id": experiment.id,
            "team": experiment.team,
            "proposal": experiment.proposal.model_dump_json(),
            "at": moment_text(asking.at),
            "by": asking.person.id,
        },
    )
    return Sealed("experiments", experiment.id)


def _rewrite_fact(db: Database, id: int, fact: Fact) -> Sealed:
    body = fact.model_dump_json(exclude={"at", "by", "kind"})
    db.execute("update facts set body = :body where id = :id", {"id": id, "body": body})
    return Sealed("facts", id)


def rewrite_person(db: Database, asking: Asking, person: Person) -> Sealed:
    """Keep *person* under another name, team or address."""
    people.change(db, asking, person)
    return Sealed("people", person.id)


def subjects(db: Database) -> dict[int, str]:
    """What the sign-in provider calls people, by their ids."""
    rows = db.query("select id, subject from people where subject is not null")
    return {row["id"]: row["subject"] for row in list(rows)}


def forget_subject(db: Database, id: int) -> Sealed:
    """Forget what the sign-in provider calls this person: their next sign-in is a first one."""
    db.execute("update people set subject = null where id = :id", {"id": id})
    return Sealed("people", id)


def organisations(db: Database) -> dict[int, Organisation]:
    """All that the organisation ever said about itself, by the ids of the versions."""
    rows = db.query("select id, body from organisation order by id")
    return {row["id"]: Organisation.model_validate_json(row["body"]) for row in list(rows)}


def rewrite_organisation(db: Database, id: int, organisation: Organisation) -> Sealed:
    """Keep *organisation* as what was said in this version."""
    body = organisation.model_dump_json()
    db.execute("update organisation set body = :body where id = :id", {"id": id, "body": body})
    return Sealed("organisation", id)


def rewrite_policy(db: Database, policy: Adopted) -> Sealed:
    """Keep *policy* with other words in its text."""
    db.execute(
        "update policies set toml = :toml where id = :version", policy.model_dump(include={"version", "toml"})
    )
    return Sealed("policies", policy.version)


def collections_that_may_hold(db: Database, sought: Sought) -> dict[int, Collection]:
    """The revisions of reading lists worth reading word by word."""
    rows = db.query("select id, body from collections order by id")
    return {
        row["id"]: Collection.model_validate_json(row["body"])
        for row in list(rows)
        if may_stand_in(row["body"], sought)
    }


def rewrite_collection(db: Database, id: int, collection: Collection) -> Sealed:
    """Keep *collection* as what this revision of a reading list said."""
    body = collection.model_dump_json()
    db.execute("update collections set body = :body where id = :id", {"id": id, "body": body})
    return Sealed("collections", id)


def experiments_with_snapshots_that_may_hold(db: Database, sought: Sought) -> list[int]:
    """The experiments whose snapshots are worth reading word by word."""
    rows = db.query("select experiment, file_name || ' ' || body as words from snapshots order by id")
    return list(dict.fromkeys(row["experiment"] for row in list(rows) if may_stand_in(row["words"], sought)))


def rewrite_snapshot(db: Database, id: int, file_name: str, body: str) -> Sealed:
    """Keep a snapshot with other words for its file, its arms, its stores."""
    sql = "update snapshots set file_name = :file_name, body = :body where id = :id"
    db.execute(sql, {"id": id, "file_name": file_name, "body": body})
    return Sealed("snapshots", id)


def rewrite_event(db: Database, event: Event) -> Sealed:
    """Keep *event* with other words for what it changed."""
    changes = json.dumps([change.model_dump() for change in event.changes], ensure_ascii=False)
    db.execute("update events set changes = :changes where id = :id", {"id": event.id, "changes": changes})
    return Sealed("events", event.id)


def pictures(db: Database, experiment: int) -> list[int]:
    """The pictures of an experiment, those of no note included."""
    sql = "select id from pictures where experiment = :experiment order by id"
    return [row["id"] for row in list(db.query(sql, {"experiment": experiment}))]


def rewrite_picture(db: Database, id: int, image: bytes) -> Sealed:
    """Keep the PNG *image* in the place of what was to be seen."""
    sql = "update pictures set image = :image, media_type = 'image/png' where id = :id"
    db.execute(sql, {"id": id, "image": image})
    return Sealed("pictures", id)
