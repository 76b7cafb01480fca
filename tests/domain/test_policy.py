"""Policies: what can be read as one, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.assessment import Door, assess
from registry.domain.policy import Panel
from registry.domain.policy_file import PolicyRefused, parse_policy
from registry.domain.risk import QUESTIONS, Question, RiskProfile, bounds, parse_answer
from registry.domain.sentence import sentence
from registry.sentences import say
from registry.services.policy_shipped import FOLDER, newest_shipped, shipped
from tests.domain.witness import (
    LEVERS,
    POLICY,
    WEIGHTS_AND_TOPS,
    exact_answers,
    exact_profiles,
    profile_with,
)
from tests.policies import policies

TEXT = (FOLDER / "1.toml").read_text(encoding="utf-8")


def test_the_first_policy_weighs_and_bounds_as_its_page_says():
    levers = {lever.id: (lever.effort, lever.at_most) for lever in POLICY.levers}

    assert (POLICY.version, POLICY.date) == (1, date(2026, 11, 21))
    assert (POLICY.near_hinge, POLICY.one_way) == (30, 45)
    assert POLICY.weights == {name: weight for name, (weight, _) in WEIGHTS_AND_TOPS.items()}
    assert levers == LEVERS


def test_every_policy_can_be_read_and_bears_the_number_of_its_file():
    assert [each.version for each in shipped().values()] == list(shipped()) == sorted(shipped())


def test_the_newest_that_comes_with_the_app_is_the_one_with_the_highest_number():
    assert newest_shipped() is shipped()[max(shipped())]


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
    ("written", "instead", "refused"),
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
        ("date = 2026-11-21", 'date = "2026-11-21"', "policy-misfit"),
        ("date = 2026-11-21", "date = 2026-11-21T10:00:00Z", "policy-misfit"),
        ("version = 1", 'version = "1"', "policy-misfit"),
        ("version = 1", "version = 1\nversion = 2", "policy-not-toml"),
        ("[1, 5, 20, 50]", "[1, 5, 20, inf]", "policy-misfit"),
        ("[1, 5, 20, 50]", "[1, 5, 20]", "policy-cuts-number"),
        ("[28, 90, 365]", "[28, 90, 365, 900]", "policy-cuts-number"),
        ("harm = 6", "harm = 101", "policy-weight-too-large"),
        ('id = "law"', 'id = "<b>law</b>"', "policy-id-strange"),
        ('id = "law"', 'id = ""', "policy-id-strange"),
        ('id = "switch"', 'id = ":red[switch]"', "policy-id-strange"),
        ("[review]\n", "[review]\nquorum = 3\n", "policy-unknown-key"),
        ("[review]\n", "[panel]\n", "policy-missing-key"),
        ("reviewers = 3", "reviewers = 1", "policy-misfit"),
        ("reviewers = 3", "reviewers = 2", "policy-panel-impossible"),
        ("functions = 3", "functions = 4", "policy-panel-impossible"),
        ('"customer experience"]', '"customer experience", "legal", "finance"]', "policy-panel-impossible"),
        ('"customer experience"]', '"Front Line"]', "policy-id-twice"),
        ('"customer experience"]', '""]', "policy-function-strange"),
        ('"customer experience"]', '" legal"]', "policy-function-strange"),
        ("days = 5", "days = 0", "policy-misfit"),
        ('legal = ["law",', 'legal = ["laws",', "policy-unknown-question"),
        ('legal = ["law",', 'legal = ["law", "law",', "policy-id-twice"),
        ("finance = [", "LEGAL = [", "policy-id-twice"),
        ("finance = [", '"" = [', "policy-function-strange"),
        ("finance = [", '"fin\\nance" = [', "policy-function-strange"),
        ("[owners]", "[owner]", "policy-missing-key"),
    ],
)
def test_what_is_not_a_policy_is_refused_in_its_own_sentence(written: str, instead: str, refused: str):
    assert written in TEXT

    with pytest.raises(PolicyRefused) as refusal:
        parse_policy(TEXT.replace(written, instead, 1))

    assert refusal.value.sentence.id == refused
    assert len(say(refusal.value.sentence)) < 500


@pytest.mark.parametrize(
    ("hostile", "refused"),
    [
        ("x = " + "[\n" * 20_000, "policy-too-deep"),
        ("x = {a = " * 100 + "\n" + "[" * 900, "policy-not-toml"),
        ("\n".join(["x = ["] + ["[" * 900] * 40), "policy-too-deep"),
        (".".join("a" * 20_000) + " = 1", "policy-line-too-long"),
        ("version = " + "9" * 50_000, "policy-too-long"),
        (f"version = {10**900}", "policy-misfit"),
        ("\n".join(f"{'.'.join('a' * 450)}.a{n} = 1" for n in range(50)), "policy-missing-key"),
        ("".join(f"[[k{n}]]\n" for n in range(5_000)), "policy-missing-key"),
        (f'"{"long " * 190}" = 1\n{TEXT}', "policy-unknown-key"),
        ("# " + "a" * 1_000_000, "policy-too-long"),
        ("", "policy-missing-key"),
        ("\0", "policy-not-toml"),
    ],
    ids=range(12),
)
def test_a_file_that_means_harm_is_refused_at_once_and_in_one_short_line(hostile: str, refused: str):
    with pytest.raises(PolicyRefused) as refusal:
        parse_policy(hostile)

    assert refusal.value.sentence.id == refused
    assert len(say(refusal.value.sentence)) < 600


def test_the_place_that_does_not_fit_is_named():
    with pytest.raises(PolicyRefused) as refusal:
        parse_policy(TEXT.replace("finance = [", 'finance = ["profit", ', 1))

    assert "owners.finance" in say(refusal.value.sentence)
    assert "profit" in say(refusal.value.sentence)


def test_the_first_policy_says_who_looks_and_who_rates_what():
    assert POLICY.panel == Panel(
        reviewers=3, functions=3, voices=("front line", "customer experience"), days=5
    )
    assert POLICY.owned_by("Legal ") == ("law", "promise", "data", "undo_control")
    assert POLICY.owned_by("marketing") == ()


def test_a_knock_out_may_bring_its_own_words():
    own = parse_policy(TEXT.replace('id = "law"', 'id = "gdpr"\nsays = "It is about\\nprivacy."', 1))
    found = assess(profile_with(law="serious"), own)

    assert found.knockouts == ("gdpr",)
    assert found.reasons[0] == sentence("knockout-own", says="It is about privacy.")
    assert say(found.reasons[0]).startswith("It is about privacy.")


@given(policies(), exact_profiles, st.sampled_from(QUESTIONS), st.data())
def test_under_any_policy_a_worse_answer_never_opens_a_one_way_door(
    text: str, profile: RiskProfile, question: Question, data: st.DataObject
):
    policy = parse_policy(text)
    lower, higher = sorted(
        data.draw(st.tuples(exact_answers(question), exact_answers(question)), label="two"),
        key=lambda answer: bounds(question, parse_answer(question, answer), policy.cuts),
    )

    before = assess(profile.with_answer(question.name, lower), policy)
    after = assess(profile.with_answer(question.name, higher), policy)

    assert (before.door, after.door) != (Door.ONE_WAY, Door.TWO_WAY)
    assert after.score >= before.score
    assert set(before.knockouts) <= set(after.knockouts)


@given(policies(), exact_profiles)
def test_under_any_policy_every_score_has_a_door(text: str, profile: RiskProfile):
    policy = parse_policy(text)

    found = assess(profile, policy)

    is_one_way = bool(found.knockouts) or found.score >= policy.one_way
    assert (found.door is Door.ONE_WAY) is is_one_way
    assert found.near_hinge is (not is_one_way and found.score >= policy.near_hinge)


def test_more_levers_than_anybody_would_read_are_refused():
    more = [f'[[lever]]\nid = "more_{n}"\neffort = 1\nat_most = {{ harm = "none" }}\n' for n in range(3)]

    with pytest.raises(PolicyRefused) as refusal:
        parse_policy(TEXT + "\n".join(more))

    assert refusal.value.sentence.id == "policy-too-many-levers"
