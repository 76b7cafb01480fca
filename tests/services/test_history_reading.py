"""Who reads the history, and what they find: an experiment's for everybody, everything for stewards."""

import csv
from datetime import timedelta
from io import StringIO

import pytest

from registry.domain.experiment import UnknownExperiment
from registry.domain.history import Filters
from registry.domain.permission import NotAllowed
from registry.domain.person import HasLeft, Person, Role
from registry.domain.proposal import Idea
from registry.sentences import say
from registry.services.history_reading import AT_ONCE, PAGE, Page, export_history, history_of, read_history
from registry.services.person import change_person
from registry.services.proposal import begin, revise, submit
from registry.store import history
from registry.store.database import Database, writing
from registry.store.history import Entry
from tests.nouns import CARD, NOON, OLGA, STELLA, asking

MINUTE = timedelta(minutes=1)
AS_STELLA = asking(person=STELLA)


def lines(text: str) -> list[list[str]]:
    """The lines of a CSV file without its headings."""
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))[1:]


def written(db: Database, times: int) -> int:
    """A draft of Olga's saved so many times, a minute apart; returns its id."""
    draft = begin(db, asking(), CARD)
    for number in range(times - 1):
        idea = Idea(change=f"A card, version {number}")
        proposal = CARD.model_copy(update={"idea": idea})
        draft = revise(db, asking(NOON + number * MINUTE), draft.id, draft.version, proposal)
    return draft.id


def newest(db: Database) -> str:
    return history.newest(db, Filters(), 1)[0].verb


def test_an_experiments_history_tells_sittings_newest_first(db: Database):
    draft = written(db, 4)
    submit(db, asking(NOON + 5 * MINUTE), draft)

    handed_in, began = history_of(db, asking(), draft)

    assert (handed_in.verb, began.verb) == ("submit", "begin")
    assert ("idea.change", "", "A card, version 2") in [(c.what, c.before, c.after) for c in began.changes]


def test_the_history_of_a_draft_is_for_who_may_see_it(db: Database, ravi: Person):
    draft = written(db, 1)

    assert history_of(db, asking(), draft)
    assert history_of(db, AS_STELLA, draft)
    with pytest.raises(NotAllowed, match="not-allowed-see_draft"):
        history_of(db, asking(person=ravi), draft)


def test_what_a_draft_said_before_it_was_handed_in_stays_with_its_team(db: Database, ravi: Person):
    draft = written(db, 2)
    submit(db, asking(NOON + 5 * MINUTE), draft)
    colleague = ravi.model_copy(update={"team": OLGA.team})

    seen = history_of(db, asking(person=ravi), draft)
    change_person(db, AS_STELLA, colleague)

    assert [bool(event.changes) for event in seen] == [True, False]
    assert all(event.changes for event in history_of(db, asking(person=ravi), draft))


def test_the_history_of_nothing_is_refused_as_an_unknown_experiment(db: Database):
    with pytest.raises(UnknownExperiment):
        history_of(db, asking(), 99)


def test_a_steward_reads_everything_page_by_page(db: Database):
    written(db, PAGE + 3)

    first = read_history(db, AS_STELLA, Filters())
    second = read_history(db, AS_STELLA, Filters(), first.events[-1].id)

    assert (len(first.events), first.has_older) == (PAGE, True)
    assert [event.verb for event in second.events] == ["edit", "edit", "begin", "begin_history"]
    assert not second.has_older
    assert read_history(db, AS_STELLA, Filters(verb="stop")) == Page(events=(), has_older=False)


def test_nobody_else_reads_or_exports_everything_whatever_they_say_they_are(db: Database, ravi: Person):
    pretending = ravi.model_copy(update={"roles": frozenset({Role.STEWARD})})
    before = newest(db)

    for verb in (read_history, export_history):
        with pytest.raises(NotAllowed, match="not-allowed-read_history"):
            verb(db, asking(person=pretending), Filters())

    assert newest(db) == before


def test_who_has_left_exports_nothing(db: Database, ravi: Person):
    rights = {"roles": frozenset({Role.STEWARD}), "has_left": True}
    change_person(db, AS_STELLA, ravi.model_copy(update=rights))

    with pytest.raises(HasLeft):
        export_history(db, asking(person=ravi), Filters())


def test_an_export_has_a_line_for_each_change_in_utc_and_is_an_event_itself(db: Database):
    draft = written(db, 1)

    told = lines(export_history(db, AS_STELLA, Filters()))

    idea = next(line for line in told if line[5] == "idea")
    assert idea[1:] == [
        "2026-03-02T12:00:00.000Z",
        "Olga Owner",
        f"CX-{draft}",
        "began a proposal",
        "idea",
        "",
        "A handwritten card in the parcel",
    ]
    assert told[-1][2:] == [
        "The registry",
        "",
        "began this history with everything that was here before",
        "",
        "",
        "",
    ]
    assert newest(db) == "export_history"


def test_an_export_holds_what_the_filters_choose_and_the_event_says_which(db: Database):
    draft = written(db, 2)
    chosen = Filters(person=OLGA.id, experiment=draft, verb="edit", since=NOON, words="version 0")

    told = lines(export_history(db, AS_STELLA, chosen))

    (event,) = history.newest(db, Filters(verb="export_history"), 9)
    assert {line[4] for line in told} == {"changed the proposal"}
    assert [(change.what, change.after) for change in event.changes] == [
        ("export.person", "Olga Owner"),
        ("export.experiment", f"CX-{draft}"),
        ("export.verb", "changed the proposal"),
        ("export.since", "2026-03-02T12:00:00.000Z"),
        ("export.words", "version 0"),
        ("export.lines", str(len(told))),
    ]


def test_a_formula_in_somebodys_words_is_exported_as_a_text(db: Database):
    begin(db, asking(), CARD.model_copy(update={"idea": Idea(change="=HYPERLINK(1)", whom=" ＝1")}))

    cells = {cell for line in lines(export_history(db, AS_STELLA, Filters())) for cell in line}

    assert {"'=HYPERLINK(1)", "'＝1"} <= cells


def test_a_long_export_reads_every_page_and_says_where_it_is_cut(db: Database):
    with writing(db):
        for _ in range(AT_ONCE + 5):
            history.add(db, asking(), Entry("note"))

    whole = lines(export_history(db, AS_STELLA, Filters()))
    cut = lines(export_history(db, AS_STELLA, Filters(person=OLGA.id), at_most=5))

    assert [int(line[0]) for line in whole] == list(range(len(whole), 0, -1))
    assert len(whole) > AT_ONCE
    assert cut == [*whole[:5], [say("history-export-cut", limit=5)]]
