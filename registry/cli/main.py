"""What the words after `python -m registry` ask for, and the answer printed."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

from registry.cli.command import Command, CommandRefused
from registry.cli.printing import json_text, one_line, printable
from registry.domain.sentence import Refusal
from registry.sentences import say

INTERRUPTED = 130
"""What shells say of a program that was ended by Ctrl-C: 128 and the number of its signal."""

COMMANDS = (
    "assess",
    "analyse",
    "record",
    "size",
    "policy",
    "wording",
    "digest",
    "demo",
    "check",
    "backup",
    "restore",
)
"""The commands, each a module of this package. Only the one asked for is imported: `assess` must not
wait for the engine that `analyse` needs."""


class Parser(ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        _, lacks, missing = message.partition("arguments are required: ")
        if lacks:
            raise CommandRefused("cli-missing", missing=missing, program=self.prog)
        raise CommandRefused("cli-usage", problem=message, program=self.prog)


def parser(asked: str | None) -> Parser:
    """A parser that knows every command by name, and all about the one *asked* for."""
    top = Parser(prog="python -m registry", description=say("cli-help"), allow_abbrev=False)
    words = top.add_subparsers(metavar="COMMAND")
    for name in COMMANDS:
        text = say(f"cli-{name}-help")
        # Unabbreviated: `--as` is an option of its own, and no short form of `--as-of`.
        sub = words.add_parser(name, help=text, description=text, allow_abbrev=False)
        if name == asked:
            command: Command[Any] = import_module(f"registry.cli.{name}").COMMAND
            command.arguments(sub)
            sub.add_argument("--json", action="store_true", help=say("cli-json"))
            sub.set_defaults(chosen=command, program=sub.prog)
    top.set_defaults(chosen=None, program=top.prog)
    return top


def understood(words: Sequence[str]) -> Namespace:
    """What *words* ask for. Raises CommandRefused for no command, or for something it does not take."""
    # No option before the command takes a value, so the first other word is the command.
    asked = next((word for word in words if not word.startswith("-")), None)
    top = parser(asked)
    told = {"commands": ", ".join(COMMANDS), "program": top.prog}
    if asked is not None and asked not in COMMANDS:
        raise CommandRefused("cli-unknown-command", asked=asked, **told)
    args, strange = top.parse_known_args(words)
    if strange:
        is_before = asked is not None and strange[0] in words[: words.index(asked)]
        program = top.prog if is_before else args.program
        raise CommandRefused("cli-unknown-option", asked=strange[0], program=program)
    if args.chosen is None:
        raise CommandRefused("cli-no-command", **told)
    return args


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command: 0 when it answered, or as its answer says; 2 when it was given what it cannot use.

    After Ctrl-C it is 130, as for any program.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        args = understood(sys.argv[1:] if argv is None else argv)
        command: Command[Any] = args.chosen
        answer = command.run(args)
        printed = (lambda line: line) if command.is_text else printable
        lines = [json_text(command.plain(answer))] if args.json else map(printed, command.table(answer))
        show("\n".join(lines))
    except Refusal as refusal:
        print(one_line(say(refusal.sentence)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(say("cli-stopped"), file=sys.stderr)
        return INTERRUPTED
    return command.exit_code(answer)


def show(text: str) -> None:
    """Print *text*. Raises CommandRefused when it cannot be written, on a full disk say."""
    try:
        print(text, flush=True)
    except OSError as error:
        # What is left in the buffer would be tried once more, and complained about, at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # the reader, `head` say, has seen enough
            raise CommandRefused("cli-unwritable", reason=error.strerror or str(error)) from error
