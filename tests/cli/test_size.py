"""`python -m registry size`."""

import json
from typing import Any

import pytest

from registry.cli.main import main

SHARE = ["size", "--kind", "proportion", "--baseline", "0.12", "--mde", "0.03"]
MEAN = ["size", "--kind", "mean", "--mde", "0.5", "--sd", "1"]
STORES = ["--cluster-size", "60", "--icc", "0.02"]


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_answer_in_json_has_the_agreed_shape(capsys: pytest.CaptureFixture[str]):
    answer = told(capsys, *SHARE)

    assert list(answer) == ["units_per_arm", "clusters_per_arm", "assumptions"]
    # R: power.prop.test(p1 = 0.12, p2 = 0.15, power = 0.8) rounds up to the same; by Fleiss' formula
    # (1.959964 sqrt(2 x 0.135 x 0.865) + 0.841621 sqrt(0.12 x 0.88 + 0.15 x 0.85))² / 0.03² = 2035.6.
    assert (answer["units_per_arm"], answer["clusters_per_arm"]) == (2036, None)
    assert "A true difference of 0.03 is found in 80 of 100 pilots" in answer["assumptions"][0]
    assert "Without the change the share is 0.12." in answer["assumptions"]


def test_units_of_groups_are_those_of_whole_groups(capsys: pytest.CaptureFixture[str]):
    answer = told(capsys, *SHARE, *STORES)

    assert answer["units_per_arm"] == 60 * answer["clusters_per_arm"]
    # 2.18 times as many customers as one by one, and a little more for the t-test.
    assert answer["units_per_arm"] / (2.18 * 2036) == pytest.approx(1.02, abs=0.02)
    assert any("2.18 times as many customers" in one for one in answer["assumptions"])


def test_few_groups_are_warned_of(capsys: pytest.CaptureFixture[str]):
    answer = told(capsys, *MEAN, "--mde", "3", "--cluster-size", "60", "--icc", "0.1")

    assert answer["clusters_per_arm"] < 4
    assert any("one of them can turn the result" in one for one in answer["assumptions"])


def test_mean_takes_what_r_says(capsys: pytest.CaptureFixture[str]):
    # R: power.t.test(delta = 0.5, power = 0.8) gives n = 63.76576.
    assert told(capsys, *MEAN)["units_per_arm"] == 64


def test_margin_alone_plans_a_guardrail(capsys: pytest.CaptureFixture[str]):
    words = ["size", "--kind", "proportion", "--baseline", "0.2", "--margin", "0.05", "--power", "0.9"]

    answer = told(capsys, *words)

    # gsDesign's help page nBinomial: 2697.607 in both arms.
    assert answer["units_per_arm"] == 1349
    assert "worse by less than 0.05 in 90 of 100 pilots" in answer["assumptions"][0]
    assert "passes in 2.5 of 100" in answer["assumptions"][0]


def test_margin_beside_a_difference_takes_enough_for_both(capsys: pytest.CaptureFixture[str]):
    difference = told(capsys, *SHARE)["units_per_arm"]
    margin = told(capsys, *SHARE[:-2], "--margin", "0.02")["units_per_arm"]

    both = told(capsys, *SHARE, "--margin", "0.02")

    assert both["units_per_arm"] == max(difference, margin) == margin
    assert "worse by less than 0.02" in both["assumptions"][0]


def test_fall_is_planned_like_a_rise(capsys: pytest.CaptureFixture[str]):
    fall = told(capsys, *SHARE[:-2], "--mde", "-0.03")
    rise = told(capsys, "size", "--kind", "proportion", "--baseline", "0.88", "--mde", "0.03")

    assert fall["units_per_arm"] == rise["units_per_arm"]


def test_looks_take_a_little_more(capsys: pytest.CaptureFixture[str]):
    once, five = told(capsys, *SHARE), told(capsys, *SHARE, "--looks", "5")

    assert 1.01 < five["units_per_arm"] / once["units_per_arm"] < 1.04
    assert any("You look 5 times" in one for one in five["assumptions"])


def test_standard_deviation_of_a_share_is_not_needed(capsys: pytest.CaptureFixture[str]):
    answer = told(capsys, *SHARE, "--sd", "1")

    assert answer["units_per_arm"] == 2036
    assert any("the standard deviation is not needed" in one for one in answer["assumptions"])


def test_table_is_read_by_people(capsys: pytest.CaptureFixture[str]):
    assert main([*SHARE, *STORES]) == 0

    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("In each arm")
    assert shown[1].startswith("Groups in each arm")
    assert shown[2].split("  ")[0] == "If"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ([], "“python -m registry size” also needs --kind."),
        (["--kind", "sum"], "argument --kind: invalid choice: 'sum'"),
        (["--kind", "ratio", "--mde", "1", "--sd", "1"], "We cannot plan the size for a ratio."),
        (["--kind", "quantile"], "We cannot plan the size for a quantile."),
        (["--kind", "proportion", "--mde", "0.1"], "A share also needs --baseline"),
        ([*SHARE[1:], "--baseline", "1.2"], "--baseline is 1.2, and must lie between 0 and 1"),
        ([*SHARE[1:], "--baseline", "0"], "--baseline is 0, and must lie between 0 and 1"),
        ([*SHARE[1:], "--baseline", "nan"], "--baseline is nan, and must lie between 0 and 1"),
        (SHARE[1:5], "Say what the pilot is to see"),
        ([*SHARE[1:], "--mde", "0"], "--mde is 0, and no pilot can see that."),
        ([*SHARE[1:], "--mde", "0.9"], "A share of 0.12 cannot change by 0.9"),
        ([*SHARE[1:], "--mde", "-0.13"], "A share of 0.12 cannot change by -0.13"),
        ([*MEAN[1:], "--mde", "inf"], "--mde is inf, and must be a number."),
        ([*SHARE[1:], "--mde", "a\u202eb"], "argument --mde: invalid float value: 'a"),
        (["--kind", "mean", "--mde", "1"], "An average also needs --sd"),
        (["--kind", "nps", "--mde", "5"], "An average also needs --sd"),
        ([*MEAN[1:], "--sd", "0"], "--sd is 0, and must be a number above 0."),
        ([*MEAN[1:], "--sd", "-1"], "--sd is -1, and must be a number above 0."),
        ([*MEAN[1:], "--sd", "nan"], "--sd is nan, and must be a number above 0."),
        ([*MEAN[1:], "--margin", "0"], "--margin is 0, and must be a number above 0."),
        ([*MEAN[1:], "--margin", "inf"], "--margin is inf, and must be a number above 0."),
        ([*SHARE[1:], "--margin", "0.95"], "A share of 0.12 cannot get worse by 0.95"),
        ([*SHARE[1:], "--power", "1"], "--power is 1, and must lie between 0 and 1."),
        ([*SHARE[1:], "--power", "80"], "--power is 80, and must lie between 0 and 1."),
        ([*SHARE[1:], "--power", "0.05"], "--power is 0.05, and must be above --alpha, 0.05"),
        ([*SHARE[1:], "--alpha", "0"], "--alpha is 0, and must lie between 0 and 1."),
        ([*SHARE[1:], "--alpha", "nan"], "--alpha is nan, and must lie between 0 and 1."),
        ([*SHARE[1:], "--cluster-size", "60"], "Groups also need --icc"),
        ([*SHARE[1:], "--icc", "0.02"], "--icc is about groups, so give --cluster-size too"),
        (SHARE[1:] + STORES + ["--icc", "-0.1"], "--icc is -0.1, and must lie from 0 to 1."),
        (SHARE[1:] + STORES + ["--icc", "2"], "--icc is 2, and must lie from 0 to 1."),
        (SHARE[1:] + STORES + ["--cluster-size", "0.5"], "--cluster-size is 0.5, and must be a number"),
        (SHARE[1:] + STORES + ["--cluster-size", "inf"], "--cluster-size is inf, and must be a number"),
        ([*SHARE[1:], "--looks", "0"], "--looks is 0, and must be from 1 to 100."),
        ([*SHARE[1:], "--looks", "101"], "--looks is 101, and must be from 1 to 100."),
        ([*SHARE[1:], "--looks", "1.5"], "argument --looks: invalid int value: '1.5'"),
        ([*MEAN[1:], "--mde", "1e-9"], "No pilot is large enough to see that"),
        ([*SHARE[1:], "--mde", "1e-300"], "No pilot is large enough to see that"),
    ],
)
def test_question_that_cannot_be_answered_gets_one_clear_line(
    words: list[str], begins: str, capsys: pytest.CaptureFixture[str]
):
    status = main(["size", *words])

    written = capsys.readouterr()
    assert (status, written.out) == (2, "")
    assert written.err.startswith(begins)
    assert len(written.err.splitlines()) == 1
    assert written.err.rstrip("\n").isprintable()


@pytest.mark.parametrize(
    "words",
    [
        [*MEAN, "--mde", "1e300"],
        [*MEAN, "--sd", "1e-320"],
        [*MEAN, "--mde", "1e-3", "--cluster-size", "1e300", "--icc", "0"],
        [*SHARE, "--mde", "0.88"],
        [*SHARE, "--alpha", "1e-12", "--power", "0.999999"],
        [*SHARE, "--looks", "100"],
    ],
)
def test_extremes_have_an_answer(words: list[str], capsys: pytest.CaptureFixture[str]):
    assert told(capsys, *words)["units_per_arm"] >= 2
