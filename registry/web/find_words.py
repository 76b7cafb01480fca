"""Filters and their values in words."""

from collections.abc import Iterator, Mapping

from registry.domain.finding import SINCE, UNTIL, WITHDRAWN, Facet, Wanted
from registry.sentences import day_text, say

SPOKEN: Mapping[Facet, str] = {
    Facet.THING: "thing",
    Facet.STANDING: "standing",
    Facet.GRADE: "grade",
    Facet.OUTCOME: "choice",
    Facet.DOOR: "door",
    Facet.STAGE: "stage",
}
"""How the sentences of the values begin; the other filters' values are people's own words."""


def value_text(facet: Facet, value: str, teams: Mapping[str, str]) -> str:
    """A value of *facet* as people read it; *teams* spells each team as its people do."""
    if facet is Facet.TEAM:
        return teams.get(value, value)
    if facet is Facet.OUTCOME and value == WITHDRAWN:
        return say("stage-withdrawn")
    return say(f"{SPOKEN[facet]}-{value}") if facet in SPOKEN else value


def left_out(wanted: Wanted, looser: Wanted, teams: Mapping[str, str]) -> str:
    """What *looser* leaves out of *wanted*."""
    if wanted.words != looser.words:
        return wanted.words
    return ", ".join(
        text for (facet, value), text in chosen_texts(wanted, teams) if not _has(looser, facet, value)
    )


def _has(wanted: Wanted, facet: str, value: str) -> bool:
    return any((facet, value) == each for each, _ in chosen_texts(wanted, {}))


def chosen_texts(wanted: Wanted, teams: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each filter of *wanted* with its value, and both as people read them."""
    for facet in Facet:
        for value in wanted.values(facet):
            said = say("search-chosen", facet=say(f"facet-{facet}"), value=value_text(facet, value, teams))
            yield (facet, value), said
    for name, day in ((SINCE, wanted.since), (UNTIL, wanted.until)):
        if day is not None:
            said = say("search-chosen", facet=say(f"facet-{name}"), value=day_text(day))
            yield (name, day.isoformat()), said
