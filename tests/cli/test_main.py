"""`python -m registry`: what it takes, what it says about itself, and how it ends."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from registry.cli.main import COMMANDS, main
from tests.source import ROOT

EXAMPLE = ROOT / "examples" / "three-ideas.json"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], f"Say what you would like to do: {', '.join(COMMANDS)}."),
        (["judge"], f"There is no command “judge” here. There are {', '.join(COMMANDS)}."),
        (["--json", "assess", "-"], "“--json” is not something that “python -m registry” takes."),
        (["--json", "judge"], "There is no command “judge” here."),
        (["--bogus"], "“--bogus” is not something that “python -m registry” takes."),
        (["assess"], "“python -m registry assess” also needs PROFILE.json."),
        (["analyse", "pilot.csv"], "“python -m registry analyse” also needs --plan."),
        (["assess", "-", "--bogus"], "“--bogus” is not something that “python -m registry assess” takes."),
        (["assess", "-", "another.json"], "“another.json” is not something that"),
        (["analyse", "pilot.csv", "--plan", "p.toml", "--as", "o@example.org"], "“--as” is not something"),
        (["ju\x1b[31mdge\n"], "There is no command “ju"),
        (["assess", "nowhere.json"], "We cannot read “nowhere.json”"),
        (["assess", "."], "We cannot read “.”"),
        (["assess", "no\0where"], "We cannot read"),
        (["assess", "lo\x1b[31mst\u202e\udcff.json"], "We cannot read “lo"),
        (["assess", "-", "--yearly-revenue", "much"], "much"),
    ],
)
def test_a_command_that_cannot_be_run_gets_one_clear_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    status = main(arguments)

    written = capsys.readouterr()
    assert (status, written.out) == (2, "")
    assert told in written.err
    assert len(written.err.splitlines()) == 1
    assert written.err.rstrip("\n").isprintable()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_how_it_is_used(name: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith(f"usage: python -m registry {name} ")
    assert "--json" in said


def test_an_answer_that_cannot_be_written_is_told_in_one_line():
    with Path(os.devnull).open("rb") as unwritable:
        done = run("assess", str(EXAMPLE), stdout=unwritable)

    assert done.returncode == 2
    assert done.stderr.decode().startswith("We cannot write the answer out")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_has_seen_enough_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)

    done = run("assess", str(EXAMPLE), stdout=writer)

    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_standard_input_that_is_closed_is_told_in_one_line():
    command = [sys.executable, "-m", "registry", "assess", "-"]

    done = subprocess.run(["sh", "-c", 'exec "$@" <&-', "sh", *command], capture_output=True, check=False)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("There is no standard input")


def run(*words: str, stdout: int | IO[bytes]) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "registry", *words]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, check=False)
