"""`python -m registry wording`."""

import json
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from registry.cli.main import main

TEXT = (
    "Lena forgot the batch. The export failed.\n> Your staff are lazy.\nWe should have asked the drivers.\n"
)


def write(folder: Path, text: str | bytes) -> str:
    file = folder / "text.txt"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def test_every_sentence_is_told_with_its_kind_its_spot_and_its_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    status = main(["wording", write(tmp_path, TEXT), "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert [list(each) for each in answer] == [["text", "kind", "span", "question"]] * 4
    assert [each["text"] for each in answer] == [
        "Lena forgot the batch.",
        "The export failed.",
        "> Your staff are lazy.",
        "We should have asked the drivers.",
    ]
    assert [each["kind"] for each in answer] == ["blame", None, None, "hindsight"]
    assert answer[0]["span"] == [0, len("Lena forgot")]
    assert answer[0]["question"].endswith("?")
    assert (answer[1]["span"], answer[1]["question"]) == (None, None)


@pytest.mark.parametrize("words", [["wording", "--json"], ["wording", "-", "--json"]])
def test_standard_input_is_read_without_a_file_or_for_a_dash(words: list[str]):
    done = subprocess.run(
        [sys.executable, "-m", "registry", *words], input=TEXT.encode(), capture_output=True, check=True
    )

    assert len(json.loads(done.stdout)) == 4


def test_without_json_people_read_the_sentences_that_deserve_a_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    status = main(["wording", write(tmp_path, TEXT)])

    shown = capsys.readouterr().out
    assert status == 0
    assert "[Lena forgot] the batch." in shown
    assert "The export failed." not in shown
    assert "lazy" not in shown


@pytest.mark.parametrize("text", ["", "\n\n", " \t\r\n"])
def test_a_text_without_a_sentence_is_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
):
    status = main(["wording", write(tmp_path, text), "--json"])

    assert (status, json.loads(capsys.readouterr().out)) == (0, [])


def test_what_steers_a_terminal_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["wording", write(tmp_path, "Lena forgot the \x1b[31m batch.")])

    assert "\x1b" not in capsys.readouterr().out


def test_a_file_that_is_not_there_gets_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["wording", str(tmp_path / "none.txt")])

    written = capsys.readouterr()
    assert (status, written.out, len(written.err.splitlines())) == (2, "", 1)


def test_a_file_that_is_not_utf_8_gets_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["wording", write(tmp_path, "für".encode("latin-1"))])

    assert status == 2
    assert "is not UTF-8 text" in capsys.readouterr().err


def test_ten_thousand_sentences_are_read_in_less_than_ten_seconds():
    kinds = [
        f"{who} {did} on day {day}."
        for who in (
            "The export",
            "The agent on line 4",
            "Marketing",
            "Lena",
            "We",
            "A guest",
            "The late shift",
        )
        for did in (
            "failed to send the list",
            "counted forty cards",
            "should have asked first",
            "told us that the sign was small",
            "was careless with the forms",
        )
        for day in range(290)
    ]
    before = getrusage(RUSAGE_CHILDREN)

    done = subprocess.run(
        [sys.executable, "-m", "registry", "wording", "--json"],
        input="\n".join(kinds).encode(),
        capture_output=True,
        check=True,
    )

    assert len(json.loads(done.stdout)) == len(kinds) > 10_000
    # Its own work: on a machine with much to do, the clock on the wall measures the others.
    after = getrusage(RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 10


def test_the_wording_check_loads_nothing_heavy():
    heavy = "{'duckdb', 'scipy', 'numpy', 'sqlite_utils', 'streamlit'}"
    script = (
        "import sys; from registry.cli.main import main; main(['wording', '--json']); "
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], input=b"Hello.", capture_output=True, check=True)

    assert done.stderr.decode().strip() == "[]"
