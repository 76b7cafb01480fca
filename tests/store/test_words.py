"""Words are compared as people take them to be alike, in any script, and nothing in them is an order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.store.database import Database
from registry.store.words import Term, all_of, compared, terms, words_of
from tests.finding import found, keep

SCRIPTS = [
    ("Κανείς δεν λέει ευχαριστώ στις διαδρομές", "ΔΙΑΔΡΟΜΕΣ", "ευχαριστω", "διαδρ"),
    ("Возврат занял слишком много времени, ёлка", "возврат", "ЕЛКА", "возвр"),
    ("مُحَمَّد انتظر طويلا عند الصندوق", "محمد", "الصندوق", "الصن"),
    ("השירות היה אִטִּי מאוד", "אטי", "השירות", "השיר"),
    ("किताब देर से आई", "किताब", "देर", "किता"),
    ("退货太慢了，客服没有回电话", "退货", "客服", "回电"),
    ("返品がとても遅かった", "返品", "遅かっ", "とても"),
    ("รอนานมากที่เคาน์เตอร์", "นาน", "เคาน์เตอร์", "เคาน์"),
    ("반품이 너무 오래 걸렸어요", "반품이", "너무", "반품"),
    ("Straße voller Päckchen, ﬁnal £5", "STRASSE", "packchen", "fin"),
]


@pytest.mark.parametrize(("said", "other_case", "bare", "beginning"), SCRIPTS, ids=[s[1] for s in SCRIPTS])
def test_words_of_every_script_are_found_without_accents_in_any_case_and_by_their_beginning(
    db: Database, said: str, other_case: str, bare: str, beginning: str
):
    number = keep(db, said)
    keep(db, "Something else")

    for asked in (said, other_case, bare, beginning, said.upper(), unicodedata.normalize("NFD", said)):
        assert found(db, asked) == [number], asked


def test_letters_that_do_not_stand_together_are_no_word_of_a_script_without_blanks(db: Database):
    keep(db, "退款以后没有货")

    assert found(db, "退货") == []


def test_a_foreign_word_within_a_script_without_blanks_is_a_word(db: Database):
    number = keep(db, "用iPhone退货")

    assert found(db, "iphone") == found(db, "iphone退货") == [number]


INFLECTED = """
returning returned returns stopping stopped writing waiting waiters delivery deliveries customers
experimentation experiments happiness evidence guaranteed opportunity opportunities calling cheaper
quickly reminders refundable relationships complaints service services promises cancellation
subscriptions loyalty handwritten packaging apologising apologized voucher messages unsubscribed
hesitation patience trustworthy payment playfully enjoyable stayed
"""


@pytest.mark.parametrize("word", INFLECTED.split())
def test_a_word_is_found_at_every_letter_while_it_is_typed(db: Database, word: str):
    number = keep(db, f"It was about {word} all along")

    missed = [word[:typed] for typed in range(3, len(word) + 1) if found(db, word[:typed]) != [number]]

    assert missed == []


@pytest.mark.parametrize("typed", ["bus", "gas", "bosses", "pay", "caring"])
def test_a_beginning_finds_only_what_begins_with_it_or_is_a_form_of_it(db: Database, typed: str):
    forms = {
        "bus": "buses business busy",
        "gas": "gasoline",
        "bosses": "boss",
        "pay": "payments",
        "caring": "care",
    }
    theirs = {keep(db, word) for word in (typed, *forms[typed].split())}
    for other in ("but", "button", "garden", "bottle", "paper", "carton", "box"):
        keep(db, other)

    assert set(found(db, typed)) == theirs


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("longer window", [Term(("longer",)), Term(("window",), True)]),
        ('"longer window"', [Term(("longer", "window"))]),
        ("“longer window” ref", [Term(("longer", "window")), Term(("ref",), True)]),
        ('say "longer win', [Term(("say",)), Term(("longer", "win"), True)]),
        ("ref* window", [Term(("ref",), True), Term(("window",), True)]),
        ("re* window", [Term(("re",)), Term(("window",), True)]),
        ("e-mail offer", [Term(("e", "mail")), Term(("offer",), True)]),
        ("a:b (NOT c) ^d", [Term(("a", "b")), Term(("NOT",)), Term(("c",)), Term(("d",))]),
        ("in it", [Term(("in",)), Term(("it",))]),
        ("*", []),
        ('""', []),
        ("🃏 👩‍👩‍👧", []),
        ("---", []),
    ],
)
def test_words_phrases_and_beginnings_are_told_apart(text: str, asks: list[Term]):
    assert terms(text) == asks


@given(text=st.text())
def test_what_is_asked_of_the_index_holds_no_quote_and_no_order_of_its_own(text: str):
    asked = terms(text)

    assert sum(len(term.words) for term in asked) <= 32
    assert all(
        char.isalnum() or unicodedata.category(char)[0] in "MNLC"
        for t in asked
        for w in t.words
        for char in w
    )
    assert all_of(asked).count('"') % 2 == 0


@given(text=st.text())
def test_every_compared_letter_knows_where_it_was_written(text: str):
    letters = compared(text)
    places = [letters.place(at) for at in range(len(letters.text) + 1)]

    assert places == sorted(places)
    assert places[-1] == len(text)


@given(text=st.text(alphabet=st.characters(codec="utf-8")))
def test_case_accents_and_normal_forms_make_no_difference(text: str):
    apart, together = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))

    assert words_of(apart) == words_of(together)
