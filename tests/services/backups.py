"""Going back to a backup, as the tests do it, and what the registry holds then."""

from datetime import timedelta
from pathlib import Path

from registry.domain.person import Asking
from registry.services.backup import restore
from registry.store import experiments
from registry.store.database import Home, opened
from tests.nouns import LATER, STELLA, asking

STEWARD = asking(LATER, STELLA)
A_DAY_LATER = asking(LATER + timedelta(days=1), STELLA)


def went_back(home: Home, file: Path, by: Asking = A_DAY_LATER) -> str:
    """Restore *file*; the name of what it replaced."""
    with opened(home) as db:
        return restore(db, by, file, file.name).replaced


def titles(home: Home) -> list[str]:
    with opened(home) as db:
        return [each.proposal.title for each in experiments.every(db)]
