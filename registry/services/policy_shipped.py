"""The policies that come with the registry, each a TOML file named by its version."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from registry.domain.policy import Policy
from registry.domain.policy_file import parse_policy

FOLDER = resources.files("registry.services") / "policies"


@cache
def shipped() -> Mapping[int, Policy]:
    """The policies that come with the app, by their versions, oldest first."""
    texts = sorted(shipped_texts().items())
    return {version: parse_policy(text) for version, text in texts}


def newest_shipped() -> Policy:
    """The one in force wherever no organisation has adopted its own."""
    return shipped()[max(shipped())]


@cache
def shipped_texts() -> Mapping[int, str]:
    """The TOML of the policies that come with the app, by their versions."""
    files = (file for file in FOLDER.iterdir() if file.name.endswith(".toml"))
    return {int(file.name.removesuffix(".toml")): file.read_text(encoding="utf-8") for file in files}
