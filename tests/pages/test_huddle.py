"""The huddle card on its page: reached from Today, sent by its address, and calm where there is nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from registry.domain.anniversary import years_ago
from registry.sentences import day_text, say
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def today():
    return datetime.now(UTC).date()


def read_aloud(tab: Tab) -> str:
    """What stands on the card in large letters, and below it."""
    return "\n".join(
        str(each.proto.body) for each in tab.app.get("html") if "huddle-" in str(each.proto.body)
    )


def parts(tab: Tab) -> list[str]:
    """The names of the parts that the card has."""
    return [
        name for name in ("story", "learning", "thanks") if f'class="huddle huddle-{name}"' in read_aloud(tab)
    ]


def taught(seeds: Seeds, *sentences: str) -> None:
    """Experiments that taught these *sentences*."""
    for sentence in sentences:
        seeds.learned(seeds.decided(), sentence)


def test_an_empty_registry_says_so_calmly(seeds: Seeds):
    tab = Tab("huddle")

    assert say("huddle-empty") in tab.shown
    assert parts(tab) == []
    assert tab.buttons == set()


def test_a_draft_is_never_read_to_a_room(seeds: Seeds):
    seeds.draft()

    tab = Tab("huddle")

    assert say("huddle-empty") in tab.shown


def test_today_leads_to_the_card_and_the_card_back_to_today(seeds: Seeds):
    taught(seeds, "Sign with a first name")
    tab = Tab()

    tab.press(say("huddle-open"))

    assert tab.said("title") == [say("huddle-title", day=day_text(today()))]
    assert parts(tab) == ["story", "learning"]
    assert "Sign with a first name" in read_aloud(tab)
    assert say("huddle-back") in tab.links


def test_another_one_stands_in_an_address_that_can_be_sent(seeds: Seeds):
    taught(seeds, "The first sentence", "The second sentence")
    tomorrow = (today() + timedelta(days=1)).isoformat()
    tab = Tab("huddle", day=tomorrow)
    before = read_aloud(tab)

    tab.press(say("huddle-another-learning"))

    address = {name: str(value) for name, value in tab.app.query_params.items()}
    assert read_aloud(tab) != before
    sent = Tab("huddle", day=tomorrow, learning="1")
    assert read_aloud(sent) == read_aloud(tab)
    assert set(address) == {"day", "learning"}


def test_an_address_that_is_nonsense_shows_today(seeds: Seeds):
    taught(seeds, "Sign with a first name")
    plain = read_aloud(Tab("huddle"))

    for day in ("yesterday", "2026-02-30", "<b>", "9" * 40, "9999-12-31", "0001-01-01"):
        tab = Tab("huddle", day=day, story="-1", learning="x", thanks="9" * 40)

        assert tab.said("info") == [say("huddle-day-unknown", day=day[:20])]
        assert read_aloud(tab) == plain


def test_the_card_is_there_as_text_to_copy(seeds: Seeds):
    taught(seeds, "Sign with a first name")

    tab = Tab("huddle")

    (code,) = tab.app.code
    assert "Sign with a first name" in code.value
    assert say("huddle-story") in code.value


def test_today_remembers_a_year_ago_in_two_lines_at_most(seeds: Seeds, monkeypatch: pytest.MonkeyPatch):
    taught(seeds, "One", "Two", "Three")
    now = datetime.now(UTC)
    later = (now + timedelta(days=days) for days in (365, 366))
    in_a_year = next(each for each in later if years_ago(now.date(), each.date()) == 1)
    monkeypatch.setattr("registry.web.session.now", lambda: in_a_year)

    tab = Tab()

    lines = [line for line in tab.links.splitlines() if say("anniversary-today", years=1) in line]
    assert len(lines) == 2
