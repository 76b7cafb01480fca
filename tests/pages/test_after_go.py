"""After “go” a team finds what it takes along, for as long as the pilot runs; a telephone shows it folded."""

from dataclasses import replace
from typing import Any

import pytest

from registry.sentences import say
from tests.nouns import PLAN
from tests.pages.seeds import Seeds
from tests.pages.tab import Browser, Tab, local_browser

PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)
DESK = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def message(tab: Tab) -> str:
    """The message to copy; empty where there is none."""
    blocks: Any = tab.app.get("code")
    return "\n".join(each.value for each in blocks)


def folded(browser: Browser, code: str) -> bool:
    """Whether *browser* shows the place for the team folded."""
    places: Any = Tab("experiment", browser=browser, id=code).app.expander
    (place,) = (each for each in places if each.label == say("after-go-title"))
    return not place.proto.expanded


def test_a_message_for_the_team_says_what_until_when_and_where(seeds: Seeds):
    code = seeds.running()
    tab = Tab("experiment", id=code)

    assert "A handwritten card in the parcel" in message(tab)
    assert message(tab).endswith(f"/experiment?id={code}")
    assert {say("after-go-sheet"), say("after-go-calendar")} <= set(tab.widgets("download_button"))


def test_a_pilot_with_numbers_has_it_too(seeds: Seeds):
    # PLAN itself ends on a day that may be over.
    open_ended = PLAN.model_copy(update={"start": None, "end": None})

    assert message(Tab("experiment", id=seeds.running(plan=open_ended)))


def test_before_the_start_and_after_the_end_nothing_of_it_is_shown(seeds: Seeds):
    for code in (seeds.draft(), seeds.cleared(), seeds.ended(PLAN), seeds.decided()):
        assert not message(Tab("experiment", id=code))


@pytest.mark.parametrize(("agent", "is_folded"), [(PHONE, True), (DESK, False), ("", False)])
def test_a_telephone_shows_it_folded(seeds: Seeds, agent: str, is_folded: bool):
    code = seeds.running()

    assert folded(replace(local_browser(), headers=(("User-Agent", agent),)), code) is is_folded
