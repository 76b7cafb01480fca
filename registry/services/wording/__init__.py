"""The wording check with the rules that come with the registry: TOML files in this folder.

To add a pattern, a guard or a word, change one of them; docs/wording.md says how.
"""

from functools import cache
from importlib import resources

from registry.domain.wording import Pointed, point
from registry.domain.wording_rules import Rules, parse_rules

FOLDER = resources.files("registry.services.wording")


@cache
def wording_rules() -> Rules:
    """The rules, read once."""
    files = sorted((each for each in FOLDER.iterdir() if each.name.endswith(".toml")), key=lambda it: it.name)
    return parse_rules({each.name: each.read_text(encoding="utf-8") for each in files})


def pointed_at(text: str) -> tuple[Pointed, ...]:
    """Every sentence of *text*, with what in it points at somebody. Nothing is kept."""
    return tuple(point(text, wording_rules()))
