"""Phone numbers in a text: with their country's code, as people write them at home, or after “phone”.

A number is only taken for one where its writing says so. Dates, amounts, order numbers, articles and plain
counts are left alone, because who is warned for nothing does not read the next warning.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from registry.domain.spelling import Place

COUNTRY_CODE = re.compile(
    r"1|7|2(?:[07]|[1-69]\d)|3(?:[0-469]|[578]\d)|4(?:[013-9]|2\d)|5(?:[1-8]|[09]\d)"
    r"|6(?:[0-6]|[789]\d)|8(?:[1246]|[058]\d)|9(?:[0-58]|[679]\d)"
)
"""Assigned codes. Source: ITU-T, list of country codes for E.164."""

FEWEST, MOST = 7, 15
"""Digits of an international number with its country's code. Source: ITU-T E.164, 6.2; the least is ours."""

TRUNK = (9, 12)
"""Digits of a number written with the 0 that is dialled at home; one fewer where it stands in brackets."""

AFTER_A_WORD = (7, 12)
"""Digits of a number that stands behind “phone” or “call me at”."""

INTERNATIONAL = re.compile(
    r"(?<![\w+.,-])(?:\((?=\+\d{1,4}\)))?(?:\+ ?|(?<!\d[ ./-])00 ?)(?=\(?[1-9])",
)

AT_HOME = re.compile(r"(?<![\w.,+#=&/_%@-])(?<!\d[ ./-])(?:\((?=0\d{1,5}\)))?(?=0[1-9])")

SHAPES = re.compile(
    r"(?<![\w.,+#=&/_%@-])(?<!\d[ ./-])(?:"
    r"(?:1[ .-])?\([2-9]\d\d\) ?[2-9]\d\d[ .-]\d{4}"  # (650) 253-0000
    r"|(?:1([ .-]))?[2-9]\d\d([ .-])[2-9]\d\d\2\d{4}"  # 650-253-0000
    r"|[6-9]\d\d([ .-])\d\d\3\d\d\3\d\d"  # 912 34 56 78
    r"|[49]\d\d \d\d \d\d\d"  # 412 34 567
    r"|1[3-9]\d([ -])\d{4}\4\d{4}"  # 138 1234 5678
    r"|\([1-9]\d\) ?9?\d{4}-\d{4}"  # (11) 91234-5678
    r"|8 ?\(\d{3}\) ?\d{3}-\d\d-\d\d"  # 8 (495) 123-45-67
    r")(?!\d|[ .,-]\d)"
)
"""Ways of writing that nothing but a phone number has, by country: digits, brackets and blanks together."""

WORD_BEFORE = re.compile(
    r"\b(?:tele)?(?:phones?|fon|fax)|\b(?:tel|mobile|cell|mob|whatsapp|signal|handy|call|ring|dial|text|sms)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"(?:[ .:,-]|\b(?:me|us|him|her|them|back|on|at|is|was|number|no|nr|under|the|line)\b){0,8}(?=[\d(])",
    re.IGNORECASE,
)
"""What may stand between such a word and its number."""

OTHER_NUMBER = re.compile(
    r"(?:\b(?:order|invoice|ticket|case|ref|reference|tracking|parcel|shipment|article|item|sku|isbn|ean|gtin"
    r"|contract|policy|serial|customer|account|id|vat|batch|lot|version|weeks?|days?|hours)\b[\w ]{0,12}"
    r"|[#№€$£¥])[ .:#№-]{0,3}\Z",
    re.IGNORECASE,
)
"""What a number is that bears another name: “order no. 0171 123456”."""

COUNTED = re.compile(
    r" ?[%€$£¥]| (?:customers|people|times|calls|orders|minutes|seconds|hours|days|euros?)\b"
)
"""What makes an amount of the number before it."""

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"  # or a month: people put either first
DATE = re.compile(
    rf"(?<![\d/.-])(?:(?:19|20)\d\d([./-]){_DAY}\1{_DAY}|{_DAY}([./-]){_DAY}\2(?:(?:19|20)\d\d|\d\d)"
    rf"|{_DAY} {_DAY} (?:19|20)\d\d)(?![./-]?\d)"
)

BODY = re.compile(r"[\d ()./-]{1,40}")
GROUP = re.compile(r"\d+")
GAP = re.compile(r"[ ./-]|\)? ?\(|\) ?[-/]? ?| [-/] |")
"""What may stand between two groups of digits of one number; “. ” ends a sentence."""

LOOKS_BACK = 30
"""Characters before a number in which its name is looked for."""


class _Number(NamedTuple):
    """Digits in a row, in groups as somebody wrote them."""

    groups: tuple[str, ...]
    ends: tuple[int, ...]
    """Where in the text each group ends."""

    @property
    def digits(self) -> str:
        return "".join(self.groups)

    def beginning(self, count: int) -> "_Number":
        """Its first *count* groups."""
        return _Number(self.groups[:count], self.ends[:count])

    @property
    def is_amount(self) -> bool:
        """Whether it is set in thousands, as 1 234 567; from nine digits on it must be round, too."""
        first, *others = self.groups
        is_set = len(first) <= 3 and all(len(group) == 3 for group in others) and first[0] != "0"
        return is_set and bool(others) and (len(self.digits) < 9 or others[-1] == "000")


def phones(text: str) -> Iterator[Place]:
    """The phone numbers in *text*."""
    undated = DATE.sub(lambda date: "\0" * len(date.group()), text)
    yield from _international(undated)
    yield from _at_home(undated)
    for match in SHAPES.finditer(undated):
        if _stands_free(undated, match.start(), match.end()) and not _is_year(match.group()[-5:]):
            yield Place(*match.span())
    yield from _after_a_word(undated)


def _international(text: str) -> Iterator[Place]:
    for match in INTERNATIONAL.finditer(text):
        number = _number(text, match.end())
        code = COUNTRY_CODE.match(number.digits)
        if code is None:
            continue
        fewest, most = (11, 11) if code.group() == "1" else (FEWEST, MOST)
        if "00" in match.group():
            fewest = max(fewest, TRUNK[0])
        for part in _parts(number, fewest, most):
            if not part.is_amount and not COUNTED.match(text, part.ends[-1]):
                yield Place(match.start(), part.ends[-1])
                break


def _at_home(text: str) -> Iterator[Place]:
    for match in AT_HOME.finditer(text):
        number = _number(text, match.end())
        if len(number.digits) > MOST:  # a longer code
            continue
        fewest, most = TRUNK
        for part in _parts(number, fewest - match.group().startswith("("), most):
            if len(part.groups) == 1 and not _is_one_run(part.digits):
                continue
            if _stands_free(text, match.start(), part.ends[-1]):
                yield Place(match.start(), part.ends[-1])
                break


def _is_one_run(digits: str) -> bool:
    """Whether *digits* without any blank are as many as a phone number has; longer ones are mobile."""
    return len(digits) in (10, 11) or (len(digits) == 12 and digits.startswith("01"))


def _after_a_word(text: str) -> Iterator[Place]:
    for word in WORD_BEFORE.finditer(text):
        between = BETWEEN.match(text, word.end())
        if between is None:
            continue
        start = between.end()
        for part in _parts(_number(text, start), *AFTER_A_WORD):
            years = all(_is_year(group) for group in part.groups)
            if not part.is_amount and not years and _stands_free(text, start, part.ends[-1], named=True):
                yield Place(start, part.ends[-1])
                break


def _number(text: str, at: int) -> _Number:
    """The groups of digits that stand in *text* from *at* on, as far as they may be one number."""
    body = BODY.match(text, at)
    if body is None:
        return _Number((), ())
    # “+49 (0)30” is dialled without that 0.
    written = body.group().replace("(0)", "   ", 1) if not body.group().startswith("(0)") else body.group()
    groups, ends, last = list[str](), list[int](), 0
    for group in GROUP.finditer(written):
        gap = written[last : group.start()]
        if groups and not (GAP.fullmatch(gap) or not gap.strip()):
            break
        groups.append(group.group())
        ends.append(at + group.end())
        last = group.end()
    # A group that was cut off where the body ends is not known to the end.
    if ends and body.end() < len(text) and text[body.end()].isdigit():
        groups, ends = groups[:-1], ends[:-1]
    return _Number(tuple(groups), tuple(ends))


def _parts(number: _Number, fewest: int, most: int) -> Iterator[_Number]:
    """The beginnings of *number* that have so many digits, longest first."""
    for count in range(len(number.groups), 0, -1):
        part = number.beginning(count)
        if fewest <= len(part.digits) <= most:
            yield part


def _stands_free(text: str, start: int, end: int, *, named: bool = False) -> bool:
    """Whether what stands there is no part of a longer code, no amount, and bears no other name."""
    if re.compile(r"[\w@]|[-/_][A-Za-z]").match(text, end) or COUNTED.match(text, end):
        return False
    return named or not OTHER_NUMBER.search(text[max(0, start - LOOKS_BACK) : start])


def _is_year(group: str) -> bool:
    return re.fullmatch(r"\D?(?:19|20)\d\d", group) is not None
