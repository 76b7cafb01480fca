"""What somebody looks for: words, and filters; as the address of a search says it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.evidence import Grade
from registry.domain.experiment import Stage
from registry.domain.facts import Choice
from registry.domain.standing import Standing
from registry.domain.text import LINE, cleaned


class Thing(StrEnum):
    """What is found. An experiment is one thing: its learning, or itself while there is none."""

    LEARNING = "learning"
    EXPERIMENT = "experiment"
    """An experiment from which nothing was written down yet."""
    QUOTE = "quote"
    """A customer's words, whatever else the experiment is found as."""


class Facet(StrEnum):
    """By what one may filter; each is a parameter of the address."""

    THING = "thing"
    STANDING = "standing"
    GRADE = "grade"
    OUTCOME = "outcome"
    PROMISE = "promise"
    JOURNEY_STAGE = "journey_stage"
    CHANNEL = "channel"
    TOPIC = "topic"
    DOOR = "door"
    STAGE = "stage"
    METRIC = "metric"
    TEAM = "team"


WITHDRAWN = "withdrawn"
"""The outcome of what was taken back before anybody decided."""

VALUES: Mapping[Facet, tuple[str, ...]] = {
    Facet.THING: tuple(Thing),
    Facet.STANDING: tuple(Standing),
    Facet.GRADE: tuple(Grade),
    Facet.OUTCOME: (*Choice, WITHDRAWN),
    Facet.DOOR: tuple(Door),
    Facet.STAGE: tuple(Stage),
}
"""The values of the filters that have only these; the others' are the organisation's own words."""

NOT_BY_TEAM = (Facet.OUTCOME, Facet.STANDING)
"""What cannot be asked of one team: how its ideas ended, and whether what it learned held."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that one can ask for."""
WORDS, SINCE, UNTIL = "q", "from", "until"
PARAMETERS = frozenset({WORDS, *Facet, SINCE, UNTIL})
"""Everything that the address of a search may say."""
MOST_VALUES = 20
"""Values of one filter that an address may name."""


class Wanted(BaseModel):
    """What somebody looks for. Values of one filter: any of them; filters among each other: all of them."""

    model_config = ConfigDict(frozen=True)

    words: str = ""
    chosen: Mapping[Facet, tuple[str, ...]] = {}
    since: date | None = None
    """Proposed on this day or later."""
    until: date | None = None
    """Proposed on this day or earlier."""

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for."""
        return not self.words.strip() and not self.has_filters

    @property
    def has_filters(self) -> bool:
        """Whether a filter was chosen."""
        return bool(self.chosen or self.since or self.until)

    @property
    def is_by_team(self) -> bool:
        """Whether a team was chosen: then nothing is counted."""
        return bool(self.chosen.get(Facet.TEAM))

    def values(self, facet: Facet) -> tuple[str, ...]:
        """What was chosen of *facet*."""
        return self.chosen.get(facet, ())

    def with_(self, facet: Facet, value: str) -> "Wanted":
        """This, with *value* chosen too."""
        return self.choosing(facet, tuple(dict.fromkeys((*self.values(facet), value))))

    def without(self, facet: Facet, value: str) -> "Wanted":
        """This, with *value* not chosen."""
        return self.choosing(facet, tuple(each for each in self.values(facet) if each != value))

    def looser(self) -> Iterator["Wanted"]:
        """This with one thing left out at a time: a filter, a day, the words."""
        for facet in self.chosen:
            yield self.choosing(facet, ())
        if self.since is not None:
            yield self.model_copy(update={"since": None})
        if self.until is not None:
            yield self.model_copy(update={"until": None})
        if self.words and self.has_filters:
            yield self.model_copy(update={"words": ""})

    def choosing(self, facet: Facet, values: tuple[str, ...]) -> "Wanted":
        """This, with *values* and no others chosen of *facet*."""
        others = {each: kept for each, kept in self.chosen.items() if each is not facet}
        chosen = {**others, facet: values} if values else others
        return self.model_copy(update={"chosen": chosen})


def honest(wanted: Wanted) -> Wanted:
    """*wanted* without what cannot be asked of one team: there is no list of one team's failures."""
    if not wanted.is_by_team:
        return wanted
    kept = {facet: values for facet, values in wanted.chosen.items() if facet not in NOT_BY_TEAM}
    return wanted.model_copy(update={"chosen": kept})


class Asked(NamedTuple):
    """An address as it was understood."""

    wanted: Wanted
    unknown: tuple[str, ...] = ()
    """Parameters of which something was left out because it means nothing here."""


def asked(address: Mapping[str, Sequence[str]]) -> Asked:
    """What the parameters of an *address* ask for. Nothing in them makes it fail; the unknown is left out."""
    chosen: dict[Facet, tuple[str, ...]] = {}
    unknown: list[str] = []
    for facet in Facet:
        said = [cleaned(value)[:LINE] for value in address.get(facet, ())]
        known = [value for value in said if value and (facet not in VALUES or value in VALUES[facet])]
        if len(known) < len(said):
            unknown.append(facet)
        if known:
            chosen[facet] = tuple(dict.fromkeys(known))[:MOST_VALUES]
    days = {name: _day(address.get(name, ())) for name in (SINCE, UNTIL)}
    unknown += [name for name, day in days.items() if day is None and any(address.get(name, ()))]
    words = cleaned(" ".join(address.get(WORDS, ())))[:LINE]
    wanted = Wanted(words=words, chosen=chosen, since=days[SINCE], until=days[UNTIL])
    return Asked(wanted, tuple(unknown))


def address(wanted: Wanted) -> dict[str, list[str]]:
    """The parameters that ask for *wanted*."""
    said = {
        WORDS: [wanted.words] if wanted.words else [],
        **{str(facet): list(wanted.values(facet)) for facet in Facet},
        SINCE: [] if wanted.since is None else [wanted.since.isoformat()],
        UNTIL: [] if wanted.until is None else [wanted.until.isoformat()],
    }
    return {name: values for name, values in said.items() if values}


def _day(said: Sequence[str]) -> date | None:
    try:
        day = date.fromisoformat(said[0])
    except (ValueError, IndexError):
        return None
    return day if EARLIEST <= day <= LATEST else None
