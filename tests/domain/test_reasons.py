"""Why it is that door, and how far the other one is."""

from hypothesis import given

from registry.domain.assessment import Door, assess
from registry.domain.quick_check import ROWS, Reach, quick_profile
from registry.domain.reasons import only_allowed
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

    def leads_there(other: str, level: int) -> bool:
        return witness.is_one_way({**levels, other: level}) is (door == "two_way")

    one_answer_is_enough = any(
        leads_there(other, level)
        for other, (_, top) in witness.WEIGHTS_AND_TOPS.items()
        for level in (
            range(top + 1) if door == "one_way" else range(min(levels[other] + 1, top), top + 1)[:1]
        )
    )

    assert door == assessment.door
    if name == "far":
        assert not one_answer_is_enough
        return
    if "then" in values:
        then = int(values["then"])
    elif door == "two_way":
        then = 1 + [f"{cut:,}" for cut in POLICY.cuts[name]].index(str(values["more_than"]))
    else:
        then = [f"{cut:,}" for cut in POLICY.cuts[name]].index(str(values["at_most"]))
    assert leads_there(name, then)
    assert not one_answer_is_enough or door == "one_way" or then == levels[name] + 1


def test_the_distance_of_a_small_idea_is_not_measured_in_jobs_lost():
    smile = quick_profile({row.id: True for row in ROWS}, Reach(), RiskProfile(), POLICY)

    hinge = assess(smile, POLICY).hinge

    assert hinge is not None
    assert say(hinge) == "Two-way, with room: if any one answer were a step worse, it still would be."


def test_an_answer_that_was_said_may_be_two_steps_from_the_hinge():
    # Undoing in a month is a step from never, and two from a week; with the press, never is one-way.
    hinge = assess(profile_with(undo_time="week", spotlight="press"), POLICY).hinge

    assert hinge is not None
    assert say(hinge) == "Two-way; if undoing took longer than a month instead of a week it would be one-way."


def test_an_amount_is_told_in_money_where_the_revenue_is_known():
    profile = profile_with(money_at_risk=percent(1.5), undo_cost=percent(0.005))

    told = [say(reason) for reason in assess(profile, POLICY, yearly_revenue=30_000_000).reasons]
    hinge = assess(profile, POLICY, yearly_revenue=30_000_000).hinge

    assert told[1:] == [
        "If it goes badly we could lose more than 300,000 (1 % of yearly revenue) before we stop.",
        "Putting it back could cost petty cash: up to 3,000 (0.01 % of yearly revenue).",
    ]
    assert hinge is not None
    assert say(hinge).startswith("One-way; if the loss could be at most 300,000 (1 % of yearly revenue)")


def test_a_number_that_was_said_is_told_and_not_the_border_of_its_level():
    reasons = assess(profile_with(exposure=30, people=14_400), POLICY).reasons

    share, people = map(say, reasons)
    assert share.startswith(
        "Up to 30 % of the customers it is meant for will meet it, so a mistake would reach many"
    )
    assert people.startswith("Up to 14,400 customers could meet it before you decide again: more than")


def test_what_a_bound_allows_is_not_told_as_a_fact():
    said, bound = (
        assess(profile_with(law=law), POLICY).reasons[0] for law in ("ordinary", {"at_most": "ordinary"})
    )

    assert (only_allowed(said), only_allowed(bound)) == (False, True)
    assert say(bound).startswith("At most the usual rules apply")


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
            levels = (
                {"now": 1, "then": 2}
                if question.values
                else {"at_most": "5", "more_than": "1", "in_money": "no"}
            )
            assert say(name, **levels).endswith("way.")
