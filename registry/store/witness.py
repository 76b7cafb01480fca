"""Backups as witnesses: what each knows about the history, and which one would be good to have."""

from pathlib import Path

from registry.domain.moment import moment_text
from registry.store.candidate import State, glanced_at, listed, looked_at
from registry.store.chain import Head, Kept
from registry.store.database import Home


def heads_kept(home: Home, secret: bytes) -> list[Kept]:
    """Where the history stood when each backup was made; only those count that the key *secret* signed."""
    glances = [glanced_at(file, secret) for file in listed(home)]
    return [
        Kept(each.name, moment_text(each.at), Head(each.events, each.head))
        for each in glances
        if each.state is State.GOOD and each.at is not None
    ]


def newest_good(home: Home, secret: bytes) -> Path | None:
    """The newest backup that this app could go on from, an older one after bringing it up to date."""
    usable = (State.GOOD, State.OLDER)
    return next((file for file in listed(home) if looked_at(file, secret).state in usable), None)
