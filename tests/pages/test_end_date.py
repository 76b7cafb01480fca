"""How long it runs and until when: the form lets no two answers stand that say something else."""

from datetime import UTC, date, datetime, timedelta

import pytest

from registry.domain.proposal import Limits, Proposal
from registry.domain.risk import PERMANENT, RiskProfile
from registry.sentences import day_text, say
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

NOT_SMALL = CARD.model_copy(
    update={
        "quick_check": CARD.quick_check.model_copy(update={"small": False}),
        "answers": RiskProfile.model_validate({"exposure": 1, "people": 200}),
    }
)
"""Two-way, however long it runs."""

QUESTION, DAYS = say("question-duration_days"), say("exactly-duration_days")


def today() -> date:
    return datetime.now(UTC).date()


def lasting(answer: int | str | None, until: date | None = None) -> Proposal:
    """NOT_SMALL, with *answer* to how long, and an end date."""
    answers = NOT_SMALL.answers.with_answer("duration_days", answer)
    return NOT_SMALL.model_copy(update={"answers": answers, "limits": Limits(until=until)})


def differs(days: int, above: str, *, has_day: bool = True) -> str:
    """What stands beside an end date in *days* days."""
    day = day_text(today() + timedelta(days=days)) if has_day else ""
    values = {"day": day, "has_day": "yes" if has_day else "no", "above": above}
    return say("end-date-differs", days=days, **values)


def takes(days: int) -> str:
    return say("end-date-is-answer", days=days)


def test_an_open_answer_is_taken_from_the_end_date(seeds: Seeds):
    code = seeds.draft(lasting(None))
    tab = Tab("proposal", id=code)
    assert differs(28, "open") in tab.shown

    tab.press(takes(28))

    assert differs(28, "open") not in tab.shown
    assert tab.written(QUESTION, "radio") == 0
    assert seeds.dossier(code).proposal.answers.duration_days == 28


@pytest.mark.parametrize(
    ("answered", "days", "above"), [(90, 14, "longer"), (28, 60, "shorter"), (PERMANENT, 14, "longer")]
)
def test_an_end_date_that_differs_from_the_answer_takes_its_place_with_a_tap(
    seeds: Seeds, answered: int | str, days: int, above: str
):
    until = today() + timedelta(days=days)
    code = seeds.draft(lasting(answered, until))
    tab = Tab("proposal", id=code)
    assert differs(days, above) in tab.shown

    tab.press(takes(days))

    assert takes(days) not in tab.buttons
    assert tab.written(DAYS, "number_input") == days
    assert tab.written(say("field-until"), "date_input") == until
    assert seeds.dossier(code).proposal.answers.duration_days == days


def test_for_good_offers_no_end_date_and_says_what_happens_without_one(seeds: Seeds):
    tab = Tab("proposal", id=seeds.draft(lasting(PERMANENT)))
    assert tab.written(say("field-until"), "date_input") is None
    assert differs(28, "longer", has_day=False) in tab.shown

    tab.press(takes(28))

    assert tab.written(QUESTION, "radio") == 0
    assert tab.written(say("field-until"), "date_input") == today() + timedelta(days=28)


def test_who_answers_for_good_is_not_offered_four_weeks_any_more(seeds: Seeds):
    tab = Tab("proposal", id=seeds.draft(lasting(28)))
    assert tab.written(say("field-until"), "date_input") == today() + timedelta(days=28)

    tab.choose(QUESTION, 3, "radio")

    assert tab.written(say("field-until"), "date_input") is None


@pytest.mark.parametrize("answered", [28, 90])
def test_an_end_date_of_the_same_step_as_the_answer_needs_no_word(seeds: Seeds, answered: int):
    until = today() + timedelta(days=answered - 7)
    tab = Tab("proposal", id=seeds.draft(lasting(answered, until)))

    assert takes(answered - 7) not in tab.buttons


def test_a_small_and_short_idea_that_runs_longer_says_so_and_leaves_the_weeks_to_the_end_date(seeds: Seeds):
    quick_check = CARD.quick_check.model_copy(update={"weeks": 2})
    limits = Limits(until=today() + timedelta(days=60))
    code = seeds.draft(CARD.model_copy(update={"quick_check": quick_check, "limits": limits}))
    tab = Tab("proposal", id=code)
    assert differs(60, "shorter") in tab.shown

    tab.press(takes(60))

    assert say("door-one-question", why="answered") in tab.shown
    assert tab.written(say("field-weeks"), "number_input") is None
    kept = seeds.dossier(code).proposal
    assert (kept.answers.duration_days, kept.quick_check.weeks) == (60, None)


def test_while_nobody_has_tapped_the_row_the_end_date_is_only_an_offer():
    tab = Tab("proposal")

    assert takes(28) not in tab.buttons


def test_an_end_date_beyond_a_promise_is_told_before_the_start(seeds: Seeds):
    promised = lasting(None, today() + timedelta(days=60)).model_copy(update={"levers": ("end_date",)})
    tab = Tab("proposal", id=seeds.draft(promised))

    assert say("start-beyond-promise", days=28) in tab.shown
    assert takes(60) not in tab.buttons
