"""How long does each page's script run, compared with an empty page under the same launcher?

Two servers run side by side: this product with its demo experiments, and a copy of it whose script is empty.
One visitor each asks them in turn, so that whatever else the machine does burdens both alike. What counts is
the ratio.
"""

import shutil
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bench.demo import fill_with_demo, places
from bench.visitor import Visitor
from tests.browser.server import ROOT, running_server

ROUNDS = 60
WARM_UP = 5
"""Runs that do not count: imports and caches are filled by the first visitors."""


def empty_copy(folder: Path) -> Path:
    """A copy of the product in *folder* whose script shows nothing; returns its launcher."""
    for part in ("registry", ".streamlit"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", folder)
    (folder / "registry" / "web" / "main.py").write_text("", encoding="utf-8")
    return folder / "app.py"


def main() -> None:
    """Measure, and print one line per page."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        home, none = Path(folder, "registry"), Path(folder, "none")
        fill_with_demo(home)
        ours = stack.enter_context(Visitor(stack.enter_context(running_server(home)).url))
        app = empty_copy(Path(folder, "empty"))
        empty = stack.enter_context(Visitor(stack.enter_context(running_server(none, app=app)).url))
        print(f"{ROUNDS} runs each, in turn; milliseconds")
        print(f"{'page':<20}{'median':>9}{'p95':>9}{'empty page':>13}{'ratio':>8}")
        for name, path, query in places(home):
            pairs = [(ours.visit(path, query), empty.visit("")) for _ in range(WARM_UP + ROUNDS)][WARM_UP:]
            run, nothing = median(run for run, _ in pairs), median(nothing for _, nothing in pairs)
            slow = quantiles((run for run, _ in pairs), n=20)[-1]
            line = f"{name:<20}{run * 1000:>9.1f}{slow * 1000:>9.1f}"
            print(f"{line}{nothing * 1000:>13.1f}{run / nothing:>8.1f}", flush=True)


if __name__ == "__main__":
    main()
