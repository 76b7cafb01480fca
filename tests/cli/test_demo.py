"""`python -m registry demo`."""

import json
from pathlib import Path

import pytest

from registry.cli.main import main
from registry.services import demo
from registry.services.demo.story import stories
from registry.services.home import registry
from registry.store import experiments


@pytest.fixture(autouse=True)
def two_stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry in a folder of its own, and a demo without rows to be read: a draft, and one handed in."""
    names = {"words-at-the-counter", "late-check-out"}
    told = tuple(story for story in stories() if story.name in names)
    monkeypatch.setattr(demo, "stories", lambda: told)
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "registry"))


def test_an_empty_registry_is_filled_where_registry_home_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    status = main(["demo", "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert answer == {"experiments": 2, "stages": {"draft": 1, "cleared": 1}}
    assert (tmp_path / "registry" / "registry.db").exists()
    with registry() as db:
        assert len(experiments.every(db)) == 2


def test_people_read_how_many_there_are_and_what_to_do_next(capsys: pytest.CaptureFixture[str]):
    main(["demo"])

    said = capsys.readouterr().out
    assert "2 experiments" in said
    assert "make run" in said
    assert "Draft" in said


def test_a_registry_that_holds_something_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]):
    main(["demo"])
    capsys.readouterr()

    status = main(["demo"])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "REGISTRY_HOME" in err
