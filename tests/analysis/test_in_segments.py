"""A pilot cut into segments, against scipy on the rows of each."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy import stats

from registry.domain.evidence import Evidence
from registry.sentences import say
from tests.analysis.pilots import SPEND, VISIT, pilot_plan
from tests.analysis.test_designs import read
from tests.analysis.witness import welch_interval, welch_p


def customers(seed: int = 31, n: int = 600) -> Any:
    """Customers of three channels; the change works on the phone only."""
    rng = np.random.default_rng(seed)
    arm, channel = rng.choice(["A", "B"], n), rng.choice(["phone", "chat", "shop"], n)
    effect = 3.0 * ((arm == "B") & (channel == "phone"))
    return pd.DataFrame(
        {
            "arm": arm,
            "channel": channel,
            "new": rng.choice(["yes", "no"], n),
            "spend": rng.normal(20, 4, n) + effect,
            "visit": (rng.random(n) < 0.4).astype(int),
        }
    )


def in_channel(rows: Any, channel: str) -> tuple[list[float], list[float]]:
    here = rows[rows["channel"] == channel]
    return here[here["arm"] == "A"]["spend"].tolist(), here[here["arm"] == "B"]["spend"].tolist()


def test_each_segment_is_compared_by_itself_and_corrected_for_their_number(folder: Path):
    rows = customers()
    p_values = [welch_p(*reversed(in_channel(rows, name))) for name in ("chat", "phone", "shop")]

    found = read(pilot_plan(segments=["channel"]), rows, folder).segments

    assert [each.segment for each in found] == ["chat", "phone", "shop"]
    assert [each.p_value for each in found] == pytest.approx(p_values)
    assert [each.p_adjusted for each in found] == pytest.approx(stats.false_discovery_control(p_values))
    control, arm = in_channel(rows, "phone")
    assert (found[1].low, found[1].high) == pytest.approx(welch_interval(arm, control, alpha=0.05))
    assert (found[1].n_control, found[1].n_arm) == (len(control), len(arm))


def test_whether_the_effect_is_the_same_in_all_segments_is_tested_as_an_interaction(folder: Path):
    rows = customers()
    # With one spread everywhere and many customers, Welch's test is that of the linear model.
    both: Any = smf.ols("spend ~ arm * channel", rows).fit()
    plain: Any = smf.ols("spend ~ arm + channel", rows).fit()
    witness = both.compare_f_test(plain)[1]

    found = read(pilot_plan(segments=["channel"]), rows, folder)

    (told,) = found.interactions
    assert np.log10(told.p_value) == pytest.approx(np.log10(witness), abs=0.3)
    assert say(told.message).startswith("“B” does not work alike in all parts of “channel”")


def test_every_column_and_metric_has_its_own_segments(folder: Path):
    found = read(pilot_plan(SPEND, VISIT, segments=["channel", "new"]), customers(), folder)

    assert {(each.metric, each.column) for each in found.segments} == {
        (metric, column) for metric in ("spend", "visit") for column in ("channel", "new")
    }
    assert len(found.segments) == 2 * (3 + 2)


def stores_with_channels(seed: int, effect: float = 0.0) -> Any:
    rng = np.random.default_rng(seed)
    rows: list[dict[str, Any]] = []
    for store in range(12):
        level = rng.normal(30, 5)
        for channel in ("phone", "shop"):
            here = level + rng.normal(0, 1) + effect * (channel == "phone") * (store % 2)
            rows += [
                {
                    "arm": "AB"[store % 2],
                    "store": f"store {store}",
                    "channel": channel,
                    "spend": here + rng.normal(0, 2),
                }
                for _ in range(int(rng.integers(5, 20)))
            ]
    return pd.DataFrame(rows)


def of_stores(rows: Any, folder: Path) -> Evidence:
    return read(pilot_plan(design="clustered", cluster="store", segments=["channel"]), rows, folder)


def test_segments_of_stores_count_stores_and_each_store_is_compared_with_itself(folder: Path):
    rows = stores_with_channels(32, effect=2.0)
    means = rows.groupby(["arm", "store", "channel"])["spend"].mean().unstack("channel")
    contrast = means["phone"] - means["shop"]
    witness: Any = stats.ttest_ind(contrast["B"], contrast["A"])
    phone: Any = stats.ttest_ind(means["phone"]["B"], means["phone"]["A"])

    found = of_stores(rows, folder)

    assert found.segments[0].p_value == pytest.approx(phone.pvalue)
    assert found.interactions[0].p_value == pytest.approx(witness.pvalue)


def test_a_segment_with_few_customers_is_named_without_a_difference(folder: Path):
    rows = customers().query("channel != 'shop' or index < 40")

    shop = read(pilot_plan(segments=["channel"]), rows, folder).segments[2]

    assert shop.segment == "shop"
    assert min(shop.n_control, shop.n_arm) < 10
    assert (shop.difference, shop.p_value, shop.p_adjusted) == (None, None, None)


def test_segments_wait_for_the_end(folder: Path):
    rows = customers()

    found = read(pilot_plan(segments=["channel"], end="2026-12-31"), rows, folder)

    assert (found.segments, found.interactions) == ((), ())
