"""Writes the pages of this folder that are made from the code.

`make docs` writes them; with `--check`, as in `make test`, it only says which are out of date.
"""

import sys
from pathlib import Path

import make_data_model
import make_permissions
import make_policy
import make_wording

PAGES = {
    "data-model.md": make_data_model.page,
    "permissions.md": make_permissions.page,
    "policy.md": make_policy.page,
    "wording.md": make_wording.page,
}
FOLDER = Path(__file__).parent


def main(arguments: list[str]) -> None:
    """Write the pages, or with `--check` exit with one line when some are out of date."""
    written = {FOLDER / name: page() for name, page in PAGES.items()}
    if "--check" not in arguments:
        for file, text in written.items():
            file.write_text(text, encoding="utf-8")
        return
    stale = [
        file.name for file, text in written.items() if not file.exists() or file.read_text("utf-8") != text
    ]
    if stale:
        sys.exit(f"Out of date: {', '.join(stale)}. Run: make docs")


if __name__ == "__main__":
    main(sys.argv[1:])
