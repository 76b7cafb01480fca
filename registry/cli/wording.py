"""`wording`: which sentences point at somebody, and what could be asked instead? Nothing of it is kept."""

from argparse import ArgumentParser, Namespace
from typing import Any

from registry.cli.command import Command
from registry.cli.printing import one_line
from registry.cli.reading import read_text
from registry.domain.wording import Pointed
from registry.sentences import say
from registry.services.wording import pointed_at


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help=say("cli-wording-file"))


def run(args: Namespace) -> tuple[Pointed, ...]:
    """Every sentence of the text, in its order."""
    return pointed_at(read_text(args.file))


def plain(answer: tuple[Pointed, ...]) -> Any:
    return [
        {"text": each.text, "kind": each.kind, "span": each.span, "question": each.question}
        for each in answer
    ]


def table(answer: tuple[Pointed, ...]) -> list[str]:
    """The sentences that deserve a question, each with its spot and the question below it."""
    asked = [each for each in answer if each.span and each.question]
    if not asked:
        return [say("cli-wording-none", count=len(answer))]
    lines = [say("cli-wording-some", count=len(answer), asked=len(asked))]
    for each in asked:
        begins, ends = each.span or (0, 0)
        before, spot, after = each.text[:begins], each.text[begins:ends], each.text[ends:]
        lines += [
            "",
            one_line(f"{before}[{spot}]{after}"),
            f"  {say(f'wording-{each.kind}')}  {each.question}",
        ]
    return lines


COMMAND = Command(arguments, run, plain, table)
