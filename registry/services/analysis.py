"""Did it work? A plan and a pilot's file in, summaries out; summaries in, evidence out. Nothing is kept."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TypeVar

from registry.analysis.pilot_data import PilotData, PilotFileRefused, Progress, Reader, Source, unheard
from registry.domain.evidence import Beside, Check, Evidence, Interaction, Recommendation
from registry.domain.plan import Design, Plan
from registry.sentences import kept

Finding = TypeVar("Finding", Beside, Check, Interaction, Recommendation)


def analyse(
    plan: Plan, path: Path, as_of: date, *, called: str | None = None, ended: bool | None = None
) -> Evidence:
    """What the file at *path* says under *plan* on the day *as_of*; people know the file as *called*.

    *ended* says whether the pilot has ended or was stopped; without it the plan alone decides whether
    the result may be looked at. Raises as `summaries_of` does.
    """
    return evidence_of(plan, summaries_of(plan, Source(path, called or path.name)), as_of, ended=ended)


def in_a_child(plan: Plan, source: Source, *, progress: Progress = unheard) -> PilotData:
    """The reader for files on this computer: DuckDB in a child process."""
    # The engine takes most of a second to load, and every page would wait for it.
    from registry.analysis.reading.reader import read_summaries  # noqa: PLC0415

    # What estimates is loaded while another process reads the file.
    Thread(target=import_module, args=("registry.analysis.pilot",), daemon=True).start()
    return read_summaries(plan, source, progress=progress)


def summaries_of(
    plan: Plan, source: Source, *, reader: Reader = in_a_child, progress: Progress = unheard
) -> PilotData:
    """What *reader* reduces the file to under *plan*.

    *progress* is told how far it is, and stops it by raising. Raises PilotFileRefused for a file that
    cannot be read under the plan.
    """
    if plan.design is Design.LOOK_AND_LISTEN:
        raise PilotFileRefused("plan-takes-no-data", file=source.called)
    return reader(plan, source, progress=progress)


def evidence_of(
    plan: Plan,
    data: PilotData,
    as_of: date,
    *,
    ended: bool | None = None,
    looked: Sequence[float] | None = None,
) -> Evidence:
    """What *data* say under *plan* on the day *as_of*; *ended* as for `analyse`.

    *looked* are the planned looks that were taken before; None where nobody knows of any.
    """
    from registry.analysis.pilot import evidence  # noqa: PLC0415

    return _as_said_today(evidence(plan, data, as_of, ended=ended, looked=looked))


def completed(plan: Plan, seen: Evidence, data: PilotData, as_of: date) -> Evidence:
    """What was read while the pilot ran, with the results that its end allows to be shown."""
    from registry.analysis.pilot import completed as with_results  # noqa: PLC0415

    return _as_said_today(with_results(plan, seen, data, as_of))


def _as_said_today(found: Evidence) -> Evidence:
    """*found* with the words of its sentences, so that a reading shows for ever what people saw."""
    return found.model_copy(
        update={
            "assumption": kept(found.assumption),
            "checks": tuple(_said(check) for check in found.checks),
            "beside": tuple(_said(each) for each in found.beside),
            "interactions": tuple(_said(each) for each in found.interactions),
            "recommendation": _said(found.recommendation),
            "recommendations": tuple(_said(advice) for advice in found.recommendations),
        }
    )


def _said(finding: Finding) -> Finding:
    return finding.model_copy(update={"message": kept(finding.message)})
