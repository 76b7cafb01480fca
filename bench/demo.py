"""The demo's experiments as something to measure on: every page with an experiment that it is meant for."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from registry.domain.experiment import Stage
from registry.store import index
from registry.store.database import Home, opened
from registry.web.addresses import ADDRESSES
from tests.browser.server import ROOT

SHOWN_ON: Mapping[str, Stage] = {
    "proposal": Stage.DRAFT,
    "experiment": Stage.LEARNED,
    "plan": Stage.CLEARED,
    "pilot": Stage.RUNNING,
    "decision": Stage.TO_DECIDE,
    "learning": Stage.TO_LEARN,
}
"""The pages that are about one experiment, and the stage in which people open them."""


def fill_with_demo(home: Path) -> None:
    """Put the demo's experiments into a new registry in *home*."""
    home.mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "registry", "demo"],
        cwd=ROOT,
        env={**os.environ, "REGISTRY_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def places(home: Path) -> Iterator[tuple[str, str, str]]:
    """Every page of the registry in *home*: its name, its url path and its query."""
    with opened(Home(home)) as db:
        codes = {page: index.rows(db, [stage])[0].code for page, stage in SHOWN_ON.items()}
    for address in ADDRESSES:
        # The front page has no path of its own.
        path = "" if address is ADDRESSES[0] else address.name
        yield address.name, path, f"id={codes[address.name]}" if address.name in codes else ""
