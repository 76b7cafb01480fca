"""What looks like somebody's personal data is found where it stands, and hardly anything else is."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.personal_data import Kind, spots
from tests.domain.innocents import INNOCENTS

# Addresses of the examples in RFC 5322, appendix A.
RFC_5322 = (
    "jdoe@machine.example",
    "mary@example.net",
    "1234@local.machine.example",
    "john.q.public@example.com",
    "mary@x.test",
    "one@y.test",
    "boss@nil.test",
    "sysservices@example.net",
    "pete@silly.test",
)

LONG = 100_000
"""Characters; twenty times what a field holds."""

HOSTILE = {
    "digits": "4",
    "zeros": "0",
    "full-width digits": "４",
    "other scripts’ digits": "٤",
    "zero-width": "\u200b",
    "at signs": "@",
    "addresses": "a@a.",
    "nearly an address": "a@a-",
    "dots": "a.",
    "nearly cards": "4444 ",
    "lone digits": "4 ",
    "nearly abroad": "+49 30 9 ",
    "nearly at home": "(01",
    "nearly a call": "call me on at ",
    "accounts": "DE89 ",
    "dates": "2026-01-01 ",
    "orders": "order no 0171 123456 ",
    "hyphens": "1-",
}

said = st.text(st.sampled_from("+049 -./()@a.b\u200b＠４٤DE\n"), max_size=60)


def found(text: str) -> list[tuple[str, str]]:
    """Kind and text of every spot."""
    return [(spot.kind.value, spot.text) for spot in spots(text)]


@pytest.mark.parametrize("address", RFC_5322)
def test_the_simple_addresses_of_the_standard_are_found(address: str):
    assert found(f"He wrote from <{address}>, twice.") == [("email", address)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to anna.b+shop@example.co.uk.", ["anna.b+shop@example.co.uk"]),
        ("mailto:anna@example.org?subject=x", ["anna@example.org"]),
        ("(jürgen@müller.example)", ["jürgen@müller.example"]),
        ("anna＠example．org", ["anna＠example．org"]),
        ("an\u200bna@exam\u00adple.org", ["an\u200bna@exam\u00adple.org"]),
        ("a@x.org,b@x.org;c@x.org", ["a@x.org", "b@x.org", "c@x.org"]),
        ("anna@xn--mller-kva.xn--p1ai", ["anna@xn--mller-kva.xn--p1ai"]),
    ],
)
def test_an_address_is_found_however_it_stands_in_the_text(text: str, expected: list[str]):
    assert found(text) == [("email", each) for each in expected]


def test_every_spot_tells_where_it_stands_in_the_text_as_it_was_typed():
    text = "Ring ０１７１ １２３４５６７ or\u00a0write to\u200b anna@example.org, said “Ann”."

    seen = spots(text)

    assert [spot.kind for spot in seen] == [Kind.PHONE, Kind.EMAIL]
    assert [text[spot.start : spot.end] for spot in seen] == ["０１７１ １２３４５６７", "anna@example.org"]


def test_what_is_an_account_is_not_taken_for_a_phone_number_or_a_card_too():
    text = "DE89 3704 0044 0532 0130 00, 4242 4242 4242 4242 and +49 30 901820"

    kinds = [spot.kind for spot in spots(text)]

    assert kinds == [Kind.ACCOUNT, Kind.CARD, Kind.PHONE]


@pytest.mark.parametrize("text", INNOCENTS)
def test_nothing_is_pointed_at_in(text: str):
    assert found(text) == []


def test_nothing_is_pointed_at_in_all_innocents_one_after_another():
    assert found("\n".join(INNOCENTS)) == []


@given(said)
def test_spots_stand_in_order_and_never_overlap(text: str):
    seen = spots(text)

    ends = [0, *(spot.end for spot in seen)]
    assert all(spot.text == text[spot.start : spot.end] for spot in seen)
    assert all(end <= spot.start < spot.end for end, spot in zip(ends, seen, strict=False))


@given(st.text(max_size=40))
def test_any_text_at_all_is_answered(text: str):
    assert isinstance(spots(text), tuple)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hundred_thousand_awkward_characters_take_no_more_than_seconds(piece: str):
    began = process_time()

    spots((piece * LONG)[:LONG])

    # Less than one here; a method whose time grows with the square would take many minutes.
    assert process_time() - began < 20
