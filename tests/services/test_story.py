"""The product as one story: from a customer's words to a learning that the next proposal finds.

Each step is one verb, asked by somebody at some moment. What came before is in the dossier.
"""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from registry.analysis.pilot_data import Source
from registry.domain.assessment import Door
from registry.domain.decision import Verdict
from registry.domain.evidence import Action
from registry.domain.experiment import Relation, Stage, stage
from registry.domain.facts import Choice, Learning
from registry.domain.person import Asking, Person
from registry.domain.pilot import StartingPoint
from registry.domain.plan import plan_from
from registry.domain.proposal import Idea, Limits, Move, Proposal, QuickCheck, Quote
from registry.services import analysis, decision, learning, pilot, proposal, reading
from registry.store import search
from registry.store.database import Database
from tests.finding import found

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
LAST_DAY = date(2026, 3, 29)
MONTH_LATER = datetime(2026, 3, 30, 9, tzinfo=UTC)
CARDS, NO_CARDS, BACK_WITH_CARD, BACK_WITHOUT = 400, 400, 120, 60


def customers(file: Path) -> Path:
    """800 customers: of 400 with a card 120 ordered again, of 400 without one 60."""
    with file.open("w", newline="", encoding="utf-8") as output:
        rows = csv.writer(output)
        rows.writerow(["group", "ordered_again"])
        rows.writerows(["card", int(number < BACK_WITH_CARD)] for number in range(CARDS))
        rows.writerows(["no card", int(number < BACK_WITHOUT)] for number in range(NO_CARDS))
    return file


def test_what_one_team_tried_and_told_the_next_team_finds(
    db: Database, olga: Person, rosa: Person, tmp_path: Path
):
    on_monday = Asking(person=olga, at=MONDAY)
    a_month_later = Asking(person=olga, at=MONTH_LATER)

    # A customer said something, and Olga has an idea.
    idea = Proposal(
        quote=Quote(words="It felt like buying from a machine.", source="phone"),
        move=Move.START,
        idea=Idea(
            change="A handwritten card in the first parcel",
            whom="customers who order for the first time",
            effect="order again within a month",
            signal="more of them do than of those without a card",
        ),
    )
    draft = proposal.begin(db, on_monday, idea)

    # Which door is it? Nobody can tell yet; then five taps, and it is an easy one.
    by = proposal.yardstick(db)
    assert proposal.assess_draft(idea, by).door is Door.UNDECIDED
    taps = QuickCheck(small=True, back=True, annoyed=True, nothing_new=True, ours=True)
    easy = idea.model_copy(update={"quick_check": taps})
    assert proposal.assess_draft(easy, by).door is Door.TWO_WAY
    proposal.revise(db, on_monday, draft.id, draft.version, easy)

    # How will we know? And may we start? Yes, now: nobody is asked.
    plan = plan_from(
        {
            "design": "randomised",
            "arm": "group",
            "control": "no card",
            "start": MONDAY.date(),
            "end": LAST_DAY,
            "metric": [
                {
                    "name": "ordered again",
                    "role": "primary",
                    "kind": "proportion",
                    "column": "ordered_again",
                    "better": "higher",
                }
            ],
        }
    )
    pilot.draw_plan(db, on_monday, draft.id, plan)
    limits = Limits(until=LAST_DAY, cap="€200", stop_if="two customers complain")
    expected = StartingPoint(limits=limits, expected="Ten in a hundred more", expected_difference=0.1)
    dossier = pilot.start(db, on_monday, draft.id, expected)
    assert stage(dossier, MONDAY) is Stage.RUNNING

    # Did it work? The file is read where it lies; only its summaries are kept.
    data = analysis.summaries_of(plan, Source(customers(tmp_path / "cards.csv"), "cards.csv"))
    dossier, _ = reading.record_reading(db, a_month_later, draft.id, "cards.csv", data)
    assert dossier.reading
    evidence = dossier.reading.evidence
    (estimate,) = evidence.estimates
    assert estimate.difference == pytest.approx(120 / 400 - 60 / 400)
    assert evidence.recommendation.action is Action.ADOPT
    assert stage(dossier, MONTH_LATER) is Stage.TO_DECIDE

    # People decide, with the evidence as they saw it. Rolling out is a door of its own.
    dossier, roll_out = decision.decide(
        db, a_month_later, draft.id, Verdict(choice=Choice.ADOPT, seen=evidence)
    )
    assert dossier.decision
    assert dossier.decision.evidence == evidence
    assert dossier.decision.expected_difference == 0.1
    assert roll_out
    assert roll_out.origin
    assert (roll_out.origin.experiment, roll_out.origin.relation) == (draft.id, Relation.ROLLS_OUT)

    # What did we learn? About the world, in words that another team can use.
    learned = Learning(
        at=MONTH_LATER,
        by=olga.id,
        happened="Fifteen in a hundred more ordered again.",
        surprised="They photograph the card.",
        tell_others="Write the first name by hand; print the rest.",
    )
    dossier = learning.learn(db, a_month_later, draft.id, learned)
    assert stage(dossier, MONTH_LATER) is Stage.LEARNED

    # A year later Rosa, in another team, types her idea, and finds what Olga's team told.
    a_year_later = Asking(person=rosa, at=MONTH_LATER.replace(year=2027))
    rosas = proposal.begin(db, a_year_later, Proposal(idea=Idea(change="Write guests a card by hand")))
    assert [each.experiment for each in search.similar(db, rosas.proposal.title, but_not=rosas.id)] == [
        draft.id
    ]
    assert found(db, "photograph") == [draft.id]
