"""Units by day."""

from datetime import date

from registry.domain.by_day import units_by_day
from registry.domain.summary import Segment, Summary

FIRST, SECOND = date(2026, 3, 1), date(2026, 3, 2)


def part(arm: str, units: int, day: date | None, metric: str = "spend", **place: object) -> Summary:
    values = {
        "metric": metric,
        "arm": arm,
        "units": units,
        "n": 0,
        "mean": None,
        "variance": None,
        "day": day,
    }
    return Summary.model_validate({**values, **place})


def test_units_of_all_stores_are_counted_on_the_day_they_came_in():
    cells = [
        part("A", 3, SECOND, cluster="north"),
        part("A", 4, FIRST, cluster="north"),
        part("A", 5, FIRST, cluster="south"),
        part("B", 7, FIRST, cluster="west"),
    ]

    assert units_by_day(cells, ["A", "B"]) == {FIRST: {"A": 9, "B": 7}, SECOND: {"A": 3, "B": 0}}


def test_nobody_is_counted_once_more_for_a_second_metric_or_a_segment():
    cells = [
        part("A", 3, FIRST),
        part("A", 3, FIRST, metric="visit"),
        part("A", 3, None, segment=Segment("channel", "phone")),
    ]

    assert units_by_day(cells, ["A", "B"]) == {FIRST: {"A": 3, "B": 0}}


def test_without_days_there_is_nothing_by_day():
    assert units_by_day([part("A", 3, None)], ["A"]) == {}
