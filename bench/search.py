"""How long does finding take among 100,000 learnings, compared with asking for nothing in particular?

The registry is made by `learnings.py`, written as facts and indexed by the product itself. The questions are
drawn by the same law as its words.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from platform import python_version
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import NamedTuple

from bench.calibration.machine import machine
from bench.calibration.table import NoPlaceForTable, kept
from bench.learnings import CHANNELS, PROMISES, STAGES, TOPICS, Language, fill
from registry.domain.facts import Choice
from registry.domain.finding import Facet, Wanted
from registry.store import finding, search
from registry.store.database import Home, connect, opened

LEARNINGS = 100_000
QUESTIONS = 400
WARM_UP = 20
"""Questions that do not count."""
MOST = 0.05
"""Seconds that 95 of 100 questions may take."""


class Took(NamedTuple):
    """Seconds that somebody waited, and those of them in which the processor worked for it."""

    waited: float
    worked: float


def questions(language: Language) -> Iterator[Wanted]:
    """One to four words; one in five typed so far only; one in ten a phrase; half with one or two filters."""
    dice = language.dice
    filters = {
        Facet.STANDING: ("emerging", "supported", "contradicted"),
        Facet.GRADE: ("E",),
        Facet.OUTCOME: tuple(Choice),
        Facet.CHANNEL: CHANNELS,
        Facet.JOURNEY_STAGE: STAGES,
        Facet.PROMISE: PROMISES,
        Facet.TOPIC: TOPICS,
        Facet.THING: ("learning", "quote"),
    }
    while True:
        said = language.said(int(dice.integers(1, 5)))
        kind = dice.random()
        if kind < 0.2:
            said[-1] = said[-1][: max(3, len(said[-1]) - 2)]
        text = f'"{" ".join(said)}"' if kind > 0.9 else " ".join(said)
        chosen: dict[Facet, tuple[str, ...]] = {}
        if dice.random() < 0.5:
            for place in dice.choice(len(filters), int(dice.integers(1, 3)), replace=False).tolist():
                facet, values = list(filters.items())[place]
                chosen[facet] = (str(values[int(dice.integers(0, len(values)))]),)
        since = date(2024, 1, 1) if dice.random() < 0.1 else None
        yield Wanted(words=text, chosen=chosen, since=since)


def took(home: Home, wanted: Wanted) -> Took:
    """How long the first page of what is *wanted* takes, the opening of the file included."""
    waited, worked = perf_counter(), thread_time()
    with opened(home) as db:
        answer = finding.find(db, wanted)
    found = Took(perf_counter() - waited, thread_time() - worked)
    if answer.gave_up or not answer.counts:
        sys.exit(f"No answer to {wanted}")
    return found


def similar_took(home: Home, text: str) -> Took:
    """How long the ideas that are similar to a proposal of *text* take."""
    waited, worked = perf_counter(), thread_time()
    with opened(home) as db:
        search.similar(db, text, but_not=None)
    return Took(perf_counter() - waited, thread_time() - worked)


def slow(times: Sequence[float]) -> float:
    """The time that 95 of 100 do not exceed."""
    return quantiles(times, n=20)[-1]


def line(name: str, times: Sequence[Took], nothing: float) -> str:
    """One row of the table: milliseconds waited and worked, and how often as long as *nothing* the p95 is."""
    waited = [each.waited for each in times]
    figures = (median(waited), slow(waited), max(waited), slow([each.worked for each in times]))
    shown = "".join(f"{each * 1000:>9.1f}" for each in figures)
    return f"{name:<24}{shown}{slow(waited) / nothing:>8.1f}"


def measure(home: Home, learnings: int) -> str:
    """Ask, print, and tell in one sentence what came out."""
    first = took(home, Wanted()).waited
    print(f"the first search of a process, which reads the columns: {first * 1000:.0f} ms")
    empty = [took(home, Wanted()) for _ in range(100)]
    nothing = median(each.waited for each in empty)
    language = Language(seed=3)
    asked = list(islice(questions(language), WARM_UP + QUESTIONS))
    times = [(each, took(home, each)) for each in asked][WARM_UP:]
    print(f"{'milliseconds':<24}{'p50':>9}{'p95':>9}{'max':>9}{'worked':>9}{'ratio':>8}")
    print(line("nothing asked", empty, nothing))
    print(line("all questions", [each for _, each in times], nothing))
    for many in range(1, 5):
        some = [each for wanted, each in times if len(wanted.words.split()) == many]
        print(line(f"  of {many} words", some, nothing))
    print(line("  without a filter", [each for wanted, each in times if not wanted.chosen], nothing))
    print(line("  with filters", [each for wanted, each in times if wanted.chosen], nothing))
    texts = [" ".join(language.said(30)) for _ in range(60)]
    print(line("similar to 30 words", [similar_took(home, text) for text in texts], nothing))
    p50, p95 = median(each.waited for _, each in times), slow([each.waited for _, each in times])
    worked = slow([each.worked for _, each in times])
    return (
        f"{QUESTIONS} questions among {learnings:,} learnings:"
        f" p50 {p50 * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms (of processor time {worked * 1000:.0f} ms;"
        f" target ≤ {MOST * 1000:.0f} ms: {'met' if p95 <= MOST else 'missed'}),"
        f" {p95 / nothing:.1f} times as long as asking for nothing."
    )


def main(arguments: Sequence[str]) -> None:
    """Make the registry, measure, print a line for each kind of question; keep the sentence when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--learnings", type=int, default=LEARNINGS)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="make it here, or use what is there")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="keep the sentence in this page")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        home = Home(given.keep or Path(folder, "registry"))
        if not home.database.exists():
            began = perf_counter()
            fill(home, given.learnings)
            print(f"{given.learnings:,} learnings written and indexed in {perf_counter() - began:.0f} s")
        with closing(connect(home.database)):  # as a server keeps it open
            found = measure(home, given.learnings)
    now = datetime.now(UTC)
    when = f"{now.day} {now:%B %Y}, with Python {python_version()}, on {machine()}"
    sentence = f"Measured by `make bench-search` on {when}: {found}"
    print(sentence)
    if given.markdown is not None:
        try:
            kept(given.markdown, sentence, mark="bench-search")
        except NoPlaceForTable as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
