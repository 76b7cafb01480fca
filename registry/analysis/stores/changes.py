"""What changed: difference-in-differences of stores, and its placebo.

Each store counts once, with its change, so that what its weeks have in common cannot be taken for
certainty. Of stores whose weeks are correlated, tests that count every week find an effect in up to 45 %
of the pilots without one: M. Bertrand, E. Duflo and S. Mullainathan, Quarterly Journal of Economics 119
(2004), 249-275; one change per store is one of their cures.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from registry.analysis.estimates.difference import Difference
from registry.analysis.estimates.student import largest
from registry.analysis.stores.clusters import cluster_values, pooled
from registry.domain.evidence import Method

BEFORE, AFTER = 0, 1
"""The periods; those below 0 are earlier ones."""

Stores: TypeAlias = Mapping[str, Mapping[int, float]]
"""The value of each store, by its name and the period."""


class Changes(NamedTuple):
    """How much each store changed, in the metric's own units."""

    by_store: Mapping[str, float]
    left_out: tuple[str, ...]
    """The names of stores without a value in one of the periods."""
    size: float
    """The largest value that the changes were computed from."""


def changes(stores: Stores, *, to: int = AFTER, since: Sequence[int] = (BEFORE,)) -> Changes:
    """Each store's value in the period *to*, minus the mean of its values in the periods *since*.

    A store counts only with all these periods: else what other stores went through in the one that is
    missing would be taken for a change of its own.
    """
    needed = (to, *since)
    whole = {name: periods for name, periods in stores.items() if all(each in periods for each in needed)}
    return Changes(
        by_store={
            name: math.fsum(periods[to] - periods[each] for each in since) / len(since)
            for name, periods in sorted(whole.items())
        },
        left_out=tuple(sorted(stores.keys() - whole.keys())),
        size=largest(*([periods[each] for each in needed] for periods in whole.values())),
    )


def difference_in_differences(control: Changes, arm: Changes, *, alpha: float) -> Difference | None:
    """Mean change in the arm minus mean change in the control, with its interval at 1 - *alpha*; t(G - 2).

    Right if without the change both would have moved alike. The values of control and arm are their mean
    changes. None where an arm has fewer than two stores, or all stores of an arm changed by the same.
    Source: D. Card and A. B. Krueger, American Economic Review 84 (1994), 772-793; for the t
    distribution `cluster_values`.
    """
    sides = (list(each.by_store.values()) for each in (control, arm))
    values = cluster_values(*sides, size=max(control.size, arm.size))
    return pooled(Method.DIFF_IN_DIFF, values, alpha=alpha)


def placebo(control: Stores, arm: Stores, *, alpha: float) -> Difference | None:
    """The same for a change that had not happened yet: the last period before, minus the ones before it.

    Something other than about 0 says that both did not move alike before, so why should they after? An
    interval around 0 proves nothing when it is wide: J. Roth, American Economic Review: Insights 4
    (2022), 305-322. None without an earlier period, and as in `difference_in_differences`.
    """
    earlier = earlier_periods(control, arm)
    if not earlier:
        return None
    return difference_in_differences(
        changes(control, to=BEFORE, since=earlier), changes(arm, to=BEFORE, since=earlier), alpha=alpha
    )


def earlier_periods(*arms: Stores) -> tuple[int, ...]:
    """The periods before the last one before, of any store, the earliest first."""
    return tuple(sorted({each for arm in arms for store in arm.values() for each in store if each < BEFORE}))
