"""A registry of many learnings in made-up words, whose frequencies follow Zipf's law."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

import numpy as np

from registry.domain.evidence import Grade
from registry.domain.facts import Choice, Decision, Learning, Pilot
from registry.domain.journey import Journey
from registry.domain.learning_facts import Citation, Heard, Speaks
from registry.domain.moment import moment_text
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.recorded import Recorded
from registry.store.database import Database, Home, opened, transaction
from registry.store.rebuilding import rebuild
from registry.store.schema import create_registry

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
    """Experiment *number*: a proposal with a quote, a pilot, a decision, a learning, maybe more quotes."""
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
