"""Can the registry be trusted to be whole? It is looked at, never mended, while people go on writing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel, ConfigDict

from registry.domain.experiment import experiment_code
from registry.domain.moment import Moment
from registry.domain.sentence import Sentence, sentence
from registry.services.home import Home, home
from registry.store import experiments, index
from registry.store.chain import Kept, head, verify
from registry.store.database import Database, RegistryRefused
from registry.store.keys import HISTORY, key
from registry.store.rights import is_there
from registry.store.soundness import (
    damage,
    experiment_ids,
    made_otherwise,
    numbers_missing,
    search_ids,
    snapshot,
    strangeness,
)
from registry.store.witness import heads_kept

AT_ONCE = 500
"""How many experiments are in memory at a time."""

MOST_TOLD = 20
"""Findings of one kind that are told one by one; how many more there are is said after them."""


class Checked(BaseModel):
    """What a check looked at, and what it found."""

    model_config = ConfigDict(frozen=True)

    experiments: int = 0
    events: int = 0
    backups: int = 0
    """Backups that the history was compared with."""
    findings: tuple[Sentence, ...] = ()


def check(at: Moment) -> Checked:
    """Look at everything in the registry as it is now. Raises RegistryRefused where there is none."""
    here = home()
    if not is_there(here.database):
        raise RegistryRefused("cli-check-no-registry", folder=str(here.folder))
    # Before the registry itself: a backup made meanwhile knows more than the moment that is looked at.
    secret = _key(here)
    backups = [] if secret is None else heads_kept(here, secret)
    checked, findings = Checked(backups=len(backups)), list[Sentence]()
    try:
        with snapshot(here.database) as db:
            for found in _findings(db, secret, backups, at):
                findings.append(found)
            counts = {"experiments": len(experiment_ids(db)), "events": head(db).events}
            checked = checked.model_copy(update=counts)
    except RegistryRefused as refusal:
        findings.append(refusal.sentence)
    return checked.model_copy(update={"findings": tuple(_told(findings))})


def _key(here: Home) -> bytes | None:
    try:
        return key(here, HISTORY)
    except RegistryRefused:
        return None


def _findings(db: Database, secret: bytes | None, backups: Sequence[Kept], at: Moment) -> Iterator[Sentence]:
    strange = strangeness(db)
    if strange is not None:
        yield strange
        return
    yield from damage(db)
    yield from made_otherwise(db)
    yield from numbers_missing(db)
    yield from [sentence("found-no-key")] if secret is None else verify(db, secret, backups)
    ids = experiment_ids(db)
    for start in range(0, len(ids), AT_ONCE):
        yield from _derived(db, ids[start : start + AT_ONCE], at)
    yield from _search(ids, search_ids(db))


def _derived(db: Database, ids: Sequence[int], at: Moment) -> Iterator[Sentence]:
    """Experiments whose stage does not follow from their facts, or that lists show otherwise."""
    try:
        dossiers = experiments.dossiers_of(db, ids)
        expected = [index.row_of(dossier, at) for dossier in dossiers]
        listed = {row.experiment: row for row in index.by_ids(db, ids)}
    except (ValueError, TypeError, RecursionError) as error:  # no noun of ours, no object, or no JSON at all
        if len(ids) == 1:
            first = next(iter(str(error).splitlines()), "")
            yield sentence("found-underivable", code=experiment_code(ids[0]), problem=first)
        else:
            for number in ids:
                yield from _derived(db, [number], at)
        return
    for row in expected:
        found = listed.get(row.experiment)
        if found is None:
            yield sentence("found-list-lacks", code=row.code)
        elif not _shows(found, row, at):
            yield sentence("found-list-differs", code=row.code)


def _shows(found: index.Row, row: index.Row, at: Moment) -> bool:
    """Whether a list shows what it should; the next visitor brings along what time alone has changed."""
    if found.changes_on is not None and found.changes_on <= at.date():
        row = row.model_copy(update={"stage": found.stage, "changes_on": found.changes_on})
    return found == row


def _search(ids: Iterable[int], known: set[int]) -> Iterator[Sentence]:
    for number in sorted(set(ids) ^ known):
        name = "found-search-strange" if number in known else "found-search-lacks"
        yield sentence(name, code=experiment_code(number))


def _told(findings: Sequence[Sentence]) -> Iterator[Sentence]:
    kinds = Counter[str]()
    for each in findings:
        kinds[each.id] += 1
        if kinds[each.id] <= MOST_TOLD:
            yield each
    more = sum(max(0, n - MOST_TOLD) for n in kinds.values())
    if more:
        yield sentence("found-more", more=more)
