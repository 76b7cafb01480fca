"""`python -m registry backup` and `restore`."""

import json
from pathlib import Path

import pytest

from registry.cli.main import main
from registry.services.home import registry
from registry.services.person import local_person
from registry.services.proposal import begin
from registry.store import experiments
from registry.store.candidate import State, looked_at
from registry.store.chain import head
from registry.store.database import Home
from registry.store.keys import HISTORY, key
from tests.nouns import CARD, OLGA, PHONE_LINE, STELLA, asking
from tests.store.tampering import LEARNED

AS_STELLA = ["--as", STELLA.email]


def count() -> int:
    with registry() as db:
        return len(experiments.every(db))


def test_a_backup_is_told_in_lines_or_as_json(
    lived: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    lines, values = tmp_path / "lines.db", tmp_path / "values.db"

    statuses = [main(["backup", str(lines), *AS_STELLA]), main(["backup", str(values), *AS_STELLA, "--json"])]

    said, _, answer = capsys.readouterr().out.partition("{")
    told = json.loads("{" + answer)
    secret = key(lived, HISTORY)
    with registry() as db:
        mark = head(db).mac
    assert statuses == [0, 0]
    assert str(lines) in said
    assert looked_at(lines, secret).head in said
    assert "keys/history.key" in said
    assert (told["file"], told["events"], told["head"]) == (str(values), LEARNED + 2, mark)
    assert told["size"] == values.stat().st_size
    assert told["state"] == "good"


def test_what_is_there_already_is_replaced_only_when_asked(
    lived: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "nightly.db"
    command = ["backup", str(file), *AS_STELLA]

    statuses = [main(command), main(command), main([*command, "--replace"])]

    complaint = capsys.readouterr().err
    assert statuses == [0, 2, 0]
    assert complaint.count("\n") == 1
    assert "--replace" in complaint
    assert looked_at(file, key(lived, HISTORY)).events == LEARNED + 2


def test_a_restore_says_what_was_done_and_where_the_registry_before_is_kept(
    lived: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "friday.db"
    main(["backup", str(file), *AS_STELLA])
    with registry() as db:
        begin(db, asking(), PHONE_LINE)
    capsys.readouterr()

    statuses = [main(["restore", str(file), *AS_STELLA]), main(["restore", str(file), *AS_STELLA, "--json"])]

    said, _, answer = capsys.readouterr().out.partition("{")
    replaced = Path(json.loads("{" + answer)["replaced"])
    assert statuses == [0, 0]
    assert "friday.db" in said
    assert count() == 2
    assert looked_at(replaced, key(lived, HISTORY)).state is State.GOOD
    assert sorted(lived.backups.iterdir())[-1] == replaced
    assert len(list(lived.backups.iterdir())) == 2


@pytest.mark.parametrize("command", ["backup", "restore"])
@pytest.mark.parametrize("asked_by", [["--as", OLGA.email], ["--as", "nobody@example.org"]])
def test_only_a_steward_may(
    lived: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, asked_by: list[str]
):
    file = tmp_path / "friday.db"
    main(["backup", str(file), *AS_STELLA])
    capsys.readouterr()

    status = main([command, str(tmp_path / "other.db" if command == "backup" else file), *asked_by])

    complaint = capsys.readouterr().err
    assert status == 2
    assert complaint.count("\n") == 1
    assert not (tmp_path / "other.db").exists()
    assert not lived.backups.exists()


@pytest.mark.parametrize("name", ["README.md", "no\0where", "nowhere.db", ".", "lo\x1b[31mst\u202e\udcff.db"])
def test_a_file_that_cannot_be_restored_gets_one_clear_line(
    lived: Home, capsys: pytest.CaptureFixture[str], name: str
):
    status = main(["restore", name, *AS_STELLA])

    out, complaint = capsys.readouterr()
    assert (status, out) == (2, "")
    assert complaint.count("\n") == 1
    assert complaint.strip().isprintable()
    assert count() == 2


def test_a_registry_moves_to_another_machine_with_its_key(
    lived: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "moving.db"
    main(["backup", str(file), *AS_STELLA])
    elsewhere = Home(tmp_path / "elsewhere")
    elsewhere.keys.mkdir(parents=True)
    (elsewhere.keys / "history.key").write_bytes((lived.keys / "history.key").read_bytes())
    monkeypatch.setenv("REGISTRY_HOME", str(elsewhere.folder))

    statuses = [main(["restore", str(file)]), main(["check"])]

    assert statuses == [0, 0]
    assert count() == 2
    with registry() as db:
        assert experiments.get(db, 1).proposal == CARD
        assert local_person(db).roles == frozenset()
