"""A file of an older version is brought up to date, after a copy of it was put aside."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from scipy.stats import ttest_ind

from registry.domain.facts import Reading
from registry.domain.person import Asking, Role
from registry.domain.plan import fingerprint, plan_from
from registry.domain.proposal import Proposal
from registry.services.check import check
from registry.services.person import LOCAL_EMAIL
from registry.services.reading import show_result
from registry.store import experiments, history, people
from registry.store.database import (
    APPLICATION_ID,
    Home,
    connect,
    one_row,
    opened,
    transaction,
)
from registry.store.history import Entry, Sealed
from registry.store.keys import HISTORY, make_key
from registry.store.schema import create_registry, migrations, newest_version
from tests.nouns import CARD, LATER, NOON

PLAN = plan_from(
    {
        "design": "clustered",
        "arm": "group",
        "control": "no card",
        "cluster": "store",
        "end": "2026-03-30",
        "metric": [
            {"name": "spend", "role": "primary", "kind": "mean", "column": "spend", "better": "higher"}
        ],
    }
)
PILOT = {
    "limits": {"until": "2026-03-30", "cap": "", "stop_if": ""},
    "plan": PLAN.model_dump(mode="json"),
    "fingerprint": fingerprint(PLAN),
}
STORES = {"no card": (10, 12, 11), "card": (15, 16, 17)}
"""What customers spent on average in each store, by arm."""


def store(arm: str, n: int, mean: float) -> dict[str, object]:
    """The summary of a store as evidence held it."""
    row = {"metric": "spend", "arm": arm, "units": 10, "n": 10, "mean": mean, "variance": 4.0}
    return {**row, "cluster": f"{arm} {n}", "period": None, "day": None, "segment": None}


SAID = {"id": "learning-empty", "values": {}, "said": "As it was said"}
ADVICE = {"arm": "card", "action": "keep_going", "rule": "still_open", "message": SAID}
READING = {
    "file_name": "stores.csv",
    "evidence": {
        "plan_fingerprint": fingerprint(PLAN),
        "rows": 60,
        "arms": {"no card": 30, "card": 30},
        "grade": "B",
        "assumption": SAID,
        "checks": [],
        "estimates": [],
        "recommendation": ADVICE,
        "recommendations": [ADVICE],
        "summaries": [
            {"metric": "spend", "arm": arm, "units": 30, "n": 30, "mean": sum(means) / 3, "variance": 5.0}
            for arm, means in STORES.items()
        ],
        "stores": [store(arm, n, mean) for arm, means in STORES.items() for n, mean in enumerate(means)],
        "data_sha256": "0" * 64,
        "as_of": "2026-03-02",
        "complete": False,
    },
}


@pytest.fixture
def first_version(tmp_path: Path) -> Home:
    """A registry as version 1 left it: one person, who proposed a card."""
    home = Home(tmp_path / "old")
    home.folder.mkdir()
    with closing(connect(home.database, create=True)) as db, transaction(db):
        migrations.apply(db, stop_before="people_and_history")
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute("pragma user_version = 1")
        person = {"name": "Local colleague", "email": "local@localhost", "team": "Parcels", "function": ""}
        db.table("people").insert({"id": 1, **person})
        moment = "2026-03-02T12:00:00.000Z"
        when = {"at": moment, "by": 1, "version": 1, "changed_at": moment, "changed_by": 1}
        db.table("experiments").insert({"id": 1, **when, "proposal": CARD.model_dump_json()})
        row = {"title": CARD.title, "stage": "draft", "touched_at": moment}
        db.table("experiment_index").insert({"experiment": 1, **row})
        db.table("search").insert({"rowid": 1, "title": CARD.title, "quote": CARD.quote.words})
    return home


@pytest.fixture
def before_snapshots(tmp_path: Path) -> Home:
    """A registry as version 3 left it: a pilot of stores, whose summaries stand in its evidence."""
    home = Home(tmp_path / "three")
    home.folder.mkdir()
    moment = "2026-03-02T12:00:00.000Z"
    when = {"at": moment, "by": 1}
    with closing(connect(home.database, create=True)) as db, transaction(db):
        migrations.apply(db, stop_before="snapshots_of_data")
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute("pragma user_version = 3")
        make_key(home, HISTORY)
        person = {"name": "Olga", "email": LOCAL_EMAIL, "team": "Parcels", "function": ""}
        db.table("people").insert({"id": 1, **person, "roles": '["steward"]'})
        row = {"id": 1, **when, "version": 1, "changed_at": moment, "changed_by": 1, "team": "Parcels"}
        db.table("experiments").insert({**row, "proposal": CARD.model_dump_json()})
        for kind, body in (("pilot", PILOT), ("reading", READING)):
            db.table("facts").insert({"experiment": 1, "kind": kind, **when, "body": json.dumps(body)})
        row = {"experiment": 1, "title": CARD.title, "stage": "draft", "touched_at": moment}
        db.table("experiment_index").insert(row)
        wrote = [Sealed("people", 1), Sealed("experiments", 1), Sealed("facts", 1), Sealed("facts", 2)]
        history.add_for(db, 1, NOON, Entry("read", 1, wrote=wrote))
    return home


def version_of(file: Path) -> int:
    with closing(connect(file)) as db:
        return one_row(db, "pragma user_version")["user_version"]


def test_an_older_file_keeps_what_it_says_and_gains_a_team_a_steward_and_a_history(first_version: Home):
    create_registry(first_version)

    with opened(first_version) as db:
        draft, person = experiments.get(db, 1), people.first(db)
        (event,) = db.query("select verb, by from events")
    assert version_of(first_version.database) == newest_version()
    assert (draft.proposal, draft.team) == (CARD, "Parcels")
    assert person is not None
    assert person.roles == {Role.STEWARD}
    assert event == {"verb": "begin_history", "by": None}


def test_the_older_file_is_put_aside_as_it_was(first_version: Home):
    create_registry(first_version)

    (copy,) = first_version.backups.iterdir()
    with closing(connect(copy)) as db:
        (row,) = db.query("select proposal from experiments")
    assert version_of(copy) == 1
    assert Proposal.model_validate_json(row["proposal"]) == CARD


def test_an_updated_file_is_whole(first_version: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REGISTRY_HOME", str(first_version.folder))
    create_registry(first_version)

    assert check(LATER).findings == ()


def test_bringing_up_to_date_happens_once(first_version: Home):
    create_registry(first_version)
    create_registry(first_version)

    assert len(list(first_version.backups.iterdir())) == 1


def test_a_reading_whose_evidence_held_its_stores_still_shows_its_result(before_snapshots: Home):
    """Store means 11 and 16, each with variance 1: t = 5 / sqrt(2/3) with 4 degrees of freedom."""
    create_registry(before_snapshots)

    with opened(before_snapshots) as db:
        (reading,) = experiments.dossier(db, 1).all(Reading)
        olga = people.first(db)
        assert olga is not None
        shown = show_result(db, Asking(person=olga, at=LATER), 1).reading
    assert version_of(before_snapshots.database) == newest_version()
    assert (reading.snapshot, len(reading.evidence.stores)) == (None, 6)
    assert shown is not None
    (estimate,) = shown.evidence.estimates
    witness = ttest_ind(STORES["card"], STORES["no card"])
    assert estimate.difference == pytest.approx(5)
    assert estimate.p_value == pytest.approx(float(witness.pvalue))  # pyright: ignore


def test_a_file_from_before_snapshots_is_whole_afterwards(
    before_snapshots: Home, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("REGISTRY_HOME", str(before_snapshots.folder))
    create_registry(before_snapshots)

    assert check(LATER).findings == ()
