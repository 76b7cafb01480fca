"""The digest of a week: what happened to experiments between two days, told without counting anybody."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict

from registry.domain.citing import uses
from registry.domain.experiment import Dossier, Stage, stage
from registry.domain.facts import Choice, Decision, Learning, Pilot, Submission
from registry.domain.moment import Moment, as_moment
from registry.domain.review_facts import PanelOutcome
from registry.domain.standing import Standing, standing_of

WAITING = (Stage.IN_REVIEW, Stage.NOT_YET, Stage.TO_DECIDE, Stage.TO_LEARN)
"""The stages at which an experiment waits for somebody."""


Kind = TypeVar("Kind", Pilot, Decision, Learning)


class Period(NamedTuple):
    """The days from *first* to *last*, both included; they begin at midnight UTC."""

    first: date
    last: date

    @property
    def end(self) -> Moment:
        """The moment at which the last day is over."""
        return as_moment(datetime.combine(self.last + timedelta(days=1), time(), UTC))

    def holds(self, moment: Moment) -> bool:
        """Whether *moment* lies in these days."""
        return self.first <= moment.date() <= self.last


def weeks_until(last: date, weeks: int) -> Period:
    """So many *weeks*, of which *last* is the last day."""
    return Period(last - timedelta(days=7 * weeks - 1), last)


class Item(BaseModel):
    """One line of the digest: the experiment it is about, and what it says about it."""

    model_config = ConfigDict(frozen=True)

    code: str
    title: str


class Decided(Item):
    """What was decided."""

    choice: Choice


class Learned(Item):
    """What was learned, in the one sentence for other teams, and where it stands at the end of these days."""

    words: str
    standing: Standing
    is_revision: bool


class Surprise(Item):
    """What surprised the team."""

    words: str


class Helped(Item):
    """A learning on which others built."""

    words: str
    helped: tuple[str, ...]
    """The experiments that said so in these days."""


class Waiting(Item):
    """What waits at the end of these days, and since which day."""

    stage: Stage
    since: date


class Happened(BaseModel):
    """What happened in these days, each part in the order in which it happened."""

    model_config = ConfigDict(frozen=True)

    first: date
    last: date
    started: tuple[Item, ...] = ()
    decided: tuple[Decided, ...] = ()
    learned: tuple[Learned, ...] = ()
    surprised: tuple[Surprise, ...] = ()
    helped: tuple[Helped, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened, whatever still waits."""
        return not (self.started or self.decided or self.learned or self.helped)


def happened(dossiers: Iterable[Dossier], taught: Mapping[int, Dossier], period: Period) -> Happened:
    """What happened to *dossiers* in *period*, as it was known at its end; drafts are not told of.

    *taught* are the experiments whose learnings helped some of them.
    """
    then = [as_of(each, period.end) for each in dossiers]
    told = [each for each in then if not each.is_private]
    return Happened(
        first=period.first,
        last=period.last,
        started=tuple(Item(**_named(each)) for each, _ in _latest(told, Pilot, period)),
        decided=tuple(
            Decided(**_named(each), choice=fact.choice) for each, fact in _latest(told, Decision, period)
        ),
        learned=tuple(_learned(told, period)),
        surprised=tuple(
            Surprise(**_named(each), words=fact.surprised)
            for each, fact in _latest(told, Learning, period)
            if fact.surprised
        ),
        helped=tuple(_helped(told, {n: as_of(each, period.end) for n, each in taught.items()}, period)),
        waiting=tuple(sorted(_waiting(told, period), key=lambda each: (each.since, each.code))),
    )


def as_of(dossier: Dossier, moment: Moment) -> Dossier:
    """*dossier* with the facts that were there before *moment*."""
    facts = tuple(fact for fact in dossier.facts if fact.at < moment)
    return dossier if len(facts) == len(dossier.facts) else dossier.model_copy(update={"facts": facts})


def helpers(dossiers: Iterable[Dossier], period: Period) -> set[int]:
    """The experiments whose learnings *dossiers* said in *period* that they helped."""
    then = (as_of(each, period.end) for each in dossiers)
    return {use.learning for each in then for use in uses(each) if period.holds(use.at)}


def _named(dossier: Dossier) -> dict[str, str]:
    return {"code": dossier.code, "title": dossier.proposal.title}


def _latest(dossiers: Sequence[Dossier], kind: type[Kind], period: Period) -> list[tuple[Dossier, Kind]]:
    """Those of *dossiers* whose latest fact of one kind lies in *period*, in the order of those facts."""
    found = ((each, each.latest(kind)) for each in dossiers)
    held = [(each, fact) for each, fact in found if fact is not None and period.holds(fact.at)]
    return sorted(held, key=lambda pair: (pair[1].at, pair[0].id))


def _learned(dossiers: Sequence[Dossier], period: Period) -> Iterator[Learned]:
    for each, fact in _latest(dossiers, Learning, period):
        standing = standing_of(each)
        if standing is not None:
            is_revision = not period.holds(each.all(Learning)[0].at)
            words = fact.tell_others or fact.happened
            yield Learned(**_named(each), words=words, standing=standing, is_revision=is_revision)


def _helped(dossiers: Sequence[Dossier], taught: Mapping[int, Dossier], period: Period) -> Iterator[Helped]:
    """By learning: how often a learning helped is told of it, never of people."""
    codes = dict[int, list[str]]()
    for each in dossiers:
        for use in uses(each):
            if period.holds(use.at):
                codes.setdefault(use.learning, []).append(each.code)
    for number, helped in sorted(codes.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        learning = taught[number].learning
        words = "" if learning is None else learning.tell_others
        yield Helped(**_named(taught[number]), words=words, helped=tuple(helped))


def _waiting(dossiers: Sequence[Dossier], period: Period) -> Iterator[Waiting]:
    for each in dossiers:
        # The last moment of the last day: at midnight a pilot's next day has begun already.
        now = stage(each, period.end - timedelta(milliseconds=1))
        if now in WAITING:
            yield Waiting(**_named(each), stage=now, since=_since(each, now))


def _since(dossier: Dossier, now: Stage) -> date:
    """The day from which *dossier* waits at the stage *now*."""
    pilot, stop = dossier.pilot, dossier.stop
    if now is Stage.TO_DECIDE and pilot is not None:
        return pilot.until + timedelta(days=1) if stop is None else stop.at.date()
    kinds = {Stage.TO_LEARN: Decision, Stage.NOT_YET: PanelOutcome}
    fact = dossier.latest(kinds.get(now, Submission)) or dossier.latest(Submission)
    return (dossier.experiment.at if fact is None else fact.at).date()
