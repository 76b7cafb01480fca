"""What differs between two nouns of one kind, leaf by leaf; and two people's changes put together.

A field that always holds one noun (`Proposal.idea`) is walked into. Any other is a leaf, compared
as a whole: a text, a tuple, and whatever may be one thing or another, as an answer of the risk
profile is a value, an upper bound or None.
"""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

Noun = TypeVar("Noun", bound=BaseModel)


class Difference(BaseModel):
    """One leaf that is not the same in both."""

    model_config = ConfigDict(frozen=True)

    field: str
    """Where it stands, as a dotted path: `idea.change`."""
    before: object
    after: object


def leaves(noun: BaseModel) -> dict[str, object]:
    """The values of the leaves of *noun* by their dotted paths, in the order of their fields."""
    return dict(_leaves(noun, ""))


def differences(before: Noun, after: Noun) -> tuple[Difference, ...]:
    """The leaves in which *after* is not what *before* was, in the order of their fields."""
    now = leaves(after)
    return tuple(
        Difference(field=field, before=value, after=now[field])
        for field, value in leaves(before).items()
        if now[field] != value
    )


def merged(base: Noun, mine: Noun, theirs: Noun) -> Noun:
    """What both made of *base*, leaf by leaf: who changed it wins; where both did, *mine* stays.

    The result is checked as any noun of its kind is; raises what its own rules raise.
    """
    values: dict[str, object] = {}
    for name, field in type(mine).model_fields.items():
        was, my, their = (getattr(noun, name) for noun in (base, mine, theirs))
        values[name] = merged(was, my, their) if _is_noun(field) else their if my == was else my
    return type(mine).model_validate(values)


def _leaves(noun: BaseModel, path: str) -> Iterator[tuple[str, object]]:
    for name, field in type(noun).model_fields.items():
        value = getattr(noun, name)
        if _is_noun(field):
            yield from _leaves(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value


def _is_noun(field: FieldInfo) -> bool:
    return isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
