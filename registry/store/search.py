"""Full-text search over experiments and learnings: one row of words per experiment."""

import re
import unicodedata
from dataclasses import dataclass

from registry.domain.experiment import Dossier
from registry.store.database import Database

WEIGHTS = "8.0, 3.0, 2.0, 5.0"
"""How much a word counts in title, quote, idea, learning."""

MOST_WORDS = 32
RANKED = 20_000
"""Above this many matches the newest come first: ranking them would keep people waiting."""


@dataclass(frozen=True)
class Found:
    """An experiment that matches, with an excerpt in which matches stand between two marks."""

    experiment: int
    excerpt: str


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


def find(db: Database, text: str, limit: int = 50) -> list[Found]:
    """The experiments that hold every word of *text*, best first; the last word may be a beginning."""
    words = words_of(text)
    if not words:
        return []
    quoted = [f'"{word}"' for word in words]
    if len(words[-1]) >= 3:
        quoted[-1] += "*"
    return _matching(db, " ".join(quoted), limit)


def similar(db: Database, text: str, but_not: int | None, limit: int = 3) -> list[Found]:
    """The experiments, drafts left out, that share the rarest words with *text*, best first."""
    words = dict.fromkeys(word.casefold() for word in words_of(text) if len(word) >= 4)
    if not words:
        return []
    return _matching(db, " OR ".join(f'"{word}"' for word in words), limit, but_not=but_not, drafts=False)


def _matching(
    db: Database, query: str, limit: int, *, but_not: int | None = None, drafts: bool = True
) -> list[Found]:
    where = (
        "search match :query and rowid is not :but_not"
        " and (:drafts or rowid in (select experiment from experiment_index where stage <> 'draft'))"
    )
    values = {
        "query": query,
        "limit": limit,
        "but_not": but_not,
        "drafts": drafts,
        "starts": MATCH_STARTS,
        "ends": MATCH_ENDS,
    }
    (matches,) = db.query(f"select count(*) as n from search where {where}", values)  # noqa: S608
    order = f"bm25(search, {WEIGHTS})" if matches["n"] <= RANKED else "rowid desc"
    rows = db.query(
        f"select rowid as experiment, snippet(search, -1, :starts, :ends, '…', 24) as excerpt"  # noqa: S608
        f" from search where {where} order by {order} limit :limit",
        values,
    )
    return [Found(**row) for row in list(rows)]
