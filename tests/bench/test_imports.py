"""What the pages import: measured as a difference, and without what is only needed to read a file."""

import subprocess
import sys

from bench.imports import line, needed
from tests.source import ROOT


def test_opening_any_page_loads_neither_the_engine_nor_what_only_estimates_need():
    script = f"{needed()}\nimport sys\nprint(*sys.modules)"

    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    loaded = set(ran.stdout.split())
    assert {"registry.web.addresses", "registry.web.plan_form", "registry.services.pilot"} <= loaded
    assert not {"duckdb", "scipy.stats", "statsmodels"} & loaded


def test_line_tells_the_difference_and_whether_it_is_within_half_a_second():
    assert line(1.0, 1.5).endswith("0.50 s more (target ≤ 0.5 s: met).")
    assert line(1.0, 1.52).endswith("0.52 s more (target ≤ 0.5 s: missed).")
