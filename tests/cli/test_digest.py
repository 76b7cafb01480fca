"""`python -m registry digest`."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from registry.cli.main import main
from registry.sentences import say
from registry.services import echo
from registry.store.database import Database, Home
from tests.limited import limited
from tests.nouns import NOON
from tests.services.week import idea, learned, olga

IN_THAT_WEEK = ["digest", "--until", NOON.date().isoformat()]


@pytest.fixture
def home(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The registry that REGISTRY_HOME names, with a week in it."""
    monkeypatch.setenv("REGISTRY_HOME", str(home.folder))
    monkeypatch.delenv("REGISTRY_ADDRESS", raising=False)
    return home


@pytest.fixture
def lively(db: Database, home: Home) -> Home:
    """A registry in which something was learned in the week of the tests."""
    number = learned(db, idea("signing the card \u202e\x07"), "Sign with a first name")
    echo.thank(db, olga(), number, "You told us \U0001f469\u200d\U0001f373")
    return home


def test_markdown_goes_to_standard_output_unless_asked_otherwise(
    lively: Home, capsys: pytest.CaptureFixture[str]
):
    status = main(IN_THAT_WEEK)

    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    assert out.startswith("# ")
    assert "> Sign with a first name" in out
    # A joined letter stays whole, and nothing steers the terminal.
    assert "\U0001f469\u200d\U0001f373" in out
    assert "\N{REPLACEMENT CHARACTER}" not in out
    assert "\u202e" not in out


def test_files_are_written_and_named(lively: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    html, markdown = tmp_path / "week.html", tmp_path / "week.md"

    status = main([*IN_THAT_WEEK, "--html", str(html), "--markdown", str(markdown)])

    out = capsys.readouterr().out
    assert status == 0
    assert [line.split()[-1] for line in out.splitlines()] == [str(html), str(markdown)]
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert markdown.read_text(encoding="utf-8").startswith("# ")
    main([*IN_THAT_WEEK, "--html", str(html)])
    assert html.read_text(encoding="utf-8").count("<!doctype html>") == 1


def test_json_has_all_of_it(lively: Home, capsys: pytest.CaptureFixture[str]):
    status = main([*IN_THAT_WEEK, "--json", "--weeks", "2"])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert (answer["first"], answer["last"]) == ("2026-02-17", "2026-03-02")
    assert [each["code"] for each in answer["started"]] == ["CX-1"]
    assert answer["learned"][0]["words"] == "Sign with a first name"
    assert answer["learned"][0]["standing"] == "emerging"
    assert answer["thanks"][0]["whom"] == ""
    assert answer["files"] == []
    assert set(answer) == {
        *("first", "last", "started", "decided", "learned", "surprised", "helped", "waiting"),
        *("thanks", "anniversaries", "files"),
    }


def test_without_a_day_the_last_whole_week_is_told(home: Home, capsys: pytest.CaptureFixture[str]):
    main(["digest", "--json"])

    answer = json.loads(capsys.readouterr().out)
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    assert date.fromisoformat(answer["last"]) == yesterday
    assert date.fromisoformat(answer["first"]) == yesterday - timedelta(days=6)


def test_a_week_in_which_nothing_happened_says_so(home: Home, capsys: pytest.CaptureFixture[str]):
    status = main(["digest", "--until", "2020-01-05"])

    assert status == 0
    assert say("digest-quiet") in capsys.readouterr().out


def test_the_address_for_links_comes_from_the_option_or_the_environment(
    lively: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("REGISTRY_ADDRESS", "https://cx.example.org/")

    main(IN_THAT_WEEK)
    main([*IN_THAT_WEEK, "--address", "http://localhost:8501/app"])
    main([*IN_THAT_WEEK, "--address", ""])

    first, second, third = capsys.readouterr().out.split("\n# ")
    assert "(<https://cx.example.org/experiment?id=CX-1>)" in first
    assert "(<http://localhost:8501/app/experiment?id=CX-1>)" in second
    assert "](" not in third


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--until", "soon"], "cli-analyse-not-a-day"),
        (["--until", "0001-01-03"], "cli-analyse-not-a-day"),
        (["--until", "9999-12-31"], "cli-digest-future"),
        (["--weeks", "0"], "cli-digest-no-weeks"),
        (["--weeks", "-1"], "cli-digest-no-weeks"),
        (["--weeks", "54"], "cli-digest-no-weeks"),
        (["--weeks", "1.5"], "cli-digest-no-weeks"),
        (["--address", "cx.example.org"], "cli-digest-no-address"),
        (["--address", "javascript:alert(1)"], "cli-digest-no-address"),
        (["--address", "https://"], "cli-digest-no-address"),
        (["--address", 'https://a.example/"><script>'], "cli-digest-no-address"),
        (["--address", "https://a.example/?x=1"], "cli-digest-no-address"),
        (["--address", "https://[::1"], "cli-digest-no-address"),
        (["--html", "-", "--markdown", "-"], "cli-digest-one-output"),
        (["--html", "-", "--json"], "cli-digest-one-output"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_ends_with_2(
    home: Home, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
):
    status = main(["digest", *words])

    out, err = capsys.readouterr()
    given = {"text": words[1], "day": words[1], "weeks": words[1], "address": words[1]}
    assert (status, out) == (2, "")
    assert err == f"{say(sentence, **given)}\n"


def test_the_registrys_own_files_are_never_written_over(home: Home, capsys: pytest.CaptureFixture[str]):
    before = home.database.read_bytes()

    statuses = [main(["digest", "--html", str(each)]) for each in (home.database, home.folder / "week.html")]

    assert statuses == [2, 2]
    assert home.database.read_bytes() == before
    assert "Choose another folder" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["digest", "--html", str(tmp_path / "nowhere" / "week.html")])

    assert status == 2
    assert "We cannot write" in capsys.readouterr().err


def test_no_registry_is_made_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "elsewhere"))

    status = main(["digest"])

    assert status == 2
    assert not (tmp_path / "elsewhere").exists()
    assert "There is no registry" in capsys.readouterr().err


def test_who_may_only_read_the_file_gets_the_digest_and_who_may_not_is_told(
    lived: Home, capsys: pytest.CaptureFixture[str]
):
    lived.database.chmod(0o400)
    read = limited(lambda: main(IN_THAT_WEEK))
    lived.database.chmod(0o000)
    refused = limited(lambda: main(IN_THAT_WEEK))

    out, err = capsys.readouterr()
    assert (read, refused) == (0, 2)
    assert "CX-1" in out
    assert len(err.splitlines()) == 1
