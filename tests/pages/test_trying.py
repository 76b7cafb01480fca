"""How healthy the trying is: nothing is told of fewer than five people, and every figure opens its list."""

from datetime import timedelta

import pytest

from registry.domain.trying import Figure
from registry.domain.twelve_weeks import finished
from registry.sentences import say
from registry.web import session
from registry.web.clock import now
from tests.pages.known import Known
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def tried_by(seeds: Seeds, people: int) -> None:
    """One small idea for each of *people* colleagues, decided now, and told by the first three."""
    known = Known(seeds.home)
    for number in range(people):
        someone = known.joined(f"P{number} Person", f"Team {number}")
        code = known.decided_by(someone)
        if number < 3:
            known.told_by(someone, code, "It was wet.")


@pytest.fixture
def in_twelve_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is opened when the period of today is over."""
    later = now() + timedelta(weeks=12)
    monkeypatch.setattr(session, "now", lambda: later)


def test_four_people_stay_hidden(seeds: Seeds, in_twelve_weeks: None):
    tried_by(seeds, 4)

    tab = Tab("trying")

    assert say("trying-too-few") in tab.shown
    assert "of 4" not in tab.links + tab.shown


def test_of_five_people_every_figure_is_told_with_what_it_is_about_and_opens_its_list(
    seeds: Seeds, in_twelve_weeks: None
):
    tried_by(seeds, 5)

    tab = Tab("trying")

    assert say("trying-surprise", count=3, of=5) in tab.links
    assert say("trying-two_way", count=5, of=5) in tab.links
    assert say("trying-to_start", fewest=0, most=0, of=5) in tab.links
    told = Tab("list", of=Figure.SURPRISE)
    assert told.links.count("CX-") == 3
    period = finished((now() + timedelta(weeks=12)).date(), 1)[0].first.isoformat()
    assert Tab("list", of=Figure.TO_START, first=period).links.count("CX-") == 5


def test_a_period_that_still_runs_is_not_told(seeds: Seeds):
    tried_by(seeds, 5)

    assert say("trying-too-few") in Tab("trying").shown


@pytest.mark.parametrize("first", ["2026-13-01", "2020-01-06", "all"])
def test_the_list_of_a_period_that_is_not_told_lists_nothing(seeds: Seeds, in_twelve_weeks: None, first: str):
    tried_by(seeds, 5)

    tab = Tab("list", of=Figure.SURPRISE, first=first)

    assert tab.said("title") == [say("trying-too-few")]
    assert "CX-" not in tab.links


def test_the_list_of_a_figure_of_four_people_lists_nothing(seeds: Seeds, in_twelve_weeks: None):
    tried_by(seeds, 4)

    assert "CX-" not in Tab("list", of=Figure.SURPRISE).links
