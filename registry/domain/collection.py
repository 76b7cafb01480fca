"""Collections: reading lists picked by hand, such as “read these first about returns”."""

from collections.abc import Container, Iterator
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from registry.domain.difference import Difference
from registry.domain.experiment import experiment_code
from registry.domain.moment import Moment
from registry.domain.sentence import Refusal
from registry.domain.text import LINE, Text, TooLong

MOST = 100
"""Entries; a longer list is not read."""


class CollectionRefused(Refusal):
    """The collection cannot be kept as it is."""


class Entry(BaseModel):
    """One experiment on a reading list, and why it stands there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    experiment: int
    why: Text = ""


class Collection(BaseModel):
    """A reading list as somebody wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text = ""
    lead: Text = ""
    """What it is for, in a sentence or two."""
    entries: tuple[Entry, ...] = ()
    """In the order in which they are to be read."""


class Kept(BaseModel):
    """A collection as the registry keeps it."""

    model_config = ConfigDict(frozen=True)

    id: int
    """The number by which it is called; it stays through all revisions."""
    revision: int
    """The number of this revision."""
    at: Moment
    by: int
    """Who wrote this revision."""
    maker: int
    """Who made the list, in its first revision."""
    collection: Collection


def check_collection(collection: Collection) -> None:
    """Raise CollectionRefused for a list without a title, one that names an experiment twice, or MOST passed.

    Raises TooLong for a title of more than a line.
    """
    title, named = collection.title, on_list(collection)
    if not title:
        raise CollectionRefused("collection-without-title")
    if len(title) > LINE:
        raise TooLong("text-too-long", beginning=title[:40], length=len(title), limit=LINE)
    if len(set(named)) != len(named):
        raise CollectionRefused("collection-twice")
    if len(named) > MOST:
        raise CollectionRefused("collection-too-long", most=MOST)


def on_list(collection: Collection) -> tuple[int, ...]:
    """The experiments of *collection*, in their order."""
    return tuple(each.experiment for each in collection.entries)


def worded(collection: Collection, title: str, lead: str) -> Collection:
    """*collection* under another title and with another lead."""
    return Collection(title=title, lead=lead, entries=collection.entries)


def with_entry(collection: Collection, entry: Entry) -> Collection:
    """*collection* with *entry* at its end. Raises CollectionRefused when its experiment stands there."""
    if entry.experiment in on_list(collection):
        raise CollectionRefused("collection-has-it", code=experiment_code(entry.experiment))
    return _holding(collection, (*collection.entries, entry))


def explained(collection: Collection, experiment: int, why: str) -> Collection:
    """*collection* with another reason why *experiment* stands there."""
    entry = Entry(experiment=experiment, why=why)
    return _holding(
        collection, tuple(entry if each.experiment == experiment else each for each in collection.entries)
    )


def without_entry(collection: Collection, experiment: int) -> Collection:
    """*collection* without *experiment*."""
    return _holding(collection, tuple(each for each in collection.entries if each.experiment != experiment))


def moved_up(collection: Collection, experiment: int, shown: Container[int]) -> Collection:
    """*collection* with *experiment* before the entry that is *shown* above it; the first one stays.

    Entries that are not shown to whoever moves it stay in their places.
    """
    entries = list(collection.entries)
    places = [
        n for n, each in enumerate(entries) if each.experiment in shown or each.experiment == experiment
    ]
    for above, here in pairwise(places):
        if entries[here].experiment == experiment:
            entries[above], entries[here] = entries[here], entries[above]
            break
    return _holding(collection, tuple(entries))


def told_of_change(before: Collection | None, after: Collection) -> Iterator[Difference]:
    """What the history tells of a list that was made or changed: which one, and what came and went."""
    renamed = before is not None and before.title != after.title
    yield Difference(field="collection", before=before.title if before and renamed else "", after=after.title)
    was, now = on_list(before) if before else (), on_list(after)
    for field, codes in (
        ("collection.put", [experiment_code(each) for each in now if each not in was]),
        ("collection.taken", [experiment_code(each) for each in was if each not in now]),
    ):
        if codes:
            yield Difference(field=field, before="", after=", ".join(codes))


def _holding(collection: Collection, entries: tuple[Entry, ...]) -> Collection:
    return Collection(title=collection.title, lead=collection.lead, entries=entries)
