"""The huddle card of a registry: never a draft, never a name without consent, calm when empty."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from registry.domain.huddle import Card, Gratitude, Skipped
from registry.domain.person import Person
from registry.domain.standing import Standing
from registry.sentences import say
from registry.services import echo, proposal
from registry.services.agreement import agree_to_be_named
from registry.services.anniversary import remembered, remembered_line
from registry.services.huddle import huddle
from registry.services.huddle_sheet import card_html, card_text, pieces
from registry.store.database import Database
from tests.nouns import NOON
from tests.services.week import DAY, begun, idea, learned, olga

TODAY = NOON.date()
TOMORROW = TODAY + DAY
HOSTILE = '<script>alert(1)</script> **bold** \u202eturned & "quoted"'


def test_an_empty_registry_has_one_calm_sentence(db: Database):
    proposal.begin(db, olga(), idea("a secret plan", "Nobody may know"))

    card = huddle(db, TODAY)

    assert card == Card(TODAY)
    assert card.is_empty
    assert say("huddle-empty") in card_text(card)
    assert say("huddle-empty") in card_html(card)
    assert "secret" not in card_text(card)


def test_the_card_tells_a_customers_story_a_learning_and_a_thanks(db: Database):
    number = learned(db, idea("signing the card", "Who wrote this?"), "Sign with a first name")
    echo.thank(db, olga(), number, "You told us what did not work")

    card = huddle(db, TOMORROW)

    assert card.story is not None
    assert card.learning is not None
    assert (card.story.words, card.story.came.id) == ("Who wrote this?", "huddle-came-keep_here")
    assert (card.learning.words, card.learning.standing) == ("Sign with a first name", Standing.EMERGING)
    assert card.thanks == Gratitude(number, "signing the card", "You told us what did not work")


def test_the_card_is_the_same_all_day_and_another_one_the_next(db: Database):
    for number in range(5):
        learned(db, idea(f"idea {number}", f"words {number}"), f"sentence {number}")

    before = huddle(db, TODAY + 3 * DAY)
    learned(db, idea("new", "new words"), "a new sentence", NOON + 3 * DAY)

    assert huddle(db, TODAY + 3 * DAY) == before
    next_day = huddle(db, TODAY + 4 * DAY)
    assert next_day.learning is not None
    assert next_day.learning.words == "a new sentence"
    later = [huddle(db, TODAY + n * DAY) for n in range(4, 12)]
    assert all(one.story != other.story for one, other in pairwise(later))
    assert all(one.learning != other.learning for one, other in pairwise(later))


def test_another_one_of_one_part_leaves_the_others(db: Database):
    for number in range(3):
        learned(db, idea(f"idea {number}", f"words {number}"), f"sentence {number}")

    shown = [huddle(db, TOMORROW, Skipped(learning=skipped)) for skipped in range(4)]

    assert len({card.learning for card in shown[:3]}) == 3
    assert shown[3].learning == shown[0].learning
    assert all(card.story == shown[0].story for card in shown)


def test_while_nothing_was_decided_a_running_idea_is_the_story(db: Database):
    begun(db, idea("signing the card", "Who wrote this?"))

    story = huddle(db, TOMORROW).story

    assert story is not None
    assert story.came.id == "huddle-came-running"


def test_thanks_name_somebody_only_while_they_agree_to_it(db: Database, nora: Person):
    number = begun(db, idea("a card"))
    agree_to_be_named(db, olga(person=nora), agrees=True)
    echo.thank(db, olga(), number, "You stayed late", nora.id)

    said = [card_text(huddle(db, TOMORROW))]
    for agrees in (False, True):
        agree_to_be_named(db, olga(person=nora), agrees=agrees)
        said.append(card_text(huddle(db, TOMORROW)))

    assert ["Nora" in each for each in said] == [True, False, True]
    assert all("You stayed late" in each for each in said)


def test_thanks_whose_words_name_somebody_who_did_not_agree_stay_where_they_were_said(
    db: Database, nora: Person
):
    number = begun(db, idea("a card"))
    echo.thank(db, olga(), number, "Thank you, Nora")

    before = huddle(db, TOMORROW).thanks
    agree_to_be_named(db, olga(person=nora), agrees=True)

    assert before is None
    assert huddle(db, TOMORROW).thanks is not None


def test_what_people_wrote_is_never_read_as_markup(db: Database):
    number = learned(db, idea(HOSTILE, HOSTILE), HOSTILE)
    echo.thank(db, olga(), number, HOSTILE)
    card = huddle(db, TOMORROW)

    page = card_html(card)

    assert len(pieces(card)) == 3
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 4
    assert "http" not in page.replace("Content-Security-Policy", "").replace("http-equiv", "")
    for line in card_text(card).splitlines():
        assert line.count("\u202e") == 0


def test_a_very_long_text_is_cut_on_the_card(db: Database):
    learned(db, idea("a card", "So much. " * 400), "A sentence that goes on. " * 150)

    text = card_text(huddle(db, TOMORROW))

    assert len(text) < 1_500
    assert text.count("…") >= 2


@pytest.mark.parametrize("years", [1, 2, 10])
def test_a_year_later_it_is_remembered_with_what_was_learned(db: Database, years: int):
    learned(db, idea("signing the card"), "Sign with a first name")
    proposal.begin(db, olga(), idea("a secret plan"))
    on = TODAY.replace(year=TODAY.year + years)

    (found,) = remembered(db, on, on, 5)

    assert (found.anniversary.milestone, found.anniversary.years) == ("learned", years)
    line = remembered_line(found)
    assert "Sign with a first name" in line
    assert line.startswith("A year ago today" if years == 1 else f"{years} years ago today")
    assert "2026" in remembered_line(found, is_today=False)
    assert remembered(db, on + timedelta(days=1), on + timedelta(days=1), 5) == []


def test_the_29th_of_february_is_found_in_years_that_have_none(db: Database):
    leap = NOON.replace(year=2028, month=2, day=29)
    number = begun(db, idea("a card"), leap)

    found = remembered(db, date(2029, 2, 28), date(2029, 2, 28), 5)

    assert [each.anniversary.experiment for each in found] == [number]
    assert remembered(db, date(2029, 3, 1), date(2029, 3, 1), 5) == []
