"""How long does finding take among 100,000 learnings, compared with asking for nothing in particular?

The registry is made of made-up words whose frequencies follow Zipf's law, written as facts and indexed by the
product itself. The questions are drawn by the same law.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from registry.domain.evidence import Grade
from registry.domain.facts import Choice, Decision, Learning, Pilot
from registry.domain.finding import Facet, Wanted
from registry.domain.journey import Journey
from registry.domain.learning_facts import Citation, Heard, Speaks
from registry.domain.moment import moment_text
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.recorded import Recorded
from registry.store import finding, search
from registry.store.database import Database, Home, connect, opened, transaction
from registry.store.rebuilding import rebuild
from registry.store.schema import create_registry

LEARNINGS = 100_000
QUESTIONS = 400
WARM_UP = 20
"""Questions that do not count."""
MOST = 0.05
"""Seconds that 95 of 100 questions may take."""
WORDS = 20_000
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PERSON = 1


class Language:
    """Made-up words; the one of rank r is said 1/r as often as the first (Zipf's law)."""

    def __init__(self, seed: int) -> None:
        self.dice = np.random.default_rng(seed)
        spoken = np.random.default_rng(1)
        starts, vowels = list("bcdfghklmnprstvw"), list("aeiou")
        ends = ["", "", "n", "r", "s", "ing", "ed", "t"]
        words = dict[str, None]()
        while len(words) < WORDS:
            syllables = spoken.integers(1, 5)
            sounds = (spoken.choice(starts) + spoken.choice(vowels) for _ in range(syllables))
            words["".join(sounds) + spoken.choice(ends)] = None
        self.words = np.array(sorted(words, key=len))
        shares = 1 / np.arange(1, WORDS + 1)
        self.shares = shares / shares.sum()

    def said(self, many: int) -> list[str]:
        """*many* words."""
        return self.words[self.dice.choice(WORDS, many, p=self.shares)].tolist()

    def sentences(self) -> Iterator[str]:
        """Sentences without end, of 6 to 14 words."""
        while True:
            stock = self.said(50_000)
            lengths = self.dice.integers(6, 15, 3_000).tolist()
            start = 0
            for length in lengths:
                yield " ".join(stock[start : start + length])
                start += length


PROMISES = tuple(f"Promise {number}: you never wait longer than said" for number in range(8))
STAGES = ("discover", "buy", "receive", "use", "get help", "leave")
CHANNELS = ("in person", "phone", "e-mail", "chat", "web", "app", "letter")
TOPICS = ("prices and offers", "web and app", "waiting and service", "words and letters", "habits and trust")
TEAMS = tuple(f"Team {number}" for number in range(60))


@dataclass(frozen=True)
class Made:
    """One experiment, with its facts and its team."""

    proposal: Proposal
    at: datetime
    team: str
    facts: tuple[Recorded, ...]


def made(number: int, words: Iterator[str], dice: np.random.Generator) -> Made:
    """Experiment *number*: a proposal with a quote, a pilot, a decision, a learning, at times another quote."""
    at = NOON - timedelta(days=int(dice.integers(0, 1_500)))
    when = {"at": at, "by": PERSON}

    def of(values: Sequence[str]) -> str:
        return values[int(dice.integers(0, len(values)))]

    facts: list[Recorded] = [
        Pilot(**when, limits=Limits(until=(at + timedelta(days=14)).date())),
        Decision(**when, choice=Choice(of(tuple(Choice))), reason=next(words)),
        Learning(
            **when,
            expected=next(words),
            happened=". ".join(islice(words, 3)),
            surprised=". ".join(islice(words, 2)),
            hard_to_see=(next(words), next(words)),
            tell_others=next(words),
            next_step=next(words),
        ),
    ]
    if number > 1 and dice.random() < 0.3:
        speaks = Speaks.FOR if dice.random() < 0.8 else Speaks.AGAINST
        facts.append(Citation(**when, experiment=number - 1, speaks=speaks, grade=Grade.A))
    if dice.random() < 0.3:
        facts.append(Heard(**when, words=next(words), source=of(CHANNELS)))
    proposal = Proposal(
        quote=Quote(words=". ".join(islice(words, 2)), source=of(CHANNELS)),
        idea=Idea(change=next(words), whom=next(words), effect=next(words), signal=next(words)),
        journey=Journey(promise=of(PROMISES), stage=of(STAGES), channel=of(CHANNELS), topic=of(TOPICS)),
    )
    return Made(proposal, at, of(TEAMS), tuple(facts))


def fill(home: Home, learnings: int) -> None:
    """Write *learnings* experiments with what was learned from them, as facts, and index them."""
    create_registry(home)
    language = Language(seed=2)
    words, dice = language.sentences(), language.dice
    with opened(home) as db, transaction(db):
        db.execute(
            "insert into people (id, name, email, team, function)"
            " values (1, 'P', 'p@example.org', 'Team 0', '')"
        )
        for number in range(1, learnings + 1):
            _write(db, number, made(number, words, dice))
        rebuild(db, NOON)


def _write(db: Database, number: int, each: Made) -> None:
    at = moment_text(each.at)
    db.execute(
        "insert into experiments (id, at, by, team, version, changed_at, changed_by, proposal)"
        " values (?, ?, 1, ?, 1, ?, 1, ?)",
        (number, at, each.team, at, each.proposal.model_dump_json(exclude_defaults=True)),
    )
    for fact in each.facts:
        body = fact.model_dump(mode="json", exclude={"at", "by", "kind"}, exclude_defaults=True)
        kind = fact.model_dump(include={"kind"})["kind"]
        db.execute(
            "insert into facts (experiment, kind, at, by, body) values (?, ?, ?, 1, ?)",
            (number, kind, at, json.dumps(body)),
        )


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


def seconds(home: Home, wanted: Wanted) -> float:
    """How long one person waits for the first page of what is *wanted*, the opening of the file included."""
    began = perf_counter()
    with opened(home) as db:
        answer = finding.find(db, wanted)
    took = perf_counter() - began
    if answer.gave_up or not (answer.counts or wanted.is_by_team):
        sys.exit(f"No answer to {wanted}")
    return took


def similar_seconds(home: Home, text: str) -> float:
    """How long the similar ideas to a proposal of *text* take."""
    began = perf_counter()
    with opened(home) as db:
        search.similar(db, text, but_not=None)
    return perf_counter() - began


def line(name: str, times: Sequence[float], nothing: float) -> str:
    """One row of the table: milliseconds, and the ratio of the medians."""
    slow = quantiles(times, n=20)[-1]
    shown = "".join(f"{each * 1000:>9.1f}" for each in (median(times), slow, max(times)))
    return f"{name:<34}{shown}{median(times) / nothing:>8.1f}"


def main(arguments: Sequence[str]) -> None:
    """Make the registry, measure, and print one line for each kind of question."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--learnings", type=int, default=LEARNINGS)
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="make the registry here, or use what is there"
    )
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        home = Home(given.keep or Path(folder, "registry"))
        if not home.database.exists():
            began = perf_counter()
            fill(home, given.learnings)
            print(f"{given.learnings:,} learnings written and indexed in {perf_counter() - began:.0f} s")
        with closing(connect(home.database)):  # what a server keeps open, too
            measure(home)


def measure(home: Home) -> None:
    """Ask, and print."""
    print(f"the first search of a process, which reads the columns: {seconds(home, Wanted()) * 1000:.0f} ms")
    nothing = [seconds(home, Wanted()) for _ in range(100)]
    language = Language(seed=3)
    asked = list(islice(questions(language), WARM_UP + QUESTIONS))
    times = [(each, seconds(home, each)) for each in asked][WARM_UP:]
    print(f"{'milliseconds':<34}{'p50':>9}{'p95':>9}{'max':>9}{'ratio':>8}")
    print(line("nothing asked", nothing, median(nothing)))
    print(line("all questions", [took for _, took in times], median(nothing)))
    for many in range(1, 5):
        some = [took for each, took in times if len(each.words.replace('"', "").split()) == many]
        print(line(f"  of {many} words", some, median(nothing)))
    print(line("  without a filter", [took for each, took in times if not each.chosen], median(nothing)))
    print(line("  with filters", [took for each, took in times if each.chosen], median(nothing)))
    texts = [" ".join(language.said(30)) for _ in range(60)]
    print(line("similar, to 30 words", [similar_seconds(home, text) for text in texts], median(nothing)))
    slow = quantiles([took for _, took in times], n=20)[-1]
    print(f"p95 {slow * 1000:.1f} ms (target ≤ {MOST * 1000:.0f} ms: {'met' if slow <= MOST else 'missed'})")


if __name__ == "__main__":
    main(sys.argv[1:])
