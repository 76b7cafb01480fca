"""The command line: each command reads a file or `-` and prints JSON or a readable table.

To add a command, write the four functions of a `Command` and put it into COMMANDS. Its help is
the sentence `cli-<name>-help` of the catalogue. Import what is heavy inside the function that
needs it: `assess` must not wait for the engine that `analyse` needs. Bad input is any `Refusal`,
wherever it is raised; `main` turns it into one line on standard error and exit code 2.
"""

import json
import math
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from registry.domain.sentence import Refusal
from registry.sentences import say

if TYPE_CHECKING:
    from registry.domain.assessment import Assessment
    from registry.domain.evidence import Evidence
    from registry.domain.experiment import Stage


class CommandRefused(Refusal):
    """The command line, or the file it names, cannot be used as it is."""


class Command(NamedTuple):
    """One word after `python -m registry`, and what it does."""

    name: str
    arguments: Callable[[ArgumentParser], None]
    """Adds the command's own arguments; `--json` is there already."""
    run: Callable[[Namespace], Any]
    """Does it, and gives back the answer."""
    plain: Callable[[Any], Any]
    """The answer as JSON values."""
    table: Callable[[Any], str]
    """The answer for people."""


def assess_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("profile", metavar="PROFILE.json", help=say("cli-assess-profile"))
    parser.add_argument("--yearly-revenue", type=float, metavar="N", help=say("cli-assess-revenue"))


def assess_profiles(args: Namespace) -> "Assessment | list[Assessment]":
    """The assessment of one risk profile, or of each in a list, under the newest policy."""
    from registry.domain.assessment import assess  # noqa: PLC0415
    from registry.domain.risk import RiskProfile  # noqa: PLC0415
    from registry.services.policy import policy  # noqa: PLC0415

    def assessed(given: object) -> "Assessment":
        return assess(RiskProfile.model_validate(given), policy(), args.yearly_revenue)

    given = read_json(args.profile)
    return each(given, assessed) if isinstance(given, list) else assessed(given)


def assessment_plain(answer: "Assessment | list[Assessment]") -> Any:
    if isinstance(answer, list):
        return [assessment_plain(assessment) for assessment in answer]
    plain = answer.model_dump(mode="json", exclude={"hinge"})
    return plain | {"reasons": [say(reason) for reason in answer.reasons]}


def assessment_table(answer: "Assessment | list[Assessment]") -> str:
    if isinstance(answer, list):
        return "\n\n".join(numbered(answer)) or say("cli-assess-none")
    door = "near_hinge" if answer.near_hinge else answer.door
    # Cut, not rounded: a score of 29.96 is not at the hinge and must not read as 30.
    low, high = (f"{math.floor(score * 10) / 10:.1f}" for score in (answer.score_low, answer.score))
    rows = [(say("cli-assess-door"), say(f"door-{door}"))]
    rows += [(say("cli-assess-score"), say("cli-assess-score-between", low=low, high=high))]
    rows += [(say("cli-assess-hinge"), say(answer.hinge))] if answer.hinge else []
    if answer.settling_question:
        rows += [(say("cli-assess-ask-first"), say(f"question-{answer.settling_question}"))]
    rows += [(say("cli-assess-because"), say(reason)) for reason in answer.reasons]
    titles = [", ".join(say(f"lever-{lever}") for lever in levers) for levers in answer.levers]
    if answer.door == "one_way" or answer.near_hinge:
        rows += [(say("cli-assess-would-help"), text) for text in titles or [say("levers-none")]]
    return two_columns(rows)


def numbered(answers: "Sequence[Assessment]") -> Iterator[str]:
    """The table of each answer below its place in the list."""
    for position, answer in enumerate(answers, start=1):
        place = say("cli-assess-position", position=position, count=len(answers))
        yield f"{place}\n{assessment_table(answer)}"


def analyse_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("data", metavar="DATA", help=say("cli-analyse-data"))
    parser.add_argument("--plan", metavar="PLAN.toml", required=True, help=say("cli-analyse-plan"))
    parser.add_argument("--as-of", metavar="DATE", help=say("cli-analyse-as-of"))


def analyse_pilot(args: Namespace) -> "Evidence":
    """What the pilot's data say under its plan."""
    from registry.cli_analyse import analysed  # noqa: PLC0415

    return analysed(args.data, plan_text=read_text(args.plan), as_of=args.as_of)


def evidence_plain(evidence: "Evidence") -> Any:
    from registry.cli_analyse import plain  # noqa: PLC0415

    return plain(evidence)


def evidence_table(evidence: "Evidence") -> str:
    from registry.cli_analyse import table  # noqa: PLC0415

    return table(evidence)


def fill_with_demo(_: Namespace) -> "Mapping[Stage, int]":
    """How many experiments stand at each stage of the registry that the demo has filled."""
    from registry.domain.person import Asking  # noqa: PLC0415
    from registry.services.demo import fill  # noqa: PLC0415
    from registry.services.home import registry  # noqa: PLC0415
    from registry.services.person import local_person  # noqa: PLC0415

    with registry() as db:
        return fill(db, Asking(person=local_person(db), at=datetime.now(UTC)))


def demo_plain(stages: "Mapping[Stage, int]") -> Any:
    return {"experiments": sum(stages.values()), "stages": dict(stages)}


def demo_table(stages: "Mapping[Stage, int]") -> str:
    rows = [(say(f"stage-{stage}"), str(n)) for stage, n in stages.items()]
    return f"{two_columns(rows)}\n\n{say('cli-demo-filled', experiments=sum(stages.values()))}"


COMMANDS = (
    Command("assess", assess_arguments, assess_profiles, assessment_plain, assessment_table),
    Command("analyse", analyse_arguments, analyse_pilot, evidence_plain, evidence_table),
    Command("demo", lambda _: None, fill_with_demo, demo_plain, demo_table),
)


def two_columns(rows: Sequence[tuple[str, str]]) -> str:
    """Rows of a name and its text; a name that repeats is shown once."""
    width = max(len(name) for name, _ in rows)
    names = ["" if i and rows[i - 1][0] == name else name for i, (name, _) in enumerate(rows)]
    return "\n".join(f"{name:{width}}  {text}" for name, (_, text) in zip(names, rows, strict=True))


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


def read_text(name: str) -> str:
    """The UTF-8 text of the file *name*, or of standard input for `-`."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandRefused("cli-not-utf8", file=name, position=error.start + 1) from error
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        reason = error.strerror if isinstance(error, OSError) else None
        raise CommandRefused("cli-unreadable", file=name, reason=reason or str(error)) from error


def read_json(name: str) -> Any:
    """The JSON value in the file *name*, or on standard input for `-`."""
    try:
        return json.loads(read_text(name), object_pairs_hook=without_twins)
    except json.JSONDecodeError as error:
        raise CommandRefused(
            "cli-not-json", file=name, line=error.lineno, column=error.colno, problem=error.msg
        ) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, endless brackets
        raise CommandRefused("cli-json-too-large", file=name) from error


def without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; a key given twice is refused, for one of its values would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise CommandRefused("cli-json-twice", key=next(name for name in names if names.count(name) > 1))
    return found


class Parser(ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        _, lacks, missing = message.partition("arguments are required: ")
        if lacks:
            raise CommandRefused("cli-missing", missing=missing, program=self.prog)
        raise CommandRefused("cli-usage", problem=message, program=self.prog)


def parser() -> Parser:
    top = Parser(prog="python -m registry", description=say("cli-help"))
    words = top.add_subparsers(metavar="COMMAND")
    for command in COMMANDS:
        sub = words.add_parser(command.name, help=(text := say(f"cli-{command.name}-help")), description=text)
        command.arguments(sub)
        sub.add_argument("--json", action="store_true", help=say("cli-json"))
        sub.set_defaults(chosen=command, program=sub.prog)
    top.set_defaults(chosen=None, program=top.prog)
    return top


def understood(words: Sequence[str]) -> Namespace:
    """What *words* ask for. Raises CommandRefused for no command, or for something it does not take."""
    top = parser()
    commands = [command.name for command in COMMANDS]
    told = {"commands": ", ".join(commands), "program": top.prog}
    # No option before the command takes a value, so the first other word is the command.
    asked = next((word for word in words if not word.startswith("-")), None)
    if asked is not None and asked not in commands:
        raise CommandRefused("cli-unknown-command", asked=asked, **told)
    args, strange = top.parse_known_args(words)
    if strange:
        raise CommandRefused("cli-unknown-option", asked=strange[0], program=args.program)
    if args.chosen is None:
        raise CommandRefused("cli-no-command", **told)
    return args


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command: 0 when it answered, 2 when it was given something it cannot use."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        args = understood(sys.argv[1:] if argv is None else argv)
        command: Command = args.chosen
        answer = command.run(args)
        if args.json:
            print(json.dumps(command.plain(answer), ensure_ascii=False, indent=2))
        else:
            print(command.table(answer))
        sys.stdout.flush()
    except Refusal as refusal:
        print(one_line(say(refusal.sentence)), file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def one_line(text: str) -> str:
    """*text* on one line and without characters that steer a terminal."""
    return printable(" ".join(text.split()))


def printable(line: str) -> str:
    """*line* without characters that steer a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
