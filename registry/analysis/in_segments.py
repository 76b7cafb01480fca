"""A pilot cut into segments: the difference in each, and whether it is the same in all; exploratory."""

from collections.abc import Iterator, Mapping

from registry.analysis.compared import Compared
from registry.analysis.estimates.difference import Difference
from registry.analysis.pilot_data import PilotData
from registry.analysis.samples import Sample, samples
from registry.analysis.several.benjamini_hochberg import benjamini_hochberg
from registry.analysis.several.segments import interaction
from registry.analysis.stores.clusters import cluster_difference
from registry.domain.evidence import Interaction, SegmentEstimate
from registry.domain.plan import Kind
from registry.domain.sentence import sentence
from registry.domain.summary import Segment, Summary, together

FEWEST_ANSWERS = 10
"""In each arm; below, a segment is named without a difference: one customer would turn it."""


def segment_estimates(one: Compared, data: PilotData) -> Iterator[SegmentEstimate]:
    """The difference in each segment of each of the plan's columns, at the end only."""
    for column in _columns(one):
        compared = _in_segments(one, data, column)
        found = {segment: _difference(each) for segment, each in compared.items()}
        adjusted = benjamini_hochberg([None if each is None else each.p_value for each in found.values()])
        for (segment, difference), p_adjusted in zip(found.items(), adjusted, strict=True):
            each = compared[segment]
            yield SegmentEstimate(
                metric=one.metric.name,
                arm=one.arm,
                column=column,
                segment=segment,
                n_control=each.control.whole.n,
                n_arm=each.treated.whole.n,
                difference=difference and difference.difference,
                low=difference and difference.low,
                high=difference and difference.high,
                p_value=difference and difference.p_value,
                p_adjusted=p_adjusted,
            )


def interactions(one: Compared, data: PilotData) -> Iterator[Interaction]:
    """Whether the effect is the same in all segments of each of the plan's columns."""
    for column in _columns(one):
        compared = _in_segments(one, data, column)
        p = _by_stores(compared) if one.way.by_store else _by_customers(compared)
        if p is not None:
            name = "interaction-differs" if p < one.plan.alpha else "interaction-alike"
            yield Interaction(
                metric=one.metric.name,
                arm=one.arm,
                column=column,
                p_value=p,
                message=sentence(name, metric=one.metric.name, arm=one.arm, column=column, p=p),
            )


def _columns(one: Compared) -> tuple[str, ...]:
    return one.plan.segments if one.is_settled and one.metric.kind is not Kind.QUANTILE else ()


def _difference(one: Compared) -> Difference | None:
    if min(one.control.whole.n, one.treated.whole.n) < FEWEST_ANSWERS:
        return None
    return one.way.difference(one.control, one.treated, alpha=one.plan.alpha)


def _in_segments(one: Compared, data: PilotData, column: str) -> Mapping[str, Compared]:
    """The comparison in each segment that both arms have, in the order of their names."""
    cells = [
        cell
        for cell in data.cells
        if cell.segment is not None and cell.segment.column == column and cell.metric == one.metric.name
    ]
    found: dict[str, Compared] = {}
    for segment in sorted({cell.segment.value for cell in cells if cell.segment is not None}):
        inside = [cell for cell in cells if cell.segment == Segment(column, segment)]
        sides = [_sample(one, data, inside, arm) for arm in (one.control_arm, one.arm)]
        control, treated = sides
        if control is not None and treated is not None:
            found[segment] = one._replace(control=control, treated=treated)
    return found


def _sample(one: Compared, data: PilotData, cells: list[Summary], arm: str) -> Sample | None:
    """The arm's part of a segment, as if there were nobody else."""
    of_arm = [cell.model_copy(update={"segment": None}) for cell in cells if cell.arm == arm]
    if not of_arm:
        return None
    alone = data.model_copy(
        update={"summaries": (together(of_arm),), "cells": tuple(of_arm), "quantiles": ()}
    )
    return samples(one.plan, alone)[one.metric.name, arm]


def _by_customers(compared: Mapping[str, Compared]) -> float | None:
    found = interaction([_difference(each) for each in compared.values()])
    return None if found is None else found.p_value


def _by_stores(compared: Mapping[str, Compared]) -> float | None:
    """Stores have customers of several segments, so each is compared with itself.

    Of every segment and store: its value less the mean of the store's other segments, compared between
    the arms as stores are; the smallest p, times the number of segments (of two, both say the same).
    """
    values = {segment: [one.control.counted, one.treated.counted] for segment, one in compared.items()}
    p_values: list[float] = []
    for segment in values:
        sides = [_contrasts(segment, {name: both[side] for name, both in values.items()}) for side in (0, 1)]
        found = cluster_difference(*sides, alpha=0.05)
        if found is not None and found.p_value is not None:
            p_values.append(found.p_value)
    tests = 1 if len(p_values) == 2 else len(p_values)
    return min(1.0, tests * min(p_values)) if p_values else None


def _contrasts(segment: str, by_segment: Mapping[str, Mapping[str, float]]) -> list[float]:
    found: list[float] = []
    for store, value in by_segment[segment].items():
        others = [stores[store] for name, stores in by_segment.items() if name != segment and store in stores]
        if others:
            found.append(value - sum(others) / len(others))
    return found
