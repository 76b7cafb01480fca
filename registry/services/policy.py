"""The policies that come with the registry, each a TOML file named by its version."""

from functools import cache
from importlib import resources

from registry.domain.policy import Policy, PolicyRefused, parse_policy

FOLDER = resources.files("registry.services") / "policies"


@cache
def policy(version: int | None = None) -> Policy:
    """The policy of that *version*, without one the newest; raises `PolicyRefused` when there is none."""
    if version is None:
        return policy(max(versions()))
    if version not in versions():
        raise PolicyRefused("policy-unknown-version", version=str(version))
    return parse_policy((FOLDER / f"{version}.toml").read_text(encoding="utf-8"))


@cache
def versions() -> tuple[int, ...]:
    """Every version there is, oldest first."""
    files = (file.name.removesuffix(".toml") for file in FOLDER.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted(map(int, files)))
