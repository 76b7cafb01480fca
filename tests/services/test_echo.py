"""What comes back is kept once, told to the team it is for, and names nobody who did not agree."""

from datetime import timedelta

import pytest

from registry.domain.echo import NothingSaid, NotNamed
from registry.domain.facts import CostEstimate, Heard, Question, Reply, Thanks
from registry.domain.person import Person
from registry.domain.reuse import TOLD_FOR
from registry.domain.steps import WrongStage
from registry.domain.text import PAGE, TooLong
from registry.services import echo
from registry.services.agreement import agree_to_be_named
from registry.services.came_back import questions_for, thanks_for
from registry.services.person import change_person
from registry.store import agreements, experiments, history
from registry.store.database import Database
from tests.nouns import NOON, OLGA, STELLA, asking
from tests.services.situations import decided, drafted, running

LATER = NOON + timedelta(days=1)


def test_a_double_click_says_it_once(db: Database, nora: Person):
    number = running(db)

    for _ in range(2):
        echo.thank(db, asking(person=nora, click="thanks"), number, "Thank you")
        echo.ask(db, asking(person=nora, click="ask"), number, "How many?")

    dossier = experiments.dossier(db, number)
    assert (len(dossier.all(Thanks)), len(dossier.all(Question))) == (1, 1)


def test_what_is_too_long_or_empty_is_refused_and_nothing_is_kept(db: Database, nora: Person):
    number = running(db)

    with pytest.raises(TooLong):
        echo.ask(db, asking(person=nora), number, "x" * (PAGE + 1))
    with pytest.raises(NothingSaid):
        echo.hear(db, asking(person=nora), number, " ", "counter")

    dossier = experiments.dossier(db, number)
    assert (dossier.all(Question), dossier.all(Heard)) == ((), ())


def test_a_question_waits_for_its_team_and_no_other_until_it_is_answered(
    db: Database, tom: Person, nora: Person
):
    number = running(db)
    echo.ask(db, asking(person=nora), number, "How many?")
    echo.ask(db, asking(LATER, nora), number, "What then?")

    waiting = questions_for(db, tom)
    echo.reply(db, asking(person=tom), number, 1, "Two of ten")
    echo.reply(db, asking(person=tom), number, 1, "Three by now")

    assert [each.question.words for each in waiting] == ["How many?", "What then?"]
    assert questions_for(db, nora) == ()
    assert [each.question.words for each in questions_for(db, OLGA)] == ["What then?"]
    echo.reply(db, asking(person=tom), number, 2, "They came back")
    assert questions_for(db, OLGA) == ()
    assert len(experiments.dossier(db, number).all(Reply)) == 3


def test_thanks_reach_the_team_for_thirty_days_and_not_who_said_them(db: Database, tom: Person, nora: Person):
    number = running(db)
    echo.thank(db, asking(person=nora), number, "Thank you")
    echo.thank(db, asking(LATER, tom), number, "Thank you all")

    assert [each.thanks.words for each in thanks_for(db, OLGA, LATER)] == ["Thank you all", "Thank you"]
    assert [each.thanks.words for each in thanks_for(db, tom, LATER)] == ["Thank you"]
    assert thanks_for(db, nora, LATER) == ()
    assert [each.thanks.words for each in thanks_for(db, OLGA, LATER + TOLD_FOR)] == ["Thank you all"]
    assert thanks_for(db, OLGA, LATER + TOLD_FOR + timedelta(seconds=1)) == ()


def test_nobody_is_thanked_by_name_before_they_agree_nor_after_they_took_it_back(
    db: Database, tom: Person, nora: Person
):
    number = running(db)
    with pytest.raises(NotNamed):
        echo.thank(db, asking(person=nora), number, "Thank you", tom.id)

    agree_to_be_named(db, asking(person=tom), agrees=True)
    echo.thank(db, asking(person=nora), number, "Thank you", tom.id)
    assert (agreements.agreed(db), agreements.named(db)) == ({tom.id}, {tom.id: tom.name})

    agree_to_be_named(db, asking(person=tom), agrees=False)
    with pytest.raises(NotNamed):
        echo.thank(db, asking(person=nora), number, "Thank you again", tom.id)
    assert (agreements.agreed(db), agreements.named(db)) == (frozenset(), {})


def test_who_has_left_is_named_no_more_because_they_could_not_take_it_back(db: Database, tom: Person):
    agree_to_be_named(db, asking(person=tom), agrees=True)

    change_person(db, asking(person=STELLA), tom.model_copy(update={"has_left": True}))

    assert (agreements.agreed(db), agreements.named(db)) == (frozenset(), {})


def test_the_history_does_not_tell_who_was_thanked(db: Database, tom: Person, nora: Person):
    number = running(db)
    agree_to_be_named(db, asking(person=tom), agrees=True)

    echo.thank(db, asking(person=nora), number, "For the second letter", tom.id)

    last = history.events(db, number)[-1]
    assert last.verb == "thank"
    assert [change.after for change in last.changes] == ["For the second letter"]
    assert last.whom is None


def test_a_draft_that_nobody_handed_in_hears_nothing_even_from_its_team(db: Database):
    with pytest.raises(WrongStage):
        echo.thank(db, asking(), drafted(db), "Thank you")


def test_the_latest_estimate_counts_and_the_earlier_ones_stay(db: Database, nora: Person):
    number = decided(db)

    echo.estimate_cost(db, asking(person=nora), number, 900, "Two a card")
    dossier = echo.estimate_cost(db, asking(), number, 120_000.5, "With the hours")

    latest = dossier.latest(CostEstimate)
    assert latest is not None
    assert (latest.amount, latest.by) == (120_000.5, OLGA.id)
    assert len(dossier.all(CostEstimate)) == 2
