"""How often does the product say what is not so? The battery of simulated pilots, and the bands it must keep.

`make calibrate` prints one table and fails where a rate lies outside its band. Everything is seeded: the
same versions of numpy and scipy give the same table.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from bench.calibration.battery import CASES, NAMED
from bench.calibration.case import Case, Measured, measured
from bench.calibration.machine import cores, told
from bench.calibration.table import NoPlaceForTable, heading, kept, line, markdown


class Counted(NamedTuple):
    """What a case came to, in what one process may tell another: a case itself holds functions."""

    draws: int | None
    rate: float
    seconds: float
    """Processor time."""


class Timed(NamedTuple):
    """What a case came to, and the processor time that it took."""

    found: Measured
    seconds: float


def counted(name: str) -> Counted:
    """Run the case of that *name*."""
    started = time.process_time()
    found = measured(NAMED[name])
    return Counted(found.draws, found.rate, time.process_time() - started)


def results(cases: Sequence[Case]) -> Iterator[Timed]:
    """Every case measured, in their order; on all cores."""
    # Fresh processes: forked ones would share what the threads of numpy's algebra hold.
    with ProcessPoolExecutor(cores(), mp_context=get_context("spawn")) as pool:
        told = pool.map(counted, [case.name for case in cases])
        for case, one in zip(cases, told, strict=True):
            yield Timed(Measured(case, one.draws, one.rate, case.band), one.seconds)


def printed(timed: Iterable[Timed]) -> list[Timed]:
    """The same, each printed when it is there."""
    print(heading(), flush=True)
    every: list[Timed] = []
    for one in timed:
        print(f"{line(one.found)} {one.seconds:.0f} s", flush=True)
        every.append(one)
    return every


def verdict(every: Sequence[Measured]) -> str | None:
    """What to end with: None when every rate is inside its band."""
    outside = [one.case.name for one in every if not one.is_inside]
    if not outside:
        return None
    return f"{len(outside)} of {len(every)} outside the band: {'; '.join(outside)}"


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and exit with one line when a rate is outside its band."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="keep the table in this page")
    parser.add_argument(
        "--only", default="", metavar="WORDS", help="only the cases whose name holds these words"
    )
    given = parser.parse_args(arguments)
    if given.only and given.markdown:
        parser.error("a page keeps the whole table: --markdown does not go with --only")
    timed = printed(results([case for case in CASES if given.only.casefold() in case.name.casefold()]))
    every = [one.found for one in timed]
    sentence = told(datetime.now(UTC).date(), seconds=sum(one.seconds for one in timed))
    print(sentence)
    if given.markdown is not None:
        try:
            kept(given.markdown, markdown(every, told=sentence))
        except NoPlaceForTable as error:
            sys.exit(str(error))
    sys.exit(verdict(every))


if __name__ == "__main__":
    main(sys.argv[1:])
