"""A reading cut by day."""

from datetime import date

from registry.web.by_day import day_spec


def test_the_chart_has_a_point_for_each_arm_on_each_day():
    spec = day_spec({date(2026, 3, 1): {"A": 9, "B": 7}, date(2026, 3, 2): {"A": 3, "B": 0}})

    assert spec["data"]["values"] == [
        {"day": "2026-03-01", "arm": "A", "units": 9},
        {"day": "2026-03-01", "arm": "B", "units": 7},
        {"day": "2026-03-02", "arm": "A", "units": 3},
        {"day": "2026-03-02", "arm": "B", "units": 0},
    ]
