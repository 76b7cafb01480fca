"""Re-use: a learning that helped another experiment. It is counted per learning, never per person."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from registry.domain.citing import uses
from registry.domain.experiment import Dossier, experiment_code
from registry.domain.facts import Choice
from registry.domain.moment import Moment
from registry.domain.standing import Standing

TOLD_FOR = timedelta(days=30)
"""How long the writers of a learning are told that it helped somebody."""


class Reuse(NamedTuple):
    """A learning that helped an experiment, as that experiment's team said it."""

    learning: int
    """The experiment that taught it."""
    experiment: int
    """The one that it helped."""
    title: str
    how: str
    at: Moment

    @property
    def code(self) -> str:
        """The code of the experiment that was helped."""
        return experiment_code(self.experiment)

    @property
    def learning_code(self) -> str:
        """The code of the experiment that taught it."""
        return experiment_code(self.learning)


def reuses(dossier: Dossier) -> tuple[Reuse, ...]:
    """What helped *dossier*, newest first; nothing while it is a draft for its team's eyes."""
    if dossier.is_private:
        return ()
    told = (
        Reuse(each.learning, dossier.id, dossier.proposal.title, each.how, each.at) for each in uses(dossier)
    )
    return newest_first(told)


def newest_first(told: Iterable[Reuse]) -> tuple[Reuse, ...]:
    """*told*, what was said last first."""
    return tuple(sorted(told, key=lambda each: (each.at, each.experiment), reverse=True))


def news(taught: Iterable[Dossier], helped: Iterable[Dossier], at: Moment) -> tuple[Reuse, ...]:
    """What the team that wrote what *taught* teaches is told at the moment *at*, newest first.

    That is what helped others since the team last wrote at that learning, and within TOLD_FOR.
    """
    since = {each.id: max(each.learning.at, at - TOLD_FOR) for each in taught if each.learning is not None}
    return newest_first(
        each
        for dossier in helped
        for each in reuses(dossier)
        if each.learning in since and since[each.learning] <= each.at
    )


class Before(StrEnum):
    """How something close to a proposal ended, where that makes one ask what is different this time."""

    WALKED_BACK = "walked_back"
    CONTRADICTED = "contradicted"


def ended(outcome: str | None, standing: Standing | None) -> Before | None:
    """Whether what ended with *outcome* was walked back, or what it taught was found not to hold."""
    if standing is Standing.CONTRADICTED:
        return Before.CONTRADICTED
    return Before.WALKED_BACK if outcome == Choice.WALK_BACK else None
