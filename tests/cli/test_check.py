"""`python -m registry check`."""

import json
from pathlib import Path

import pytest

from registry.cli.main import main
from registry.store.database import Home
from tests.nouns import OLGA
from tests.store.tampering import LEARNED, NOTED, RENAMED, behind_its_back


def test_a_whole_registry_ends_with_0_and_a_short_table(lived: Home, capsys: pytest.CaptureFixture[str]):
    status = main(["check"])

    said = capsys.readouterr().out.splitlines()
    assert status == 0
    assert said[0].split() == ["Experiments", "2"]
    assert said[-1].startswith("The registry is whole")


def test_what_is_found_ends_with_1_and_one_line_each(lived: Home, capsys: pytest.CaptureFixture[str]):
    with behind_its_back(lived) as file:
        file.execute("update facts set body = replace(body, 'smiled', 'smiles') where id = 3")
        file.execute("update people set name = 'O\x1b[31m' || char(10) || 'lga' where id = 1")

    status = main(["check"])

    out, err = capsys.readouterr()
    person, fact = out.splitlines()
    assert (status, err) == (1, "")
    assert person.startswith(f"Person 1 (“O\N{REPLACEMENT CHARACTER}[31m lga”) is not as event {RENAMED}")
    assert fact.startswith(f"Fact 3 of CX-1 is not as event {NOTED} (2026-03-02, “note”, O")
    assert person.isprintable()


def test_findings_as_json_have_their_kind_their_values_and_their_text(
    lived: Home, capsys: pytest.CaptureFixture[str]
):
    with behind_its_back(lived) as file:
        file.execute("update events set verb = 'stop' where id = 5")

    status = main(["check", "--json"])

    answer = json.loads(capsys.readouterr().out)
    (found,) = answer.pop("findings")
    assert status == 1
    assert answer == {"experiments": 2, "events": LEARNED, "backups": 0}
    assert found.pop("text").startswith(
        f"The history is broken at event {NOTED} (2026-03-02, “stop”, Olga Owner)"
    )
    assert found == {
        "kind": "link-broken",
        "number": NOTED,
        "day": "2026-03-02",
        "verb": "stop",
        "by": OLGA.id,
        "who": OLGA.name,
        "more": 0,
    }


def test_where_there_is_no_registry_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "nowhere"))

    status = main(["check"])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "REGISTRY_HOME" in err
    assert list(tmp_path.iterdir()) == []
