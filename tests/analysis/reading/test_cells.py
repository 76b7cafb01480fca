"""What a file holds in each place: by store, period, day and segment, as numpy has it from the rows."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from registry.analysis.reading import places
from registry.domain.plan import Kind, Plan
from registry.domain.summary import Segment, Summary
from registry.sentences import say
from tests.analysis.pilot_rows import RETURNS, Rows, as_csv, column, rows_of
from tests.analysis.pilots import SPEND, csv_file, pilot_plan, reduced, refusal
from tests.analysis.summaries import as_read, assert_same, summary_of

WITH_HISTORY = SPEND | {"covariate": "history"}


def test_every_store_period_and_day_is_what_its_rows_are(tmp_path: Path, folder: Path):
    rows = rows_of(1)
    plan = pilot_plan(
        {**RETURNS, "role": "primary", "better": "lower"},
        design="diff_in_diff",
        cluster="store",
        period="period",
        day="day",
        segments=["channel"],
    )

    data = reduced(plan, as_csv(tmp_path, rows), folder)

    days = [cell for cell in data.cells if cell.segment is None]
    assert len(days) == len({(row["store"], row["period"], row["day"]) for row in rows})
    for cell in days:
        place = {"store": cell.cluster, "period": cell.period, "day": str(cell.day)}
        here = {"cluster": cell.cluster, "period": cell.period, "day": cell.day}
        assert_same(cell, _returns(rows, cell.arm, here, **place))
    for whole in data.summaries:
        assert_same(whole, _returns(rows, whole.arm, {}, arm=whole.arm))


def _returns(rows: Rows, of_arm: str, here: dict[str, Any], **place: Any) -> Summary:
    """The summary of the returns in a place, beside the orders there."""
    returns, orders = (column(rows, name, **place) for name in ("returns", "orders"))
    return as_read(
        summary_of(returns, arm=of_arm, metric="returns per order", partner=orders, **here), Kind.RATIO
    )


def test_every_segment_is_told_once_and_a_blank_one_is_a_segment_too(tmp_path: Path, folder: Path):
    rows = rows_of(2)
    data = reduced(pilot_plan(segments=["channel", "day"]), as_csv(tmp_path, rows), folder)

    told = {(cell.segment, cell.arm): cell for cell in data.cells if cell.segment is not None}

    assert {segment.column for segment, _ in told if segment} == {"channel", "day"}
    assert {segment.value for segment, _ in told if segment and segment.column == "channel"} == {
        "phone",
        "chat",
        "",
    }
    quiet = told[Segment("channel", ""), "A"]
    assert_same(
        quiet,
        as_read(
            summary_of(column(rows, "spend", arm="A", channel=""), arm="A", segment=Segment("channel", ""))
        ),
    )


def test_a_ratio_comes_with_what_its_two_columns_have_in_common(tmp_path: Path, folder: Path):
    rows = rows_of(3)
    data = reduced(pilot_plan(SPEND, RETURNS), as_csv(tmp_path, rows), folder)

    of_b = next(each for each in data.summaries if (each.metric, each.arm) == ("returns per order", "B"))

    whole = summary_of(
        column(rows, "returns", arm="B"),
        arm="B",
        metric="returns per order",
        partner=column(rows, "orders", arm="B"),
    )
    assert_same(of_b, as_read(whole, Kind.RATIO))


@pytest.mark.parametrize(
    ("kind", "name", "more"),
    [
        ("ordinal", "csat", {"scale": [1, 5]}),
        ("top_box", "csat", {"scale": [1, 5], "threshold": 4}),
        ("nps", "recommend", {}),
    ],
)
def test_answers_on_a_scale_are_counted(
    kind: str, name: str, more: dict[str, Any], tmp_path: Path, folder: Path
):
    rows = rows_of(4)
    metric = {"name": name, "role": "primary", "kind": kind, "column": name, "better": "higher", **more}

    data = reduced(pilot_plan(metric), as_csv(tmp_path, rows), folder)

    for read in data.summaries:
        of_rows = summary_of(column(rows, name, arm=read.arm), arm=read.arm, metric=name)
        assert_same(read, as_read(of_rows, Kind(kind)))


def test_an_answer_that_can_recommend_us_more_than_ten_times_is_refused(tmp_path: Path, folder: Path):
    metric = {"name": "nps", "role": "primary", "kind": "nps", "column": "nps", "better": "higher"}

    told = refusal(pilot_plan(metric), csv_file(tmp_path, "arm,nps\nA,10\nB,11\n"), folder)

    assert (told.id, told.values["row"]) == ("file-outside-scale", 3)


HISTORY = "arm,spend,history\n"
ORDERS = "arm,spend,returns,orders\n"
STORES = "arm,spend,store,period\n"
CLUSTERED = {"design": "clustered", "cluster": "store"}
CHANGES = {"design": "diff_in_diff", "cluster": "store", "period": "period"}


@pytest.mark.parametrize(
    ("plan", "text", "sentence", "row"),
    [
        (pilot_plan(WITH_HISTORY), HISTORY + "A,1,2\nB,1,much\n", "file-text-among-numbers", 3),
        (pilot_plan(WITH_HISTORY), HISTORY + "A,1,2\nB,1,inf\n", "file-not-finite", 3),
        (pilot_plan(WITH_HISTORY), HISTORY + "A,1,2\nB,1,1e70\n", "file-too-large-to-average", 3),
        (pilot_plan(SPEND, RETURNS), ORDERS + "A,1,0,-1\nB,1,0,1\n", "file-denominator-negative", 2),
        (pilot_plan(SPEND, RETURNS), ORDERS + "A,1,0,0\nB,1,1,0\n", "file-over-zero", 3),
        (pilot_plan(**CLUSTERED), STORES + "A,1,North,0\nB,1,,0\n", "file-cluster-blank", 3),
        (
            pilot_plan(day="day", units_return=False),
            "arm,spend,day\nA,1,2026-03-01\nB,2,\n",
            "file-day-blank",
            3,
        ),
        (pilot_plan(**CHANGES), STORES + "A,1,North,0\nB,1,South,before\n", "file-period-unreadable", 3),
        (pilot_plan(**CHANGES), STORES + "A,1,North,0\nB,1,South,\n", "file-period-unreadable", 3),
    ],
)
def test_a_row_that_does_not_say_what_or_where_it_is_is_refused(
    plan: Plan, text: str, sentence: str, row: int, folder: Path
):
    told = refusal(plan, csv_file(folder.parent, text), folder)

    assert (told.id, told.values["row"]) == (sentence, row)
    assert say(told)


def test_a_store_in_two_arms_is_refused_unless_the_lot_was_drawn_within_stores(tmp_path: Path, folder: Path):
    file = csv_file(tmp_path, "arm,spend,store\nA,1,North\nB,2,North\nB,2,South\n")

    told = refusal(pilot_plan(**CLUSTERED), file, folder)

    assert (told.id, told.values["cluster"]) == ("file-cluster-moves", "North")
    (folder / "data.csv").unlink()
    assert len(reduced(pilot_plan(**CLUSTERED, within_cluster=True), file, folder).cells) == 3


def test_a_customers_number_is_no_store(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places, "MOST_PLACES", 5)
    text = "arm,spend,store\n" + "".join(f"{'AB'[i % 2]},1,customer {i}\n" for i in range(6))

    told = refusal(pilot_plan(**CLUSTERED), csv_file(tmp_path, text), folder)

    assert (told.id, told.values["n"], told.values["limit"]) == ("file-too-many-places", 6, 5)
    assert "customer" not in say(told)


def test_skew_is_not_told_where_an_offset_has_eaten_its_digits(tmp_path: Path, folder: Path):
    near, far = ([x + offset for x in (1.0, 2.0, 9.0)] for offset in (0, 1e8))
    text = "arm,spend\n" + "".join(f"A,{x}\n" for x in near) + "".join(f"B,{x}\n" for x in far)

    of_a, of_b = reduced(pilot_plan(), csv_file(tmp_path, text), folder).summaries

    assert of_a.third == pytest.approx(np.mean((np.array(near) - 4) ** 3))
    assert of_b.third is None


def test_a_file_of_one_day_still_says_which_day_it_was(folder: Path):
    file = csv_file(folder.parent, "arm,spend,day\nA,1,2026-03-05\nB,2,2026-03-05\n")

    cells = reduced(pilot_plan(day="day", units_return=False), file, folder).cells

    assert {(cell.arm, cell.day) for cell in cells} == {("A", date(2026, 3, 5)), ("B", date(2026, 3, 5))}
