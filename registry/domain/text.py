"""People's own words: kept as they wrote them, less what no screen or file can carry."""

import re
from collections.abc import Iterator
from typing import Annotated, TypeAlias, cast

from pydantic import AfterValidator, BaseModel

from registry.domain.sentence import Refusal

LINE = 300
"""Characters in one line of writing: a title, a name, one part of an idea."""

PAGE = 5_000
"""Characters in a longer text: a customer's words, what happened."""

UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but for tab and line break (Unicode's Cc), and lone surrogates (Cs)."""


class TooLong(Refusal):
    """A text is longer than its field holds."""


def cleaned(text: str) -> str:
    """*text* without control characters and lone surrogates, its ends stripped; line breaks stay."""
    if text.isprintable():
        return text.strip()
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSHOWN.sub("", unified).strip()


Text: TypeAlias = Annotated[str, AfterValidator(cleaned)]


def check_lengths(noun: BaseModel, limit: int = PAGE) -> None:
    """Raise TooLong when any text in *noun*, however deep, has more than *limit* characters."""
    for text in _texts(noun):
        if len(text) > limit:
            raise TooLong("text-too-long", beginning=text[:40], length=len(text), limit=limit)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in cast(tuple[object, ...], value):
            yield from _texts(inner)
