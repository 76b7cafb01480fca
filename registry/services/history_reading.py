"""Reading the history: one experiment's, a page of everything, and all of it as a file."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from registry.domain.difference import Difference
from registry.domain.experiment import experiment_code
from registry.domain.history import (
    Change,
    Event,
    Filters,
    as_others_see,
    as_reviewers_see,
    open_since,
    sittings,
)
from registry.domain.moment import moment_text
from registry.domain.permission import check_allowed, is_allowed
from registry.domain.person import Asking
from registry.domain.review import is_blind
from registry.sentences import say
from registry.services.csv_file import csv_text
from registry.services.history import in_words, label_text, verb_text, what_text, who_text
from registry.services.recording import acting, known
from registry.store import experiments, history, people
from registry.store.database import Database
from registry.store.history import Entry

PAGE = 50
"""Events on a page."""

MOST_LINES = 100_000
"""Lines of an exported file: spreadsheets hold no more than ten times as many."""

AT_ONCE = 1_000
"""Events read at once for the file."""

COLUMNS = ("number", "time", "who", "experiment", "done", "changed", "before", "after")


class Page(NamedTuple):
    """Some events, newest first, and whether there are older ones."""

    events: tuple[Event, ...]
    has_older: bool


def history_of(db: Database, asking: Asking, id: int) -> tuple[Event, ...]:
    """What happened to experiment *id*, newest first, each sitting at its draft told as one event.

    What its draft said while it was for its team's eyes stays so, and who is about to review it does not
    read what its team answered. Raises NotAllowed for such a draft.
    """
    asked = known(db, asking)
    dossier = experiments.dossier(db, id)
    sees_draft = is_allowed(asked.person, "see_draft", dossier.experiment)
    since = open_since(dossier)
    if since is None:
        check_allowed(asked, "see_draft", dossier.experiment)
    told = history.events(db, id)
    if not sees_draft:
        told = as_others_see(told, since)
    if is_blind(dossier, asked):
        told = as_reviewers_see(told)
    return sittings(told)[::-1]


def read_history(db: Database, asking: Asking, filters: Filters, older_than: int | None = None) -> Page:
    """A page of everything that passes *filters*. Raises NotAllowed for who is not a steward."""
    check_allowed(known(db, asking), "read_history")
    found = history.newest(db, filters, PAGE + 1, older_than)
    return Page(events=tuple(found[:PAGE]), has_older=len(found) > PAGE)


def export_history(db: Database, asking: Asking, filters: Filters, *, at_most: int = MOST_LINES) -> str:
    """All that passes *filters* as CSV, newest first, a line for each change; that it was asked for is kept.

    It has *at_most* so many lines under the headings; a file that is cut there says so in one more.
    Raises NotAllowed for who is not a steward.
    """
    check_allowed(known(db, asking), "read_history")
    names = people.names(db)
    # Read before the lock is taken: nobody has to wait while the file is made.
    lines = list(islice(_lines(db, filters, names), at_most + 1))
    if is_cut := len(lines) > at_most:
        lines[at_most:] = [(say("history-export-cut", limit=at_most),)]
    with acting(db, asking) as asked:
        check_allowed(asked, "read_history")
        changes = _export_in_words(filters, names, lines=len(lines) - is_cut)
        history.add(db, asked, Entry("export_history", changes=changes))
    return csv_text([tuple(say(f"history-column-{column}") for column in COLUMNS), *lines])


def _lines(db: Database, filters: Filters, names: Mapping[int, str]) -> Iterator[tuple[str, ...]]:
    older_than = None
    while found := history.newest(db, filters, AT_ONCE, older_than):
        for event in found:
            code = "" if event.experiment is None else experiment_code(event.experiment)
            who, what = who_text(event, names), what_text(event, names)
            told = (str(event.id), moment_text(event.at), who, code, what)
            for change in event.changes:
                yield (*told, label_text(change.what), change.before, change.after)
            if not event.changes:
                yield (*told, "", "", "")
        older_than = found[-1].id


def _export_in_words(filters: Filters, names: Mapping[int, str], *, lines: int) -> tuple[Change, ...]:
    chosen: dict[str, object] = dict(filters)
    if filters.person is not None:
        chosen["person"] = names.get(filters.person, "")
    if filters.experiment is not None:
        chosen["experiment"] = experiment_code(filters.experiment)
    if filters.verb is not None:
        chosen["verb"] = verb_text(filters.verb)
    chosen["lines"] = lines
    return in_words(
        Difference(field=f"export.{name}", before=None, after=value) for name, value in chosen.items()
    )
