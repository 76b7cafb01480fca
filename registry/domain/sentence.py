"""What is said to a person: the name of a sentence in the catalogue, and the values it mentions."""

from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

SentenceValue: TypeAlias = str | int | float


class Sentence(BaseModel):
    """A sentence of the catalogue with its values; `registry.sentences.say` turns it into text."""

    model_config = ConfigDict(frozen=True)

    id: str
    values: Mapping[str, SentenceValue] = {}
    said: str = ""
    """The text as it was said once, for what is kept: a later catalogue never rewrites it."""


def sentence(id: str, **values: SentenceValue) -> Sentence:
    """Name a sentence of the catalogue together with the values it mentions."""
    return Sentence(id=id, values=values)


class Refusal(Exception):
    """What was asked cannot be done.

    The class names what happened; its sentence tells the person who, what and what next.
    """

    def __init__(self, id: str, **values: SentenceValue) -> None:
        self.sentence = sentence(id, **values)
        super().__init__(f"{id} {values}" if values else id)
