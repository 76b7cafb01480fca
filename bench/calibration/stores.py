"""Stores or hour blocks were randomised, and the change does nothing."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.calibration import store_draws as draws
from bench.calibration.answers import (
    OF_METHOD,
    PROMISED,
    RECOMMEND,
    RETURNS,
    SHARE,
    SMALL,
    SPEND,
    USUAL,
)
from bench.calibration.case import Band, Case, Pilot
from bench.calibration.drawn import Group, Numbers, called_different, p_beside
from registry.domain.evidence import BesideName
from tests.analysis.pilots import pilot_plan

FEW_TREATED = Band(0.02, 0.07)

Sizes = Callable[[np.random.Generator], NDArray[np.int64]]
Draw = Callable[[np.random.Generator, NDArray[np.int64]], list[dict[str, Numbers]]]
"""The customers of each store."""


def of_stores(metric: dict[str, Any] = SPEND, **keys: Any):
    """A plan that randomises stores."""
    return pilot_plan(metric, design="clustered", cluster="store", **keys)


def alike(
    draw: Draw, metric: dict[str, Any] = SPEND, *, treated: int = 6, sizes: Sizes = draws.sizes, **keys: Any
) -> Pilot:
    """So many of twelve stores have the change, by lot."""
    plan = of_stores(metric, **keys)

    def pilot(rng: np.random.Generator) -> bool:
        return called_different(plan, *draws.by_lot(rng, draw(rng, sizes(rng)), treated))

    return pilot


def customers_counted(rng: np.random.Generator) -> bool:
    """The same stores, read as if their customers had been randomised."""
    stores = draws.by_lot(rng, draws.spending(rng, draws.sizes(rng)), 6)
    return called_different(pilot_plan(SPEND), *(each._replace(cluster=None) for each in stores))


def exact(rng: np.random.Generator) -> bool:
    """By trying every lot."""
    stores = draws.by_lot(rng, draws.spending(rng, draws.sizes(rng)), 3)
    p = p_beside(of_stores(), BesideName.EVERY_LOT, stores)
    return p is not None and p < 0.05


def in_pairs(rng: np.random.Generator) -> bool:
    """Six pairs of stores that resemble each other, one of each by lot."""
    groups: list[Group] = []
    for pair in range(6):
        like = rng.normal(0, 0.3)
        for arm in "AB":
            mean = like + rng.normal(0, 0.1)
            columns = {"spend": rng.normal(mean, 1, int(rng.integers(20, 100)))}
            groups.append(Group(arm, columns, f"store {pair}{arm}", f"pair {pair}"))
    return called_different(of_stores(pair="pair"), *sorted(groups, key=lambda group: group.arm))


def within_stores(rng: np.random.Generator) -> bool:
    """Both arms in each of eight stores, by lot of the customers, which the stores take differently."""
    groups: list[Group] = []
    for store in range(8):
        mean = rng.normal(0, 0.5)
        for arm in "AB":
            columns = {"spend": rng.normal(mean + rng.normal(0, 0.1), 1, int(rng.integers(10, 60)))}
            groups.append(Group(arm, columns, f"store {store}"))
    return called_different(of_stores(within_cluster=True), *sorted(groups, key=lambda group: group.arm))


CHANGES = pilot_plan(SPEND, design="diff_in_diff", cluster="store", period="after")


def changed(rng: np.random.Generator) -> bool:
    """Six of twelve stores change in the middle of 16 weeks; all have had the same good and bad weeks."""
    before, after = np.split(draws.weeks(rng, 16), 2, axis=1)
    groups = [
        Group("AB"[i // 6], {"spend": of[i]}, f"store {i:02}", period=period)
        for i in range(draws.STORES)
        for period, of in enumerate((before, after))
    ]
    return called_different(CHANGES, *groups)


def changed_before(rng: np.random.Generator) -> bool:
    """The placebo of the four weeks before the change, one period each; the fifth is after it."""
    groups = [
        Group("AB"[i // 6], {"spend": row[week : week + 1]}, f"store {i:02}", period=week - 3)
        for i, row in enumerate(draws.weeks(rng, 5))
        for week in range(5)
    ]
    p = p_beside(CHANGES, BesideName.PLACEBO, groups)
    return p is not None and p < 0.05


BLOCKS = 84
"""Of two hours, in a week."""


def switched(rng: np.random.Generator) -> bool:
    """Half of a week's blocks of two hours, by lot; a day has its rhythm, and hours resemble the last."""
    noise = rng.normal(0, 1, BLOCKS)
    course = np.empty(BLOCKS)
    course[0] = noise[0]
    for block in range(1, BLOCKS):
        course[block] = 0.5 * course[block - 1] + noise[block]
    hours = np.arange(BLOCKS) % 12
    rhythm = 2 * np.sin(2 * np.pi * hours / 12)
    callers = rng.poisson(10 + 3 * rhythm) + 1
    stores = [
        {"spend": rng.normal(mean, 2, n)}
        for mean, n in zip((30 + rhythm + 0.5 * course).tolist(), callers.tolist(), strict=True)
    ]
    plan = pilot_plan(SPEND, design="switchback", block="block")
    return called_different(plan, *draws.by_lot(rng, stores, BLOCKS // 2))


CASES = (
    Case(
        "12 unequal stores",
        "six of twelve stores of 20 to about 1,000 customers, ICC 0.05",
        SMALL,
        PROMISED,
        alike(draws.spending),
    ),
    Case(
        "… customers counted (contrast)",
        "the same stores, read as if their customers had been randomised",
        None,
        "known: 36–38 %, of smaller stores",
        customers_counted,
    ),
    Case(
        "12 unequal stores, shares",
        "the same with shares of about 30 %",
        SMALL,
        PROMISED,
        alike(draws.coming_back, SHARE),
    ),
    Case(
        "12 unequal stores, NPS",
        "the same with net promoter scores",
        SMALL,
        OF_METHOD,
        alike(draws.recommending, RECOMMEND),
    ),
    Case(
        "12 unequal stores, returns per order",
        "the same with the ratio of each store",
        SMALL,
        OF_METHOD,
        alike(draws.returning, RETURNS),
    ),
    Case(
        "3 of 12 stores treated",
        "three of the twelve unequal stores",
        FEW_TREATED,
        PROMISED,
        alike(draws.spending, treated=3),
    ),
    Case(
        "3 of 12 stores, by permutation",
        "the same stores, exact p; it stands beside the estimate",
        USUAL,
        OF_METHOD,
        exact,
    ),
    Case(
        "12 stores with a covariate",
        "adjusted for what their customers spent before",
        USUAL,
        OF_METHOD,
        alike(draws.spending_beside, {**SPEND, "covariate": "before"}, sizes=draws.near_sizes),
    ),
    Case(
        "Six pairs of stores",
        "stores that resemble each other, one of each pair by lot",
        USUAL,
        OF_METHOD,
        in_pairs,
    ),
    Case(
        "Within eight stores",
        "customers randomised within each store, which answer differently",
        USUAL,
        OF_METHOD,
        within_stores,
    ),
    Case(
        "12 stores, customers weighted (CR2)",
        "six of twelve stores of 5 to 59 customers",
        SMALL,
        OF_METHOD,
        alike(draws.spending, sizes=draws.near_sizes, weight="unit"),
    ),
    Case(
        "3 of 12 stores, customers weighted (CR2)",
        "three of these",
        FEW_TREATED,
        OF_METHOD,
        alike(draws.spending, treated=3, sizes=draws.near_sizes, weight="unit"),
    ),
    Case(
        "12 stores, returns per order (CR2)",
        "six of twelve, every order counting the same",
        SMALL,
        OF_METHOD,
        alike(draws.returning, RETURNS, sizes=draws.near_sizes, weight="unit"),
    ),
    Case(
        "12 stores with a covariate (CR2)",
        "six of twelve, every customer counting the same, with what they spent before",
        SMALL,
        OF_METHOD,
        alike(draws.spending_beside, {**SPEND, "covariate": "before"}, sizes=draws.near_sizes, weight="unit"),
    ),
    Case(
        "Difference-in-differences, 12 stores",
        "six of twelve stores change after eight weeks of sixteen; weeks are AR(1) with 0.6",
        USUAL,
        PROMISED,
        changed,
    ),
    Case(
        "Placebo of 12 stores",
        "the same stores in the four weeks before",
        USUAL,
        OF_METHOD,
        changed_before,
    ),
    Case(
        "Switchback, 84 blocks",
        "half of a week's blocks of two hours, with a day's rhythm and hours like the ones before",
        USUAL,
        OF_METHOD,
        switched,
        small=100,
    ),
)
