"""Size while the plan is being written: the sizes of the literature, and quiet where nothing is known."""

import math

import pytest
from scipy.stats import norm
from statsmodels.stats.power import TTestIndPower

from registry.analysis.looking.anytime import boundary
from registry.analysis.sizing.question import Answer, Question
from registry.analysis.sizing.while_writing import answer
from registry.domain.plan import Better, Kind, Look

SHARE = Question(Kind.PROPORTION, mde=0.03, baseline=0.12)
MEAN = Question(Kind.MEAN, mde=0.5, spread=1.0)


def each(question: Question) -> int:
    need = answer(question).need
    assert need is not None
    return need.each


def test_customers_in_each_arm_are_those_of_cohens_table():
    """J. Cohen, Statistical Power Analysis (1988), table 2.4.1, two-sided 0.05, power 0.80."""
    found = {d: each(MEAN._replace(mde=d)) for d in (0.2, 0.5, 0.8)}

    assert found == {0.2: 394, 0.5: 64, 0.8: 26}


def test_a_fall_of_a_share_is_not_the_mirror_of_its_rise():
    """Fleiss' pooled variance by hand: Statistical Methods for Rates and Proportions (1981), (3.14)."""

    def by_hand(p: float, q: float) -> int:
        mean = (p + q) / 2
        null, true = math.sqrt(2 * mean * (1 - mean)), math.sqrt(p * (1 - p) + q * (1 - q))
        return math.ceil(((norm.ppf(0.975) * null + norm.ppf(0.8) * true) / (q - p)) ** 2)

    assert each(SHARE) == by_hand(0.12, 0.15)
    assert each(SHARE._replace(better=Better.LOWER)) == by_hand(0.12, 0.09)


def test_stores_are_counted_with_what_their_customers_share():
    """Store means have variance sd² (1 + (m - 1) ICC) / m; statsmodels sizes the t-test between them."""
    question = MEAN._replace(group_size=50, alikeness=0.05)
    deviation = math.sqrt((1 + 49 * 0.05) / 50)

    found = answer(question).need

    assert found is not None
    least = TTestIndPower().solve_power(0.5 / deviation, alpha=0.05, power=0.8)
    assert found.each == math.ceil(least)
    assert found.customers == found.each * 50


def test_where_each_store_is_one_number_its_spread_is_all_that_counts():
    question = Question(Kind.RATIO, mde=1.0, spread=1.0, by_group=True)

    assert each(question) == 17, "Cohen's table 2.4.1, d = 1.0"


def test_a_change_of_shares_between_stores_is_sized_by_the_spread_of_the_changes():
    question = Question(Kind.PROPORTION, mde=0.05, spread=0.05, by_group=True)

    assert each(question) == 17, "Cohen's table 2.4.1, d = 1.0"


def test_several_arms_share_the_risk():
    assert each(MEAN._replace(arms=3)) == math.ceil(TTestIndPower().solve_power(0.5, alpha=0.025, power=0.8))


def test_looking_at_any_time_is_sized_by_its_interval_at_the_planned_end():
    level = 2 * norm.sf(boundary(1000, tuned_to=1000, alpha=0.05))

    assert each(MEAN._replace(look=Look.ANYTIME)) == math.ceil(
        TTestIndPower().solve_power(0.5, alpha=level, power=0.8)
    )


def test_the_more_often_one_looks_the_more_it_takes():
    planned = SHARE._replace(look=Look.PLANNED, looks=4)

    assert each(SHARE) < each(planned) < each(SHARE._replace(look=Look.ANYTIME))


def test_what_a_number_can_see_is_what_needs_that_number():
    for question in (SHARE, MEAN, MEAN._replace(group_size=50, alikeness=0.05)):
        n = each(question)

        sees, sees_less = (answer(question._replace(have=have)).sees for have in (n, n - 1))

        assert sees is not None
        assert sees_less is not None
        assert question.mde is not None
        assert sees <= question.mde < sees_less


def test_a_fall_that_can_be_seen_is_told_without_its_sign():
    sees = answer(SHARE._replace(better=Better.LOWER, have=2000)).sees

    assert sees is not None
    assert 0.02 < sees < 0.04


def test_days_are_whole_weeks_for_all_arms_together():
    found = answer(MEAN._replace(a_day=10)).need

    assert found is not None
    assert found.days == 14, "128 customers at 10 a day are 12.8 days"


@pytest.mark.parametrize(
    "question",
    [
        MEAN._replace(spread=None),
        MEAN._replace(spread=0.0),
        MEAN._replace(mde=None),
        MEAN._replace(mde=0.0),
        MEAN._replace(mde=-1.0),
        MEAN._replace(alpha=0.9),
        MEAN._replace(look=Look.PLANNED, looks=101),
        SHARE._replace(baseline=None),
        SHARE._replace(baseline=0.0),
        SHARE._replace(baseline=1.2),
    ],
)
def test_where_a_number_is_missing_or_cannot_be_true_nothing_is_said(question: Question):
    assert answer(question) == Answer()


@pytest.mark.parametrize(
    "question", [SHARE._replace(baseline=0.98), SHARE._replace(better=Better.LOWER, baseline=0.02)]
)
def test_a_share_cannot_leave_what_shares_can_be(question: Question):
    found = answer(question)

    assert found.never
    assert found.need is None


@pytest.mark.parametrize(("have", "few"), [(1, 1), (3, 3), (4, None)])
def test_few_stores_are_told(have: int, few: int | None):
    assert answer(MEAN._replace(group_size=50, alikeness=0.05, have=have)).few == few


def test_customers_are_never_too_few_groups():
    assert answer(MEAN._replace(have=3)).few is None
