"""Filters let through what they say, and every count is what one would find by choosing it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.evidence import Grade
from registry.domain.experiment import Dossier
from registry.domain.facts import Choice, Decision, Learning, Withdrawal
from registry.domain.finding import NOT_BY_TEAM, Facet, Thing, Wanted
from registry.domain.journey import Journey
from registry.domain.learning_facts import Citation, Heard, Speaks
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.recorded import Recorded
from registry.store import experiments, facets, index, people
from registry.store.database import Database, Home, opened, writing
from registry.store.finding import find
from registry.store.index import Row
from registry.store.rebuilding import rebuild
from registry.store.schema import create_registry
from registry.store.search import quotes, texts
from tests.finding import keep, keep_proposal
from tests.nouns import NOON, OLGA, PLAN, STELLA, asking, pilot

WORDS = ("umbrella", "card", "parcel", "queue", "phone")
JOURNEYS = {
    "promise": ("kept", "told"),
    "stage": ("buy", "use"),
    "channel": ("web", "shop"),
    "topic": ("trust",),
}
MANY = 80


class Kept(NamedTuple):
    """A registry, and everything in it."""

    db: Database
    dossiers: list[Dossier]


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """Eighty experiments of all kinds."""
    home = Home(tmp_path_factory.mktemp("facets") / "registry")
    create_registry(home)
    with opened(home) as db:
        with writing(db):
            for person in (OLGA, STELLA):
                people.add(db, person.name, person.email, person.team, person.function)
                people.change(db, asking(), person)
        dice = Random(5)  # noqa: S311 - the same eighty each time
        for number in range(1, MANY + 1):
            _keep_any(db, number, dice)
        yield Kept(db, experiments.dossiers(db, experiments.every(db)))


def _keep_any(db: Database, number: int, dice: Random) -> None:
    said = {name: dice.choice(("", *values)) for name, values in JOURNEYS.items()}

    def some() -> str:
        return " ".join(dice.sample(WORDS, dice.randint(0, 2)))

    proposal = Proposal(idea=Idea(change=some()), quote=Quote(words=some()), journey=Journey(**said))
    when: dict[str, Any] = {"at": NOON, "by": OLGA.id}
    facts: list[Recorded] = []
    if dice.random() < 0.7:
        facts.append(pilot(plan=dice.choice((None, PLAN))))
        if dice.random() < 0.6:
            facts.append(Decision(**when, choice=dice.choice(tuple(Choice))))
    elif dice.random() < 0.3:
        facts.append(Withdrawal(**when))
    if dice.random() < 0.5:
        facts.append(Learning(**when, tell_others=some()))
        if number > 1:
            speaks = dice.choice((Speaks.FOR, Speaks.AGAINST))
            facts.append(
                Citation(**when, experiment=number - 1, speaks=speaks, grade=dice.choice(tuple(Grade)))
            )
    if dice.random() < 0.3:
        facts.append(Heard(**when, words=some()))
    day = NOON - timedelta(days=dice.randint(0, 20))
    keep_proposal(db, proposal, facts, at=day, team=dice.choice(("Parcels", " parcels", "Counter", "")))


ROWS_HAVE = {
    Facet.STANDING: ("emerging", "supported", "confirmed", "contradicted"),
    Facet.GRADE: ("A", "E"),
    Facet.OUTCOME: (*Choice, "withdrawn"),
    Facet.PROMISE: ("kept", "told", "of no one"),
    Facet.JOURNEY_STAGE: ("buy", "use"),
    Facet.CHANNEL: ("web", "shop"),
    Facet.TOPIC: ("trust",),
    Facet.DOOR: ("two_way", "one_way"),
    Facet.STAGE: ("draft", "running", "to_learn", "learned", "withdrawn"),
    Facet.METRIC: ("came back",),
    Facet.THING: tuple(Thing),
}
CHOSEN = st.dictionaries(st.sampled_from(list(ROWS_HAVE)), st.integers(1, 2), max_size=3).flatmap(
    lambda many: st.fixed_dictionaries(
        {
            facet: st.lists(st.sampled_from(ROWS_HAVE[facet]), min_size=1, max_size=n, unique=True).map(tuple)
            for facet, n in many.items()
        }
    )
)
DAYS = st.none() | st.dates(date(2026, 2, 10), date(2026, 3, 3))
WANTED = st.builds(
    Wanted,
    words=st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
    chosen=CHOSEN,
    since=DAYS,
    until=DAYS,
)
VIEWERS = st.sampled_from((None, OLGA, OLGA.model_copy(update={"id": 99, "team": "COUNTER "}), STELLA))


def things(dossier: Dossier, wanted: Wanted) -> set[str]:
    """As what *dossier* would be found, read from what is written in it."""
    asked = set(wanted.words.split())
    heard = " ".join(f"{said.words} {said.source}" for said in quotes(dossier)).split()
    everything = " ".join(text for parts in texts(dossier).values() for text in parts).split()
    if not asked <= set(everything):
        return set()
    kinds: set[str] = {Thing.EXPERIMENT if dossier.learning is None else Thing.LEARNING}
    return kinds | {str(Thing.QUOTE) for _ in heard[:1] if asked <= set(heard)}


class Through(NamedTuple):
    """An experiment that a filter lets through, and as what it is found."""

    row: Row
    kinds: set[str]


def by_hand(kept: Kept, wanted: Wanted, viewer: Person | None, but: Facet | None = None) -> list[Through]:
    """What *wanted* lets through, row by row, the filter *but* left out."""
    every = [dossier.id for dossier in kept.dossiers]
    rows = {row.experiment: row for row in index.by_ids(kept.db, every, viewer=viewer)}
    shown = [Through(rows[each.id], things(each, wanted)) for each in kept.dossiers if each.id in rows]
    return [each for each in shown if each.kinds and _fits(each, wanted, but)]


def _fits(each: Through, wanted: Wanted, but: Facet | None) -> bool:
    in_days = (wanted.since or date.min) <= each.row.proposed_on <= (wanted.until or date.max)
    asked = [facet for facet in wanted.chosen if facet != but]
    return in_days and all(values_of(each, facet) & set(wanted.values(facet)) for facet in asked)


def values_of(each: Through, facet: Facet) -> set[str]:
    if facet is Facet.THING:
        return each.kinds
    value = getattr(each.row, facet)
    return {str(value)} if value else set()


@given(wanted=WANTED, viewer=VIEWERS)
def test_filters_let_through_what_one_finds_row_by_row(registry: Kept, wanted: Wanted, viewer: Person | None):
    expected = by_hand(registry, wanted, viewer)

    answer = find(registry.db, wanted, limit=MANY, viewer=viewer)

    assert {hit.row.experiment for hit in answer.hits} == {each.row.experiment for each in expected}
    assert answer.total == len(expected)


@given(wanted=WANTED, viewer=VIEWERS)
def test_counts_are_those_of_counting_row_by_row_a_filters_own_choice_left_out(
    registry: Kept, wanted: Wanted, viewer: Person | None
):
    answer = find(registry.db, wanted, viewer=viewer)

    for facet in set(Facet) - {Facet.TEAM}:
        expected = Counter[str]()
        for each in by_hand(registry, wanted, viewer, but=facet):
            expected.update(values_of(each, facet))
        assert Counter(answer.counts[facet]) == expected, facet


@given(wanted=WANTED)
def test_a_count_is_what_choosing_the_value_would_find(registry: Kept, wanted: Wanted):
    answer = find(registry.db, wanted)

    for facet, counts in answer.counts.items():
        alone = wanted.model_copy(update={"chosen": {k: v for k, v in wanted.chosen.items() if k != facet}})
        for value, count in counts.items():
            assert find(registry.db, alone.with_(facet, value)).total == count


@given(wanted=WANTED, viewer=VIEWERS, team=st.sampled_from(("parcels", " PARCELS", "counter", "nobody")))
def test_nothing_is_counted_as_soon_as_a_team_is_chosen_and_no_failures_can_be_asked_of_it(
    registry: Kept, wanted: Wanted, viewer: Person | None, team: str
):
    of_team = wanted.with_(Facet.TEAM, team)
    others = {facet: values for facet, values in wanted.chosen.items() if facet not in NOT_BY_TEAM}

    answer = find(registry.db, of_team, limit=MANY, viewer=viewer)

    expected = by_hand(registry, wanted.model_copy(update={"chosen": others}), viewer)
    whose = [row.experiment for row, _ in expected if row.team == team.strip().casefold()]
    assert answer.counts == {}
    assert sorted(hit.row.experiment for hit in answer.hits) == whose


@given(wanted=WANTED, viewer=VIEWERS)
def test_the_teams_to_choose_from_do_not_follow_from_what_was_asked(
    registry: Kept, wanted: Wanted, viewer: Person | None
):
    assert find(registry.db, wanted, viewer=viewer).teams == find(registry.db, Wanted(), viewer=viewer).teams


@pytest.mark.parametrize("most", [0, 20_000])
def test_columns_in_memory_are_those_of_the_rows_after_every_write(
    db: Database, most: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(facets, "MOST_RENEWED", most)
    dice = Random(2)  # noqa: S311 - the same ones each time
    for number in range(1, 12):
        _keep_any(db, number, dice)
        known = facets.facets(db)

        assert _columns(known) == _rows(db)

    with writing(db):
        rebuild(db, NOON)

    assert _columns(facets.facets(db)) == _rows(db)


def _columns(known: facets.Facets) -> list[Sequence[object]]:
    ids = [number for number in range(known.size) if known.is_there[number]]
    return [
        (
            number,
            bool(known.is_private[number]),
            bool(known.holds_quote[number]),
            date.fromordinal(int(known.proposed_on[number])),
            *(known.values[facet][known.codes[facet][number]] for facet in facets.CODED),
        )
        for number in ids
    ]


def _rows(db: Database) -> list[Sequence[object]]:
    rows = index.by_ids(db, range(1, 100))
    return [
        (
            row.experiment,
            row.is_private,
            row.holds_quote,
            row.proposed_on,
            *(str(getattr(row, facet) or "") for facet in facets.CODED),
        )
        for row in sorted(rows, key=lambda row: row.experiment)
    ]


def test_a_filter_that_nobody_fits_finds_nothing_and_says_what_each_other_value_would(db: Database):
    keep(db, "A card")

    answer = find(db, Wanted(chosen={Facet.PROMISE: ("of no one",)}))

    assert (answer.total, answer.hits) == (0, ())
    assert answer.counts[Facet.STAGE] == {}
