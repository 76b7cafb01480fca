"""A bar on a terminal for what takes long; nothing of it anywhere else; Ctrl-C ends it all."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from registry.cli.progress import bar_line, progress_shown
from registry.domain.plan_file import plan_text
from registry.sentences import say
from tests.analysis.pilots import pilot_plan
from tests.running import long_file, nothing_is_left, processes_in
from tests.source import ROOT

CTRL_C = b"\x03"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A command that takes seconds."""
    folder = tmp_path_factory.mktemp("long")
    plan = folder / "plan.toml"
    plan.write_text(plan_text(pilot_plan(unit="id")), encoding="utf-8")
    data = long_file(folder / "pilot.csv")
    return [sys.executable, "-m", "registry", "analyse", str(data), "--plan", str(plan)]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the command keeps what it keeps briefly."""
    place = tmp_path / "temporary"
    place.mkdir()
    return place


def environment(place: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "TMPDIR": str(place), "PYTHONUTF8": "1"}


def at_a_terminal(
    command: list[str], place: Path, types: Callable[[str], bytes | None] = lambda _: None
) -> tuple[int, str]:
    """How *command* ends at a terminal, and all it wrote; somebody *types* after what they saw so far."""
    process, ours = pty.fork()
    if not process:
        os.chdir(ROOT)
        os.execve(command[0], command, environment(place))  # noqa: S606
    seen = ""
    # Linux says by an error that nobody has the terminal open any more.
    with suppress(OSError), os.fdopen(ours, "r+b", buffering=0) as terminal:
        while more := terminal.read(4096):
            seen += more.decode()
            if typed := types(seen):
                terminal.write(typed)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), seen


def test_a_long_reading_shows_a_bar_that_grows_and_is_wiped(asked: list[str], place: Path):
    code, seen = at_a_terminal(asked, place)

    drawn = [line for line in seen.split("\r") if line.startswith("[")]
    percents = [int(line.rpartition("]")[2].removesuffix(" %")) for line in drawn]
    assert code == 0
    assert len(set(percents)) > 2
    assert percents == sorted(percents)
    wiped, answer = seen.split(drawn[-1], 1)[1].lstrip("\r").split("\r", 1)
    assert wiped == " " * len(drawn[-1])
    assert "spend" in answer
    assert "[" not in answer


def test_ctrl_c_ends_the_reading_with_one_line_and_leaves_nothing(asked: list[str], place: Path):
    pressed: list[bool] = []

    def press_once(seen: str) -> bytes | None:
        if "[" in seen and not pressed:
            assert processes_in(place)
            pressed.append(True)
            return CTRL_C
        return None

    code, seen = at_a_terminal(asked, place, press_once)

    assert code == 130
    assert say("cli-stopped") in seen
    assert "Traceback" not in seen
    assert nothing_is_left(place)


def test_nothing_of_it_is_seen_where_no_terminal_is(asked: list[str], place: Path):
    told = subprocess.run(
        [*asked, "--json"], capture_output=True, cwd=ROOT, env=environment(place), check=True
    )

    assert told.stderr == b""


def test_no_bar_is_drawn_beside_an_answer_that_goes_elsewhere(capsys: pytest.CaptureFixture[str]):
    with progress_shown() as progress:
        progress(0.5)

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("columns", [1, 3, 5, 9, 10, 20, 80, 500])
@pytest.mark.parametrize("share", [0, 0.004, 0.5, 0.999, 1])
def test_bar_fits_into_its_line(share: float, columns: int):
    line = bar_line(share, columns)

    assert len(line) <= max(0, columns - 1)


def test_bar_is_full_only_at_the_end():
    assert bar_line(0.5, 30) == "[###########...........] 50 %"
    assert "." in bar_line(0.999, 80)
    assert "." not in bar_line(1, 80)
