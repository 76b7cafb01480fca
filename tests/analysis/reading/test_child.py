"""A child that hangs is killed, with everything that it started."""

import os
import sys
import time
from pathlib import Path

import pytest

from registry.analysis.pilot_data import Progress, unheard
from registry.analysis.reading.child import Bounds, ChildError, ChildTimeoutError, ask_child
from registry.analysis.reading.telling import PIPE

HANGS = """
import pathlib, subprocess, sys, time
other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path("started").write_text(f"{other.pid}")
time.sleep(600)
"""


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


TELLS = f"""
import os, sys, time
pipe = int(os.environ["{PIPE}"])
def tell(line):
    os.write(pipe, line)
    time.sleep(0.05)
"""


class Stopped(BaseException):
    """What a page raises to stop its script is no Exception."""


def gone(process: int) -> bool:
    """Whether *process* has ended, a moment later at most."""
    until = time.monotonic() + 5
    while alive(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(process)


def ask(
    program: str,
    folder: Path,
    *,
    question: str = "question é",
    seconds: float = 30,
    progress: Progress = unheard,
) -> str:
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1"}
    return ask_child(
        [sys.executable, "-c", program], question, Bounds(environment, folder, seconds), progress=progress
    )


def test_child_answers_what_it_is_asked(tmp_path: Path):
    assert ask("import sys; print(sys.stdin.read()[::-1], end='')", tmp_path) == "é noitseuq"


def test_child_that_hangs_is_killed_with_its_own_children(tmp_path: Path):
    with pytest.raises(ChildTimeoutError):
        ask(HANGS, tmp_path, seconds=3)

    assert gone(int((tmp_path / "started").read_text()))


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "import os; os.abort()"])
def test_child_that_breaks_is_told_from_one_that_answers(program: str, tmp_path: Path):
    with pytest.raises(ChildError):
        ask(program, tmp_path)


def test_child_sees_no_secret_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SECRET_OF_OURS", "k3y")

    assert "k3y" not in ask("import os; print(dict(os.environ))", tmp_path)


@pytest.mark.parametrize("stop", [Stopped, KeyboardInterrupt, ValueError])
def test_whoever_listens_may_stop_the_child_and_all_that_it_started(
    stop: type[BaseException], tmp_path: Path
):
    def listen(_: float) -> None:
        if (tmp_path / "started").exists():
            raise stop

    with pytest.raises(stop):
        ask(HANGS, tmp_path, progress=listen)

    assert gone(int((tmp_path / "started").read_text()))
    assert [path.name for path in tmp_path.iterdir()] == ["started"]


def test_progress_is_heard_as_it_was_told_and_never_goes_back(tmp_path: Path):
    heard: list[float] = []
    said = [b"progress 0.250\n", b"progress 0.500\n", b"progress 0.125\n", b"progress 0.7", b"50\n"]

    ask(f"{TELLS}for line in {said}: tell(line)", tmp_path, progress=heard.append)

    assert sorted(heard) == heard
    assert {0.25, 0.5, 0.75} <= set(heard) <= {0, 0.25, 0.5, 0.75}


@pytest.mark.parametrize(
    "noise",
    [b"progress 7.000\n", b"progress nan\n", b"warning: progress 0.900\n", b"x" * 70_000 + b"\n", b"\xff\n"],
)
def test_what_is_no_progress_is_not_taken_for_it(noise: bytes, tmp_path: Path):
    heard: list[float] = []

    ask(f"{TELLS}tell(b'progress 0.250\\n'); tell({noise!r})", tmp_path, progress=heard.append)

    assert set(heard) <= {0, 0.25}


def test_a_library_that_writes_on_standard_error_tells_no_progress_and_holds_nothing_up(tmp_path: Path):
    heard: list[float] = []

    told = ask(
        "import sys; sys.stderr.write('progress 0.900\\n' * 100_000); print('done', end='')",
        tmp_path,
        progress=heard.append,
    )

    assert told == "done"
    assert set(heard) <= {0}


def test_long_questions_and_answers_hold_nothing_up(tmp_path: Path):
    long = "é" * 4_000_000

    assert ask(
        "import sys; sys.stdout.write('x' * 9_000_000 + sys.stdin.read())", tmp_path, question=long
    ) == ("x" * 9_000_000 + long)


def test_a_child_that_closes_its_pipe_and_hangs_is_killed_when_its_time_is_over(tmp_path: Path):
    with pytest.raises(ChildTimeoutError):
        ask(f"{TELLS}os.close(pipe); time.sleep(600)", tmp_path, seconds=1)
