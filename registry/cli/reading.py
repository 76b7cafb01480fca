"""Reading what a command is given: a file, or `-` for standard input."""

import json
import shutil
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from registry.analysis.pilot_data import Source
from registry.analysis.reading.private_folder import private_folder
from registry.cli.command import CommandRefused
from registry.domain.sentence import Refusal
from registry.sentences import say


def standard_input() -> BinaryIO:
    """What is piped in. Raises CommandRefused when there is nothing to read from."""
    if sys.stdin is None:  # the shell closed it: `<&-`
        raise CommandRefused("cli-no-input")
    return sys.stdin.buffer


def read_text(name: str) -> str:
    """The UTF-8 text of the file *name*, or of standard input for `-`."""
    try:
        raw = standard_input().read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandRefused("cli-not-utf8", file=name, position=error.start + 1) from error
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        reason = error.strerror if isinstance(error, OSError) else None
        raise CommandRefused("cli-unreadable", file=name, reason=reason or str(error)) from error


@contextmanager
def given_data(name: str) -> Generator[Source]:
    """The data file *name*, or standard input for `-`, in a private file while the block runs."""
    if name != "-":
        # The folder “.” has no name of its own.
        yield Source(data_file(name), Path(name).name or name)
        return
    with private_folder() as folder:
        path = folder / "given"
        with path.open("wb") as file:
            shutil.copyfileobj(standard_input(), file)
        yield Source(path, say("cli-analyse-stdin"))


def data_file(name: str) -> Path:
    """Where the file *name* lies, for an engine that reads it. Raises CommandRefused for no usable name."""
    try:
        path = Path(name).resolve()
        str(path).encode()
    except UnicodeEncodeError as error:
        raise CommandRefused("cli-name-not-utf8", file=name) from error
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle; a name with a NUL in it
        raise CommandRefused("cli-unreadable", file=name, reason=str(error)) from error
    return path


def read_json(name: str) -> Any:
    """The JSON value in the file *name*, or on standard input for `-`."""
    try:
        return json.loads(read_text(name), object_pairs_hook=_without_twins)
    except json.JSONDecodeError as error:
        raise CommandRefused(
            "cli-not-json", file=name, line=error.lineno, column=error.colno, problem=error.msg
        ) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, endless brackets
        raise CommandRefused("cli-json-too-large", file=name) from error


def each(given: Sequence[object], use: Callable[[Any], Any]) -> list[Any]:
    """*use* of every element; a refusal names the element's position, counted from 1."""
    answers: list[Any] = []
    for position, element in enumerate(given, start=1):
        try:
            answers.append(use(element))
        except Refusal as refusal:
            raise CommandRefused(
                "cli-list-element", position=position, problem=say(refusal.sentence)
            ) from refusal
    return answers


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; a key given twice is refused, for one of its values would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise CommandRefused("cli-json-twice", key=next(name for name in names if names.count(name) > 1))
    return found
