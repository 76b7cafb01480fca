"""Who asks at the command line: `--as`."""

from argparse import Namespace
from pathlib import Path

import pytest

from registry.cli.asking import asking
from registry.cli.command import CommandRefused
from registry.cli.main import main
from registry.services.home import registry
from registry.services.person import local_person
from registry.store import experiments, people
from registry.store.database import writing


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry in a folder of its own."""
    monkeypatch.setenv("REGISTRY_HOME", str(tmp_path / "registry"))


def test_without_a_name_the_local_person_asks():
    with registry() as db:
        asked = asking(db, Namespace(email=None))

        assert asked.person == local_person(db)


@pytest.mark.parametrize("email", ["olga@example.org", "Olga@Example.ORG", " olga@example.org\n"])
def test_whoever_is_named_asks(email: str):
    with registry() as db:
        with writing(db):
            olga = people.add(db, "Olga", "olga@example.org")

        asked = asking(db, Namespace(email=email))

    assert asked.person.id == olga.id


@pytest.mark.parametrize("email", ["", " ", "\0", "\udcff"])
def test_an_empty_name_means_nobody_even_where_somebody_has_no_address(email: str):
    with registry() as db:
        with writing(db):
            people.add(db, "Nobody’s address", "")

        with pytest.raises(CommandRefused):
            asking(db, Namespace(email=email))


@pytest.mark.parametrize(
    "email",
    [
        "nobody@example.org",
        "%",
        "\u202eolga@example.org",
        "o\x1b[31m\n\u2028",
        "' or 1=1 --",
        "{ $email }",
        "\udcff",
    ],
)
def test_a_stranger_is_refused_in_one_line_and_nothing_is_written(
    email: str, capsys: pytest.CaptureFixture[str]
):
    status = main(["demo", "--as", email])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert err.startswith("Nobody here has the e-mail “")
    assert len(err.splitlines()) == 1
    assert err.rstrip("\n").isprintable()
    with registry() as db:
        assert experiments.every(db) == []
