"""Which folder the registry lives in; told without loading what opens it, which takes half a second."""

import os
from pathlib import Path

from registry.store.own_policy import may_have_own

BESIDE_THE_APP = Path(__file__).parents[2] / "data"
FILE = "registry.db"


def home_folder() -> Path:
    """The folder named by `REGISTRY_HOME`, else `data/` beside `app.py`."""
    named = os.environ.get("REGISTRY_HOME")
    return Path(named).expanduser() if named else BESIDE_THE_APP


def has_own_policy() -> bool:
    """Whether a policy was adopted in the registry there; True too for a registry that cannot be read."""
    return has_registry() and may_have_own(home_folder() / FILE)


def has_registry() -> bool:
    """Whether there is a registry in that folder; in one that we may not look into there is none."""
    return os.access(home_folder() / FILE, os.F_OK)
