"""Plans and files of small pilots, and the real one where it is at hand."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from registry.analysis.pilot_data import Limits, PilotData, PilotFileRefused
from registry.analysis.reading.reader import Question
from registry.analysis.reading.reduce import answer
from registry.domain.plan import Plan, plan_from
from registry.domain.sentence import Sentence

HILLSTROM = Path(__file__).parents[3] / "shared" / "data" / "hillstrom.csv"

SPEND: dict[str, Any] = {
    "name": "spend",
    "role": "primary",
    "kind": "mean",
    "column": "spend",
    "better": "higher",
}
VISIT: dict[str, Any] = {"name": "visit", "role": "watch", "kind": "proportion", "column": "visit"}


def pilot_plan(*metrics: dict[str, Any], **keys: Any) -> Plan:
    """A randomised plan with the arms in column `arm`, the control `A`, and spend as its primary metric."""
    given = metrics or (SPEND,)
    return plan_from({"design": "randomised", "arm": "arm", "control": "A", "metric": list(given), **keys})


GOOD = "arm,spend,visit,id\nA,1,0,k1\nA,2.5,1,k2\nB,4,1,k3\nB,,0,k4\nB,6,1,k5\n"
BOTH = pilot_plan(SPEND, VISIT)


def reduced(
    plan: Plan, path: Path, folder: Path, *, limits: Limits | None = None, passing: bool = False
) -> PilotData:
    """What the reader's child answers, asked in this process; raises its refusal."""
    question = Question(
        plan=plan,
        path=path,
        called=path.name,
        passing=passing,
        folder=folder,
        limits=limits or Limits(rows=10_000),
    )
    told = answer(question)
    if told.data is None:
        assert told.refusal is not None
        raise PilotFileRefused(told.refusal.id, **told.refusal.values)
    return told.data


def refusal(
    plan: Plan, path: Path, folder: Path, *, limits: Limits | None = None, passing: bool = False
) -> Sentence:
    """The sentence with which the file is refused."""
    try:
        read = reduced(plan, path, folder, limits=limits, passing=passing)
    except PilotFileRefused as refused:
        return refused.sentence
    raise AssertionError(f"not refused: {read}")


def hillstrom(folder: Path) -> Path:
    """The real file where it is at hand, else one of the same shape."""
    if HILLSTROM.exists():
        return HILLSTROM
    rng = np.random.default_rng(2008)
    rows = ["history,segment,visit,conversion,spend"]
    for segment, share in (("No E-Mail", 0.106), ("Mens E-Mail", 0.183), ("Womens E-Mail", 0.151)):
        visits = rng.random(5_000) < share
        buys = visits & (rng.random(5_000) < 0.07)
        spends = np.where(buys, rng.exponential(110, 5_000).round(2), 0)
        history = rng.exponential(240, 5_000).round(2)
        columns = zip(history, visits, buys, spends, strict=True)
        rows += [f"{h},{segment},{int(v)},{int(b)},{s}" for h, v, b, s in columns]
    path = folder / "hillstrom.csv"
    path.write_text("\r\n".join(rows) + "\r\n", encoding="utf-8")
    return path


def csv_file(tmp_path: Path, text: str, *, encoding: str = "utf-8", name: str = "pilot.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def parquet_file(tmp_path: Path, select: str) -> Path:
    path = tmp_path / "pilot.parquet"
    duckdb.connect().execute(f"copy ({select}) to '{path}' (format parquet)")
    return path
