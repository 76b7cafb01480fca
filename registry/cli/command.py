"""What a command is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from registry.domain.sentence import Refusal

Answer = TypeVar("Answer")


class CommandRefused(Refusal):
    """The command line, or the file it names, cannot be used as it is."""


class Command(NamedTuple, Generic[Answer]):
    """One word after `python -m registry`, and what it does."""

    arguments: Callable[[ArgumentParser], None]
    """Adds the command's own arguments; `--json` is there already."""
    run: Callable[[Namespace], Answer]
    """Does it, and gives back the answer."""
    plain: Callable[[Answer], Any]
    """The answer as JSON values."""
    table: Callable[[Answer], Sequence[str]]
    """The answer for people, line by line."""
    exit_code: Callable[[Answer], int] = lambda _answer: 0
    """What the answer ends the program with: 1 says that a check found something."""
    is_text: bool = False
    """Whether its lines are a text for another program, which the command made printable itself."""
