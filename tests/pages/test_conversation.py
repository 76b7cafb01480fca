"""One conversation near the hinge: invited, told, and never in the way."""

from datetime import timedelta

import pytest

from registry.domain.advice import RECORDED_UNTIL
from registry.domain.experiment import Stage, stage
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal
from registry.domain.review_facts import Conversation
from registry.domain.risk import PercentOfRevenue, RiskProfile
from registry.sentences import day_text, say
from registry.web import session
from registry.web.clock import now
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

NEAR_HINGE = Proposal(
    idea=Idea(change="A call before each visit", whom="everybody"),
    answers=RiskProfile(
        exposure=50,
        people=2_000,
        undo_time="week",
        undo_cost=PercentOfRevenue(percent_of_revenue=0.005),
        money_at_risk=PercentOfRevenue(percent_of_revenue=0.02),
        harm="repairable",
        law="ordinary",
        promise="trial",
        data="untouched",
        spotlight="posts",
        detection="week",
        colleagues="habit",
        undo_control="another_team",
        duration_days=28,
    ),
)
TALK = ("field-talk_function", "field-talk_suggested")


@pytest.fixture(autouse=True)
def team(seeds: Seeds) -> None:
    seeds.works_in("Parcels", function="operations")


@pytest.fixture
def ravi(seeds: Seeds) -> Person:
    return seeds.joined("Ravi Reviewer", "Contracts", function="legal")


def tell(tab: Tab, function: str, suggested: str) -> None:
    """Write a conversation down."""
    tab.widgets("selectbox")[say("field-talk_function")].set_value(function)
    tab.widgets("text_area")[say("field-talk_suggested")].set_value(suggested)
    tab.press(say("conversation-keep"))


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """The page's clock goes ahead."""
    monkeypatch.setattr(session, "now", lambda: now() + by)


def test_near_the_hinge_a_conversation_is_invited_and_the_start_stays_open(seeds: Seeds):
    code = seeds.cleared(NEAR_HINGE)
    assert seeds.dossier(code).submission.near_hinge  # pyright: ignore[reportOptionalMemberAccess]
    tab = Tab("experiment", id=code)
    assert say("conversation-invite") in tab.shown

    tab.press(say("start-now"))

    assert tab.said("error") == []
    assert stage(seeds.dossier(code), now()) is Stage.RUNNING


def test_a_conversation_is_kept_with_its_function_day_and_suggestion_and_told_in_the_story(seeds: Seeds):
    code = seeds.cleared(NEAR_HINGE)
    tab = Tab("experiment", id=code)

    tell(tab, "legal", "Tell the night shift first.")

    (talk,) = seeds.dossier(code).all(Conversation)
    today = now().date()
    assert (talk.function, talk.on, talk.suggested) == ("legal", today, "Tell the night shift first.")
    assert say("conversation-with", function="legal", day=day_text(today)) in tab.shown
    assert "Tell the night shift first." in tab.said("text")
    assert say("conversation-invite") not in tab.shown


def test_only_other_functions_can_be_talked_to(seeds: Seeds):
    tab = Tab("experiment", id=seeds.cleared(NEAR_HINGE))

    options = tab.widgets("selectbox")[say("field-talk_function")].options

    assert "legal" in options
    assert "operations" not in options


def test_a_conversation_with_nobody_is_not_kept_and_what_was_typed_stays(seeds: Seeds):
    code = seeds.cleared(NEAR_HINGE)
    tab = Tab("experiment", id=code)
    tab.widgets("text_area")[say("field-talk_suggested")].set_value("Start on a Monday.")

    tab.press(say("conversation-keep"))

    assert tab.said("error") == [say("conversation-with-whom")]
    assert tab.written(say("field-talk_suggested"), kind="text_area") == "Start on a Monday."
    assert seeds.dossier(code).all(Conversation) == ()


def test_it_may_be_told_for_seven_days_after_the_start_and_then_nothing_reminds_of_it(
    seeds: Seeds, monkeypatch: pytest.MonkeyPatch
):
    code = seeds.running(NEAR_HINGE)
    started = seeds.dossier(code).pilot
    assert started is not None
    until = day_text((started.at + RECORDED_UNTIL).date())

    later(monkeypatch, timedelta(days=6, hours=23))
    tab = Tab("experiment", id=code)
    assert say("conversation-invite-running", day=until) in tab.shown
    tell(tab, "finance", "")

    assert len(seeds.dossier(code).all(Conversation)) == 1
    later(monkeypatch, timedelta(days=7, hours=1))
    after = Tab("experiment", id=code)
    assert say("conversation-keep") not in after.buttons
    assert "finance" in after.shown


def test_a_plain_two_way_door_invites_to_nothing(seeds: Seeds):
    tab = Tab("experiment", id=seeds.running(CARD))

    assert say("advice-title") not in tab.shown
    assert say("conversation-invite") not in tab.shown


def test_somebody_of_another_team_reads_the_conversation_and_is_not_asked_for_one(seeds: Seeds, ravi: Person):
    code = seeds.cleared(NEAR_HINGE)
    untold = Tab("experiment", browser=seeds.browser_of(ravi), id=code)
    seeds.talked_over(code, "legal", "Mind the wording.")

    tab = Tab("experiment", browser=seeds.browser_of(ravi), id=code)

    assert say("conversation-invite") not in untold.shown
    assert "Mind the wording." in tab.said("text")
    assert not any(say(field) in tab.widgets("selectbox") for field in TALK)


def test_beside_the_door_of_a_draft_the_conversation_is_invited_told_and_holds_nothing_up(seeds: Seeds):
    code = seeds.draft(NEAR_HINGE)
    tab = Tab("proposal", id=code)
    assert say("conversation-invite") in tab.shown

    tell(tab, "legal", "Tell the night shift first.")

    assert "Tell the night shift first." in tab.said("text")
    assert len(seeds.dossier(code).all(Conversation)) == 1
    tab.press(say("start-now"))
    assert stage(seeds.dossier(code), now()) is Stage.RUNNING
