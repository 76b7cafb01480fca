"""What is remembered on a day: one, two, three years later, and the 29th of February too."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from registry.domain.anniversary import Anniversary, Milestone, Reached, anniversaries, years_ago

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


def remembered(reached: list[Reached], first: date, last: date) -> list[tuple[date, int, str, int]]:
    """What is remembered in those days, in short."""
    return [
        (each.on, each.experiment, each.milestone, each.years) for each in anniversaries(reached, first, last)
    ]


def test_a_day_is_remembered_on_the_same_day_of_later_years():
    then = date(2024, 11, 28)

    assert years_ago(then, date(2025, 11, 28)) == 1
    assert years_ago(then, date(2027, 11, 28)) == 3
    assert years_ago(then, date(2025, 11, 27)) == 0
    assert years_ago(then, then) == 0
    assert years_ago(then, date(2023, 11, 28)) == 0


def test_the_29th_of_february_is_remembered_on_the_28th_where_there_is_no_29th():
    then = date(2024, 2, 29)

    assert [years_ago(then, date(2025, 2, 28)), years_ago(then, date(2028, 2, 29))] == [1, 4]
    assert [years_ago(then, date(2028, 2, 28)), years_ago(then, date(2025, 3, 1))] == [0, 0]


@given(DAYS, st.integers(1, 60))
def test_every_day_is_remembered_once_in_every_later_year(then: date, years: int):
    first = date(then.year + years, 1, 1)
    year = [first + timedelta(days=n) for n in range(366) if (first + timedelta(days=n)).year == first.year]

    found = [years_ago(then, day) for day in year]

    assert [each for each in found if each] == [years]


def test_of_one_experiment_what_tells_most_is_remembered():
    today = date(2026, 5, 4)
    reached = [
        Reached(7, Milestone.STARTED, date(2024, 5, 4)),
        Reached(7, Milestone.ENDED, date(2025, 5, 4)),
        Reached(3, Milestone.STARTED, date(2025, 5, 4)),
        Reached(7, Milestone.LEARNED, date(2025, 5, 4)),
        Reached(5, Milestone.LEARNED, date(2023, 5, 4)),
        Reached(9, Milestone.LEARNED, date(2026, 5, 4)),
    ]

    assert anniversaries(reached, today, today) == (
        Anniversary(today, Milestone.LEARNED, 1, 7, date(2025, 5, 4)),
        Anniversary(today, Milestone.LEARNED, 3, 5, date(2023, 5, 4)),
        Anniversary(today, Milestone.STARTED, 1, 3, date(2025, 5, 4)),
    )


def test_a_week_remembers_each_of_its_days_in_order():
    reached = [
        Reached(1, Milestone.ENDED, date(2024, 1, 2)),
        Reached(1, Milestone.STARTED, date(2024, 12, 30)),
        Reached(2, Milestone.LEARNED, date(2025, 1, 3)),
    ]

    assert remembered(reached, date(2025, 12, 29), date(2026, 1, 4)) == [
        (date(2025, 12, 30), 1, "started", 1),
        (date(2026, 1, 2), 1, "ended", 2),
        (date(2026, 1, 3), 2, "learned", 1),
    ]
