"""Before the first visitor: is the registry whole, is there room, and do its keys stay with it?"""

import shutil

from registry.domain.sentence import Sentence, sentence
from registry.sentences import say
from registry.services.home import Home, home, is_read_only, registry
from registry.store.database import RegistryRefused
from registry.store.keys import HISTORY, key
from registry.store.rights import is_open_to_others, is_there, keep_keys_private
from registry.store.soundness import check_sound
from registry.store.witness import newest_good

MEGABYTE = 1_000_000
LEAST_ROOM, LITTLE_ROOM = 20 * MEGABYTE, 200 * MEGABYTE
"""Bytes free on the registry's disk: too few to start with, and few enough to tell somebody."""

WITH_A_BACKUP = frozenset({"registry-damaged", "registry-foreign"})
"""Refusals after which a good backup is what one needs."""


def start_up() -> tuple[Sentence, ...]:
    """Open the registry, or make it; returns what whoever looks after the server should know.

    Raises RegistryRefused, with all there is to say in one sentence, when it cannot be used.
    """
    here = home()
    try:
        told = _surroundings(here)
        if is_there(here.database):
            check_sound(here.database)
        with registry():
            return told
    except RegistryRefused as refusal:
        if refusal.sentence.id not in WITH_A_BACKUP:
            raise
        raise RegistryRefused(
            "server-with-a-backup", problem=say(refusal.sentence), backup=_newest_good(here)
        ) from refusal


def _surroundings(here: Home) -> tuple[Sentence, ...]:
    keep_keys_private(here.keys)
    if is_read_only():
        return (sentence("server-read-only"),)
    disk = next(each for each in (here.folder, *here.folder.absolute().parents) if is_there(each))
    told = [room(shutil.disk_usage(disk).free)]
    if is_open_to_others(here.folder):
        told.append(sentence("server-open-to-others", folder=str(here.folder)))
    return tuple(each for each in told if each is not None)


def room(free: int) -> Sentence | None:
    """What to say when *free* bytes are left on the disk. Raises RegistryRefused when they are too few."""
    if free < LEAST_ROOM:
        raise RegistryRefused("server-no-room", free=free // MEGABYTE, needed=LEAST_ROOM // MEGABYTE)
    return sentence("server-little-room", free=free // MEGABYTE) if free < LITTLE_ROOM else None


def _newest_good(here: Home) -> str:
    """The name of the newest good backup; “none” when there is none, or no key that could tell."""
    try:
        found = newest_good(here, key(here, HISTORY))
    except RegistryRefused:
        return "none"
    return "none" if found is None else found.name
