"""Where we decide blind: each stage of the journey and each channel, by the best evidence that we have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple

from registry.domain.evidence import Grade
from registry.domain.listed import Line, Listed


class Spot(NamedTuple, Generic[Line]):
    """One stage of the journey in one channel, and what was tried there, the best evidence first."""

    stage: str
    channel: str
    tried: tuple[Line, ...]

    @property
    def best(self) -> Grade | None:
        """The best evidence grade; None where nobody has tried anything."""
        return self.tried[0].grade if self.tried else None


def spots(
    rows: Iterable[Line], stages: Sequence[str], channels: Sequence[str]
) -> tuple[tuple[Spot[Line], ...], ...]:
    """A row for each stage and in it a spot for each channel, in the organisation's order.

    A stage or a channel that it no longer names, and that something was tried in, comes last.
    """
    tried_in: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for row in rows:
        if row.grade is not None and has_a_place(row):
            tried_in[row.journey_stage, row.channel].append(row)
    every_stage = _with_older(stages, (stage for stage, _ in tried_in))
    every_channel = _with_older(channels, (channel for _, channel in tried_in))
    return tuple(
        tuple(
            Spot(stage, channel, tuple(sorted(tried_in[stage, channel], key=_best)))
            for channel in every_channel
        )
        for stage in every_stage
    )


def without_a_place(rows: Iterable[Line]) -> tuple[Line, ...]:
    """What was tried without saying in which stage of the journey, or in which channel."""
    return tuple(row for row in rows if row.grade is not None and not has_a_place(row))


def has_a_place(row: Listed) -> bool:
    """Whether both its stage of the journey and its channel are said."""
    return bool(row.journey_stage and row.channel)


def _with_older(known: Sequence[str], used: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *sorted(used))))


def _best(row: Listed) -> tuple[str, int]:
    return "" if row.grade is None else row.grade.value, -row.experiment
