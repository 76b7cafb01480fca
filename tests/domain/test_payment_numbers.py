"""Card numbers and bank accounts are told by their own check digits, with published numbers as witnesses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.payment_numbers import ACCOUNT_LENGTHS, accounts, cards, is_account, is_card, passes_luhn

# Numbers that card processors publish for tests, by scheme: Stripe (docs.stripe.com/testing), PayPal
# (developer.paypal.com, card testing; the 13 digits from its older list) and PAYONE (docs.payone.com).
TEST_CARDS = (
    "4242424242424242",
    "4111111111111111",
    "4222222222222",
    "4111141011111111116",
    "5555555555554444",
    "5105105105105100",
    "2223003122003222",
    "2720990000000015",
    "378282246310005",
    "371449635398431",
    "6011111111111117",
    "6011000990139424",
    "3056930009020004",
    "36259600000004",
    "30000000000004",
    "3528000000000007",
    "6304000000000000",
    "5063516945005047",
)

# The examples of SWIFT's IBAN Registry, one for each country that had any in the release they were read from.
REGISTRY_EXAMPLES = [
    "AD1200012030200359100100",
    "AE070331234567890123456",
    "AL47212110090000000235698741",
    "AT611904300234573201",
    "AZ21NABZ00000000137010001944",
    "BA391290079401028494",
    "BE68539007547034",
    "BG80BNBG96611020345678",
    "BH67BMAG00001299123456",
    "BR1800360305000010009795493C1",
    "BY13NBRB3600900000002Z00AB00",
    "CH9300762011623852957",
    "CR05015202001026284066",
    "CY17002001280000001200527600",
    "CZ6508000000192000145399",
    "DE89370400440532013000",
    "DK5000400440116243",
    "DO28BAGR00000001212453611324",
    "EE382200221020145685",
    "ES9121000418450200051332",
    "FI2112345600000785",
    "FO6264600001631634",
    "FR1420041010050500013M02606",
    "GB29NWBK60161331926819",
    "GE29NB0000000101904917",
    "GI75NWBK000000007099453",
    "GL8964710001000206",
    "GR1601101250000000012300695",
    "GT82TRAJ01020000001210029690",
    "HR1210010051863000160",
    "HU42117730161111101800000000",
    "IE29AIBK93115212345678",
    "IL620108000000099999999",
    "IQ98NBIQ850123456789012",
    "IS140159260076545510730339",
    "IT60X0542811101000000123456",
    "JO94CBJO0010000000000131000302",
    "KW81CBKU0000000000001234560101",
    "KZ86125KZT5004100100",
    "LB62099900000001001901229114",
    "LC55HEMM000100010012001200023015",
    "LI21088100002324013AA",
    "LT121000011101001000",
    "LU280019400644750000",
    "LV80BANK0000435195001",
    "MC5811222000010123456789030",
    "MD24AG000225100013104168",
    "ME25505000012345678951",
    "MK07250120000058984",
    "MR1300020001010000123456753",
    "MT84MALT011000012345MTLCAST001S",
    "MU17BOMM0101101030300200000MUR",
    "NL91ABNA0417164300",
    "NO9386011117947",
    "PK36SCBL0000001123456702",
    "PL61109010140000071219812874",
    "PS92PALS000000000400123456702",
    "PT50000201231234567890154",
    "QA58DOHB00001234567890ABCDEFG",
    "RO49AAAA1B31007593840000",
    "RS35260005601001611379",
    "SA0380000000608010167519",
    "SC18SSCB11010000000000001497USD",
    "SE4550000000058398257466",
    "SI56263300012039086",
    "SK3112000000198742637541",
    "SM86U0322509800000000270100",
    "SV62CENR00000000000000700025",
    "TL380080012345678910157",
    "TN5910006035183598478831",
    "TR330006100519786457841326",
    "UA213223130000026007233566001",
    "VG96VPVG0000012345678901",
    "XK051212012345678906",
]


def in_fours(number: str, between: str = " ") -> str:
    """*number* in groups of four, as it is printed."""
    return between.join(re.findall(".{1,4}", number))


def card_texts(text: str) -> list[str]:
    return [text[start:end] for start, end in cards(text)]


def account_texts(text: str) -> list[str]:
    return [text[start:end] for start, end in accounts(text)]


@pytest.mark.parametrize("number", TEST_CARDS)
def test_a_published_test_card_is_found_in_one_go_and_in_groups(number: str):
    assert card_texts(f"She paid with {number}.") == [number]
    assert card_texts(f"card {in_fours(number)}, she said") == [in_fours(number)]
    assert card_texts(f"({in_fours(number, '-')})") == [in_fours(number, "-")]


def test_a_card_is_found_as_american_express_prints_it_and_with_what_follows_it():
    assert card_texts("3782 822463 10005") == ["3782 822463 10005"]
    assert card_texts("4242 4242 4242 4242 12/27 123") == ["4242 4242 4242 4242"]
    assert card_texts("4242 4242 4242 4242 123") == ["4242 4242 4242 4242"]


@pytest.mark.parametrize("number", TEST_CARDS)
def test_another_last_digit_makes_it_no_card(number: str):
    others = [f"{number[:-1]}{digit}" for digit in range(10) if str(digit) != number[-1]]

    assert not any(is_card(other) for other in others)


def test_a_number_with_right_check_digits_that_no_issuer_begins_with_is_no_card():
    assert passes_luhn("11111111111111116")  # PAYONE's number of an unknown issuer

    assert card_texts("11111111111111116") == []


def test_an_article_number_is_no_card_even_where_both_checks_are_right():
    both = [f"{4_006_381_333_000 + n}" for n in range(1_000)]
    articles = [n for n in both if (sum(map(int, n[-1::-2])) + 3 * sum(map(int, n[-2::-2]))) % 10 == 0]

    assert "4006381333931" in articles  # GS1's own well-known example of the EAN-13
    assert any(passes_luhn(n) for n in articles)
    assert not any(is_card(n) for n in articles)


@given(st.text("0123456789", min_size=2, max_size=20), st.data())
def test_one_digit_misread_never_passes_the_luhn_check(digits: str, data: st.DataObject):
    last = next(d for d in "0123456789" if passes_luhn(digits + d))
    number = digits + last
    at = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != number[at]]))

    assert not passes_luhn(number[:at] + other + number[at + 1 :])


@pytest.mark.parametrize("iban", REGISTRY_EXAMPLES)
def test_the_registrys_example_is_found_in_one_go_in_fours_and_in_small_letters(iban: str):
    assert account_texts(f"Please pay to {iban}.") == [iban]
    assert account_texts(f"IBAN: {in_fours(iban)} and thanks") == [in_fours(iban)]
    assert account_texts(in_fours(iban, "-").lower()) == [in_fours(iban, "-").lower()]


@pytest.mark.parametrize("iban", REGISTRY_EXAMPLES)
def test_two_neighbouring_digits_exchanged_make_it_no_account(iban: str):
    changed = [
        iban[:at] + iban[at + 1] + iban[at] + iban[at + 2 :]
        for at in range(4, len(iban) - 1)
        if iban[at : at + 2].isdigit() and iban[at] != iban[at + 1]
    ]

    assert changed
    assert not any(is_account(other) for other in changed)


def test_a_character_too_many_or_too_few_makes_it_no_account():
    assert account_texts("DE893704004405320130001") == []
    assert account_texts("DE8937040044053201300") == []


def test_every_country_of_the_examples_is_known():
    assert {iban[:2]: len(iban) for iban in REGISTRY_EXAMPLES}.items() <= ACCOUNT_LENGTHS.items()
