"""Payment card numbers and bank accounts (IBAN) in a text, told by their own check digits."""

import re
from collections.abc import Iterator, Mapping

from registry.domain.spelling import Place

ISSUERS = re.compile(
    r"(?P<visa>4)"
    r"|(?P<mastercard>5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)"
    r"|(?P<amex>3[47])"
    r"|(?P<diners>30[0-5]|3095|3[689])"
    r"|(?P<jcb>352[89]|35[3-8])"
    r"|(?P<mir>220[0-4])"
    r"|(?P<discover>6011|64[4-9]|65)"
    r"|(?P<unionpay>62)"
    r"|(?P<maestro>50(?:18|20|38)|5[68]|63|67)"
    r"|(?P<elo_or_rupay>50[0-9]|60|8[12])"
)
"""How the numbers of the large card schemes begin.

Source: ISO/IEC 7812-1 gives the form; the ranges are those that the schemes publish for merchants.
"""

LENGTHS: Mapping[str, range | frozenset[int]] = {
    "visa": frozenset({13, 16, 19}),
    "mastercard": frozenset({16}),
    "amex": frozenset({15}),
    "diners": frozenset({14, 16}),
    "jcb": frozenset({16, 19}),
    "mir": range(16, 20),
    "discover": frozenset({16, 19}),
    "unionpay": range(16, 20),
    "maestro": range(13, 20),
    "elo_or_rupay": frozenset({16}),
}
"""Digits of a whole number, by scheme."""

CARD_GROUPS = re.compile(
    r"(?<![\w.,+-])(?:\d{13,19}|\d{4}(?:[ -]\d{4,6}){1,4}(?:[ -]\d{1,4})?)(?![\w]|[.,]\d)"
)
"""In one go, or as on a card: four digits, then groups of four to six, the last perhaps shorter."""

ACCOUNT_BEGINS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d\d(?=[ -]?[A-Za-z0-9])")

ACCOUNT_LENGTHS: Mapping[str, int] = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FK FO GL NL SD",
        19: "MK SI",
        20: "AT BA EE KZ LT LU MN XK",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ OM SO TL",
        24: "AD CZ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST",
        26: "IS TR",
        27: "BI DJ FR GR IT MC MR SM",
        28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU YE",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
    for country in countries.split()
}
"""Characters of an IBAN by country. Source: SWIFT, IBAN Registry, release 101."""


def cards(text: str) -> Iterator[Place]:
    """The payment card numbers in *text*: 13 to 19 digits of a known issuer that pass the Luhn check."""
    for match in CARD_GROUPS.finditer(text):
        for end in _ends(match.group()):
            if is_card(re.sub(r"[ -]", "", match.group()[:end])):
                yield Place(match.start(), match.start() + end)
                break


def _ends(written: str) -> list[int]:
    """Where the number may end, longest first: a date or a check number may follow it."""
    return [len(written), *(gap.start() for gap in reversed([*re.finditer(r"[ -]", written)]))]


def is_card(digits: str) -> bool:
    """Whether *digits* could be the number of a payment card."""
    issuer = ISSUERS.match(digits)
    if issuer is None or issuer.lastgroup is None or len(digits) not in LENGTHS[issuer.lastgroup]:
        return False
    # Every tenth article number that begins with 4 passes the Luhn check too.
    return passes_luhn(digits) and not (len(digits) == 13 and _is_article_number(digits))


def passes_luhn(digits: str) -> bool:
    """Whether the last of *digits* is the check digit of those before it. Source: ISO/IEC 7812-1, annex B."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def _is_article_number(digits: str) -> bool:
    """Whether *digits* pass the check of an article number (EAN-13). Source: GS1 General Specifications."""
    return (sum(map(int, digits[-1::-2])) + 3 * sum(map(int, digits[-2::-2]))) % 10 == 0


def accounts(text: str) -> Iterator[Place]:
    """The bank accounts (IBAN) in *text*: as long as their country wants, with the right check digits."""
    for match in ACCOUNT_BEGINS.finditer(text):
        length = ACCOUNT_LENGTHS.get(match.group()[:2].upper())
        if length is None:
            continue
        whole = re.compile(rf"[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){{{length - 1}}}(?![A-Za-z0-9])")
        written = whole.match(text, match.start())
        if written is not None and is_account(re.sub(r"[ -]", "", written.group())):
            yield Place(*written.span())


def is_account(iban: str) -> bool:
    """Whether the check digits of *iban* are right. Source: ISO 13616-1, with ISO 7064, MOD 97-10."""
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1
