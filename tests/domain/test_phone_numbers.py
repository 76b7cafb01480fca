"""Phone numbers are found as people write them; the numbers are libphonenumber's own examples."""

import pytest

from registry.domain.personal_data import Kind, spots

# Example numbers of libphonenumber (its release 9.0.43), a landline and a mobile number of each country,
# as it writes them from abroad and at home.
EXAMPLES = (
    ("AT", "+43 1 234567890", "01 234567890"),
    ("AT", "+43 664 123456", "0664 123456"),
    ("AU", "+61 2 1234 5678", "(02) 1234 5678"),
    ("AU", "+61 412 345 678", "0412 345 678"),
    ("BE", "+32 12 34 56 78", "012 34 56 78"),
    ("BE", "+32 450 00 12 34", "0450 00 12 34"),
    ("BR", "+55 11 2345-6789", "(11) 2345-6789"),
    ("BR", "+55 11 96123-4567", "(11) 96123-4567"),
    ("CH", "+41 21 234 56 78", "021 234 56 78"),
    ("CH", "+41 78 123 45 67", "078 123 45 67"),
    ("CN", "+86 10 1234 5678", "010 1234 5678"),
    ("CN", "+86 131 2345 6789", "131 2345 6789"),
    ("DE", "+49 30 123456", "030 123456"),
    ("DE", "+49 1512 3456789", "01512 3456789"),
    ("ES", "+34 810 12 34 56", "810 12 34 56"),
    ("ES", "+34 612 34 56 78", "612 34 56 78"),
    ("FR", "+33 1 23 45 67 89", "01 23 45 67 89"),
    ("FR", "+33 6 12 34 56 78", "06 12 34 56 78"),
    ("GB", "+44 121 234 5678", "0121 234 5678"),
    ("GB", "+44 7400 123456", "07400 123456"),
    ("IE", "+353 22 12345", "(022) 12345"),
    ("IE", "+353 85 012 3456", "085 012 3456"),
    ("IN", "+91 74104 10123", "074104 10123"),
    ("IN", "+91 81234 56789", "081234 56789"),
    ("IT", "+39 02 1234 5678", "02 1234 5678"),
    ("IT", "+39 312 345 6789", "312 345 6789"),
    ("JP", "+81 3-1234-5678", "03-1234-5678"),
    ("JP", "+81 90-1234-5678", "090-1234-5678"),
    ("NL", "+31 10 123 4567", "010 123 4567"),
    ("NL", "+31 6 12345678", "06 12345678"),
    ("RU", "+7 301 123-45-67", "8 (301) 123-45-67"),
    ("RU", "+7 912 345-67-89", "8 (912) 345-67-89"),
    ("SE", "+46 70 123 45 67", "070-123 45 67"),
    ("US", "+1 201-555-0123", "(201) 555-0123"),
    ("ZA", "+27 10 123 4567", "010 123 4567"),
)

# Examples of the same source that at home look like an amount, a list or a short code.
ONLY_BEHIND_A_WORD = (
    ("DK", "+45 32 12 34 56", "32 12 34 56"),
    ("NO", "+47 40 61 23 45", "40 61 23 45"),
    ("PL", "+48 512 345 678", "512 345 678"),
    ("PL", "+48 12 345 67 89", "12 345 67 89"),
    ("PT", "+351 912 345 678", "912 345 678"),
    ("SE", "+46 8 12 34 56", "08-12 34 56"),
    ("SG", "+65 6123 4567", "6123 4567"),
)
EVERY = EXAMPLES + ONLY_BEHIND_A_WORD


def found(text: str) -> list[str]:
    return [spot.text for spot in spots(text) if spot.kind is Kind.PHONE]


def several(numbers: tuple[tuple[str, str, str], ...], column: int) -> list[str]:
    return [each[column] for each in numbers]


@pytest.mark.parametrize("number", several(EVERY, 1))
def test_a_number_with_its_countrys_code_is_found_however_it_is_set(number: str):
    bare = number.replace(" ", "").replace("-", "")

    for written in (number, bare, number.replace(" ", "-"), number.replace(" ", "."), "00" + number[1:]):
        assert found(f"She said: {written}, and hung up.") == [written]


@pytest.mark.parametrize("number", several(EXAMPLES, 2))
def test_a_number_is_found_as_it_is_written_at_home(number: str):
    assert found(f"She said: {number}, and hung up.") == [number]


@pytest.mark.parametrize("number", several(EVERY, 2))
def test_behind_a_word_that_says_so_any_writing_is_found(number: str):
    assert number in found(f"You can call me on {number}, please.")
    assert number in found(f"Phone: {number}")


@pytest.mark.parametrize("number", several(ONLY_BEHIND_A_WORD, 2))
def test_what_looks_like_an_amount_or_a_list_is_left_alone_without_such_a_word(number: str):
    assert found(f"It was {number} in the end.") == []


@pytest.mark.parametrize(
    "number",
    [
        "+49 (0)30 901820",
        "+49 (0) 30 / 90 18 20",
        "+49-30-901820",
        "(+49) 30 901820",
        "0171/1234567",
        "0171-123 45 67",
        "030 - 901820",
        "(030) 90 18 20",
        "01711234567",
        "015112345678",
        "020 7946 0958",
        "+44 (0)20 7946 0958",
        "1-800-555-0199",
        "650.253.0000",
        "+1 (650) 253-0000",
        "01.23.45.67.89",
    ],
)
def test_a_number_is_found_in_the_ways_people_set_it(number: str):
    assert found(f"Her number: {number}.") == [number]
    assert found(f"({number})\nsaid Ann") == [number]


def test_each_of_several_numbers_is_found():
    text = "0171 1234567 or 030 901820,\n+44 20 7946 0958; (201) 555-0123"

    assert found(text) == ["0171 1234567", "030 901820", "+44 20 7946 0958", "(201) 555-0123"]


def test_a_date_or_a_count_beside_a_number_does_not_hide_it():
    text = "On 01.03.2026 she rang: 0171 1234567, twice in 2026"

    assert found(text) == ["0171 1234567"]


def test_what_bears_another_name_is_no_phone_number():
    assert found("order no. 0171 1234567") == []
    assert found("He ordered, then gave 0171 1234567") == ["0171 1234567"]
