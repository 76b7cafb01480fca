"""The digest of a week: everything that may be told to everybody, and nothing else."""

from typing import NamedTuple

from registry.domain.digest import WAITING, Happened, Period, happened, helpers
from registry.domain.huddle import Gratitude
from registry.services.anniversary import Remembered, remembered
from registry.services.thanks import thanks_told
from registry.store import experiments, week
from registry.store.database import Database

MOST_DAYS = 7
"""Anniversaries told of."""


class Digest(NamedTuple):
    """What is told of some days."""

    happened: Happened
    thanks: tuple[Gratitude, ...] = ()
    days: tuple[Remembered, ...] = ()
    """What happened on these days in earlier years."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened, and nobody was thanked."""
        return self.happened.is_quiet and not self.thanks


def digest(db: Database, period: Period) -> Digest:
    """What happened in *period*, as it was known at its end."""
    ids = {*week.touched(db, period.first), *week.unsettled(db, WAITING, period.last)}
    dossiers = experiments.dossiers_of(db, sorted(ids))
    taught = {each.id: each for each in experiments.dossiers_of(db, sorted(helpers(dossiers, period)))}
    given = thanks_told(db, *period).values()
    return Digest(
        happened(dossiers, taught, period),
        tuple(told for _, told in given),
        tuple(remembered(db, period.first, period.last, MOST_DAYS)),
    )
