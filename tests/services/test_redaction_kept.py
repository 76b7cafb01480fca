"""A redaction that is refused changes nothing; one that is done leaves everything guarded as before."""

from io import BytesIO

import pytest
from PIL import Image
from sqlite_utils.utils import sqlite3  # pyright: ignore[reportPrivateImportUsage]

from registry.domain.facts import Note
from registry.domain.person import NoSteward
from registry.domain.pilot import StartingPoint
from registry.domain.plan import plan_from
from registry.domain.redaction import Redaction, RedactionRefused
from registry.sentences import say
from registry.services import pilot, proposal, reading
from registry.services.check import check
from registry.services.redaction import look, redact, redact_picture
from registry.store import people, pictures
from registry.store.database import Database, Home, opened, writing
from tests.nouns import CARD, LATER, PLAN, STELLA, asking
from tests.readings import started
from tests.services.entries import BY_STELLA, newest
from tests.services.maria import BY_STELLA_LATER, bytes_kept, gone
from tests.services.seen import SO_FAR
from tests.services.situations import SEEN
from tests.store.tampering import LEARNED


@pytest.fixture
def home(lived: Home) -> Home:
    """The registry of these tests has a short history."""
    return lived


@pytest.fixture
def db(home: Home):
    """A connection to it."""
    with opened(home) as db:
        yield db


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
    reading.record_reading(db, asking(), started(db), "cards.csv", SO_FAR)

    redact(db, BY_STELLA_LATER, gone("smiled"), "Not ours")
    with pytest.raises(NoSteward):
        redact(db, BY_STELLA_LATER, gone("Stella"), "She asked us to")

    for statement in (
        "update facts set body = '{}'",
        "delete from facts",
        "update snapshots set body = '{}'",
        "delete from snapshots",
        "update events set changes = '[]'",
        "delete from events",
    ):
        with pytest.raises(sqlite3.Error, match="appended"):
            db.execute(statement)
        db.rollback()


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
    (note,) = pilot.note(db, asking(), draft, SEEN, drawn.getvalue()).all(Note)
    number = note.picture
    assert number is not None
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
