"""What does importing the pages' modules cost, beyond Streamlit, pandas and Altair?

Fresh processes in turn: one imports those three, the other imports them and then everything that a page
needs. The difference is what a server's start takes longer because of us.
"""

import argparse
import ast
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from platform import python_version
from statistics import median

from bench.calibration.machine import machine
from bench.calibration.table import NoPlaceForTable, kept
from bench.pilot_files.process import ROOT, used

ROUNDS = 7
MOST = 0.5
"""Seconds."""
BEFORE = "import streamlit, pandas, altair"


def needed(root: Path = ROOT) -> str:
    """The imports of the router and of every page, as one script; those within functions left out."""
    scripts = [root / "registry" / "web" / "main.py", *sorted((root / "pages").glob("*.py"))]
    found = dict[str, None]()
    for script in scripts:
        for node in ast.parse(script.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                found[ast.unparse(node)] = None
    return "\n".join(found)


def line(before: float, ours: float) -> str:
    """The medians in seconds, their difference and the verdict."""
    more = ours - before
    verdict = "met" if more <= MOST else "missed"
    return (
        f"Streamlit, pandas and Altair alone {before:.2f} s, with what the pages need {ours:.2f} s: "
        f"{more:.2f} s more (target ≤ {MOST} s: {verdict})."
    )


def main(arguments: Sequence[str]) -> None:
    """Measure, print one line, and keep it in a page when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="keep the line in this page")
    given = parser.parse_args(arguments)
    scripts = (BEFORE, f"{BEFORE}\n{needed()}")
    # The first pair fills the caches and does not count.
    pairs = [[used(["-c", script]).seconds for script in scripts] for _ in range(1 + ROUNDS)][1:]
    found = line(median(before for before, _ in pairs), median(ours for _, ours in pairs))
    now = datetime.now(UTC)
    when = f"{now.day} {now:%B %Y}, with Python {python_version()}, on {machine()}"
    sentence = (
        f"Importing, medians of {ROUNDS} processes each, measured by `make bench-imports` on {when}: {found}"
    )
    print(sentence)
    if given.markdown is not None:
        try:
            kept(given.markdown, sentence, mark="bench-imports")
        except NoPlaceForTable as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
