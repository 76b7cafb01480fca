"""A child that hangs is killed, with everything that it started."""

import os
import sys
import time
from pathlib import Path

import pytest

from registry.analysis.reading.child import ChildError, ChildTimeoutError, ask_child

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


def ask(program: str, folder: Path, *, seconds: float = 30) -> str:
    return ask_child(
        [sys.executable, "-c", program],
        "question é",
        seconds=seconds,
        environment={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        folder=folder,
    )


def test_child_answers_what_it_is_asked(tmp_path: Path):
    assert ask("import sys; print(sys.stdin.read()[::-1], end='')", tmp_path) == "é noitseuq"


def test_child_that_hangs_is_killed_with_its_own_children(tmp_path: Path):
    with pytest.raises(ChildTimeoutError):
        ask(HANGS, tmp_path, seconds=3)

    grandchild = int((tmp_path / "started").read_text())
    until = time.monotonic() + 5
    while alive(grandchild) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(grandchild)


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "import os; os.abort()"])
def test_child_that_breaks_is_told_from_one_that_answers(program: str, tmp_path: Path):
    with pytest.raises(ChildError):
        ask(program, tmp_path)


def test_child_sees_no_secret_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SECRET_OF_OURS", "k3y")

    assert "k3y" not in ask("import os; print(dict(os.environ))", tmp_path)
