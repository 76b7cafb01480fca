"""The writers hear that a learning was used, once and for a while; and what ended badly is told apart."""

from datetime import timedelta

import pytest

from registry.domain.experiment import Dossier
from registry.domain.facts import Choice, Decision, Learning, Use
from registry.domain.moment import Moment
from registry.domain.reuse import TOLD_FOR, Before, ended, news, reuses
from registry.domain.standing import Standing
from registry.domain.submission import submitted
from tests.nouns import CARD, NOON, OLGA, YARDSTICK, asking, dossier, pilot

NOW = NOON + timedelta(days=100)
TRIED = (pilot(), Decision(at=NOON, by=OLGA.id, choice=Choice.KEEP_HERE))
HANDED_IN = submitted(dossier(proposal=CARD), asking(), YARDSTICK)


def taught(at: Moment) -> Dossier:
    return dossier(*TRIED, Learning(at=at, by=OLGA.id, tell_others="Cards work"))


def helped(at: Moment, *, handed_in: bool = True, how: str = "") -> Dossier:
    facts = [HANDED_IN] if handed_in else []
    one = dossier(*facts, Use(at=at, by=9, learning=1, how=how))
    return one.model_copy(update={"experiment": one.experiment.model_copy(update={"id": 2})})


def test_a_use_is_told_with_its_words_its_title_and_its_codes():
    (told,) = news([taught(NOON)], [helped(NOW, how="Fewer words")], NOW)

    assert (told.learning_code, told.code, told.how) == ("CX-1", "CX-2", "Fewer words")
    assert told.title == CARD.title


def test_a_use_in_a_draft_that_nobody_handed_in_is_not_told():
    assert reuses(helped(NOW, handed_in=False)) == ()
    assert news([taught(NOON)], [helped(NOW, handed_in=False)], NOW) == ()


@pytest.mark.parametrize(
    ("written", "used", "is_told"),
    [
        (NOON, NOW - TOLD_FOR, True),
        (NOON, NOW - TOLD_FOR - timedelta(seconds=1), False),
        (NOW - timedelta(days=2), NOW - timedelta(days=3), False),
        (NOW - timedelta(days=3), NOW - timedelta(days=2), True),
    ],
)
def test_a_use_is_told_for_thirty_days_and_not_after_its_writers_were_there(
    written: Moment, used: Moment, *, is_told: bool
):
    assert bool(news([taught(written)], [helped(used)], NOW)) is is_told


def test_the_latest_use_is_told_first():
    uses = [helped(NOW - timedelta(days=2), how="first"), helped(NOW, how="second")]

    assert [each.how for each in news([taught(NOON)], uses, NOW)] == ["second", "first"]


@pytest.mark.parametrize(
    ("outcome", "standing", "how"),
    [
        (Choice.WALK_BACK, None, Before.WALKED_BACK),
        (Choice.WALK_BACK, Standing.CONFIRMED, Before.WALKED_BACK),
        (Choice.WALK_BACK, Standing.CONTRADICTED, Before.CONTRADICTED),
        (Choice.ADOPT, Standing.CONTRADICTED, Before.CONTRADICTED),
        (Choice.ADOPT, Standing.SUPPORTED, None),
        ("withdrawn", Standing.EMERGING, None),
        (None, None, None),
    ],
)
def test_what_was_walked_back_or_found_not_to_hold_makes_one_ask(
    outcome: str | None, standing: Standing | None, how: Before | None
):
    assert ended(outcome, standing) is how
