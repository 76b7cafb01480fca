"""Reading a pilot's file in a child process: a broken or hostile file can hurt nothing but the child."""

import os
import sys
from pathlib import Path

from pydantic import BaseModel

import registry
from registry.analysis.pilot_data import Limits, PilotData, PilotFileRefused, Progress, Source, unheard
from registry.analysis.reading.child import Bounds, ChildError, ChildTimeoutError, ask_child
from registry.analysis.reading.private_folder import private_folder
from registry.domain.plan import Plan
from registry.domain.sentence import Sentence

USUAL = Limits()


class Question(BaseModel):
    """What the child is asked."""

    plan: Plan
    path: Path
    called: str
    passing: bool = False
    folder: Path
    limits: Limits
    asked_by: int = 0
    """The process that waits for the answer; 0 when it is asked and answered in one process."""


class Answer(BaseModel):
    """What the child answers: the data, or why there are none."""

    data: PilotData | None = None
    refusal: Sentence | None = None


def read_summaries(
    plan: Plan, source: Source, *, limits: Limits = USUAL, progress: Progress = unheard
) -> PilotData:
    """Reduce the file to summaries, telling *progress* how far it is.

    Raises PilotFileRefused, naming the file, where it cannot be done; and whatever *progress* raises, when
    the child is gone with all that it wrote.
    """
    with private_folder() as folder:
        asked = source._replace(path=source.path.absolute())
        question = Question(plan=plan, **asked._asdict(), folder=folder, limits=limits, asked_by=os.getpid())
        try:
            told = ask_child(
                [sys.executable, "-m", "registry.analysis.reading.reduce"],
                question.model_dump_json(),
                Bounds(environment=_environment(folder), folder=folder, seconds=limits.seconds),
                progress=progress,
            )
        except ChildTimeoutError:
            raise PilotFileRefused(
                "file-too-slow", file=source.called, seconds=round(limits.seconds)
            ) from None
        except ChildError:
            raise PilotFileRefused("file-gave-up", file=source.called) from None
    answer = Answer.model_validate_json(told)
    if answer.data is None:
        refusal = answer.refusal or Sentence(id="file-gave-up", values={"file": source.called})
        raise PilotFileRefused(refusal.id, **refusal.values)
    return answer.data


def _environment(folder: Path) -> dict[str, str]:
    """What the child needs to start and nothing else: no secret of ours is in reach of a file."""
    package = str(Path(registry.__file__).parent.parent)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONPATH": package,
        "PYTHONUTF8": "1",
        # A moment has the same day on every server.
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
