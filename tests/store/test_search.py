"""People’s words find experiments and learnings, and no words break the search."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.domain.experiment import Dossier
from registry.domain.facts import Learning, Note
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.recorded import Recorded
from registry.store import experiments, index, search
from registry.store.database import Database, writing
from tests.nouns import CARD, NOON, OLGA, STELLA, asking, pilot


def keep(db: Database, change: str, *, words: str = "", learning: str = "", started: bool = True) -> int:
    """Keep an experiment with these words, in the lists and the search."""
    with writing(db):
        idea = Idea(change=change)
        number = experiments.add(db, asking(), Proposal(idea=idea, quote=Quote(words=words))).id
        facts: list[Recorded] = [pilot()] if started else []
        if learning:
            facts.append(Learning(at=NOON, by=OLGA.id, tell_others=learning))
        for fact in facts:
            experiments.append(db, asking(), number, fact)
        put(db, experiments.dossier(db, number))
        return number


def put(db: Database, dossier: Dossier) -> None:
    search.put(db, dossier)
    index.put(db, dossier, NOON)


def found(db: Database, text: str) -> list[int]:
    return [each.experiment for each in search.find(db, text)]


def similar(db: Database, text: str, but_not: int | None = None) -> list[int]:
    return [each.experiment for each in search.similar(db, text, but_not)]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text() | st.text(alphabet="\"'*()^:-+ANDORNOTandorNEAR/5 {},\x00é_", max_size=30))
def test_no_words_break_the_search(db: Database, text: str):
    search.find(db, text)
    search.similar(db, text, but_not=None)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "AND",
            "OR",
            "NOT",
            "NEAR(a b)",
            "a AND",
            "title:card",
            "card*",
            "^card",
            '"',
            'refund"',
            "(",
            "a:b",
        ),
        *(
            "--",
            "\x00",
            "\ud83d",
            "",
            "   ",
            "👩‍👩‍👧",
            "ref*und",
            "{title} : card",
            "_",
            "___",
            "'; drop table search; --",
        ),
        *("w " * 5_000, "x" * 10_000, "a", "é", "字"),
    ],
)
def test_hostile_words_find_what_they_say_and_never_raise(db: Database, text: str):
    number = keep(db, f"Before {text[:100]} after the card")

    search.similar(db, text, but_not=None)

    assert found(db, text) in ([], [number])


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("card", True),
        ("CARD", True),
        ("cards", True),
        ("hand", True),
        ("ha", False),
        ("c", False),
        ("parcel card", True),
        ("parcel phone", False),
        ("créme", True),
        ("cre\u0300me", True),
        ("creme", True),
        ("card OR phone", False),
    ],
)
def test_every_word_must_be_there_and_the_last_may_be_a_beginning(db: Database, text: str, finds: bool):
    number = keep(db, "A handwritten card with crème in the parcel")

    assert found(db, text) == ([number] if finds else [])


def test_a_title_counts_more_than_a_remark(db: Database):
    remark = keep(db, "Longer opening hours", words="She wrote us a card")
    title = keep(db, "A card in the parcel")

    assert found(db, "card") == [title, remark]


def test_notes_and_learnings_are_found(db: Database):
    number = keep(db, "A card in the parcel", learning="Ink smudges in rain")
    with writing(db):
        experiments.append(db, asking(), number, Note(at=NOON, by=OLGA.id, words="An umbrella came back"))
        put(db, experiments.dossier(db, number))

    assert found(db, "smudges") == found(db, "umbrella") == [number]


def test_words_taken_out_of_a_draft_are_no_longer_found(db: Database):
    number = keep(db, "A card in the parcel", started=False)
    with writing(db):
        experiments.revise(db, asking(), number, 1, Proposal(idea=Idea(change="A call")))
        put(db, experiments.dossier(db, number))

    assert (found(db, "card"), found(db, "call")) == ([], [number])


def test_matches_stand_between_marks_and_nothing_is_escaped_yet(db: Database):
    keep(db, "A <b>card</b> in the parcel")

    (each,) = search.find(db, "card")

    assert each.excerpt == f"A <b>{search.MATCH_STARTS}card{search.MATCH_ENDS}</b> in the parcel"


@pytest.mark.parametrize(
    ("text", "is_similar"),
    [
        ("Ten e-mails with an offer", False),  # one word of three letters in common
        ("An e-mail about umbrellas to customers", False),
        ("An umbrella, umbrellas, and UMBRELLAS", False),
        ("They would be with us when they are here", False),
        ("An umbrella to borrow", True),
        ("Borrowing umbrellas", True),
        ("Umbrëlla at the do\u0301or", True),
    ],
)
def test_two_different_words_in_common_make_experiments_similar(db: Database, text: str, is_similar: bool):
    umbrellas = keep(db, "Ten umbrellas to borrow at the dóor, when they would be with us")
    keep(db, "Call people back")

    assert similar(db, text) == ([umbrellas] if is_similar else [])


@pytest.mark.parametrize(("others", "is_similar"), [(98, False), (99, True)])
def test_one_word_is_enough_when_one_experiment_in_a_hundred_has_it(
    db: Database, others: int, is_similar: bool
):
    umbrellas = keep(db, "Ten umbrellas to borrow")
    for number in range(others):
        keep(db, f"Version {number}", started=False)

    assert similar(db, "A blue umbrella") == ([umbrellas] if is_similar else [])


@pytest.mark.parametrize(("guests", "is_similar"), [(5, True), (6, False)])
def test_a_word_of_nearly_every_experiment_says_nothing(db: Database, guests: int, is_similar: bool):
    umbrellas = keep(db, "Ten umbrellas for guests")
    for number in range(guests - 1):
        keep(db, f"Version {number} for guests")

    assert similar(db, "Guests get an umbrella") == ([umbrellas] if is_similar else [])


def test_an_own_draft_makes_no_word_more_common(db: Database):
    umbrellas = keep(db, "Ten umbrellas for guests")
    for number in range(4):
        keep(db, f"Version {number} for guests")
    own = keep(db, "Guests get an umbrella", started=False)

    assert similar(db, "Guests get an umbrella", but_not=own) == [umbrellas]


def test_words_are_told_apart_as_the_index_does(db: Database):
    (made,) = db.query("select sql from sqlite_master where name = 'search'")

    assert f"'{search.TOKENIZER}'" in made["sql"]


def test_whatever_is_similar_has_two_words_in_common(db: Database):
    words = ("umbrella", "card", "guest", "lend", "parcel")
    past = {keep(db, " ".join(pair)): set(pair) for pair in combinations(words, 2)}

    @given(asked=st.lists(st.sampled_from([*words, *(f"{word}s" for word in words), "they"])))
    def law(asked: list[str]):
        given = similar(db, " ".join(asked))

        assert len(given) <= 3
        assert all(past[number] <= {word.removesuffix("s") for word in asked} for number in given)

    law()


def test_the_more_and_the_rarer_words_are_shared_the_more_similar(db: Database):
    for number in range(5):
        keep(db, f"Parcel delivery in window {number}")
    card = keep(db, "A handwritten card in the parcel")

    assert similar(db, "a handwritten card in every parcel")[0] == card


def test_drafts_are_not_offered_as_similar(db: Database):
    keep(db, "A handwritten card in the parcel", started=False)

    assert similar(db, "A handwritten card") == []


def test_an_experiment_is_not_similar_to_itself(db: Database):
    own = keep(db, "A handwritten card in the parcel")
    other = keep(db, "A handwritten card on the counter")

    assert similar(db, "A handwritten card in the parcel", but_not=own) == [other]


def test_at_most_three_are_similar(db: Database):
    for number in range(5):
        keep(db, f"A handwritten card, version {number}")

    assert len(similar(db, "handwritten card")) == 3


def test_above_the_limit_of_ranking_the_newest_come_first(db: Database, monkeypatch: pytest.MonkeyPatch):
    ids = [keep(db, CARD.title) for _ in range(4)]
    monkeypatch.setattr(search, "RANKED", 3)

    assert found(db, "card") == ids[::-1]


@pytest.mark.parametrize(
    ("text", "finds"), [("CX-1", True), (" cx-1", True), ("CX-99", False), ("card", False)]
)
def test_an_experiment_is_found_by_its_code(db: Database, text: str, finds: bool):
    keep(db, "A card in the parcel")

    assert (search.named(db, text) is not None) is finds


def test_what_nobody_handed_in_is_found_by_its_own_team_and_stewards_only(db: Database, rosa: Person):
    draft = keep(db, "A whispering umbrella stand", started=False)

    for viewer, finds in ((OLGA, True), (STELLA, True), (rosa, False)):
        words, code = search.find(db, "whispering", viewer=viewer), search.named(db, "CX-1", viewer=viewer)

        assert [each.experiment for each in words] == ([draft] if finds else [])
        assert (code is not None) is finds
