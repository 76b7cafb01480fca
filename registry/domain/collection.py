"""Collections: reading lists picked by hand, such as “read these first about returns”."""

from pydantic import BaseModel, ConfigDict

from registry.domain.moment import Moment
from registry.domain.sentence import Refusal
from registry.domain.text import Text


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
    collection: Collection


def check_collection(collection: Collection) -> None:
    """Raise CollectionRefused for a list without a title, and for one that names an experiment twice."""
    if not collection.title:
        raise CollectionRefused("collection-without-title")
    named = [each.experiment for each in collection.entries]
    if len(set(named)) != len(named):
        raise CollectionRefused("collection-twice")
