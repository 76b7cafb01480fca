"""People’s words find experiments, learnings and quotes, and no words break the search."""

from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.domain.facts import Learning, Note
from registry.domain.finding import Facet, Thing, Wanted
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal
from registry.store import experiments, finding, postings
from registry.store.database import Database, Home, opened, writing
from registry.store.facets import facets
from registry.store.finding import Answer, find
from tests.finding import found, keep, keep_proposal, put
from tests.nouns import CARD, LATER, NOON, OLGA, STELLA, asking

ORDERS = "\"'*()^:-+ANDORNOTandorNEAR/5 {},\x00é_“”退\ue000\ue001"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text() | st.text(alphabet=ORDERS, max_size=30))
def test_no_words_break_the_search(db: Database, text: str):
    answer = find(db, Wanted(words=text))

    assert answer.total >= len(answer.hits)
    assert not answer.gave_up


@pytest.mark.parametrize(
    "text",
    [
        *("AND", "OR", "NOT", "NEAR(a b)", "a AND", "title:card", "card*", "^card", '"', 'refund"', "("),
        *("--", "\x00", "\ud83d", "", "   ", "👩‍👩‍👧", "ref*und", "{title} : card", "_", "___", "a:b"),
        *(
            "'; drop table search; --",
            "w " * 5_000,
            "x" * 10_000,
            "字" * 10_000,
            '"' * 10_000,
            "a",
            "é",
            "字",
        ),
        *(
            "<script>alert(1)</script>",
            "**card**",
            ":red[card]",
            "Ω а ا 退 card",
            "\u202ecard",
            "%",
            "\\",
            "字",
        ),
    ],
)
def test_hostile_words_find_what_they_say_and_never_raise(db: Database, text: str):
    number = keep(db, f"Before {text[:100]} after the card")

    assert found(db, text) in ([], [number])


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        *(("card", True), ("CARD", True), ("cards", True), ("hand", True), ("ha", False), ("c", False)),
        *(("parcel card", True), ("parcel phone", False), ("créme", True), ("cre\u0300me", True)),
        *(("creme", True), ("card OR phone", False), ("hand* parcel", True), ("ha* parcel", False)),
        *(('"handwritten card"', True), ('"card handwritten"', False), ('"in the parc', True)),
        *(('"in the parc"', False), ("“handwritten cards”", True), ('"crème in" card', True)),
    ],
)
def test_every_word_must_be_there_and_the_last_may_be_a_beginning(db: Database, text: str, finds: bool):
    number = keep(db, "A handwritten card with crème in the parcel")

    assert found(db, text) == ([number] if finds else [])


def test_a_title_counts_more_than_a_remark(db: Database):
    remark = keep(db, "Longer opening hours", words="She wrote us a card")
    title = keep(db, "A card in the parcel")

    assert found(db, "card") == [title, remark]


def test_the_one_sentence_for_others_counts_more_than_the_rest_of_a_learning(db: Database):
    sentence = keep(db, "Longer hours", learning="Umbrellas come back")
    rest = keep_proposal(
        db,
        Proposal(idea=Idea(change="A call")),
        [Learning(at=NOON, by=OLGA.id, happened="Umbrellas come back")],
    )

    assert found(db, "umbrellas") == [sentence, rest]


def test_notes_and_learnings_are_found(db: Database):
    number = keep(db, "A card in the parcel", learning="Ink smudges in rain")
    with writing(db):
        experiments.append(db, asking(), number, Note(at=NOON, by=OLGA.id, words="An umbrella came back"))
        put(db, experiments.dossier(db, number))

    assert found(db, "smudges") == found(db, "umbrella") == [number]


def test_words_taken_out_of_a_draft_are_no_longer_found(db: Database):
    number = keep(db, "A card in the parcel", started=False)
    assert found(db, "card") == [number]
    with writing(db):
        experiments.revise(db, asking(), number, 1, Proposal(idea=Idea(change="A call")))
        put(db, experiments.dossier(db, number))

    assert (found(db, "card"), found(db, "call")) == ([], [number])


def test_where_very_many_match_the_newest_come_first(db: Database, monkeypatch: pytest.MonkeyPatch):
    ids = [keep(db, CARD.title) for _ in range(4)]
    monkeypatch.setattr(finding, "RANKED", 3)
    monkeypatch.setattr(postings, "FEW", 3)

    answer = find(db, Wanted(words="card"))

    assert [hit.row.experiment for hit in answer.hits] == ids[::-1]
    assert not answer.is_ranked


def test_where_very_many_match_a_word_that_few_have_still_ranks_them(
    db: Database, monkeypatch: pytest.MonkeyPatch
):
    title = keep(db, "An umbrella beside the card")
    for _ in range(3):
        keep(db, CARD.title)
    remark = keep(db, "A card", words="It rained, and I got an umbrella with my order")
    monkeypatch.setattr(finding, "RANKED", 1)
    monkeypatch.setattr(postings, "FEW", 3)

    answer = find(db, Wanted(words="umbrella card"))

    assert [hit.row.experiment for hit in answer.hits] == [title, remark]
    assert answer.is_ranked


def test_when_nothing_is_asked_the_newest_come_first_and_a_learning_makes_new(db: Database):
    old, new = keep(db, "A card"), keep(db, "A call")
    with writing(db):
        experiments.append(db, asking(LATER), old, Learning(at=LATER, by=OLGA.id, tell_others="Write it"))
        put(db, experiments.dossier(db, old))

    answer = find(db, Wanted())

    assert [hit.row.experiment for hit in answer.hits] == [old, new]


@pytest.mark.parametrize(
    ("text", "finds"), [("CX-1", True), (" cx-1", True), ("CX-99", False), ("1", True), ("card", True)]
)
def test_an_experiment_is_found_by_its_code(db: Database, text: str, finds: bool):
    number = keep(db, "A card in the parcel")

    assert found(db, text) == ([number] if finds else [])


def test_what_nobody_handed_in_is_found_and_counted_for_its_own_team_and_stewards_only(
    db: Database, rosa: Person
):
    draft = keep(db, "A whispering umbrella stand", started=False)

    for viewer, finds in ((OLGA, True), (STELLA, True), (rosa, False)):
        for wanted in (Wanted(words="whispering"), Wanted(words="CX-1"), Wanted()):
            answer = find(db, wanted, viewer=viewer)

            assert [hit.row.experiment for hit in answer.hits] == ([draft] if finds else [])
            assert answer.total == answer.counts[Facet.THING][Thing.EXPERIMENT] == int(finds)
            assert answer.teams == (("parcels",) if finds else ())


def test_a_search_is_given_up_after_its_time(db: Database, monkeypatch: pytest.MonkeyPatch):
    for number in range(30):
        keep(db, f"A card, version {number}")
    monkeypatch.setattr(finding, "SECONDS", 0.0)
    monkeypatch.setattr(finding, "STEPS", 10)
    began = monotonic()

    answer = find(db, Wanted(words="card version"))

    assert answer == Answer(gave_up=True)
    assert monotonic() - began < 1
    monkeypatch.undo()
    assert find(db, Wanted(words="card")).total == 30


def test_reading_the_columns_for_the_first_time_is_never_given_up(
    db: Database, monkeypatch: pytest.MonkeyPatch
):
    for number in range(30):
        keep(db, f"A card, version {number}")
    monkeypatch.setattr(finding, "SECONDS", 0.0)
    monkeypatch.setattr(finding, "STEPS", 10)
    find(db, Wanted(words="card"))
    monkeypatch.setattr("registry.store.facets._with", lambda *_: pytest.fail("They are read once more."))

    assert facets(db).is_there.sum() == 30


def test_another_connection_finds_what_was_written_meanwhile(db: Database, home: Home):
    with opened(home) as other:
        before = found(other, "umbrella"), found(other, "umbr")
        number = keep(db, "An umbrella")
        after = found(other, "umbrella"), found(other, "umbr")

    assert (before, after) == (([], []), ([number], [number]))


def test_a_word_in_memory_is_mended_by_what_was_written_since(db: Database, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(postings, "FEW", 2)
    first, second = keep(db, "A card"), keep(db, "A card")
    assert found(db, "card now") == []
    assert found(db, '"card"') == [second, first]

    with writing(db):
        experiments.revise(db, asking(), first, 1, Proposal(idea=Idea(change="A call")))
        put(db, experiments.dossier(db, first))
    third = keep(db, "Another card")

    assert found(db, '"card"') == [third, second]
