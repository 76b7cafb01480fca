"""Full-text search over experiments and learnings: one row of words per experiment."""

import json
import re
import unicodedata
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from registry.domain.experiment import Dossier, UnknownExperiment, experiment_id
from registry.domain.person import Person
from registry.store.database import Database, one_row
from registry.store.index import VISIBLE, viewing

WEIGHTS = "8.0, 3.0, 2.0, 5.0"
"""How much a word counts in title, quote, idea, learning."""

MOST_WORDS = 32
RANKED = 20_000
"""Above this many matches the newest come first: ranking them would keep people waiting."""

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""How the index tells words apart and finds their stems; the schema made it so."""

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
    """An experiment that matches, with an excerpt in which matches stand between two marks."""

    experiment: int
    excerpt: str


class Which(NamedTuple):
    """Which experiments may be found at all."""

    viewer: Person | None = None
    """For whose eyes; without one, everything."""
    but_not: int | None = None
    drafts: bool = True


MATCH_STARTS, MATCH_ENDS = "\ue000", "\ue001"
"""Private-use characters around a match, replaced after escaping: FTS5's own marks escape nothing."""


def put(db: Database, dossier: Dossier) -> None:
    """Index the words of *dossier* in place of what was indexed before."""
    proposal, learning = dossier.proposal, dossier.learning
    idea = proposal.idea
    notes = [note.words for note in dossier.notes]
    told = (
        ()
        if learning is None
        else (
            learning.tell_others,
            learning.expected,
            learning.happened,
            learning.surprised,
            *learning.hard_to_see,
            learning.next_step,
        )
    )
    db.execute("delete from search where rowid = :id", {"id": dossier.id})
    db.execute(
        "insert into search (rowid, title, quote, idea, learning)"
        " values (:id, :title, :quote, :idea, :learning)",
        {
            "id": dossier.id,
            "title": proposal.title,
            "quote": proposal.quote.words,
            "idea": _joined(idea.whom, idea.effect, idea.signal, *notes),
            "learning": _joined(*told),
        },
    )


def _joined(*texts: str) -> str:
    """*texts* in one, so that an excerpt still shows where one ends and the next begins."""
    return " · ".join(text for text in texts if text)


def words_of(text: str) -> list[str]:
    """The words of *text* that can be searched for: letters and digits of any script, at most 32."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))[:MOST_WORDS]


def find(db: Database, text: str, limit: int = 50, *, viewer: Person | None = None) -> list[Found]:
    """The experiments for the eyes of *viewer* that hold every word of *text*, best first.

    The last word may be a beginning.
    """
    words = words_of(text)
    if not words:
        return []
    quoted = [f'"{word}"' for word in words]
    if len(words[-1]) >= 3:
        quoted[-1] += "*"
    return _matching(db, " ".join(quoted), limit, Which(viewer=viewer))


def named(db: Database, text: str, *, viewer: Person | None = None) -> Found | None:
    """The experiment whose code *text* is, such as `CX-17`; None where *viewer* may see no such one."""
    try:
        number = experiment_id(text)
    except UnknownExperiment:
        return None
    sql = f"select title from experiment_index where experiment = :id and {VISIBLE}"  # noqa: S608
    rows = list(db.query(sql, {"id": number, **viewing(viewer)}))
    return Found(experiment=number, excerpt=rows[0]["title"]) if rows else None


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
    listed = _matching(db, either, SHORT_LIST, Which(but_not=but_not, drafts=False))
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
    with closing(Database(memory=True)) as desk:
        desk.execute(f"create virtual table said using fts5 (word, tokenize = '{TOKENIZER}')")
        desk.execute("create virtual table stems using fts5vocab (said, instance)")
        desk.table("said").insert_all({"word": word} for word in candidates)
        firsts = desk.query("select min(doc) as place from stems group by term order by place")
        return [candidates[place - 1] for place in dict.fromkeys(first["place"] for first in firsts)]


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


def _matching(db: Database, query: str, limit: int, which: Which) -> list[Found]:
    where = (
        "search match :query and rowid is not :but_not"  # noqa: S608 - our own names
        " and exists (select 1 from experiment_index where experiment = search.rowid"
        f" and (:drafts or stage <> 'draft') and {VISIBLE})"
    )
    values = {
        "query": query,
        "limit": limit,
        "but_not": which.but_not,
        "drafts": which.drafts,
        "starts": MATCH_STARTS,
        "ends": MATCH_ENDS,
        **viewing(which.viewer),
    }
    (matches,) = db.query(f"select count(*) as n from search where {where}", values)  # noqa: S608
    order = f"bm25(search, {WEIGHTS})" if matches["n"] <= RANKED else "rowid desc"
    rows = db.query(
        f"select rowid as experiment, snippet(search, -1, :starts, :ends, '…', 24) as excerpt"  # noqa: S608
        f" from search where {where} order by {order} limit :limit",
        values,
    )
    return [Found(**row) for row in list(rows)]
