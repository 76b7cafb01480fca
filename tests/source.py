"""The repository's own files, as the tests that read them see them."""

import ast
import os
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOT_OURS = (".git", ".venv", ".hypothesis", "build", "data", "node_modules", "__pycache__")


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Every file of ours whose name ends in one of *endings*."""
    found: list[Path] = []
    for folder, inside, names in os.walk(ROOT):
        inside[:] = [
            name for name in inside if name not in NOT_OURS and not name.endswith(("_cache", "egg-info"))
        ]
        found += [Path(folder, name) for name in names if name.endswith(endings)]
    return tuple(sorted(found))


def python_files(*rooms: str) -> list[Path]:
    """Every Python file below one of *rooms*, folders or files relative to the repository."""
    places = [ROOT / room for room in rooms]
    return [path for path in files(".py") if any(path == place or place in path.parents for place in places)]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.expr | ast.stmt | int = 1) -> str:
    """Where *node* stands, the way an editor opens it: `pages/find.py:12`."""
    line = node if isinstance(node, int) else node.lineno
    return f"{path.relative_to(ROOT)}:{line}"
