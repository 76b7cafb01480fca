"""Two versions side by side: every field in the form's own words, people's words exactly as typed."""

from datetime import date

from streamlit.testing.v1 import AppTest

from registry.domain.organisation import Organisation
from registry.domain.proposal import Idea, Limits, Move, Proposal, QuickCheck, Quote, Voice
from registry.domain.risk import NAMES, RiskProfile
from registry.domain.submission import Yardstick
from registry.sentences import say
from registry.services.policy import policy
from tests.pages.tab import bare

BY = Yardstick(policy=policy(1), organisation=Organisation(places=40, yearly_revenue=1_000_000))
WRITTEN = Proposal(
    quote=Quote(words="# Nobody *ever*\n- says thank you", voice=Voice.OBSERVATION, source="phone"),
    move=Move.STOP,
    idea=Idea(change="a card", whom="guests", effect="come back", signal="orders"),
    quick_check=QuickCheck(
        small=True, back=False, annoyed=True, nothing_new=True, ours=True, places_used=2, weeks=4
    ),
    answers=RiskProfile.model_validate(
        {
            "exposure": 12.5,
            "people": 2_000,
            "undo_time": {"at_most": "day"},
            "undo_cost": {"percent_of_revenue": 0.01},
            "money_at_risk": {"at_most": {"percent_of_revenue": 0.05}},
            "harm": "annoyance",
            "law": "ordinary",
            "promise": "trial",
            "data": "untouched",
            "spotlight": "posts",
            "detection": "week",
            "colleagues": "habit",
            "undo_control": "us",
            "duration_days": "permanent",
        }
    ),
    limits=Limits(until=date(2026, 12, 19), cap="€20", stop_if="two complain"),
    expected="one in ten",
    whose_idea="Nora *Night*",
    levers=("switch", "cap_money"),
    levers_not_here=("volunteers",),
)


def everything() -> None:
    """A page that shows all there can be beside an empty draft."""
    from registry.domain.proposal import Proposal  # noqa: PLC0415
    from registry.web.side_by_side import show_versions  # noqa: PLC0415
    from tests.web.test_side_by_side import BY, WRITTEN  # noqa: PLC0415

    show_versions(Proposal(), Proposal(), WRITTEN, BY)


def test_every_field_is_told_in_the_words_of_the_form():
    page = AppTest.from_function(everything).run()

    labels = {bare(each.value)[2:-2] for each in page.markdown if each.value.startswith("**")}
    values = [bare(each.value) for each in (*page.markdown, *page.text)]
    fields = ("words", "voice", "source", "move", "change", "whom", "effect", "signal", "weeks")
    assert not page.exception
    assert labels == {
        *(say(f"field-{name}") for name in (*fields, "until", "cap", "stop_if", "expected", "whose_idea")),
        *(say(f"field-{name}") for name in ("levers", "levers_not_here")),
        say("field-places", total=40, word="stores"),
        *(say(f"quick-{name}") for name in ("small", "back", "annoyed", "nothing_new", "ours")),
        *(say(f"question-{name}") for name in NAMES),
    }
    assert {
        say("voice-observation"),
        say("move-stop"),
        say("row-true"),
        say("row-not-true"),
        "19 December 2026",
        "12.5 %",
        "2,000",
        "4",
        "at most a day",
        "petty cash (up to € 100)",
        "at most petty cash (up to € 500)",
        say("answer-harm-annoyance"),
        say("answer-duration_days-permanent"),
        "Build a switch / Cap the money",
        say("lever-volunteers"),
        say("draft-nothing"),
    } <= set(values)


def test_peoples_words_are_shown_as_they_typed_them_and_never_as_markdown():
    page = AppTest.from_function(everything).run()

    typed = [each.value for each in page.text]
    assert WRITTEN.quote.words in typed
    assert {"phone", "a card", "€20", "two complain", "one in ten", "Nora *Night*"} <= set(typed)


def a_sum() -> None:
    """A page that shows an amount of money which nobody can compare with a revenue yet."""
    from registry.domain.proposal import Proposal  # noqa: PLC0415
    from registry.domain.risk import RiskProfile  # noqa: PLC0415
    from registry.web.side_by_side import show_versions  # noqa: PLC0415
    from tests.nouns import YARDSTICK  # noqa: PLC0415

    show_versions(Proposal(), Proposal(), Proposal(answers=RiskProfile(undo_cost=1_500)), YARDSTICK)


def test_an_amount_without_a_known_revenue_is_told_as_the_amount():
    page = AppTest.from_function(a_sum).run()

    assert not page.exception
    assert "1,500" in [each.value for each in page.markdown]
