"""Did it work? A plan and a pilot's file in, evidence out; nothing is kept."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from registry.analysis.pilot_data import PilotFileRefused, Source
from registry.domain.evidence import Beside, Check, Evidence, Interaction, Recommendation
from registry.domain.plan import Design, Plan
from registry.sentences import kept

Finding = TypeVar("Finding", Beside, Check, Interaction, Recommendation)


def analyse(
    plan: Plan, path: Path, as_of: date, *, called: str | None = None, ended: bool | None = None
) -> Evidence:
    """What the file at *path* says under *plan* on the day *as_of*; people know the file as *called*.

    *ended* says whether the pilot has ended or was stopped; without it the plan alone decides whether
    the result may be looked at.

    Raises PilotFileRefused for a file that cannot be read under the plan.
    """
    # The engine takes most of a second to load, and every page would wait for it.
    from registry.analysis.pilot import evidence  # noqa: PLC0415
    from registry.analysis.reading.reader import read_summaries  # noqa: PLC0415

    name = called or path.name
    if plan.design is Design.LOOK_AND_LISTEN:
        raise PilotFileRefused("plan-takes-no-data", file=name)
    return _as_said_today(evidence(plan, read_summaries(plan, Source(path, name)), as_of, ended=ended))


def completed(plan: Plan, seen: Evidence, as_of: date) -> Evidence:
    """What was read while the pilot ran, with the results that its end allows to be shown."""
    from registry.analysis.pilot import completed as with_results  # noqa: PLC0415

    return _as_said_today(with_results(plan, seen, as_of))


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
