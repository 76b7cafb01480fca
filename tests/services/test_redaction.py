"""What should not be here goes everywhere it stands, from the files too; the history holds, and says why."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.facts import Reading
from registry.domain.organisation import Organisation
from registry.domain.person import NoSteward
from registry.domain.pilot import StartingPoint
from registry.domain.plan import fingerprint, plan_from
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.redaction import Redaction, RedactionRefused, Standing
from registry.domain.spelling import Sought
from registry.sentences import say
from registry.services import organisation, pilot, proposal
from registry.services.check import check
from registry.services.person import LOCAL_EMAIL, change_person, local_person
from registry.services.picture import add_picture
from registry.services.redaction import look, redact, redact_picture
from registry.store import experiments, history, people, pictures, search
from registry.store.database import Database, Home, opened, writing
from registry.store.experiments import StaleVersion
from tests.nouns import CARD, LATER, NOON, OLGA, PLAN, STELLA, asking, evidence
from tests.services.entries import BY_STELLA, newest, with_
from tests.store.tampering import LEARNED, lived_in

REMOVED = "(removed)"
MARIA = "Maria Kundin"
QUOTE = (
    "I am Maria Kundin of Hill Street 5, and I waited three weeks for a parcel.\n"
    "When I called, “nobody” knew anything about it; so I called again, and again, and gave up."
)
BY_STELLA_LATER = asking(LATER, STELLA)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The registry that REGISTRY_HOME names, with a short history."""
    home = lived_in(tmp_path / "lived")
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    return home


@pytest.fixture
def db(home: Home):
    """A connection to it."""
    with opened(home) as db:
        yield db


def gone(words: str, instead: str = REMOVED, *, inside_words: bool = False) -> Redaction:
    return Redaction(sought=Sought(words=words, inside_words=inside_words), instead=instead)


def about_maria(db: Database) -> Dossier:
    """An experiment that names Maria wherever people write: quote, plan, arms, data, notes, learning."""
    keys = PLAN.model_dump(mode="json")
    plan = plan_from(
        keys
        | {"control": "as always", "shares": {"as always": 1, MARIA: 1}}
        | {"metric": [keys["metric"][0] | {"name": f"like {MARIA}"}]}
    )
    said = Proposal(
        quote=Quote(words=QUOTE, source="Maria  Kundin by phone"),
        idea=Idea(change=f"Call {MARIA} back", whom="MARIA KUNDIN and others"),
        quick_check=CARD.quick_check,
        limits=Limits(cap=f"as {MARIA} likes"),
    )
    number = proposal.begin(db, asking(), said).id
    pilot.draw_plan(db, asking(), number, plan)
    pilot.start(db, asking(), number, StartingPoint(limits=said.limits, expected=f"{MARIA} is glad"))
    seen = evidence().model_copy(
        update={"plan_fingerprint": fingerprint(plan), "arms": {"as always": 400, MARIA: 400}}
    )
    pilot.record_reading(db, asking(), number, f"{MARIA}.csv", seen)
    return experiments.dossier(db, number)


def bytes_kept(home: Home) -> bytes:
    """All bytes of the registry's file, and of its log."""
    files = [home.database, *home.folder.glob("registry.db-wal")]
    return b"".join(file.read_bytes() for file in files)


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
    assert search.find(db, "kundin") == []
    assert [each.experiment for each in search.find(db, "hill street")] == [number]


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
    pilot.record_reading(db, asking(), number, "all.csv", seen)

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


@pytest.mark.parametrize(
    ("redaction", "reason", "refusal"),
    [
        (gone("zebra"), "Not ours", "redaction-nowhere"),
        (gone("Ol"), "Not ours", "redaction-too-short"),
        (gone("Olga"), " \n", "redaction-without-reason"),
        (gone("Olga"), "olga asked us to", "redaction-reason-holds-it"),
        (gone("Olga", "Olga O."), "She asked us to", "redaction-instead-holds-it"),
        (gone("no card", "card"), "Not ours", "redaction-does-not-fit"),
    ],
)
def test_a_redaction_that_is_refused_changes_nothing(
    home: Home, db: Database, redaction: Redaction, reason: str, refusal: str
):
    number = proposal.begin(db, asking(), CARD).id
    both = PLAN.model_dump(mode="json") | {"shares": {"no card": 1, "card": 1}}
    pilot.draw_plan(db, asking(), number, plan_from(both))
    before = bytes_kept(home)

    with pytest.raises(RedactionRefused) as refused:
        redact(db, BY_STELLA_LATER, redaction, reason)

    assert refused.value.sentence.id == refusal
    assert say(refused.value.sentence)
    assert bytes_kept(home) == before


def test_facts_and_events_are_kept_as_before_once_it_is_done_or_was_given_up(db: Database):
    with writing(db):
        people.connect(db, STELLA.id, "stella")

    redact(db, BY_STELLA_LATER, gone("smiled"), "Not ours")
    with pytest.raises(NoSteward):
        redact(db, BY_STELLA_LATER, gone("Stella"), "She asked us to")

    for statement in (
        "update facts set body = '{}'",
        "delete from facts",
        "update events set changes = '[]'",
        "delete from events",
    ):
        with pytest.raises(sqlite3.Error, match="appended"):
            db.execute(statement)
        db.rollback()


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


def test_what_somebody_still_reads_is_said_not_to_be_wiped_yet(home: Home, db: Database):
    db.execute("pragma busy_timeout = 50")
    with opened(home) as reader:
        reader.execute("begin")
        list(reader.query("select * from facts"))

        done = redact(db, BY_STELLA_LATER, gone("smiled"), "Not ours")

    assert not done.is_wiped
    assert look(db, BY_STELLA, gone("smiled")).total == 0


def test_a_picture_becomes_plain_grey_and_its_bytes_go(home: Home, db: Database):
    drawn = BytesIO()
    Image.effect_noise((60, 40), 80).save(drawn, "PNG")
    draft = proposal.begin(db, asking(), CARD).id
    pilot.start(db, asking(), draft, StartingPoint())
    number = add_picture(db, asking(), draft, drawn.getvalue())
    before = pictures.get(db, draft, number)
    assert before is not None
    assert before[-200:-100] in bytes_kept(home)

    done = redact_picture(db, BY_STELLA_LATER, draft, number, "A customer’s face")

    image = Image.open(BytesIO(pictures.get(db, draft, number) or b""))
    assert done.is_wiped
    assert image.getcolors() == [(320 * 240, (190, 190, 190))]
    assert before[-200:-100] not in bytes_kept(home)
    assert (newest(db).verb, newest(db).experiment) == ("redact", draft)
    assert check(LATER).findings == ()


def test_a_picture_of_another_experiment_is_not_replaced(db: Database):
    with pytest.raises(RedactionRefused):
        redact_picture(db, BY_STELLA_LATER, 2, 1, "A customer’s face")
    with pytest.raises(RedactionRefused):
        redact_picture(db, BY_STELLA_LATER, 1, 1, "")

    assert newest(db).id == LEARNED
