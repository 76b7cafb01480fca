"""What is shown of an experiment that was found: its own words, with what was looked for marked in them.

The words are read from the experiment and marked on a desk of their own, in memory: the index holds them only
as they are compared, and would be asked anew for each.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from registry.domain.finding import Thing
from registry.domain.person import Person
from registry.store import experiments, index
from registry.store.database import Database
from registry.store.index import Row
from registry.store.search import Said, quotes, texts
from registry.store.words import TOKENIZER, Term, any_of, compared

MATCH_STARTS, MATCH_ENDS = "\ue000", "\ue001"
"""Private-use characters around a match, replaced after escaping: FTS5's own marks escape nothing."""

UNMARKED = str.maketrans("", "", MATCH_STARTS + MATCH_ENDS)

EXCERPTS = ("learning", "idea", "seen")
"""Where an excerpt is cut from when neither the title nor the one sentence says everything."""
BEFORE, LENGTH = 60, 220
"""Letters of an excerpt before its first match, and in all."""
MOST_QUOTES = 3


@dataclass(frozen=True)
class Hit:
    """An experiment that was found. In its texts, matches stand between two marks."""

    row: Row
    thing: Thing
    title: str
    sentence: str = ""
    """What its learning tells other teams."""
    excerpt: str = ""
    quotes: tuple[Said, ...] = ()


def hits(
    db: Database, ids: Sequence[int], asked: Iterable[Term], viewer: Person | None, *, only_quotes: bool
) -> tuple[Hit, ...]:
    """What is shown of the experiments *ids*, in their order, as far as *viewer* may see them."""
    rows = {row.experiment: row for row in index.by_ids(db, ids, viewer=viewer)}
    seen = [each for each in ids if each in rows]
    dossiers = experiments.dossiers_of(db, seen)
    said = {each.id: (texts(each), quotes(each)) for each in dossiers}
    everything = (text for parts, _ in said.values() for column in parts.values() for text in column)
    marked = marks(everything, any_of(asked))
    return tuple(_hit(rows[each], *said[each], marked, only_quotes=only_quotes) for each in said)


def _hit(
    row: Row,
    said: Mapping[str, Sequence[str]],
    heard: Sequence[Said],
    marked: Mapping[str, str],
    *,
    only_quotes: bool,
) -> Hit:
    title, sentence = ("".join(marked[text] for text in said[column][:1]) for column in ("title", "tell"))
    parts = (marked[text] for column in EXCERPTS for text in said[column])
    excerpt = next((cut(text) for text in parts if MATCH_STARTS in text), "")
    shown = [Said(marked[each.words], marked.get(each.source, "")) for each in heard]
    matching = [each for each in shown if MATCH_STARTS in each.words + each.source]
    is_quote = only_quotes or (bool(matching) and MATCH_STARTS not in title + sentence + excerpt)
    learned = Thing.EXPERIMENT if row.standing is None else Thing.LEARNING
    listed = matching or (shown if only_quotes else [])
    return Hit(
        row=row,
        thing=Thing.QUOTE if is_quote else learned,
        title=title,
        sentence=sentence,
        excerpt=excerpt,
        quotes=tuple(Said(cut(each.words), each.source) for each in listed[:MOST_QUOTES]),
    )


def marks(texts: Iterable[str], query: str) -> dict[str, str]:
    """Each of *texts* as it was written, with marks around what *query* looks for."""
    bare = {text: text.translate(UNMARKED) for text in texts}
    if not query:
        return bare
    written = list(bare)
    letters = [compared(bare[text]) for text in written]
    with closing(Database(memory=True)) as desk:
        desk.execute(f"create virtual table said using fts5 (text, tokenize = '{TOKENIZER}')")
        desk.conn.executemany(
            "insert into said (rowid, text) values (?, ?)",
            enumerate(each.text for each in letters),
        )
        rows = desk.conn.execute(
            "select rowid, highlight(said, 0, ?, ?) from said where said match ?",
            (MATCH_STARTS, MATCH_ENDS, query),
        ).fetchall()
    found = {place: _as_written(bare[written[place]], letters[place].places, said) for place, said in rows}
    return {text: found.get(place, bare[text]) for place, text in enumerate(written)}


def _as_written(text: str, places: Sequence[int] | None, marked: str) -> str:
    """*text* with the marks of *marked*, whose letters came from *places* in it."""
    if places is None:
        return marked.replace(MATCH_ENDS + MATCH_STARTS, "")
    pieces: list[str] = []
    letters, last = 0, 0
    for part in re.split(f"([{MATCH_STARTS}{MATCH_ENDS}])", marked):
        if part in (MATCH_STARTS, MATCH_ENDS) and part:
            place = places[letters]
            pieces += [text[last:place], part]
            last = place
        else:
            letters += len(part)
    # What stands apart only for the index is one match to the reader.
    return ("".join(pieces) + text[last:]).replace(MATCH_ENDS + MATCH_STARTS, "")


def cut(text: str) -> str:
    """The part of *text* around its first match, at the ends of words; *text* where it is short."""
    if len(text.translate(UNMARKED)) <= LENGTH:
        return text
    first = max(0, text.find(MATCH_STARTS))
    begin = 0 if first <= BEFORE else text.rfind(" ", 0, first - BEFORE + 1) + 1
    if first - begin > 2 * BEFORE:  # a script without blanks, or one very long word
        begin = first - BEFORE
    end = text.rfind(" ", begin, begin + LENGTH)
    if end <= begin or end <= first:
        end = begin + LENGTH
    part = text[begin:end]
    if part.count(MATCH_STARTS) > part.count(MATCH_ENDS):
        part += MATCH_ENDS
    return ("… " if begin else "") + part + (" …" if end < len(text) else "")
