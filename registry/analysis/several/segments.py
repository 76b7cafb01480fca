"""Segments, to look around in: the difference in each, and whether it is the same in all.

What is found here is exploratory. Nobody planned it, so it is a question for the next pilot; the rules
never read it.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from registry.analysis.estimates.difference import Difference
from registry.analysis.several.benjamini_hochberg import benjamini_hochberg
from registry.analysis.several.homogeneity import Homogeneity, Measured, homogeneity
from registry.domain.summary import Segment, Summary


class ForTwoArms(Protocol):
    """A method for two arms; any that takes one summary of each."""

    def __call__(self, control: Summary, arm: Summary, /, *, alpha: float) -> Difference | None: ...


class SegmentDifference(NamedTuple):
    """Arm minus control among the customers of one segment; exploratory."""

    segment: Segment
    n_control: int
    n_arm: int
    difference: Difference | None
    """None where the method does not exist for the segment, or the segment is not in both arms."""
    p_adjusted: float | None
    """Benjamini and Hochberg over all segments; None without a p-value."""


def by_segment(
    control: Sequence[Summary], arm: Sequence[Summary], *, method: ForTwoArms, alpha: float
) -> tuple[SegmentDifference, ...]:
    """The difference in each segment of the two arms, in the order in which the segments first appear.

    One summary per segment and arm; those of no segment are left out. Each interval is at 1 - *alpha* for
    itself. Raises ValueError where a segment has two summaries in an arm.
    """
    of_control, of_arm = _in_segments(control), _in_segments(arm)
    segments = list(dict.fromkeys((*of_control, *of_arm)))
    found = [
        method(of_control[each], of_arm[each], alpha=alpha) if each in of_control and each in of_arm else None
        for each in segments
    ]
    adjusted = benjamini_hochberg([None if each is None else each.p_value for each in found])
    return tuple(
        SegmentDifference(segment, _n(of_control, segment), _n(of_arm, segment), difference, p)
        for segment, difference, p in zip(segments, found, adjusted, strict=True)
    )


def interaction(differences: Sequence[Difference | None]) -> Homogeneity | None:
    """Whether the effect is the same in all segments of one column: Welch's test of homogeneity.

    A segment without a difference, or without a spread, has no weight and does not take part; None where
    fewer than two are left. Assumed: no unit of randomisation is in two of the segments. Where stores
    were randomised and each has customers of every segment, the differences rise and fall together, and
    the test finds too little; compare the change between segments within stores instead. Differences of
    proportions want about ten yes and ten no in every arm of every segment. Source: see `homogeneity`.
    """
    return homogeneity(
        [
            Measured(each.difference, each.standard_error, each.freedom)
            for each in differences
            if each is not None and each.standard_error > 0
        ]
    )


def _in_segments(summaries: Sequence[Summary]) -> dict[Segment, Summary]:
    found = {each.segment: each for each in summaries if each.segment is not None}
    if len(found) != sum(each.segment is not None for each in summaries):
        raise ValueError("two summaries of one segment in one arm")
    return found


def _n(summaries: dict[Segment, Summary], segment: Segment) -> int:
    return summaries[segment].n if segment in summaries else 0
