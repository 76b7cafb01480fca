"""A question about size as people ask it, what is wrong with it, and its answer with what it rests on."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from registry.analysis.looking.spending import inflation
from registry.analysis.sizing.size import Aim, Certainty, Clusters, Mean, Measured, Proportion, units_per_arm
from registry.domain.plan import Kind
from registry.domain.recommendation import figure
from registry.domain.sentence import Refusal, Sentence, sentence

SHARES = frozenset({Kind.PROPORTION, Kind.TOP_BOX})
MEANS = frozenset({Kind.MEAN, Kind.ORDINAL, Kind.NPS})

FEW_CLUSTERS = 4
"""With fewer in an arm, one of them can turn the result."""

MOST_LOOKS = 100


class SizeRefused(Refusal):
    """The question about size cannot be answered as it is."""


class Asked(NamedTuple):
    """What is known while the plan is being written, in the metric's own units."""

    kind: Kind
    baseline: float | None = None
    """The control's share; only for a proportion."""
    mde: float | None = None
    """The smallest difference that matters, below 0 for a fall."""
    sd: float | None = None
    """Standard deviation of a mean; that of a share follows from its baseline."""
    margin: float | None = None
    """The most that the metric may get worse."""
    power: float = 0.8
    alpha: float = 0.05
    cluster_size: float | None = None
    icc: float | None = None
    looks: int = 1

    @property
    def is_share(self) -> bool:
        return self.kind in SHARES


class Size(NamedTuple):
    """What a pilot needs."""

    units_per_arm: int
    clusters_per_arm: int | None
    """None where units are randomised one by one."""
    assumptions: tuple[Sentence, ...]


def size(asked: Asked) -> Size:
    """The units that each arm needs. Raises SizeRefused for what cannot be asked, or never be seen.

    With both a smallest difference that matters and a margin, enough for either.
    """
    for name, is_wrong in REFUSED:
        if is_wrong(asked):
            raise SizeRefused(name, **_told(asked))
    measured, certainty = _measured(asked), Certainty(asked.alpha, asked.power, asked.looks)
    clusters = None
    if asked.cluster_size is not None and asked.icc is not None:
        clusters = Clusters(asked.cluster_size, asked.icc)
    found = [units_per_arm(aim, measured, certainty, clusters=clusters) for aim in _aims(asked)]
    if None in found:
        raise SizeRefused("size-never", **_told(asked))
    most = max(n for n in found if n is not None)
    units = most if clusters is None else math.ceil(most * clusters.size)
    return Size(units, None if clusters is None else most, tuple(_assumptions(asked, clusters, most)))


def _measured(asked: Asked) -> Measured:
    return Proportion(asked.baseline or 0.0) if asked.is_share else Mean(asked.sd or 0.0)


def _aims(asked: Asked) -> Iterator[Aim]:
    if asked.mde is not None:
        yield Aim(asked.mde)
    if asked.margin is not None:
        # Worse may be up or down: the side that needs more of them is planned for.
        yield from (Aim(0.0, worse) for worse in _worse(asked))


def _worse(asked: Asked) -> list[float]:
    """The losses, of the margin's size, that could be."""
    margin = asked.margin or 0.0
    if not asked.is_share:
        return [margin]
    return [loss for loss in (-margin, margin) if 0 <= (asked.baseline or 0.0) + loss <= 1]


def _assumptions(asked: Asked, clusters: Clusters | None, most: int) -> Iterator[Sentence]:
    yield sentence(
        "size-assumes-certainty",
        percent=f"{100 * asked.power:g}",
        alpha=f"{100 * asked.alpha:g}",
        half=f"{50 * asked.alpha:g}",
        margin="none" if asked.margin is None else figure(asked.margin),
        mde="none" if asked.mde is None else figure(asked.mde),
    )
    if asked.is_share:
        sd = "none" if asked.sd is None else "given"
        yield sentence("size-assumes-share", baseline=figure(asked.baseline or 0.0), sd=sd)
    else:
        yield sentence("size-assumes-deviation", sd=figure(asked.sd or 0.0))
    if clusters is None:
        yield sentence("size-assumes-units")
    else:
        yield sentence(
            "size-assumes-clusters",
            size=f"{clusters.size:g}",
            icc=figure(clusters.icc),
            effect=f"{clusters.design_effect:.3g}",
        )
        if most < FEW_CLUSTERS:
            yield sentence("size-few-clusters", n=most)
    if asked.looks > 1:
        more = inflation(asked.looks, alpha=asked.alpha, power=asked.power)
        yield sentence("size-assumes-looks", looks=asked.looks, more=f"{100 * (more - 1):.1f}")
    yield sentence("size-assumes-answers")


def _told(asked: Asked) -> dict[str, str]:
    """What a refusal may mention."""
    given = asked._asdict()
    names = ("baseline", "mde", "sd", "margin", "power", "alpha", "cluster_size", "icc", "looks")
    return {name: "" if given[name] is None else f"{given[name]:g}" for name in names} | {"kind": asked.kind}


Rule: TypeAlias = tuple[str, Callable[[Asked], bool]]


def _outside(number: float | None, low: float, high: float) -> bool:
    """Given, and not strictly between the two; so is what is no number."""
    return number is not None and not low < number < high


REFUSED: Sequence[Rule] = (
    ("size-kind", lambda a: a.kind not in SHARES | MEANS),
    ("size-alpha-range", lambda a: _outside(a.alpha, 0, 1)),
    ("size-power-range", lambda a: _outside(a.power, 0, 1)),
    ("size-power-below-alpha", lambda a: a.power <= a.alpha),
    ("size-looks-range", lambda a: not 1 <= a.looks <= MOST_LOOKS),
    ("size-baseline-missing", lambda a: a.is_share and a.baseline is None),
    ("size-baseline-range", lambda a: a.is_share and _outside(a.baseline, 0, 1)),
    ("size-sd-missing", lambda a: not a.is_share and a.sd is None),
    ("size-sd-not-positive", lambda a: _outside(a.sd, 0, math.inf)),
    ("size-nothing-to-see", lambda a: a.mde is None and a.margin is None),
    ("size-mde-zero", lambda a: a.mde == 0),
    ("size-mde-not-finite", lambda a: _outside(a.mde, -math.inf, math.inf)),
    (
        "size-mde-leaves",
        lambda a: a.is_share and a.mde is not None and not 0 <= (a.baseline or 0.0) + a.mde <= 1,
    ),
    ("size-margin-not-positive", lambda a: _outside(a.margin, 0, math.inf)),
    ("size-margin-leaves", lambda a: a.margin is not None and not _worse(a)),
    ("size-icc-missing", lambda a: a.cluster_size is not None and a.icc is None),
    ("size-cluster-size-missing", lambda a: a.icc is not None and a.cluster_size is None),
    ("size-cluster-size-range", lambda a: a.cluster_size is not None and not 1 <= a.cluster_size < math.inf),
    ("size-icc-range", lambda a: a.icc is not None and not 0 <= a.icc <= 1),
)
"""Sentence and condition, in this order: a question with several faults is told the first."""
