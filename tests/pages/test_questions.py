"""The risk questions on the form: every step with an example, plain numbers, and figures that cannot be."""

import pytest

from registry.domain.organisation import Organisation
from registry.domain.risk import NAMES, PERMANENT, AtMost, PercentOfRevenue, RiskProfile
from registry.sentences import say
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab, bare

OPEN = CARD.model_copy(
    update={"quick_check": CARD.quick_check.model_copy(update=dict.fromkeys(CARD.quick_check.truths, False))}
)
"""Every row is not quite true, so every question is asked."""

SHARE, PEOPLE = say("question-exposure"), say("question-people")
PERCENT, COUNT = say("exactly-exposure"), say("exactly-people")
KNOWN = Organisation(customers=16_000, places=40, yearly_revenue=1_000_000)


def opened(seeds: Seeds, *, said: Organisation | None = None, **answers: object) -> tuple[str, Tab]:
    """A draft with every question open, and some of them answered."""
    if said is not None:
        seeds.described(said)
    profile = RiskProfile.model_validate(answers)
    code = seeds.draft(OPEN.model_copy(update={"answers": profile}))
    return code, Tab("proposal", id=code)


def test_every_answer_of_every_question_has_an_everyday_example_and_nobody_has_to_know(seeds: Seeds):
    _, tab = opened(seeds)

    radios = tab.widgets("radio")
    for name in NAMES:
        radio = radios[say(f"question-{name}")]
        examples = [bare(caption) for caption in radio.proto.captions]
        assert bare(radio.options[-1]) == say("i-do-not-know")
        assert radio.value == "unknown"
        assert all(examples[:-1])
        assert len(set(examples)) == len(radio.options)


def test_a_share_says_about_how_many_customers_it_is(seeds: Seeds):
    _, tab = opened(seeds, said=KNOWN)
    captions = [bare(each) for each in tab.widgets("radio")[SHARE].proto.captions]
    assert captions[1].endswith(say("customers-up-to", count=800))
    assert captions[4].endswith(say("customers-more-than", count=8_000))

    tab.write(PERCENT, 12.0, "number_input")

    assert say("customers-about", count=1_900) in tab.shown


def test_the_share_says_at_most_how_many_customers_until_somebody_knows_their_number_better(seeds: Seeds):
    _, tab = opened(seeds, said=KNOWN, exposure=30)
    from_share = say("people-from-share", count=4_800)

    assert from_share in tab.said("caption")
    assert tab.written(PEOPLE, "radio") == "unknown"

    tab.write(COUNT, 1_500, "number_input")

    assert from_share not in tab.said("caption")


def test_places_say_what_share_and_how_many_customers_they_are(seeds: Seeds):
    seeds.described(KNOWN)
    tab = Tab("proposal", id=seeds.draft())

    tab.write(say("field-places", total=40, word="stores"), 4, "number_input")

    assert say("reach-customers", percent="10", count=1_600) in tab.shown


@pytest.mark.parametrize(
    ("question", "step", "kept"),
    [
        ("exposure", 1, 5),
        ("exposure", 4, 100),
        ("people", 2, 20_000),
        ("duration_days", 0, 28),
        ("duration_days", 3, PERMANENT),
        ("undo_cost", 1, PercentOfRevenue(percent_of_revenue=0.01)),
        ("exposure", "unknown", None),
    ],
)
def test_a_step_is_kept_as_the_number_that_stands_for_it(
    seeds: Seeds, question: str, step: int | str, kept: object
):
    code, tab = opened(seeds, exposure=20)

    tab.choose(say(f"question-{question}"), step, "radio")

    assert seeds.dossier(code).proposal.answers.answer(question) == kept
    assert Tab("proposal", id=code).written(say(f"question-{question}"), "radio") == step


def test_a_number_said_exactly_moves_the_step_and_another_step_takes_its_place(seeds: Seeds):
    code, tab = opened(seeds)

    tab.write(COUNT, 1_500, "number_input")

    assert tab.written(PEOPLE, "radio") == 1
    assert seeds.dossier(code).proposal.answers.people == 1_500

    tab.choose(PEOPLE, 3, "radio")

    assert tab.written(COUNT, "number_input") is None
    assert seeds.dossier(code).proposal.answers.people == 200_000


def test_to_look_at_answers_is_not_to_change_them(seeds: Seeds):
    answers = {
        "exposure": 12.5,
        "people": 1_234,
        "duration_days": AtMost(at_most=30),
        "undo_cost": {"percent_of_revenue": 0.003},
        "money_at_risk": 777,
        "harm": {"at_most": "annoyance"},
    }

    for said in (None, KNOWN):
        code, tab = opened(seeds, said=said, **answers)
        tab.run()

        assert seeds.dossier(code).proposal.answers == RiskProfile.model_validate(answers)
        assert seeds.dossier(code).experiment.version == 1


def test_a_share_over_100_percent_is_told_where_it_stands_and_nothing_starts(seeds: Seeds):
    code, tab = opened(seeds, harm="none")

    tab.write(PERCENT, 120.0, "number_input")

    assert tab.said("error") == [say("number-over-100", given="120")]
    assert tab.written(PERCENT, "number_input") == 120
    assert not {say("start-now"), say("hand-in")} & tab.buttons
    assert seeds.dossier(code).proposal.answers.exposure is None

    tab.write(PERCENT, 12.0, "number_input")

    assert tab.said("error") == []
    assert tab.written(SHARE, "radio") == 2


def test_a_sum_below_zero_is_told_where_it_stands(seeds: Seeds):
    _, tab = opened(seeds, said=KNOWN)

    tab.write(say("exactly-money_at_risk", currency="€"), -20.0, "number_input")

    assert tab.said("error") == [say("number-below-zero", given="-20")]
    assert say("start-number-wrong") in tab.said("info")


def test_without_a_revenue_amounts_are_words_and_the_form_says_what_to_tell_and_where(seeds: Seeds):
    _, tab = opened(seeds)

    steps = [bare(each) for each in tab.widgets("radio")[say("question-undo_cost")].options]
    assert steps[1] == say("level-undo_cost-1", at_most="0.01", in_money="no")
    assert say("exactly-undo_cost", currency="€") not in tab.widgets("number_input")
    assert say("tell-revenue") in tab.shown
    assert say("tell-customers") in tab.shown
    assert say("page-organisation") in tab.links


def test_with_a_revenue_each_step_names_its_amount_and_nothing_more_has_to_be_told(seeds: Seeds):
    _, tab = opened(seeds, said=KNOWN)

    steps = [bare(each) for each in tab.widgets("radio")[say("question-undo_cost")].options]
    border = say("amount-up-to", currency="€", amount=100, in_money="yes")
    assert steps[1].endswith(f"({border})")
    assert not {say("tell-revenue"), say("tell-customers")} & set(tab.said("caption"))
