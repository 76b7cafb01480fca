"""What the leaders' page looks up: what is new since a moment, what is on its way, what was asked."""

from datetime import timedelta

from registry.domain.evidence import Action, Recommendation
from registry.domain.experiment import Stage
from registry.domain.person import Person, Role
from registry.domain.sentence import sentence
from registry.services import echo, proposal
from registry.services.person import add_person
from registry.store import index, leaders
from registry.store.database import Database
from tests.nouns import NOON, STELLA, asking, evidence
from tests.readings import kept_reading, started
from tests.reviewing import RISKY

LATER = NOON + timedelta(hours=1)


def test_what_is_new_happened_after_the_moment_and_not_at_it(db: Database):
    number = started(db)

    assert leaders.since(db, "pilot", [number], NOON - timedelta(milliseconds=1)) == {number}
    assert leaders.since(db, "pilot", [number], NOON) == frozenset()
    assert leaders.since(db, "decision", [number], NOON - timedelta(days=1)) == frozenset()
    assert leaders.since(db, "pilot", [number + 1], NOON - timedelta(days=1)) == frozenset()


def test_only_what_was_handed_in_and_has_not_started_is_on_its_way(db: Database):
    started(db)
    proposal.begin(db, asking(), RISKY)
    handed_in = proposal.begin(db, asking(), RISKY).id
    proposal.submit(db, asking(), handed_in)

    assert [each.id for each in leaders.on_their_way(db, STELLA)] == [handed_in]


def test_a_question_is_open_until_its_own_number_is_answered_and_the_longest_open_comes_first(db: Database):
    one, other, none = started(db), started(db), started(db)
    for minute, number in enumerate((other, one, one)):
        echo.ask(db, asking(LATER + timedelta(minutes=minute)), number, "What did they say?")
    echo.reply(db, asking(LATER), one, 1, "Nothing.")
    echo.reply(db, asking(LATER), one, 1, "Nothing at all.")

    assert leaders.asked(db, STELLA) == [other, one]
    assert none not in leaders.asked(db, STELLA)

    echo.reply(db, asking(LATER), one, 2, "They smiled.")

    assert leaders.asked(db, STELLA) == [other]


def test_a_row_asks_to_look_as_soon_as_its_last_reading_says_walk_back(db: Database):
    number = started(db)
    kept_reading(db, asking(), number, "one.csv", evidence(Action.KEEP_GOING))
    (before,) = index.by_ids(db, [number])
    back = Recommendation(
        arm="card", action=Action.WALK_BACK, rule="primary_worse", message=sentence("learning-empty")
    )
    said = evidence(Action.WALK_BACK).model_copy(update={"recommendations": (back,)})
    kept_reading(db, asking(LATER), number, "two.csv", said)

    (row,) = index.by_ids(db, [number])

    assert (before.asks_to_look, row.asks_to_look, row.stage) == (False, True, Stage.RUNNING)


def test_a_draft_of_others_is_none_of_what_waits(db: Database):
    nora = add_person(
        db,
        asking(person=STELLA),
        Person(id=0, name="Nora", email="n@example.org", roles=frozenset({Role.LEADER})),
    )
    proposal.begin(db, asking(), RISKY)

    assert leaders.on_their_way(db, nora) == []
