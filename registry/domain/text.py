"""People's own words: kept as they wrote them, less what no screen or file can carry."""

import unicodedata
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel

from registry.domain.sentence import Refusal

LINE = 300
"""Characters in one line of writing: a title, a name, one part of an idea."""

PAGE = 5_000
"""Characters in a longer text: a customer's words, what happened."""


class TooLong(Refusal):
    """A text is longer than its field holds."""


def cleaned(text: str) -> str:
    """*text* without control characters and lone surrogates, its ends stripped; line breaks stay."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (char for char in unified if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})
    return "".join(kept).strip()


Text: TypeAlias = Annotated[str, AfterValidator(cleaned)]


def check_lengths(noun: BaseModel, limit: int = PAGE) -> None:
    """Raise TooLong when any text field of *noun* has more than *limit* characters."""
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        if isinstance(value, str) and len(value) > limit:
            raise TooLong("text-too-long", beginning=value[:40], length=len(value), limit=limit)
        if isinstance(value, BaseModel):
            check_lengths(value, limit)
