"""The index of words, one row per experiment, a column for each kind of text; and what is similar."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from registry.domain.experiment import Dossier
from registry.domain.facts import Heard, Note, Withdrawal
from registry.domain.review_facts import Case
from registry.store.database import Database, one_row
from registry.store.words import compared, stems_of, words_of

WEIGHTS = {"title": 8.0, "tell": 8.0, "learning": 4.0, "idea": 2.0, "seen": 1.0, "quote": 3.0}
"""How much a word counts by where it stands: the idea in one line, the one sentence for other teams, the
rest of the learning, the rest of the proposal, what was seen and decided, customers' words."""

BM25 = f"bm25(search, {', '.join(map(str, WEIGHTS.values()))})"
COLUMNS = ", ".join(WEIGHTS)

ENOUGH = 2
"""Words in common that make experiments similar."""

RARE, COMMON = 100, 4
"""At most one experiment in RARE: the word is enough alone. More than one in COMMON: it does not count."""

SHORT_LIST = 20
CHOOSING = 5_000
"""How many experiments the rarest words may bring to the choice of the short list: ranking takes time."""

FILLERS = """
about after again against also another because been before being both cannot could does doing done
down during each either else even ever every from have having here into just less like many more
most much must never often once only other over same shall should since some such than that their
them themselves then there these they this those though through till under until upon very want well
were what when where whether which while whom whose will with within without would your yours
"""
"""Words that join others, and say nothing about what was tried."""


@dataclass(frozen=True)
class Found:
    """An experiment that is similar."""

    experiment: int


class Said(NamedTuple):
    """A customer's words, and where they were heard."""

    words: str
    source: str = ""


def quotes(dossier: Dossier) -> tuple[Said, ...]:
    """Everything that customers said in *dossier*: each once, what it began with first."""
    return tuple(dict.fromkeys(said for said in _quotes(dossier) if said.words))


def _quotes(dossier: Dossier) -> Iterator[Said]:
    quote, case = dossier.proposal.quote, dossier.latest(Case)
    yield Said(quote.words, quote.source)
    if case is not None:
        yield Said(case.customers_words)
    for fact in dossier.facts:
        if isinstance(fact, Heard):
            yield Said(fact.words, fact.source)
        elif isinstance(fact, Note) and fact.is_quote:
            yield Said(fact.words)


def texts(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """What may be found of *dossier*, as it was written, by the column of the index."""
    proposal, learning, decision = dossier.proposal, dossier.learning, dossier.decision
    idea, withdrawal = proposal.idea, dossier.latest(Withdrawal)
    seen = [note.words for note in dossier.notes if not note.is_quote]
    ended = ("" if each is None else each.reason for each in (decision, withdrawal))
    said = {
        "title": (proposal.title,),
        "tell": () if learning is None else (learning.tell_others,),
        "learning": ()
        if learning is None
        else (
            learning.happened,
            learning.surprised,
            *learning.hard_to_see,
            *learning.hard_to_hear,
            learning.expected,
            learning.next_step,
            learning.change_our_mind,
        ),
        "idea": (idea.whom, idea.effect, idea.signal, proposal.different_this_time),
        "seen": (*seen, dossier.stop_reason, *ended),
        "quote": (part for said in quotes(dossier) for part in said),
    }
    return {column: tuple(text for text in parts if text) for column, parts in said.items()}


def put(db: Database, dossier: Dossier) -> None:
    """Index the words of *dossier* in place of what was indexed before."""
    said = {column: compared("\n".join(parts)).text for column, parts in texts(dossier).items()}
    db.execute("delete from search where rowid = :id", {"id": dossier.id})
    db.execute(
        f"insert into search (rowid, {COLUMNS}) values (:id, {', '.join(f':{each}' for each in said)})",  # noqa: S608
        {"id": dossier.id, **said},
    )


def similar(db: Database, text: str, but_not: int | None, limit: int = 3, *, share: float = 0) -> list[Found]:
    """The experiments, drafts left out, that have enough words in common with *text*, best first.

    Enough are two different words, or one that at most one experiment in RARE has; in a small registry
    no word is that rare. A word counts when it has four letters or more, is no filler, and is not said
    of nearly everything: more than five experiments, and more than one in COMMON, have it. “Card” and
    “cards” are one word. Words are counted among the best SHORT_LIST experiments by bm25 alone.

    At least this *share* of the different words of *text*, from 0 to 1, is in common too.
    """
    experiments = one_row(db, "select count(*) as n from experiment_index")["n"]
    most = max(5, experiments // COMMON)
    having = {word: _count(db, word, but_not, at_most=most + 1) for word in _different(words_of(text))}
    words = sorted((word for word, n in having.items() if 0 < n <= most), key=having.__getitem__)
    sums = accumulate(having[word] for word in words)
    choosing = [word for word, n in zip(words, sums, strict=True) if n <= CHOOSING] or words[:1]
    if not choosing:
        return []
    either = " OR ".join(f'"{word}"' for word in choosing)
    listed = _best(db, either, but_not)
    in_common, shared = Counter[int](), Counter[int]()
    for word in words:
        weight = ENOUGH if having[word] * RARE <= experiments else 1
        having_it = _among(db, word, listed)
        in_common.update(dict.fromkeys(having_it, weight))
        shared.update(having_it)
    enough = [each for each in listed if in_common[each.experiment] >= ENOUGH]
    return [each for each in enough if shared[each.experiment] >= share * len(having)][:limit]


def _different(words: list[str]) -> list[str]:
    """The first of *words* for each stem that the index knows; short ones and fillers left out."""
    fillers = FILLERS.split()
    candidates = [word for word in words if len(word) >= 4 and word.casefold() not in fillers]
    firsts = dict[str, str]()
    for word, stem in stems_of(candidates).items():
        firsts.setdefault(stem, word)
    return list(firsts.values())


def _count(db: Database, word: str, but_not: int | None, *, at_most: int) -> int:
    """How many experiments have *word*, counted no further than *at_most*."""
    counted = db.query(
        "select count(*) as n from"
        " (select 1 from search where search match :word and rowid is not :but_not limit :at_most)",
        {"word": f'"{word}"', "but_not": but_not, "at_most": at_most},
    )
    return next(iter(list(counted)))["n"]


def _among(db: Database, word: str, listed: list[Found]) -> list[int]:
    """Which of the experiments *listed* have *word*."""
    rows = db.query(
        "select rowid as experiment from search where search match :word"
        " and rowid in (select value from json_each(:listed))",
        {"word": f'"{word}"', "listed": json.dumps([each.experiment for each in listed])},
    )
    return [row["experiment"] for row in rows]


def _best(db: Database, query: str, but_not: int | None) -> list[Found]:
    """The experiments that *query* matches best, drafts left out."""
    rows = db.query(
        "select rowid as experiment from search where search match :query and rowid is not :but_not"  # noqa: S608
        " and exists (select 1 from experiment_index where experiment = search.rowid and stage <> 'draft')"
        f" order by {BM25} limit :limit",
        {"query": query, "but_not": but_not, "limit": SHORT_LIST},
    )
    return [Found(**row) for row in list(rows)]
