"""What we know: a leader reads what is new, what we believe, what surprised us, and what waits."""

from typing import Any

import pytest

from registry.domain.facts import Choice, Sponsorship
from registry.domain.finding import Thing
from registry.domain.journey import Journey
from registry.domain.organisation import Organisation
from registry.domain.person import Person, Role
from registry.domain.proposal import Idea, Proposal
from registry.domain.risk import RiskProfile
from registry.sentences import day_text, say
from registry.web.clock import now
from tests.nouns import CARD, PHONE_LINE
from tests.pages.known import Known
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

WAITS, PERSON = "Nobody waits without knowing for how long.", "You are a person to us, not a number."
MARKUP = "**Two** of <b>ten</b> :smile: ![](https://example.org/x.png)"


@pytest.fixture
def known(seeds: Seeds) -> Known:
    known = Known(seeds.home)
    known.works_in("Parcels", function="operations")
    known.described(Organisation(customers=180_000, promises=(WAITS, PERSON)))
    return known


@pytest.fixture
def lena(known: Known) -> Person:
    """A leader of another team."""
    return known.joined("Lena Leader", "Management", Role.LEADER)


def serving(promise: str, change: str = "A handwritten card in the parcel") -> Proposal:
    """A small idea that serves a *promise*."""
    idea = Idea(change=change, whom="first orders", effect="they come back")
    return CARD.model_copy(update={"idea": idea, "journey": Journey(promise=promise)})


def learned(known: Seeds, promise: str, text: str, choice: Choice = Choice.KEEP_HERE) -> str:
    code = known.decided(serving(promise, f"An idea: {text}"), choice=choice)
    known.learned(code, text)
    return code


def know(known: Seeds, person: Person, **address: str) -> Tab:
    return Tab("leaders", browser=known.browser_of(person), **address)


def listed(known: Known, person: Person, of: str, **address: str) -> Tab:
    """The list behind one number, as *person* sees it."""
    return Tab("list", browser=known.browser_of(person), of=of, **address)


def copied(tab: Tab) -> list[str]:
    """What each “Copy as text” of the page holds."""
    blocks: Any = tab.app.get("code")
    return [str(each.value) for each in blocks]


def labels(tab: Tab) -> dict[str, Any]:
    """The links of the page, by what they say."""
    return dict.fromkeys(tab.links.splitlines())


# On top


def test_an_empty_registry_has_nothing_new_and_says_what_will_stand_here(known: Known, lena: Person):
    tab = know(known, lena)

    assert say("news-first") in tab.shown
    for name in ("started", "surprised", "for_you"):
        assert say(f"news-{name}", count=0) in tab.shown
    for sentence in ("believed-nothing", "surprised-nothing", "waiting-nothing"):
        assert say(sentence) in tab.shown


def test_each_of_the_three_sentences_opens_its_list(known: Known, lena: Person):
    known.running(serving(WAITS, "A bench"))
    surprising = learned(known, WAITS, "Benches calm people.")
    known.handed_in()

    tab = know(known, lena)

    for name, count in (("started", 2), ("surprised", 1), ("for_you", 1)):
        assert say(f"news-{name}", count=count) in labels(tab)
    behind = listed(known, lena, "surprised")
    assert surprising in behind.links
    assert "A bench" not in behind.links
    assert listed(known, lena, "started").links.count("CX-") == 2
    assert say("for-you-sponsor") in listed(known, lena, "for_you").shown


def test_what_was_seen_on_an_earlier_visit_is_not_new(known: Known, lena: Person):
    known.running()
    long_ago = now().replace(year=now().year - 1)
    since = long_ago.isoformat()

    assert listed(known, lena, "started", since=since).links.count("CX-") == 1
    tomorrow = now().replace(year=now().year + 1).isoformat()
    assert "CX-" not in listed(known, lena, "started", since=tomorrow).links


@pytest.mark.parametrize("since", ["", "yesterday", "99999-01-01", "0001-01-01T00:00:00+23:00", "2026-01-01"])
def test_no_moment_in_the_address_makes_the_list_fail(known: Known, lena: Person, since: str):
    known.running()

    assert "CX-1" in listed(known, lena, "started", since=since).links


def test_an_unknown_list_says_that_there_is_none(known: Known, lena: Person):
    assert listed(known, lena, "winners").said("title") == [say("list-unknown")]


def test_what_waits_for_somebody_depends_on_who_they_are(known: Known, lena: Person):
    code = known.handed_in()
    ravi = known.joined("Ravi Reviewer", "Contracts", Role.REVIEWER, function="legal")
    nora = known.joined("Nora Neighbour", "Counter")

    assert say("for-you-review") in listed(known, ravi, "for_you").shown
    assert say("news-for_you-list", count=0) in listed(known, nora, "for_you").shown
    assert code in listed(known, lena, "for_you").links


# What we now believe


def test_what_we_believe_stands_under_its_promise_with_its_standing_and_what_speaks_for_it(
    known: Known, lena: Person
):
    code = learned(known, PERSON, "Sign with a first name.")
    loose = learned(known, "", "Ink smudges.")

    tab = know(known, lena)

    assert tab.said("subheader")[:2] == [PERSON, say("believed-untied")]
    assert {"Sign with a first name.", "Ink smudges."} <= set(labels(tab))
    assert say("standing-emerging") in tab.shown
    noticed = say("believed-for", what=say("known-noticed", count=1))
    for each in (code, loose):
        assert f"{noticed}; {say('believed-against', what=say('believed-none'))} · {each}" in tab.shown
    assert say("believed-open", promises=WAITS) in tab.shown


def test_five_of_each_promise_are_shown_and_the_way_to_all(known: Known, lena: Person):
    for number in range(7):
        learned(known, WAITS, f"Learning number {number}.")

    tab = know(known, lena)

    assert len([line for line in labels(tab) if line.startswith("Learning number")]) == 5
    assert say("believed-all", count=7) in labels(tab)
    found = Tab("search", browser=known.browser_of(lena), thing=Thing.LEARNING, promise=WAITS)
    assert say("search-found-newest", count=7) in found.shown


def test_what_is_not_tied_to_a_promise_has_a_list_of_its_own(known: Known, lena: Person):
    for number in range(6):
        learned(known, "", f"Learning number {number}.")

    assert say("believed-all", count=6) in labels(know(known, lena))
    assert listed(known, lena, "untied").links.count("CX-") == 6


def test_words_of_people_are_shown_as_they_typed_them(known: Known, lena: Person):
    learned(known, MARKUP, MARKUP, Choice.WALK_BACK)

    tab = know(known, lena)

    assert MARKUP in tab.links
    assert MARKUP in tab.said("subheader")
    assert MARKUP in "\n".join(copied(tab))


# What surprised us


def test_a_walked_back_experiment_tells_its_surprise_and_how_many_never_met_it(known: Known, lena: Person):
    answers = RiskProfile(people=400, exposure=1)
    idea = serving(WAITS).model_copy(update={"answers": answers})
    code = known.decided(idea, expected="Ten come back.", choice=Choice.WALK_BACK)
    known.learned(code, "Nobody read the card.")

    tab = know(known, lena)

    assert say("surprised-walked_back", day=day_text(now().date())) in tab.shown
    assert "Nobody read the card." in tab.said("markdown")
    assert say("surprise-expected", who=say("surprise-by-team"), what="Ten come back.") in tab.shown
    assert "customers never met it" in tab.shown


def test_one_that_nobody_has_told_of_is_there_and_says_so(known: Known, lena: Person):
    known.decided(choice=Choice.WALK_BACK)

    assert say("surprised-not-told") in know(known, lena).shown


def test_money_is_told_only_where_somebody_signed_it(known: Known, lena: Person):
    code = learned(known, WAITS, "Nobody read the card.", Choice.WALK_BACK)
    assert "€" not in know(known, lena).shown

    known.estimated(code, lena, 38_000, "Two people for a year.")

    signed = {"currency": "€", "amount": 38_000.0, "name": lena.name, "day": day_text(now().date())}
    assert say("cost-in-one-sentence", how="Two people for a year.", **signed) in know(known, lena).shown


def test_three_walked_back_and_two_others_are_shown_and_the_way_to_all(known: Known, lena: Person):
    for number in range(4):
        learned(known, WAITS, f"Back {number}.", Choice.WALK_BACK)
        learned(known, WAITS, f"Kept {number}.")

    tab = know(known, lena)

    assert len([line for line in tab.said("markdown") if line.startswith("Back ")]) == 3
    assert len([line for line in tab.said("markdown") if line.startswith("Kept ")]) == 2
    assert say("surprised-all", count=8) in labels(tab)
    assert listed(known, lena, "surprises").links.count("CX-") == 8


# What waits


def test_a_leader_stands_up_for_a_one_way_door_with_one_tap(known: Known, lena: Person):
    code = known.handed_in()
    tab = know(known, lena)
    assert say("waiting-sponsor") in tab.shown

    tab.press(say("sponsor-stand-up"))

    assert [fact.by for fact in known.dossier(code).all(Sponsorship)] == [lena.id]
    assert say("waiting-sponsor") not in tab.shown
    assert say("sponsor-stand-up") not in tab.buttons


def test_a_question_is_asked_right_there_and_waits_for_its_answer(known: Known, lena: Person):
    code = known.handed_in()
    tab = know(known, lena)
    tab.app.session_state[f"echo-{code}-open"] = True
    tab.run()

    tab.choose(say("field-echo_kind"), "ask")
    tab.write(say("field-echo_ask"), "What did the first callers say?", "text_area")
    tab.press(say("echo-ask-send"))

    assert say("waiting-questions", count=1) in tab.shown
    assert "“What did the first callers say?”" in tab.shown


def test_who_is_about_to_review_reads_nobody_elses_question(known: Known, lena: Person):
    code = known.handed_in()
    known.asks(code, "Who is hurt most?", lena)
    ravi = known.joined("Ravi Reviewer", "Contracts", Role.REVIEWER, function="legal")

    assert "Who is hurt most?" in know(known, lena).shown
    assert "Who is hurt most?" not in know(known, ravi).shown
    assert "Who is hurt most?" not in "\n".join(copied(know(known, ravi)))


def test_a_draft_of_another_team_is_nowhere(known: Known, lena: Person):
    known.draft(serving(WAITS, "A secret bench"))
    known.draft(PHONE_LINE)

    tab = know(known, lena)

    assert "A secret bench" not in tab.links + tab.shown + "\n".join(copied(tab))
    assert say("waiting-nothing") in tab.shown


# As text


def test_every_block_copies_as_text(known: Known, lena: Person):
    learned(known, PERSON, "Sign with a first name.", Choice.WALK_BACK)
    known.handed_in()

    news, believed, waiting, surprised = copied(know(known, lena))

    assert news.startswith(say("news-first"))
    assert believed.startswith(say("believed-title"))
    assert PERSON in believed
    assert "- Sign with a first name. (Emerging; for: 1 noticed; against: none; CX-1)" in believed
    assert say("waiting-sponsor") in waiting
    assert say("surprised-walked_back", day=day_text(now().date())) in surprised


def test_a_list_of_surprises_says_what_surprised(known: Known, lena: Person):
    code = known.decided()
    known.learned(code, "They answered the person.")

    assert "They answered the person." in listed(known, lena, "surprises").said("text")
