"""Summaries made from raw answers with numpy, beside our own reader."""

from collections.abc import Sequence

import numpy as np

from registry.domain.evidence import Summary


def summary_of(
    answers: Sequence[float | None], *, arm: str = "No card", metric: str = "spend", proportion: bool = False
) -> Summary:
    """The summary of *answers*; None is a unit that did not answer."""
    known = np.array([answer for answer in answers if answer is not None], dtype=float)
    return Summary(
        metric=metric,
        arm=arm,
        units=len(answers),
        n=len(known),
        mean=float(known.mean()) if len(known) else None,
        variance=float(known.var(ddof=1)) if len(known) > 1 else None,
        successes=int((known == 1).sum()) if proportion else None,
    )


def yes(successes: int, of: int, *, arm: str = "No card") -> Summary:
    """The summary of *successes* yes among *of* answers."""
    return summary_of([1.0] * successes + [0.0] * (of - successes), arm=arm, proportion=True)
