"""Policies: what can be read as one, and what is refused."""

from datetime import date

import pytest

from registry.domain.policy import PolicyRefused, parse_policy
from registry.sentences import say
from registry.services.policy import FOLDER, policy, versions
from tests.domain.witness import LEVERS, POLICY, WEIGHTS_AND_TOPS

TEXT = (FOLDER / "1.toml").read_text(encoding="utf-8")


def test_the_first_policy_weighs_and_bounds_as_its_page_says():
    levers = {lever.id: (lever.effort, lever.at_most) for lever in POLICY.levers}

    assert (POLICY.version, POLICY.date) == (1, date(2026, 11, 21))
    assert (POLICY.near_hinge, POLICY.one_way) == (30, 45)
    assert POLICY.weights == {name: weight for name, (weight, _) in WEIGHTS_AND_TOPS.items()}
    assert levers == LEVERS


def test_every_policy_can_be_read_and_bears_the_number_of_its_file():
    assert [policy(version).version for version in versions()] == list(versions())


def test_without_a_number_the_newest_policy_is_meant():
    assert policy() is policy(versions()[-1])


def test_a_policy_that_does_not_exist_is_refused():
    with pytest.raises(PolicyRefused):
        policy(1_000_000)


def test_every_knock_out_and_lever_has_its_words():
    for knockout in POLICY.knockouts:
        assert say(f"knockout-{knockout.id}") != say(f"knockout-{knockout.id}-possible")
    for lever in POLICY.levers:
        words = {say(f"lever-{lever.id}{part}") for part in ("", "-change", "-promise")}
        assert len(words) == 3


def test_the_lever_that_starts_small_names_the_figures_of_the_policy():
    share, people = POLICY.cuts["exposure"][0], POLICY.cuts["people"][1]

    for part in ("-change", "-promise"):
        text = say(f"lever-start_small{part}")
        assert f"{share} %" in text
        assert f"{people:,} people" in text


@pytest.mark.parametrize(
    ("written", "instead", "sentence"),
    [
        ("[score]", "[score", "policy-not-toml"),
        ("version = 1", "", "policy-missing-key"),
        ("version = 1", "version = 0", "policy-misfit"),
        ("near_hinge = 30", "near_hinge = 30.5", "policy-misfit"),
        ("near_hinge = 30", "near_hinge = 0", "policy-score-without-door"),
        ("near_hinge = 30", "near_hinge = 46", "policy-score-without-door"),
        ("one_way = 45", "one_way = 101", "policy-score-without-door"),
        ("[1, 5, 20, 50]", "[1, 5, 5, 50]", "policy-cuts-not-rising"),
        ("[1, 5, 20, 50]", "[-1, 5, 20, 50]", "policy-cuts-not-rising"),
        ("[1, 5, 20, 50]", "[]", "policy-cuts-not-rising"),
        ("[1, 5, 20, 50]", "[1, 5, 20, nan]", "policy-misfit"),
        ("[28, 90, 365]", "[28, 90, 365]\nharm = [1]", "policy-unknown-question"),
        ("harm = 6", "", "policy-missing-question"),
        ("harm = 6", "harms = 6", "policy-unknown-question"),
        ("harm = 6", "harm = -6", "policy-weight-too-small"),
        ("harm = 6", "harm = 0", "policy-weight-too-small"),
        ("harm = 6", "harm = true", "policy-misfit"),
        ('all = { harm = "lasting" }', "", "policy-missing-key"),
        ('all = { harm = "lasting" }', "all = {}", "policy-knockout-empty"),
        ('all = { harm = "lasting" }', 'all = { harms = "lasting" }', "policy-unknown-question"),
        ('all = { harm = "lasting" }', 'all = { harm = "awful" }', "policy-unknown-level"),
        ('all = { harm = "lasting" }', "all = { harm = 3 }", "policy-unknown-level"),
        ('all = { harm = "lasting" }', 'all = { harm = "none" }', "policy-condition-always"),
        ("{ money_at_risk = 4 }", "{ money_at_risk = 5 }", "policy-unknown-level"),
        # A condition that asks for less risk would make a door open as things get worse.
        ("any = { exposure = 2,", "below = { exposure = 2,", "policy-unknown-key"),
        ('id = "law"', 'id = "harm"', "policy-id-twice"),
        ('id = "end_date"', 'id = "start_small"', "policy-id-twice"),
        ('at_most = { detection = "day" }', 'at_most = { detection = "later" }', "policy-lever-idle"),
        ("effort = 3", "effort = 0", "policy-misfit"),
    ],
)
def test_what_is_not_a_policy_is_refused_in_its_own_sentence(written: str, instead: str, sentence: str):
    assert written in TEXT

    with pytest.raises(PolicyRefused) as refusal:
        parse_policy(TEXT.replace(written, instead, 1))

    assert refusal.value.sentence.id == sentence
    assert say(refusal.value.sentence)


def test_more_levers_than_anybody_would_read_are_refused():
    more = [f'[[lever]]\nid = "more_{n}"\neffort = 1\nat_most = {{ harm = "none" }}\n' for n in range(3)]

    with pytest.raises(PolicyRefused) as refusal:
        parse_policy(TEXT + "\n".join(more))

    assert refusal.value.sentence.id == "policy-too-many-levers"
