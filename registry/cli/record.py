"""`record`: what a running pilot's data say, kept in the registry; for a scheduler as for a person."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, NamedTuple

from registry.cli.asking import as_option, asking
from registry.cli.command import Command
from registry.cli.printing import one_line, two_columns
from registry.cli.progress import progress_shown
from registry.cli.reading import given_data
from registry.domain.evidence import Recommendation
from registry.domain.experiment import UnknownExperiment, experiment_code, experiment_id
from registry.domain.facts import Reading
from registry.domain.pilot import arrival
from registry.sentences import say
from registry.services.analysis import summaries_of
from registry.services.home import home, registry
from registry.services.home_folder import has_registry
from registry.services.reading import plan_to_read, record_reading


class Recorded(NamedTuple):
    """What was recorded, or had been already."""

    code: str
    reading: Reading
    is_new: bool


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("experiment", metavar="CX-17", help=say("cli-record-experiment"))
    parser.add_argument("data", metavar="DATA", help=say("cli-record-data"))
    as_option(parser)


def run(args: Namespace) -> Recorded:
    """Read the data under the plan that was locked at the start, and keep what it says."""
    number = experiment_id(args.experiment)
    if not has_registry():
        raise UnknownExperiment("experiment-unknown", code=experiment_code(number))
    with registry() as db:
        plan = plan_to_read(db, asking(db, args), number)
    with given_data(_where(args.data)) as given, progress_shown() as progress:
        data = summaries_of(plan, given, progress=progress)
    with registry() as db:
        dossier, is_new = record_reading(db, asking(db, args), number, given.called, data)
    if dossier.reading is None:
        raise ValueError("a reading was recorded")
    return Recorded(dossier.code, dossier.reading, is_new)


def _where(name: str) -> str:
    """*name* itself, or where it lies in the registry's inbox when only there."""
    is_bare = name == Path(name).name and name.isprintable()
    inside = home().inbox / name
    return str(inside) if is_bare and not Path(name).exists() and inside.is_file() else name


def plain(recorded: Recorded) -> Any:
    reading = recorded.reading
    seen = reading.evidence
    added = reading.added
    return {
        "experiment": recorded.code,
        "recorded": recorded.is_new,
        "file": reading.file_name,
        "rows": seen.rows,
        "arms": dict(seen.arms),
        "as_of": seen.as_of.isoformat(),
        "complete": seen.complete,
        "added_days": None if added is None else {**added.model_dump(mode="json"), "days": added.n},
        "replaced_reading_of": None if reading.replaced is None else reading.replaced.isoformat(),
        "plan_fingerprint": seen.plan_fingerprint,
        "recommendation": _spoken(seen.recommendation),
        "recommendations": [_spoken(each) for each in seen.recommendations],
    }


def table(recorded: Recorded) -> list[str]:
    code, reading, is_new = recorded
    seen = reading.evidence
    arms = ", ".join(f"{arm} {units:,}" for arm, units in seen.arms.items())
    came = arrival(reading)
    if not is_new:
        first = say("reading-again", file=reading.file_name)
    elif came is None:
        first = say("cli-record-done", code=code)
    else:
        first = say("cli-record-done-and", code=code, came=say(came))
    rows = [
        (say("cli-record-file"), reading.file_name),
        (say("cli-record-rows"), f"{seen.rows:,}"),
        (say("cli-record-arms"), arms),
    ]
    for each in seen.recommendations:
        action = say(f"action-{each.action}")
        rows.append(
            (say("cli-record-says"), say("cli-record-advice", action=action, message=say(each.message)))
        )
    return [one_line(first), "", *two_columns([(name, one_line(text)) for name, text in rows])]


def _spoken(one: Recommendation) -> dict[str, Any]:
    return one.model_dump(mode="json") | {"message": say(one.message)}


COMMAND = Command(arguments, run, plain, table)
