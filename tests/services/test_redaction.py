"""What should not be here goes everywhere it stands, from the files too; the history holds, and says why."""

import pytest

from registry.analysis.pilot_data import PilotData
from registry.domain.experiment import Stage, stage
from registry.domain.facts import Reading
from registry.domain.organisation import Organisation
from registry.domain.person import NoSteward
from registry.domain.plan import fingerprint, plan_from
from registry.domain.proposal import Idea, Proposal
from registry.domain.redaction import RedactionRefused, Standing
from registry.services import organisation, proposal
from registry.services.check import check
from registry.services.person import LOCAL_EMAIL, change_person, local_person
from registry.services.reading import record_reading
from registry.services.redaction import look, redact
from registry.services.snapshot import data_of
from registry.store import experiments, history, people
from registry.store.database import Database, Home, opened, writing
from registry.store.experiments import StaleVersion
from tests.finding import found
from tests.nouns import CARD, LATER, NOON, OLGA, STELLA, asking, evidence
from tests.readings import BY_DAY, day, kept_reading, started
from tests.services.entries import BY_STELLA, newest, with_
from tests.services.maria import BY_STELLA_LATER, MARIA, QUOTE, REMOVED, about_maria, bytes_kept, gone
from tests.services.seen import SO_FAR

BY_STORE = plan_from(BY_DAY.model_dump(mode="json") | {"cluster": "store", "design": "clustered"})


@pytest.fixture
def home(lived: Home) -> Home:
    """The registry of these tests has a short history."""
    return lived


@pytest.fixture
def db(home: Home):
    """A connection to it."""
    with opened(home) as db:
        yield db


def test_a_name_goes_everywhere_it_stands_and_from_the_files(home: Home, db: Database):
    number = about_maria(db).id
    organisation.describe(db, BY_STELLA, Organisation(name=f"{MARIA} & Co"))
    change_person(db, BY_STELLA, with_(OLGA, function="front line", team=f"Team {MARIA}"))
    for spelt in ("Maria Kundin", "MARIA KUNDIN"):
        assert spelt.encode() in bytes_kept(home)

    done = redact(db, BY_STELLA_LATER, gone(MARIA), "A customer’s name")

    assert done.is_wiped
    assert done.standing.total > 20
    assert b"maria kundin" not in bytes_kept(home).lower()
    assert b"kundin" not in bytes_kept(home).lower()
    assert check(LATER).findings == ()
    dossier = experiments.dossier(db, number)
    assert dossier.proposal.quote.words.startswith(f"I am {REMOVED} of Hill Street 5")
    assert dossier.proposal.quote.source == f"{REMOVED} by phone"
    assert dossier.plan is not None
    assert dossier.plan.shares == {"as always": 1, REMOVED: 1}
    assert found(db, "kundin") == []
    assert found(db, "hill street") == [number]


def test_a_name_goes_from_the_search_as_it_is_compared_there_too(home: Home, db: Database):
    said = Proposal(idea=Idea(change="Call Frau Jürgélä back", whom="Frau Jürgélä"))
    number = proposal.begin(db, asking(), said).id
    assert b"jurgela" in bytes_kept(home)
    assert found(db, "jurgela") == [number]

    done = redact(db, BY_STELLA_LATER, gone("Jürgélä"), "A customer’s name")

    assert done.is_wiped
    assert b"jurgela" not in bytes_kept(home).lower()
    assert found(db, "jurgela") == []
    assert check(LATER).findings == ()


def test_a_stores_name_goes_from_the_summaries_of_every_reading(home: Home, db: Database):
    number = started(db, BY_STORE)
    for on, store in enumerate((MARIA, "Harbour")):
        name = f"{on}.csv"
        record_reading(db, asking(), number, name, of_stores(store, "Hill", on=on))
    assert MARIA.encode() in bytes_kept(home)

    done = redact(db, BY_STELLA_LATER, gone(MARIA), "A colleague’s name")

    assert done.standing == Standing(experiments={number: 1})
    assert b"kundin" not in bytes_kept(home).lower()
    assert check(LATER).findings == ()
    reading = experiments.dossier(db, number).reading
    assert reading is not None
    named = {cell.cluster for cell in data_of(db, reading).cells}
    assert named == {REMOVED, "Harbour", "Hill"}


@pytest.mark.parametrize("other", [REMOVED, "MARIA  KUNDIN"])
def test_two_stores_never_get_the_same_name(home: Home, db: Database, other: str):
    """Their numbers could not be told apart any more; not even where they stand in different files."""
    number = started(db, BY_STORE)
    for on, store in enumerate((MARIA, other)):
        record_reading(db, asking(), number, f"{on}.csv", of_stores(store, "Hill", on=on))
    before = bytes_kept(home)

    with pytest.raises(RedactionRefused) as refused:
        redact(db, BY_STELLA_LATER, gone(MARIA), "A colleague’s name")

    assert refused.value.sentence.id == "redaction-does-not-fit"
    assert bytes_kept(home) == before


def of_stores(control: str, treated: str, *, on: int) -> PilotData:
    """Two stores of 400 customers each, as SO_FAR has them in its arms, so many days after the start."""
    homes = dict(zip(SO_FAR.arms, (control, treated), strict=True))
    cells = tuple(
        each.model_copy(update={"cluster": homes[each.arm], "day": day(on)}) for each in SO_FAR.summaries
    )
    return SO_FAR.model_copy(update={"cells": cells, "sha256": str(on) * 64})


def test_looking_says_where_the_words_stand_and_changes_nothing(home: Home, db: Database):
    number = about_maria(db).id
    proposal.begin(db, asking(), Proposal(idea=Idea(change="Marianne, and Maria Kundin's friends")))
    before = home.database.read_bytes()

    found = look(db, BY_STELLA, gone(MARIA))
    short = look(db, BY_STELLA, gone("Maria"))

    assert set(found.experiments) == {number, number + 1}
    assert found.experiments[number + 1] == 1
    assert (found.people, found.organisation, found.inside_words) == (0, 0, 0)
    assert found.history > 5
    assert short.inside_words == 2
    assert look(db, BY_STELLA, gone("zebra")) == Standing(experiments={})
    assert home.database.read_bytes() == before


def test_what_is_done_is_what_was_looked_at(db: Database):
    about_maria(db)
    found = look(db, BY_STELLA, gone(MARIA))

    done = redact(db, BY_STELLA_LATER, gone(MARIA), "A customer’s name").standing

    assert done == found
    assert look(db, BY_STELLA, gone(MARIA)).total == 0


def test_a_long_quote_goes_also_where_the_history_kept_a_part_of_it(home: Home, db: Database):
    about_maria(db)

    redact(db, BY_STELLA_LATER, gone(QUOTE), "She asked us to")

    assert b"hill street" not in bytes_kept(home).lower()
    assert b"three weeks" not in bytes_kept(home).lower()
    assert check(LATER).findings == ()


def test_the_history_says_why_and_where_and_never_what(db: Database):
    before = about_maria(db)

    redact(db, BY_STELLA_LATER, gone(MARIA), "A customer’s\nname")

    event = newest(db)
    told = {each.what: (each.before, each.after) for each in event.changes}
    after = experiments.dossier(db, before.id)
    assert before.pilot is not None
    assert after.pilot is not None
    assert (event.verb, event.by, event.experiment) == ("redact", STELLA.id, before.id)
    assert told["redaction.reason"] == ("", "A customer’s name")
    assert told["redaction.where"] == ("", f"{before.code}, the history")
    assert told["plan.fingerprint"] == (before.pilot.fingerprint, after.pilot.fingerprint)
    assert "maria" not in str(event.changes).lower()


def test_a_running_pilot_is_read_and_decided_under_the_plan_without_the_words(db: Database):
    number = about_maria(db).id
    redact(db, BY_STELLA_LATER, gone(MARIA), "A customer’s name")
    dossier = experiments.dossier(db, number)
    plan, reading = dossier.plan, dossier.latest(Reading)
    assert plan is not None
    assert reading is not None

    seen = evidence().model_copy(update={"plan_fingerprint": fingerprint(plan)})
    kept_reading(db, asking(), number, "all.csv", seen)

    assert stage(dossier, NOON) is Stage.RUNNING
    assert reading.evidence.plan_fingerprint == fingerprint(plan)
    assert reading.file_name == f"{REMOVED}.csv"


def test_who_is_writing_the_draft_meanwhile_is_told_and_does_not_bring_the_words_back(db: Database):
    draft = proposal.begin(db, asking(), Proposal(idea=Idea(change=f"Call {MARIA} back")))

    redact(db, BY_STELLA_LATER, gone(MARIA), "A customer’s name")

    with pytest.raises(StaleVersion):
        proposal.revise(db, asking(LATER), draft.id, draft.version, draft.proposal)
    changed = experiments.get(db, draft.id)
    assert (changed.changed_by, changed.changed_at) == (STELLA.id, LATER)


def test_a_persons_name_and_address_go_and_they_stay_who_they_are(db: Database):
    redact(db, BY_STELLA_LATER, gone("Olga"), "She asked us to")

    olga = people.get(db, OLGA.id)
    assert olga == with_(OLGA, name=f"{REMOVED} Owner", email="removed-1@invalid", function="front line")
    assert experiments.get(db, 1).by == OLGA.id
    assert check(LATER).findings == ()


def test_a_sign_in_under_a_name_that_goes_is_forgotten(db: Database):
    with writing(db):
        people.connect(db, STELLA.id, "https://id.example.org stella")
        people.connect(db, OLGA.id, "https://id.example.org olga")
        history.add(db, BY_STELLA, history.Entry("join", wrote=[history.Sealed("people", n) for n in (1, 2)]))

    redact(db, BY_STELLA_LATER, gone("Olga"), "She asked us to")

    assert people.by_subject(db, "https://id.example.org olga") is None
    assert people.by_subject(db, "https://id.example.org stella") is not None
    with pytest.raises(NoSteward):
        redact(db, BY_STELLA_LATER, gone("Stella"), "She asked us to")
    assert people.by_subject(db, "https://id.example.org stella") is not None


def test_the_address_of_whoever_uses_it_without_signing_in_stays(db: Database):
    local = local_person(db)

    redact(
        db,
        BY_STELLA_LATER,
        gone("local"),
        "Too plain",
    )

    assert local_person(db) == with_(local, name=f"{REMOVED} colleague")
    assert local.email == LOCAL_EMAIL


def test_one_experiment_tells_of_it_itself_and_several_in_one_event(db: Database):
    about_maria(db)
    redact(db, BY_STELLA_LATER, gone(MARIA), "A customer’s name")
    one = newest(db)
    proposal.begin(db, asking(), CARD)

    redact(db, BY_STELLA_LATER, gone("handwritten"), "Not ours")

    assert one.experiment == 3
    assert newest(db).id == one.id + 2
    assert newest(db).experiment is None
    assert "CX-1, CX-4" in str(newest(db).changes)
