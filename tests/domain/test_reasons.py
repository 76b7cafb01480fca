"""Why it is that door, and how far the other one is."""

from hypothesis import given

from registry.domain.assessment import Door, assess
from registry.domain.risk import QUESTIONS, RiskProfile
from registry.sentences import say
from tests.domain import witness
from tests.domain.witness import POLICY, exact_profiles, percent, profile_with, profiles


@given(profiles)
def test_every_reason_and_the_hinge_can_be_said(profile: RiskProfile):
    assessment = assess(profile, POLICY)

    texts = [say(reason) for reason in assessment.reasons]
    assert len(set(texts)) == len(texts) > 0
    assert all(text.endswith(".") for text in texts)
    assert (assessment.hinge is None) == (assessment.door is Door.UNDECIDED)
    assert assessment.hinge is None or say(assessment.hinge).endswith(".")


def test_knock_outs_come_first_and_then_the_heaviest_answers():
    profile = profile_with(harm="lasting", undo_time="week", duration_days=29, data="hidden")

    ids = [reason.id for reason in assess(profile, POLICY).reasons]

    # 6 x 3/3 = 6, 5 x 2/4 = 2.5, 4 x 1/3 = 1.33, 2 x 1/3 = 0.67
    assert ids[:2] == ["knockout-harm", "reason-harm-3"]
    assert ids[2:] == ["reason-undo_time-2", "reason-data-1", "reason-duration_days-1"]


def test_an_unknown_answer_says_so():
    reasons = assess(profile_with(detection=None), POLICY).reasons

    assert [say(reason) for reason in reasons] == [
        "Nobody has said yet how soon we would see that it hurts. Until then we assume the worst."
    ]


def test_a_knock_out_that_may_still_be_ruled_out_is_told_as_a_possibility():
    reasons = assess(profile_with(harm=None), POLICY).reasons

    assert reasons[0].id == "knockout-harm-possible"


def test_an_amount_that_cannot_be_compared_says_what_is_missing():
    reasons = assess(profile_with(undo_cost=500), POLICY).reasons

    assert [reason.id for reason in reasons] == ["reason-undo_cost-no-revenue"]
    assert assess(profile_with(undo_cost=500), POLICY, yearly_revenue=1_000_000_000).reasons != reasons


def test_where_nothing_speaks_against_it_the_assessment_says_that():
    assessment = assess(profile_with(), POLICY)

    assert [reason.id for reason in assessment.reasons] == ["reason-nothing"]


def test_the_hinge_names_one_answer_and_what_it_would_have_to_be():
    # 6 x 2/3 + 4 x 4 x 2/3 + 3 x 2/3 + 3 x 1/3 + 4 x 1/4 + 2 x 3 x 1/4 + 2 x 1/3 = 20.83 points of 49.
    # One-way begins at 22.05: undoing in a day adds 1.25, and no smaller change of one answer is enough.
    profile = profile_with(
        harm="repairable",
        law="look",
        promise="dated",
        data="erased_low_value",
        undo_control="partner",
        spotlight="press",
        colleagues="habit",
        money_at_risk=percent(0.02),
        exposure=2,
        undo_cost=percent(0.005),
        detection="week",
    )

    hinge = assess(profile, POLICY).hinge

    assert hinge is not None
    assert say(hinge) == "Two-way; if undoing took a day instead of an hour it would be one-way."


def test_the_hinge_of_a_one_way_door_names_what_would_have_to_be_smaller():
    hinge = assess(profile_with(promise="open_ended", exposure=20), POLICY).hinge

    assert hinge is not None
    assert say(hinge).startswith("One-way; if it met at most 5 % of those who could meet it instead of more")


@given(exact_profiles)
def test_what_the_hinge_says_is_true(profile: RiskProfile):
    assessment = assess(profile, POLICY)
    assert assessment.hinge is not None
    door, name = assessment.hinge.id.removeprefix("hinge-").split("-")
    levels, values = witness.levels_of(profile, "high"), assessment.hinge.values
    one_answer_is_enough = any(
        witness.is_one_way({**levels, other: level}) is (door == "two_way")
        for other, (_, top) in witness.WEIGHTS_AND_TOPS.items()
        for level in range(top + 1)
    )

    assert door == assessment.door
    assert one_answer_is_enough == (name != "far")
    if name != "far":
        if "then" in values:
            then = int(values["then"])
        elif door == "two_way":
            then = 1 + [f"{cut:,}" for cut in POLICY.cuts[name]].index(str(values["more_than"]))
        else:
            then = [f"{cut:,}" for cut in POLICY.cuts[name]].index(str(values["at_most"]))
        assert witness.is_one_way({**levels, name: then}) is (door == "two_way")


def test_every_question_answer_and_example_has_its_words():
    for question in QUESTIONS:
        words = [f"question-{question.name}"]
        named = question.values or tuple(map(str, range(len(POLICY.cuts.get(question.name, ())) + 1)))
        words += [f"example-{question.name}-{value}" for value in named]
        words += [f"answer-{question.name}-{value}" for value in question.values]
        assert all(map(say, words))


def test_every_level_above_the_lowest_has_a_reason_of_its_own():
    for question in QUESTIONS:
        top = witness.WEIGHTS_AND_TOPS[question.name][1]
        told = {
            say(
                assess(profile_with(**{question.name: witness.answer_at(question, level)}), POLICY).reasons[
                    -1
                ]
            )
            for level in range(1, top + 1)
        }
        assert len(told) == top


def test_every_question_can_be_the_hinge_of_either_door():
    for question in QUESTIONS:
        for door in ("two_way", "one_way"):
            name = f"hinge-{door}-{question.name}"
            levels = {"now": 1, "then": 2} if question.values else {"at_most": "5", "more_than": "1"}
            assert say(name, **levels).endswith("way.")
