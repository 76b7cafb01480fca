"""What is printed: columns, JSON, and no character that steers a terminal."""

import json
from collections.abc import Sequence
from typing import Any

JOINING = "\u200c\u200d\u200e\u200f\u2068\u2069"
"""Joiners, and the marks of direction that end with what they are written around."""


def two_columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Rows of a name and its text; a name that repeats is shown once."""
    names = ["" if i and rows[i - 1][0] == name else name for i, (name, _) in enumerate(rows)]
    return columns([(name, text) for name, (_, text) in zip(names, rows, strict=True)])


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """*rows*, each cell as wide as the widest of its column."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def json_text(value: Any) -> str:
    """*value* as JSON; what steers a terminal is an escape in it, which reads back as it was."""
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(line if line.isprintable() else _escaped(line) for line in lines)


def printable(line: str) -> str:
    """*line* without characters that steer a terminal: blanks become spaces, others a replacement mark."""
    return "".join(
        c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in line
    )


def passed_on(line: str) -> str:
    """As `printable`, for a text that is read elsewhere: what joins letters, or keeps texts apart, stays."""
    return "".join(char if char in JOINING else printable(char) for char in line)


def one_line(text: str) -> str:
    """*text* on one line."""
    return printable(" ".join(text.split()))


def _escaped(line: str) -> str:
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in line)
