"""How healthy the trying is: five figures about the same experiments, told from five people on."""

from datetime import date, timedelta
from random import Random

import numpy
import pytest

from registry.domain.assessment import Door
from registry.domain.trying import Figure, Middle, days_to_learning, days_to_start, middle_half, trying
from registry.domain.twelve_weeks import finished
from tests.domain.lines import BEGAN, Line, after, line

TODAY = date(2026, 11, 28)
PERIODS = finished(TODAY, 4)
FIRST, LAST = PERIODS[0], PERIODS[-1]


def decided(experiment: int, on: date, by: int, **said: object) -> Line:
    """Proposed 20 days before it was decided *on* by somebody, started after 4, ended after 18."""
    proposed = on - timedelta(days=20)
    return line(
        experiment,
        proposed_by=by,
        proposed_on=proposed,
        started_on=proposed + timedelta(days=4),
        ends_on=proposed + timedelta(days=18),
        decided_on=on,
        **said,
    )


def test_of_five_experiments_of_five_people_everything_is_told_with_what_it_is_about():
    rows = [
        decided(1, LAST.first, 1, has_surprise=True, has_next_step=True, learned_on=LAST.first),
        decided(2, LAST.first, 2, has_surprise=True, learned_on=LAST.first + timedelta(days=1)),
        decided(3, LAST.first, 3, door=Door.ONE_WAY, learned_on=LAST.first + timedelta(days=3)),
        decided(4, LAST.first, 4, has_next_step=True, learned_on=LAST.first + timedelta(days=5)),
        decided(5, LAST.first, 5),
    ]

    found = trying(rows, TODAY)

    assert found.whole is not None
    (period,) = found.periods
    for told in (found.whole, period):
        assert told.decided == (1, 2, 3, 4, 5)
        assert told.having[Figure.TWO_WAY] == (1, 2, 4, 5)
        assert told.having[Figure.SURPRISE] == (1, 2)
        assert told.having[Figure.NEXT_STEP] == (1, 4)
        assert told.percent(Figure.TWO_WAY) == 80
        assert told.days[Figure.TO_START] == Middle(4, 4)
        # Ended two days before the decision: told after 2, 3, 5 and 7 days, and one not yet.
        assert told.days[Figure.TO_LEARNING] == Middle(3, 7)
    assert (found.whole.first, found.whole.last) == (FIRST.first, LAST.last)
    assert (period.first, period.last) == LAST


def test_four_people_stay_hidden_however_much_they_tried():
    rows = [decided(n, LAST.first, n % 4) for n in range(40)]

    assert trying(rows, TODAY).whole is None
    assert trying(rows, TODAY).periods == ()


def test_a_period_is_hidden_whose_figure_would_give_the_rest_away():
    many = [decided(n, LAST.first, n) for n in range(1, 9)]
    one_more = decided(9, FIRST.first, 9)

    found = trying([*many, one_more], TODAY)

    assert found.whole is not None
    assert found.whole.decided == tuple(range(1, 10))
    assert found.periods == ()


def test_two_periods_of_five_people_each_are_told_by_themselves_in_their_order():
    early = [decided(n, FIRST.first, n) for n in range(1, 6)]
    late = [decided(n, LAST.last, n) for n in range(6, 11)]

    found = trying([*late, *early], TODAY)

    assert [(each.first, each.decided) for each in found.periods] == [
        (FIRST.first, (1, 2, 3, 4, 5)),
        (LAST.first, (6, 7, 8, 9, 10)),
    ]


@pytest.mark.parametrize("on", [FIRST.first - timedelta(days=1), LAST.last + timedelta(days=1), TODAY])
def test_what_was_decided_before_or_since_is_not_counted(on: date):
    rows = [decided(n, on, n) for n in range(1, 9)]

    assert trying(rows, TODAY).whole is None


def test_what_is_not_decided_is_in_no_figure():
    assert trying([line(n, proposed_by=n, proposed_on=LAST.first) for n in range(9)], TODAY).whole is None


def test_what_is_decided_before_its_planned_end_ended_with_the_decision():
    early = line(ends_on=after(28), decided_on=after(10), learned_on=after(13))
    late = line(ends_on=after(28), decided_on=after(40), learned_on=after(41))

    assert days_to_learning(early) == 3
    assert days_to_learning(late) == 13
    assert days_to_learning(line(ends_on=after(28), decided_on=after(40))) is None


def test_days_to_the_start_are_counted_from_the_idea():
    assert days_to_start(line(started_on=after(6))) == 6
    assert days_to_start(line(proposed_on=BEGAN)) is None


@pytest.mark.parametrize(
    ("days", "middle"),
    [
        ([7], (7, 7)),
        ([3, 9], (3, 9)),
        ([1, 2, 3, 4, 5], (2, 4)),
        ([1, 2, 3, 4, None], (2, 4)),
        ([1, None, None], (1, None)),
        ([None, None], (None, None)),
    ],
)
def test_the_middle_half_of_a_few_days(days: list[int | None], middle: tuple[int | None, int | None]):
    assert middle_half(days) == middle


def test_the_middle_half_is_that_of_numpy_and_holds_at_least_half():
    chance = Random(6)  # noqa: S311 - days, not secrets

    for _ in range(300):
        days = [chance.randrange(60) for _ in range(chance.randrange(1, 30))]
        low, high = middle_half(days)
        assert low == numpy.quantile(days, 0.25, method="lower")
        assert high == numpy.quantile(days, 0.75, method="higher")
        assert low is not None
        assert high is not None
        assert 2 * sum(low <= day <= high for day in days) >= len(days)
