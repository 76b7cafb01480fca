"""The quick way through a file and the careful way say the same, whatever stands in a cell."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from registry.analysis.pilot_data import PilotData, PilotFileRefused
from registry.analysis.reading import reduce
from registry.domain.plan import Plan
from registry.domain.sentence import Sentence
from registry.domain.summary import Summary
from tests.analysis.pilot_rows import RETURNS, as_csv, rows_of
from tests.analysis.pilots import SPEND, VISIT, csv_file, parquet_file, pilot_plan, reduced
from tests.analysis.summaries import assert_same

CSAT: dict[str, Any] = {"name": "csat", "role": "watch", "kind": "ordinal", "column": "csat", "scale": [1, 5]}
NPS: dict[str, Any] = {"name": "nps", "role": "watch", "kind": "nps", "column": "nps"}
EVERY = pilot_plan(SPEND | {"covariate": "history"}, VISIT, CSAT, NPS, RETURNS, unit="id")
GOOD_ROWS = (
    ("A", "k1", "1", "3", "0", "5", "9", "0", "1"),
    ("B", "k2", "2.5", "4", "1", "", "10", "1", "2"),
    ("A", "k3", "", "1.5", "1", "4", "0", "2", "2"),
    ("B", "k4", "7.25", "", "0", "1", "", "0", "0"),
    ("A", "k5", "3", "2", "", "5", "7", "", "3"),
    ("B", "k6", "4", "8", "1", "2", "8", "3", "4"),
)
PLACE = {"metric", "arm", "cluster", "pair", "period", "segment"}
HEADER = "arm,id,spend,history,visit,csat,nps,returns,orders\n"
CELLS = [
    *(
        "5",
        " 5",
        "5 ",
        "\t5",
        "1_000",
        "1e5",
        "1e",
        "0x10",
        "0b1",
        "1 000",
        "+5",
        "-5",
        "--5",
        "5f",
        ".5",
        "5.",
        "-0",
    ),
    *(
        "inf",
        "-inf",
        "nan",
        "true",
        "FALSE",
        "yes",
        '"1,5"',
        '"1.000,5"',
        '"5"',
        '" 5"',
        "",
        " ",
        "\t",
        '""',
        "NULL",
    ),
    *(
        "N/A",
        "5%",
        "٣",
        "5\u00a0",
        "1e999",
        "1e61",
        "-1e61",
        "1e-320",
        "9" * 400,
        '"5\n"',
        "1,5",
        "5\r",
        "00005",
    ),
    *("11", "3.5", "0.30000000000000004", "0." + "1" * 40, '"5""', "2026-03-01"),
]


def text_of(rows: Sequence[Sequence[str]]) -> str:
    return HEADER + "".join(",".join(row) + "\n" for row in rows)


@contextmanager
def carefully() -> Iterator[None]:
    """Without the quick way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reduce, "read_quickly", lambda *_: None)
        yield


def by_place(data: PilotData) -> list[Summary]:
    """Every summary, those of places in an order of their own."""
    return [*data.summaries, *sorted(data.cells, key=lambda each: str(each.model_dump(include=PLACE)))]


def told(plan: Plan, path: Path) -> PilotData | Sentence:
    with TemporaryDirectory() as folder:
        try:
            return reduced(plan, path, Path(folder))
        except PilotFileRefused as refused:
            return refused.sentence


def assert_both_ways_agree(plan: Plan, path: Path) -> None:
    quick = told(plan, path)
    with carefully():
        careful = told(plan, path)
    if isinstance(quick, Sentence) or isinstance(careful, Sentence):
        assert quick == careful
        return
    nothing: dict[str, Any] = {"summaries": (), "cells": ()}
    assert quick.model_copy(update=nothing) == careful.model_copy(update=nothing)
    for one, other in zip(
        (*quick.summaries, *quick.cells), (*careful.summaries, *careful.cells), strict=True
    ):
        assert_same(one, other)


@pytest.mark.parametrize("cell", CELLS, ids=range(len(CELLS)))
@pytest.mark.parametrize("column", [2, 4, 8], ids=["spend", "visit", "orders"])
def test_a_strange_cell_is_read_or_refused_alike(cell: str, column: int, tmp_path: Path):
    rows = [list(row) for row in GOOD_ROWS]
    rows[3][column] = cell

    assert_both_ways_agree(EVERY, csv_file(tmp_path, text_of(rows)))


@settings(max_examples=25)
@given(
    rows=some.lists(
        some.tuples(some.sampled_from("AB"), *[some.sampled_from(["", "0", "1", "2", "5", *CELLS])] * 7),
        min_size=1,
        max_size=8,
    )
)
def test_rows_of_strange_cells_are_read_or_refused_alike(rows: list[tuple[str, ...]]):
    numbered = [(arm, f"k{i}", *cells) for i, (arm, *cells) in enumerate(rows)]
    with TemporaryDirectory() as folder:
        assert_both_ways_agree(EVERY, csv_file(Path(folder), text_of(numbered)))


@settings(max_examples=25)
@given(
    cells=some.lists(
        some.tuples(*[some.one_of(some.none(), some.floats(-1e9, 1e9), some.integers(-3, 3))] * 2), min_size=4
    ),
    # Further off the careful way loses digits that the quick one keeps.
    offset=some.sampled_from([0, 1e4, -1e5]),
)
def test_numbers_near_and_far_from_nothing_sum_up_alike(
    cells: list[tuple[float | None, float | None]], offset: float
):
    rows = [
        {"arm": "AB"[i % 2], "spend": spend and spend + offset, "history": history}
        for i, (spend, history) in enumerate(cells)
    ]
    with TemporaryDirectory() as folder:
        assert_both_ways_agree(pilot_plan(SPEND | {"covariate": "history"}), as_csv(Path(folder), rows))


@pytest.mark.parametrize(
    "type_of_spend", ["double", "float", "bigint", "utinyint", "decimal(9, 2)", "varchar", "boolean"]
)
def test_parquet_of_any_type_is_read_alike(type_of_spend: str, tmp_path: Path):
    rows = "(values ('A', 1, 3), ('A', 0, 4), ('B', 1, 1), ('B', null, 0), ('B', 0, null)) t(arm, s, history)"
    path = parquet_file(tmp_path, f"select arm, s::{type_of_spend} as spend, history from {rows}")  # noqa: S608

    assert_both_ways_agree(pilot_plan(SPEND | {"covariate": "history"}), path)


@pytest.mark.parametrize("value", ["'nan'::double", "'inf'::double", "1e61", "-1e61"])
@pytest.mark.parametrize("column", ["spend", "history"])
def test_parquet_with_what_is_no_number_is_refused_alike(value: str, column: str, tmp_path: Path):
    rows = "(values ('A', 1.0::double, 2.0::double), ('B', 3, 4), ('B', null, null)) t(arm, spend, history)"
    strange = f"select * replace (coalesce({column}, {value}) as {column}) from {rows}"  # noqa: S608

    assert_both_ways_agree(pilot_plan(SPEND | {"covariate": "history"}), parquet_file(tmp_path, strange))


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"segments": ["channel"]},
        {"design": "clustered", "cluster": "store"},
        {"design": "diff_in_diff", "cluster": "store", "period": "period"},
    ],
)
def test_a_good_file_is_read_the_quick_way(
    keys: dict[str, Any], tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    spend = SPEND if "period" in keys else SPEND | {"covariate": "history"}
    plan = pilot_plan(spend, CSAT, RETURNS, **keys)
    path = as_csv(tmp_path, rows_of(5, 3_000))
    with carefully():
        careful = reduced(plan, path, tmp_path)

    monkeypatch.setattr(reduce, "read_cells", None)
    quick = reduced(plan, path, folder)

    assert quick.arms == careful.arms
    for one, other in zip(by_place(quick), by_place(careful), strict=True):
        assert_same(one, other)


def test_answers_that_are_all_the_same_do_not_vary_at_all(tmp_path: Path, folder: Path):
    text = "arm,spend\n" + "A,0.1\n" * 50 + "B,0.1\nB,0.7\n" * 50

    of_a, _ = reduced(pilot_plan(), csv_file(tmp_path, text), folder).summaries

    assert (of_a.mean, of_a.variance) == (0.1, 0)
