"""The rules of the wording check as they are written in TOML: read, and made ready to be applied."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from registry.domain.wording_pattern import BadPattern, Pattern, compiled
from registry.domain.wording_verbs import forms
from registry.domain.wording_words import Lexicon, lexicon


class WordingKind(StrEnum):
    """What a sentence does that deserves a question."""

    BLAME = "blame"
    HINDSIGHT = "hindsight"
    DEFLECTION = "deflection"


class Where(StrEnum):
    """Where a guard must find its words to spare a sentence."""

    ANYWHERE = "anywhere"
    BEFORE = "before"
    """They begin no later than what was found."""
    AHEAD = "ahead"
    """They end before what was found begins."""
    OVER = "over"
    """They have a word in common with what was found."""


class WordingRefused(ValueError):
    """The rules cannot be used as they are written; the message says where."""


def _entries(value: object) -> object:
    return [each.strip() for each in value.replace("\n", " ").split(",")] if isinstance(value, str) else value


Entries = Annotated[tuple[str, ...], BeforeValidator(_entries)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WrittenFamily(_Written):
    """A way of pointing at somebody."""

    name: str
    kind: WordingKind
    question: str
    note: str
    """What it is, for the page that lists the families."""
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Patterns that spare a sentence of this family wherever they are found."""


class WrittenGuard(_Written):
    """Innocent words that look like another thing."""

    name: str
    note: str
    where: Where = Where.ANYWHERE
    patterns: tuple[str, ...]
    spares: tuple[str, ...] = ()
    """The families that it spares; all of them where none is named."""
    but_not: tuple[str, ...] = ()
    """The families that it never spares."""


class WrittenRules(_Written):
    """One TOML file of the rules."""

    words: Mapping[str, Entries] = {}
    verbs: Mapping[str, Entries] = {}
    contractions: Mapping[str, str] = {}
    phrases: Mapping[str, str] = {}
    family: tuple[WrittenFamily, ...] = ()
    guard: tuple[WrittenGuard, ...] = ()


class Family(NamedTuple):
    """A way of pointing at somebody, ready to be looked for."""

    name: str
    kind: WordingKind
    question: str
    note: str
    patterns: tuple[Pattern, ...]


class Guard(NamedTuple):
    """What spares a sentence, ready to be looked for."""

    name: str
    note: str
    where: Where
    patterns: tuple[Pattern, ...]
    families: frozenset[str]
    """The names of the families that it spares."""


class Tried(NamedTuple):
    """One pattern of one family."""

    family: Family
    pattern: Pattern


@dataclass(frozen=True)
class Rules:
    """All that the wording check knows."""

    lexicon: Lexicon
    families: tuple[Family, ...]
    """In the order in which they are tried: the first that is found and not spared is told."""
    guards: tuple[Guard, ...]

    @cached_property
    def tried(self) -> tuple[Tried, ...]:
        """Every pattern of every family, in the order in which they are tried."""
        return tuple(Tried(family, pattern) for family in self.families for pattern in family.patterns)

    @cached_property
    def by_need(self) -> Mapping[str, tuple[int, ...]]:
        """The places in `tried` of the patterns that may be found where a word or mark stands.

        Under "" are those that need none. Most sentences have what very few patterns need.
        """
        found = defaultdict[str, list[int]](list)
        for i, (_, pattern) in enumerate(self.tried):
            for symbol in pattern.needs[0] if pattern.needs else ("",):
                found[symbol].append(i)
        return {symbol: tuple(places) for symbol, places in found.items()}


def parse_rules(files: Mapping[str, str]) -> Rules:
    """The rules written in *files*, TOML texts by their names. Raises WordingRefused."""
    written = [_read(name, text) for name, text in files.items()]
    known = lexicon(_lists(written), {k: v for each in written for k, v in each.contractions.items()})
    phrases = {k: " ".join(v.split()) for each in written for k, v in each.phrases.items()}
    families = [family for each in written for family in each.family]
    names = {family.name for family in families}

    def ready(owner: str, sources: Iterable[str]) -> tuple[Pattern, ...]:
        try:
            return tuple(compiled(" ".join(source.split()), phrases, known) for source in sources)
        except BadPattern as error:
            raise WordingRefused(f"{owner}: {error}") from error

    guards = [
        Guard(each.name, each.note, each.where, ready(each.name, each.patterns), _spared(each, names))
        for file in written
        for each in file.guard
    ]
    guards += [
        Guard(each.name, "", Where.ANYWHERE, ready(each.name, each.unless), frozenset({each.name}))
        for each in families
        if each.unless
    ]
    return Rules(
        known,
        tuple(Family(f.name, f.kind, f.question, f.note, ready(f.name, f.patterns)) for f in families),
        tuple(guards),
    )


def _read(name: str, text: str) -> WrittenRules:
    try:
        return WrittenRules.model_validate(tomllib.loads(text))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise WordingRefused(f"{name}: {where}: {first['msg']}") from error
    except tomllib.TOMLDecodeError as error:
        raise WordingRefused(f"{name}: {error}") from error


def _lists(written: Iterable[WrittenRules]) -> dict[str, list[str]]:
    """Every list by its name; of a verb's forms, each kind is a list."""
    found: dict[str, list[str]] = {}
    for each in written:
        for name, entries in each.words.items():
            found.setdefault(name, []).extend(entry for entry in entries if entry)
        for name, entries in each.verbs.items():
            for entry in filter(None, entries):
                for form, text in forms(entry).items():
                    found.setdefault(f"{name}.{form}" if form else name, []).extend(text.split("|"))
    return found


def _spared(guard: WrittenGuard, names: set[str]) -> frozenset[str]:
    strange = {*guard.spares, *guard.but_not} - names
    if strange:
        raise WordingRefused(f"{guard.name}: there is no family {', '.join(sorted(strange))}")
    return frozenset(guard.spares or names) - frozenset(guard.but_not)
