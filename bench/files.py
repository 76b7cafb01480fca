"""How long from a pilot's file to its answer, beside what DuckDB needs to read the same columns at all?

Each is a whole process, and they run in turn, so that whatever else the machine does burdens all alike. What
counts is the ratio. A target missed is shown; only a wrong answer ends the run with an error.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from tempfile import TemporaryDirectory

from bench.calibration.machine import machine
from bench.calibration.table import NoPlaceForTable, kept
from bench.pilot_files.pilot import Files, files_in
from bench.pilot_files.process import ProcessFailed, Used, used
from bench.pilot_files.ratios import Runs, figures
from bench.pilot_files.table import FIGURES, RUNS, figure_cells, markdown, run_cells, text
from bench.pilot_files.way import Form, Way, WrongAnswer, check_counts, check_differences

MILLION = 1_000_000
WITH = ("duckdb", "pandas", "scipy", "tea-tasting", "ibis-framework")


def rounds(millions: int) -> int:
    """How often the product and the bare scan read a file of that many million rows."""
    return 5 if millions <= 1 else 3 if millions <= 10 else 1


def turns(millions: int) -> Iterator[Way]:
    """Who reads, in turn: the product and the scan in pairs; behind the first two pairs the others."""
    others = min(rounds(millions), 2)
    for turn in range(rounds(millions)):
        yield from (Way.OURS, Way.SCAN)
        if turn < others:
            yield from (Way.PANDAS, Way.TEA_TASTING)


def measured(millions: int, form: Form, files: Files) -> list[Runs]:
    """Every way over one file. Raises WrongAnswer where they do not tell the same."""
    every: dict[Way, list[Used]] = {way: [] for way in Way}
    for way in turns(millions):
        every[way].append(used(way.arguments(form.of(files), files.plan)))
    for ours, scan in zip(every[Way.OURS], every[Way.SCAN], strict=True):
        check_counts(ours.output, scan.output)
    for ours, pandas in zip(every[Way.OURS], every[Way.PANDAS], strict=False):
        check_differences(ours.output, pandas.output)
    return [Runs(millions, form, way, each) for way, each in every.items()]


def pilots(sizes: Sequence[int]) -> Iterator[Runs]:
    """Generate a pilot of each size, in millions of rows, and read it in every way; then it is gone."""
    for millions in sizes:
        with TemporaryDirectory() as folder:
            used(["-m", "bench.pilot_files.pilot", str(millions * MILLION), folder])
            for form in Form:
                yield from measured(millions, form, files_in(Path(folder)))


def told(moment: datetime, *, seconds: float, by: str) -> str:
    """When, with what and where; *by* is what make was asked for."""
    versions = ", ".join(f"{name} {version(name)}" for name in WITH)
    when = f"{moment.day} {moment:%B %Y} in {seconds:.0f} seconds"
    return f"Measured by `make {by}` on {when}, with Python {python_version()}, {versions}, on {machine()}."


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and keep the tables in a page when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.files", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1, 10], metavar="N", help="millions of rows")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="keep the tables in this page")
    parser.add_argument(
        "--mark",
        default="bench-files",
        help="the tables’ place in the page",
    )
    given = parser.parse_args(arguments)
    started = time.perf_counter()
    print(text(RUNS), flush=True)
    runs: list[Runs] = []
    try:
        for one in pilots(given.rows):
            print(text(run_cells(one)), flush=True)
            runs.append(one)
    except (ProcessFailed, WrongAnswer) as error:
        sys.exit(str(error))
    compared = list(figures(runs))
    sentence = told(datetime.now(UTC), seconds=time.perf_counter() - started, by=given.mark)
    print("", text(FIGURES), *(text(figure_cells(one)) for one in compared), sentence, sep="\n")
    if given.markdown is not None:
        try:
            kept(given.markdown, markdown(runs, compared, told=sentence), mark=given.mark)
        except NoPlaceForTable as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
