"""The table: as text while it is measured, and as Markdown for the page that keeps it."""

from collections.abc import Sequence
from pathlib import Path

from bench.calibration.case import Band, Measured

MARK = "calibrate"
START, END = f"<!-- {MARK} -->", f"<!-- /{MARK} -->"


class NoPlaceForTable(Exception):
    """A page has not exactly one place for the table."""


def heading() -> str:
    """The first line of the text."""
    return _line("case", "draws", "measured", "band", "")


def line(found: Measured) -> str:
    """One line of the text."""
    return _line(found.case.name, _draws(found), f"{found.rate:.4f}", _band(found.band), _verdict(found))


def markdown(results: Sequence[Measured], *, told: str) -> str:
    """The table as Markdown, with a sentence above it that says when and where it was made."""
    lines = [
        told,
        "",
        "| case | simulated | draws | measured | band | from | |",
        "|---|---|---:|---:|---|---|---|",
    ]
    for found in results:
        case = found.case
        cells = (
            case.name,
            case.simulated,
            _draws(found),
            f"{found.rate:.4f}",
            _band(found.band),
            case.source,
        )
        lines.append(f"| {' | '.join(cells)} | {_verdict(found)} |")
    return "\n".join(lines)


def kept(page: Path, table: str, *, mark: str = MARK) -> None:
    """Write *table* into *page*, between its markers. Raises NoPlaceForTable without them."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    text = page.read_text(encoding="utf-8")
    if (text.count(start), text.count(end)) != (1, 1) or text.index(start) > text.index(end):
        raise NoPlaceForTable(f"{page.name} needs “{start}” and, below it, “{end}”, once each.")
    before, _, rest = text.partition(start)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{start}\n{table}\n{end}{after}", encoding="utf-8")


def _line(name: str, draws: str, rate: str, band: str, verdict: str) -> str:
    return f"{name:<66}{draws:>14}{rate:>10}{band:>14}  {verdict}".rstrip()


def _draws(found: Measured) -> str:
    return "every outcome" if found.draws is None else f"{found.draws:,}"


def _band(band: Band | None) -> str:
    if band is None:
        return "–"
    if band.low == 0:
        return f"≤ {band.high:g}"
    if band.high == 1:
        return f"≥ {band.low:g}"
    return f"{band.low:g}–{band.high:g}"


def _verdict(found: Measured) -> str:
    if found.band is None:
        return "shown"
    return "ok" if found.is_inside else "OUTSIDE"
