"""`python -m registry record`: a scheduler, or a person, gives a running pilot's data."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from registry.cli.main import main
from registry.domain.facts import Reading
from registry.domain.person import Asking
from registry.domain.pilot import StartingPoint
from registry.domain.plan import Plan, fingerprint
from registry.services import pilot
from registry.services.home import registry
from registry.services.person import local_person
from registry.services.proposal import begin
from registry.store import experiments, people, snapshots
from tests.nouns import CARD
from tests.readings import BY_DAY, MONDAY, TUESDAY, Counts, file_of, rows_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one works in, and a registry in a folder of its own."""
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "registry"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def code() -> str:
    """A pilot that has just begun."""
    return begun(BY_DAY)


def begun(plan: Plan | None) -> str:
    with registry() as db:
        by = Asking(person=local_person(db), at=datetime.now(UTC))
        number = begin(db, by, CARD).id
        if plan is not None:
            pilot.draw_plan(db, by, number, plan)
        pilot.start(db, by, number, StartingPoint())
    return f"CX-{number}"


def readings(code: str) -> tuple[Reading, ...]:
    with registry() as db:
        return experiments.dossier(db, int(code.removeprefix("CX-"))).all(Reading)


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    assert main(["record", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_it_says_what_was_recorded(code: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    told = asked(capsys, code, file_of(folder, MONDAY))

    today = datetime.now(UTC).date().isoformat()
    assert told["experiment"] == code
    assert (told["recorded"], told["file"], told["rows"]) == (True, "cards.csv", 40)
    assert told["arms"] == {"no card": 20, "card": 20}
    assert (told["added_days"], told["replaced_reading_of"], told["as_of"]) == (None, None, today)
    assert (told["complete"], told["plan_fingerprint"]) == (False, fingerprint(BY_DAY))
    assert told["recommendation"]["action"] == "keep_going"
    assert told["recommendations"] == [told["recommendation"]]
    (reading,) = readings(code)
    assert reading.evidence.rows == 40


def test_a_file_a_day_adds_its_days(code: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    asked(capsys, code, file_of(folder, MONDAY, "monday.csv"))

    told = asked(capsys, code, file_of(folder, TUESDAY, "tuesday.csv"))

    assert told["added_days"] == {"first": "2026-03-03", "last": "2026-03-03", "days": 1}
    assert (told["rows"], told["arms"]) == (70, {"no card": 35, "card": 35})


def test_people_read_it_in_sentences(code: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["record", code, str(file_of(folder, MONDAY, "monday.csv"))]) == 0
    assert main(["record", code.lower(), str(file_of(folder, TUESDAY, "tuesday.csv"))]) == 0
    assert main(["record", code, str(file_of(folder, MONDAY | TUESDAY, "all.csv"))]) == 0

    said = capsys.readouterr().out
    assert f"Recorded for {code}.\n" in said
    assert f"Recorded for {code}. Added one day, 3 March 2026, to those read before." in said
    assert f"Recorded for {code}. It took the place of what was read on " in said
    assert "no card 35, card 35" in said
    assert "Keep going." in said


def test_the_same_file_twice_on_one_day_changes_nothing_and_says_so(
    code: str, folder: Path, capsys: pytest.CaptureFixture[str]
):
    file = file_of(folder, MONDAY)
    asked(capsys, code, file)
    once = readings(code)

    told = asked(capsys, code, file)
    main(["record", code, str(file)])

    assert (told["recorded"], told["rows"]) == (False, 40)
    assert "was read today already" in capsys.readouterr().out
    assert readings(code) == once
    with registry() as db:
        assert len(snapshots.of_experiment(db, 1)) == 1


def test_the_name_of_a_file_in_the_inbox_is_enough(code: str, capsys: pytest.CaptureFixture[str]):
    inbox = Path(os.environ["REGISTRY_HOME"]) / "inbox"
    file_of(inbox, MONDAY, "from-the-scheduler.csv")

    told = asked(capsys, code, "from-the-scheduler.csv")

    assert (told["file"], told["rows"]) == ("from-the-scheduler.csv", 40)
    assert [each.name for each in inbox.iterdir()] == ["from-the-scheduler.csv"]


def test_a_file_here_comes_before_one_in_the_inbox_and_no_other_folder_is_looked_at(
    code: str, folder: Path, capsys: pytest.CaptureFixture[str]
):
    home = Path(os.environ["REGISTRY_HOME"])
    file_of(home / "inbox", MONDAY)
    file_of(home, MONDAY, "beside.csv")
    file_of(folder, MONDAY | TUESDAY)

    assert asked(capsys, code, "cards.csv")["rows"] == 70
    for name in ("../beside.csv", "inbox/cards.csv", "..", ".", ""):
        assert main(["record", code, name]) == 2


def test_data_may_come_through_standard_input(code: str, folder: Path):
    done = subprocess.run(
        [sys.executable, "-m", "registry", "record", code, "-", "--json"],
        input=rows_of(MONDAY),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"] == "standard input"
    assert [each.evidence.rows for each in readings(code)] == [40]


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What is said on standard error; nothing else was, and no reading was added."""
    status = main(["record", *map(str, arguments)])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    return err


@pytest.mark.parametrize("wrong", ["CX-99", "seventeen", "CX-0", ""])
def test_an_experiment_that_is_not_there_is_refused_in_one_line(
    code: str, wrong: str, folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert "experiment" in refused(capsys, wrong, file_of(folder, MONDAY))


def test_without_a_registry_none_is_made(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert "“CX-1”" in refused(capsys, "CX-1", file_of(folder, MONDAY))

    assert not Path(os.environ["REGISTRY_HOME"]).exists()


def test_what_has_not_started_or_looks_and_listens_is_refused_before_the_file_is_opened(
    capsys: pytest.CaptureFixture[str],
):
    listening = begun(None)
    with registry() as db:
        draft = begin(db, Asking(person=local_person(db), at=datetime.now(UTC)), CARD).id

    assert "stands at “Draft” now" in refused(capsys, f"CX-{draft}", "nothing.csv")
    assert "looks and listens" in refused(capsys, listening, "nothing.csv")


def test_who_may_not_read_it_is_refused(code: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    with registry() as db:
        people.add(db, "Nora New", "nora@example.org", "Counter", "front line")

    refused(capsys, code, file_of(folder, MONDAY), "--as", "nora@example.org")
    refused(capsys, code, file_of(folder, MONDAY), "--as", "nobody@example.org")

    assert readings(code) == ()


def test_a_file_that_is_refused_leaves_earlier_readings_as_they_were(
    code: str, folder: Path, capsys: pytest.CaptureFixture[str]
):
    asked(capsys, code, file_of(folder, MONDAY | TUESDAY, "both.csv"))
    before = readings(code)
    (folder / "bad.csv").write_text("group,back,day\nno card,N/A,2026-03-02\ncard,1,2026-03-02\n", "utf-8")

    assert "Row 2 of “bad.csv” has “N/A”" in refused(capsys, code, "bad.csv")
    assert "only days after 3 March 2026" in refused(capsys, code, file_of(folder, TUESDAY, "again.csv"))
    assert "no file “gone.csv”" in refused(capsys, code, "gone.csv")

    assert readings(code) == before


def test_two_who_record_different_days_at_once_are_both_kept_or_told(code: str, folder: Path):
    """Whoever comes second adds to the first, or is told that its days came before."""
    asked_for = [file_of(folder, MONDAY, "monday.csv"), file_of(folder, TUESDAY, "tuesday.csv")]

    started = [
        subprocess.Popen(
            [sys.executable, "-m", "registry", "record", code, str(file)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        for file in asked_for
    ]
    ended = [(each.wait(), *each.communicate()) for each in started]

    kept = readings(code)
    statuses = [status for status, _, _ in ended]
    assert statuses[0] in (0, 2)
    assert statuses.count(0) == len(kept)
    assert [each.evidence.rows for each in kept] in ([40, 70], [30])
    if statuses[0] == 2:
        assert "read before was 3 March 2026" in ended[0][2]


def test_a_day_that_is_read_each_day_takes_little_room(code: str, folder: Path):
    """Each row of the table holds the days of its own file only: ten days take ten times one day."""
    for n in range(10):
        counts: Counts = {(n, "no card"): (4, 20), (n, "card"): (8, 20)}
        assert main(["record", code, str(file_of(folder, counts, f"{n}.csv"))]) == 0

    with registry() as db:
        sizes = [len(each.body) for each in snapshots.of_experiment(db, 1)]
    assert len(sizes) == 10
    assert max(sizes) < 1.1 * min(sizes)
    assert [each.evidence.rows for each in readings(code)] == [40 * n for n in range(1, 11)]
