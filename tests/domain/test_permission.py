"""Who may do what, written here once more by hand: changing a row of the table changes a row below."""

from itertools import chain, combinations

import pytest

from registry.domain.experiment import Experiment
from registry.domain.permission import PERMISSIONS, NotAllowed, Who, check_allowed, is_allowed, is_of_team
from registry.domain.person import Person, Role
from registry.domain.proposal import Proposal
from registry.sentences import say
from tests.nouns import NOON, OLGA, STELLA, asking


def somebody(name: str, team: str, *roles: Role, has_left: bool = False) -> Person:
    return Person(
        id=10, name=name, email="x@example.org", team=team, roles=frozenset(roles), has_left=has_left
    )


def experiment(team: str = "Parcels") -> Experiment:
    """What Olga proposed while she worked in *team*."""
    return Experiment(
        id=7,
        at=NOON,
        by=OLGA.id,
        team=team,
        version=1,
        changed_at=NOON,
        changed_by=OLGA.id,
        proposal=Proposal(),
    )


PEOPLE = {
    "proposer": OLGA.model_copy(update={"team": "Returns"}),
    "teammate": somebody("Tom Teammate", "Parcels"),
    "neighbour": somebody("Nora Neighbour", "Counter"),
    "own reviewer": somebody("Rick Reviewer", "Parcels", Role.REVIEWER),
    "reviewer": somebody("Rosa Reviewer", "Counter", Role.REVIEWER),
    "leader": somebody("Lena Leader", "Management", Role.LEADER),
    "steward": STELLA,
    "gone": somebody("Gus Gone", "Parcels", *Role, has_left=True),
}
"""Olga proposed it while she worked in Parcels, and works in Returns now."""

MAY = {
    "propose": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "look": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "cite": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "thank": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "ask": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "hear": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "estimate_cost": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "collect": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "agree_to_be_named": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "use": "proposer, teammate, own reviewer, steward",
    "reply": "proposer, teammate, own reviewer, steward",
    "see_draft": "proposer, teammate, own reviewer, steward",
    "edit": "proposer, teammate, own reviewer",
    "submit": "proposer, teammate, own reviewer, steward",
    "ask_function": "proposer, teammate, own reviewer, steward",
    "answer_function": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "converse": "proposer, teammate, own reviewer, steward",
    "make_case": "proposer, teammate, own reviewer, steward",
    "stand_up": "proposer, teammate, neighbour, own reviewer, reviewer, leader, steward",
    "ask_reviewer": "proposer, teammate, own reviewer, reviewer, steward",
    "review": "reviewer",
    "pass_on": "reviewer",
    "talk": "reviewer",
    "conclude": "reviewer",
    "sign_door": "reviewer",
    "accept": "proposer, teammate, own reviewer, steward",
    "supply": "proposer, teammate, own reviewer, steward",
    "plan": "proposer, teammate, own reviewer, steward",
    "start": "proposer, teammate, own reviewer, steward",
    "amend": "proposer, teammate, own reviewer, steward",
    "note": "proposer, teammate, own reviewer, steward",
    "stop": "proposer, teammate, own reviewer, steward",
    "read": "proposer, teammate, own reviewer, steward",
    "decide": "proposer, teammate, own reviewer, steward",
    "learn": "proposer, teammate, own reviewer, steward",
    "withdraw": "proposer, teammate, own reviewer, steward",
    "describe_organisation": "steward",
    "change_policy": "steward",
    "give_roles": "steward",
    "move_somebody": "steward",
    "end_sign_ins": "steward",
    "read_history": "steward",
    "redact": "steward",
    "back_up": "steward",
    "restore": "steward",
    "fill_demo": "steward",
}


def test_every_act_is_in_the_table():
    assert set(PERMISSIONS) == set(MAY)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("act", MAY)
def test_each_may_do_what_the_table_says_and_nothing_else(act: str, who: str):
    asked = asking(person=PEOPLE[who])

    may = is_allowed(asked.person, act, experiment())

    assert may is (who in MAY[act].split(", "))
    if may:
        check_allowed(asked, act, experiment())
    else:
        with pytest.raises(NotAllowed):
            check_allowed(asked, act, experiment())


@pytest.mark.parametrize("act", MAY)
@pytest.mark.parametrize("team", ["Parcels", ""])
def test_a_refusal_names_those_who_may(act: str, team: str):
    with pytest.raises(NotAllowed) as refusal:
        check_allowed(asking(person=PEOPLE["gone"]), act, experiment(team))

    only, _, then = say(refusal.value.sentence).partition(". ")
    named = only.partition(", and never ")[0]
    the_team = f"somebody of the team “{team}”" if team else "whoever proposed it"
    assert only.startswith("Only ")
    assert then, "it says what next"
    assert (Who.TEAM in PERMISSIONS[act]) is (the_team in named)
    assert (Who.STEWARD in PERMISSIONS[act]) is ("a steward" in named)
    assert (Who.REVIEWER in PERMISSIONS[act]) is ("a reviewer" in named)
    assert (Who.EVERYBODY in PERMISSIONS[act]) is ("somebody who works here now" in named)


def test_what_nobody_named_a_team_for_is_its_proposers_alone():
    without = experiment(team="")

    assert is_of_team(OLGA, without)
    assert not is_of_team(somebody("Nobody’s", ""), without)
    assert not is_of_team(PEOPLE["teammate"], without)


@pytest.mark.parametrize(
    ("theirs", "is_one"),
    [("parcels", True), (" PARCELS ", True), ("Parcels 2", False), ("", False), ("  ", False)],
)
def test_a_team_is_one_however_it_is_written(theirs: str, is_one: bool):
    assert is_of_team(somebody("Tom", theirs), experiment("Parcels")) is is_one


def test_a_role_more_never_takes_a_permission_away():
    roles = [frozenset(some) for n in range(4) for some in combinations(Role, n)]
    pairs = [(fewer, more) for fewer in roles for more in roles if fewer < more]

    for act, team, (fewer, more) in (
        (act, team, pair) for act in MAY for team in ("Parcels", "Counter") for pair in pairs
    ):
        assert is_allowed(somebody("A", team, *more), act, experiment()) >= is_allowed(
            somebody("A", team, *fewer), act, experiment()
        )


def test_no_role_lets_anybody_review_what_their_own_team_proposed():
    everything = chain.from_iterable(combinations(Role, n) for n in range(4))

    colleagues = [somebody("A", "Parcels", *some) for some in everything]
    assert not any(
        is_allowed(colleague, act, experiment())
        for colleague in colleagues
        for act in ("review", "pass_on", "talk", "conclude", "sign_door")
    )
