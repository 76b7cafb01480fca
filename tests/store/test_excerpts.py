"""What is shown of an experiment that was found is what was written, with the matches marked in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.facts import Note
from registry.domain.finding import Facet, Thing, Wanted
from registry.domain.learning_facts import Heard
from registry.domain.proposal import Idea, Proposal, Quote
from registry.domain.review_facts import Case
from registry.domain.text import cleaned
from registry.store.database import Database
from registry.store.excerpts import MATCH_ENDS, MATCH_STARTS, UNMARKED, cut, marks
from registry.store.finding import find
from registry.store.words import any_of, terms
from tests.finding import keep, keep_proposal
from tests.nouns import NOON, pilot

EVERY_QUOTE = [
    ("the proposal", Proposal(quote=Quote(words="Nobody says thank you", source="survey")), [], "survey"),
    ("a note", Proposal(), [Note(at=NOON, by=1, words="Nobody says thank you", is_quote=True)], ""),
    ("heard", Proposal(), [Heard(at=NOON, by=1, words="Nobody says thank you", source="counter")], "counter"),
    ("the case", Proposal(), [Case(at=NOON, by=1, customers_words="Nobody says thank you")], ""),
]


def test_matches_stand_between_marks_and_nothing_is_escaped_yet(db: Database):
    keep(db, "A <b>card</b> in the parcel")

    (hit,) = find(db, Wanted(words="card")).hits

    assert hit.title == f"A <b>{MATCH_STARTS}card{MATCH_ENDS}</b> in the parcel"


def test_what_is_marked_stays_as_it_was_written(db: Database):
    keep(db, "Straße: 退货, ﬁne Crème")

    (hit,) = find(db, Wanted(words="strasse 退货 creme")).hits

    said = hit.title.replace(MATCH_STARTS, "[").replace(MATCH_ENDS, "]")
    assert said == "[Straße]: [退货], ﬁne [Crème]"


@given(text=st.text(max_size=50).map(cleaned), at=st.integers(0, 40), more=st.text(max_size=9).map(cleaned))
def test_without_its_marks_what_is_shown_is_what_was_written(text: str, at: int, more: str):
    shown = marks([text], any_of(terms(f"{more} {text[at : at + 5]}")))[text]

    assert shown.translate(UNMARKED) == text.translate(UNMARKED)


@given(before=st.text(alphabet="ab ", max_size=500), after=st.text(alphabet="ab ", max_size=500))
def test_an_excerpt_is_short_and_holds_its_first_match(before: str, after: str):
    part = cut(f"{before}{MATCH_STARTS}card{MATCH_ENDS}{after}")

    assert f"{MATCH_STARTS}card{MATCH_ENDS}" in part
    assert len(part) <= 230


@pytest.mark.parametrize(
    ("_where", "proposal", "facts", "source"), EVERY_QUOTE, ids=[e[0] for e in EVERY_QUOTE]
)
def test_customers_words_are_found_as_a_quote_with_where_it_was_heard(
    db: Database, _where: str, proposal: Proposal, facts: list[Note], source: str
):
    named = proposal.model_copy(update={"idea": Idea(change="A card")})
    number = keep_proposal(db, named, [pilot(), *facts])

    answer = find(db, Wanted(words='"thank you"'))

    (hit,) = answer.hits
    assert (hit.row.experiment, hit.thing) == (number, Thing.QUOTE)
    assert hit.quotes == ((f"Nobody says {MATCH_STARTS}thank you{MATCH_ENDS}", source),)
    assert answer.counts[Facet.THING] == {Thing.LEARNING: 0, Thing.EXPERIMENT: 1, Thing.QUOTE: 1}


def test_an_experiment_is_found_once_as_its_learning_and_shows_the_quote_that_matches_too(db: Database):
    keep(db, "A card", words="Thanks for the card", learning="A card says more than a voucher")

    (hit,) = find(db, Wanted(words="card")).hits

    assert hit.thing is Thing.LEARNING
    assert hit.sentence == f"A {MATCH_STARTS}card{MATCH_ENDS} says more than a voucher"
    assert [said.words for said in hit.quotes] == [f"Thanks for the {MATCH_STARTS}card{MATCH_ENDS}"]


def test_only_quotes_shows_what_customers_said_even_without_words_to_look_for(db: Database):
    keep(db, "A card", words="Thanks for the card")
    keep(db, "A call")

    (hit,) = find(db, Wanted(chosen={Facet.THING: (Thing.QUOTE,)})).hits

    assert (hit.thing, hit.quotes[0].words) == (Thing.QUOTE, "Thanks for the card")
