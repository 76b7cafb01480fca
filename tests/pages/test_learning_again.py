"""The page that reads a learning: when to look again, what was said before, who used it, its family."""

from datetime import timedelta

import pytest

from registry.domain.facts import Learning
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person
from registry.sentences import day_text, say
from registry.web.clock import now
from tests.pages.learnings import ago, cited, helped, revised, taught, tried
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab, bare

MIND = "A printed card is answered as often as a handwritten one"


def folded(tab: Tab) -> list[str]:
    """The titles of what one may unfold."""
    return [bare(each.label) for each in tab.app.expander]


@pytest.fixture
def nora(seeds: Seeds) -> Person:
    """A colleague of another team than the local colleague."""
    seeds.works_in("Parcels", function="operations")
    return seeds.joined("Nora Neighbour", "Counter", function="finance")


def test_one_tap_says_that_it_still_holds_in_the_same_words(seeds: Seeds):
    due = ago(3).date()
    code = taught(seeds, days=400, look_again=due, journey={"topic": "web and app"})
    tab = Tab("learning", id=code)
    assert say("look-date", day=day_text(due)) in tab.shown

    tab.press(say("look-still-holds", code=code))

    first, second = seeds.dossier(code).all(Learning)
    assert second.tell_others == first.tell_others
    assert second.look_again is not None
    assert timedelta(days=150) < second.look_again - now().date() < timedelta(days=190)
    assert say("look-title") not in tab.shown
    assert say("revision-held", day=day_text(second.at.date())) in tab.shown


def test_what_still_holds_is_said_once_by_a_double_tap(seeds: Seeds):
    code = taught(seeds, look_again=ago(3).date())

    Tab("learning", id=code).press_twice(say("look-still-holds", code=code))

    assert len(seeds.dossier(code).all(Learning)) == 2


def test_of_two_who_look_at_once_the_second_is_told_of_the_first_revision(seeds: Seeds):
    code = taught(seeds, look_again=ago(3).date())
    one, other = Tab("learning", id=code), Tab("learning", id=code)
    revised(seeds, code, days=0, tell_others="Cards work once", look_again=ago(1).date())

    other.press(say("look-still-holds", code=code))

    assert other.said("error") == [say("learning-stale", code=code)]
    assert one.said("error") == []
    assert len(seeds.dossier(code).all(Learning)) == 2


def test_other_teams_read_why_it_is_worth_another_look_and_are_not_asked(seeds: Seeds, nora: Person):
    code = taught(seeds, look_again=ago(3).date())

    tab = Tab("learning", browser=seeds.browser_of(nora), id=code)

    assert say("look-title") in tab.shown
    assert say("look-still-holds", code=code) not in tab.buttons
    assert say("learning-write") not in tab.links


def test_what_would_change_our_mind_is_quoted_when_something_speaks_against_it(seeds: Seeds, nora: Person):
    code, other = taught(seeds, days=30, change_our_mind=MIND), tried(seeds)
    cited(seeds, code, other, Speaks.AGAINST, days=2)

    ours, theirs = Tab("learning", id=code), Tab("learning", browser=seeds.browser_of(nora), id=code)

    assert say("look-mind-yours", words=MIND) in ours.shown
    assert say("look-mind-theirs", words=MIND) in theirs.shown
    for tab in (ours, theirs):
        assert say("look-may-be", code=other, day=day_text(ago(2).date())) in tab.links


def test_what_speaks_against_it_is_told_where_nobody_said_what_would_change_a_mind(seeds: Seeds):
    code, other = taught(seeds, days=30), tried(seeds)
    cited(seeds, code, other, Speaks.AGAINST, days=2)

    assert say("look-against", code=other, day=day_text(ago(2).date())) in Tab("learning", id=code).links


def test_a_learning_elsewhere_in_those_words_is_told(seeds: Seeds, nora: Person):
    code = taught(seeds, days=30, change_our_mind=MIND)
    other = taught(
        seeds, 2, nora, "A printed card", tell_others="It is answered as often as a handwritten one"
    )

    tab = Tab("learning", id=code)

    assert say("look-mind-yours", words=MIND) in tab.shown
    assert say("look-may-be", code=other, day=day_text(ago(2).date())) in tab.links


def test_the_day_to_look_again_is_told_with_its_topic(seeds: Seeds):
    day = (now() + timedelta(days=40)).date()
    with_topic = taught(seeds, look_again=day, journey={"topic": "web and app"})
    without = taught(seeds, look_again=day)
    never = taught(seeds)

    told = say("learning-look_again-topic", day=day_text(day), topic="web and app", months=6)
    assert told in Tab("learning", id=with_topic).shown
    assert say("learning-look_again-on", day=day_text(day)) in Tab("learning", id=without).shown
    assert say("learning-look_again-none") in Tab("learning", id=never).shown


# What was said before, and who used it


def test_each_earlier_wording_is_kept_with_what_changed(seeds: Seeds):
    code = taught(seeds, days=30, tell_others="Cards work", next_step="More cards")
    assert say("revisions-title", count=1) not in folded(Tab("learning", id=code))

    revised(seeds, code, days=10, tell_others="Cards work once", next_step="More cards")

    tab = Tab("learning", id=code)
    assert say("revisions-title", count=1) in folded(tab)
    assert say("revision-changed", day=day_text(ago(10).date())) in tab.shown
    assert "Cards work" in tab.said("text")
    assert say("changed-learning-tell_others") in tab.said("caption")
    assert say("changed-learning-next_step") not in tab.said("caption")


def test_whom_it_helped_is_listed_and_drafts_of_other_teams_are_not(seeds: Seeds, nora: Person):
    code = taught(seeds, by=nora)
    theirs, ours = tried(seeds, nora, "Free parking"), seeds.draft()
    helped(seeds, theirs, code, 3, nora)
    helped(seeds, ours, code, 2)

    for_nora = Tab("learning", browser=seeds.browser_of(nora), id=code)
    for_us = Tab("learning", id=code)

    assert say("used-title", count=1) in for_nora.said("header")
    assert say("used-title", count=2) in for_us.said("header")
    assert f"{theirs} · Free parking" in for_nora.links
    assert ours not in for_nora.links + for_nora.shown


def test_where_it_helped_nobody_yet_the_page_says_how_that_is_told(seeds: Seeds):
    assert say("used-none") in Tab("learning", id=taught(seeds)).shown


# The family


def test_the_family_is_told_on_both_pages_and_can_be_copied(seeds: Seeds):
    first = taught(seeds)
    second = taught(seeds, came_from=first, change="Tea while people wait")

    for page in ("learning", "experiment"):
        tab = Tab(page, id=first)
        assert say("story-family") in tab.said("header")
        assert say("family-child", code=second, title="Tea while people wait") in tab.links
        assert f"{say('family-tries_bigger')} · {say('standing-emerging')}" in tab.said("caption")
        (text,) = [each.value for each in tab.app.code]
        assert text.splitlines() == [
            f"{first} · A handwritten card in the parcel (this one): Emerging",
            f"→ {second} · Tea while people wait: tries it bigger · Emerging",
        ]


def test_who_has_no_family_is_shown_none(seeds: Seeds):
    assert say("story-family") not in Tab("learning", id=taught(seeds)).said("header")
