"""`python -m registry policy`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from registry.cli.main import main
from registry.domain.proposal import Idea, Proposal
from registry.services.home import registry
from registry.services.person import local_person
from registry.services.policy import policy
from registry.services.proposal import begin, submit
from registry.store import people, policies
from registry.store.database import Home
from tests.domain.witness import profile_with
from tests.nouns import asking
from tests.policies import NEXT, next_policy

STRICT = next_policy(("near_hinge = 30", "near_hinge = 5"), ("one_way = 45", "one_way = 6"))
SMALL = Proposal(
    idea=Idea(change="A sign at the door"), answers=profile_with(harm="annoyance", law="ordinary")
)
"""Its score is 6.8: two-way under the first policy, one-way under the strict one."""


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which there is no registry yet."""
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "registry"))
    return tmp_path


def written(folder: Path, text: str = STRICT) -> str:
    file = folder / "policy.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def handed_in() -> str:
    with registry() as db:
        by = asking(person=local_person(db))
        number = begin(db, by, SMALL).id
        submit(db, by, number)
    return f"CX-{number}"


def test_without_a_registry_it_is_checked_and_none_is_made(
    somewhere: Path, capsys: pytest.CaptureFixture[str]
):
    status = main(["policy", written(somewhere), "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert answer == {"version": NEXT, "adopted_on": None, "compared": 0, "moved": []}
    assert not (somewhere / "registry").exists()


def test_it_lists_the_experiments_that_would_be_another_door_and_adopts_nothing(
    somewhere: Path, capsys: pytest.CaptureFixture[str]
):
    code = handed_in()

    status = main(["policy", written(somewhere)])

    said = capsys.readouterr().out
    assert status == 0
    assert f"{code} “{SMALL.title}”: Two-way door → One-way door" in said
    assert "Nothing was changed" in said
    assert policy().version == NEXT - 1


def test_adopted_it_is_in_force_for_everything_that_comes_after(
    somewhere: Path, capsys: pytest.CaptureFixture[str]
):
    code = handed_in()

    main(["policy", written(somewhere), "--adopt", "--json"])
    answer = json.loads(capsys.readouterr().out)
    (somewhere / "profile.json").write_text("{}")
    main(["assess", str(somewhere / "profile.json"), "--json"])
    assessed = json.loads(capsys.readouterr().out)

    assert (answer["version"], answer["compared"]) == (NEXT, 1)
    assert answer["adopted_on"] == policy().date.isoformat()
    assert [each["code"] for each in answer["moved"]] == [code]
    assert policy().version == assessed["policy_version"] == NEXT


def test_the_same_file_again_is_refused_with_the_next_number(
    somewhere: Path, capsys: pytest.CaptureFixture[str]
):
    main(["policy", written(somewhere), "--adopt"])
    capsys.readouterr()

    status = main(["policy", written(somewhere), "--adopt"])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert f"version = {NEXT + 1}" in err
    with registry() as db:
        assert len(policies.every(db)) == 1


def test_who_is_no_steward_adopts_nothing(somewhere: Path, capsys: pytest.CaptureFixture[str]):
    with registry() as db:
        local_person(db)
        people.add(db, "Nora New", "nora@example.org", "Counter", "front line")

    status = main(["policy", written(somewhere), "--adopt", "--as", "nora@example.org"])

    assert status == 2
    assert "steward" in capsys.readouterr().err
    assert policy().version == NEXT - 1


@pytest.mark.parametrize(
    "text", ["not a policy", STRICT.replace("harm = 6", "harm = -1"), "version = 2\n", "\0"]
)
def test_what_is_not_a_policy_is_refused_in_one_line(
    somewhere: Path, capsys: pytest.CaptureFixture[str], text: str
):
    status = main(["policy", written(somewhere, text), "--adopt"])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "olicy" in err


def test_it_reads_standard_input(lived: Home):
    done = subprocess.run(
        [sys.executable, "-m", "registry", "policy", "-", "--json"],
        input=STRICT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["compared"] >= 1


def test_to_assess_without_a_registry_nothing_is_loaded_that_opens_one(somewhere: Path):
    script = "import sys; import registry.cli.assess as a; sys.exit('sqlite_utils' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
