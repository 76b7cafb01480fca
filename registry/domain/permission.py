"""Who may do what: one table, asked by pages for what they show and by services for what they do."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from registry.domain.experiment import Experiment, experiment_code
from registry.domain.person import Asking, Person, Role, is_steward, share_team
from registry.domain.sentence import Refusal


class Who(StrEnum):
    """In which capacity somebody may do something."""

    EVERYBODY = "everybody"
    TEAM = "team"
    REVIEWER = "reviewer"
    LEADER = "leader"
    STEWARD = "steward"


class NotAllowed(Refusal):
    """Somebody asked for what others do; the sentence says who."""


def is_of_team(person: Person, experiment: Experiment | None) -> bool:
    """Whether *person* proposed *experiment* or works in the team that did."""
    if experiment is None:
        return False
    return person.id == experiment.by or share_team(person.team, experiment.team)


CAPACITIES: Mapping[Who, Callable[[Person, Experiment | None], bool]] = {
    Who.EVERYBODY: lambda _person, _experiment: True,
    Who.TEAM: is_of_team,
    Who.REVIEWER: lambda person, experiment: (
        Role.REVIEWER in person.roles and not is_of_team(person, experiment)
    ),
    Who.LEADER: lambda person, _experiment: Role.LEADER in person.roles,
    Who.STEWARD: lambda person, _experiment: is_steward(person),
}
"""When somebody acts in a capacity. A reviewer never reviews what their own team proposed."""

Act: TypeAlias = str

EVERYBODY = (Who.EVERYBODY,)
TEAM = (Who.TEAM,)
TEAM_OR_STEWARD = (Who.TEAM, Who.STEWARD)
REVIEWER = (Who.REVIEWER,)
STEWARD = (Who.STEWARD,)

PERMISSIONS: Mapping[Act, tuple[Who, ...]] = {
    "propose": EVERYBODY,
    "look": EVERYBODY,
    "cite": EVERYBODY,
    "thank": EVERYBODY,
    "ask": EVERYBODY,
    "hear": EVERYBODY,
    "estimate_cost": EVERYBODY,
    "collect": EVERYBODY,
    "agree_to_be_named": EVERYBODY,
    "see_draft": TEAM_OR_STEWARD,
    "edit": TEAM,
    "submit": TEAM_OR_STEWARD,
    "ask_function": TEAM_OR_STEWARD,
    "answer_function": EVERYBODY,
    "converse": TEAM_OR_STEWARD,
    "make_case": TEAM_OR_STEWARD,
    "stand_up": EVERYBODY,
    "ask_reviewer": (Who.TEAM, Who.REVIEWER, Who.STEWARD),
    "review": REVIEWER,
    "pass_on": REVIEWER,
    "talk": REVIEWER,
    "conclude": REVIEWER,
    "accept": TEAM_OR_STEWARD,
    "supply": TEAM_OR_STEWARD,
    "sign_door": REVIEWER,
    "plan": TEAM_OR_STEWARD,
    "start": TEAM_OR_STEWARD,
    "amend": TEAM_OR_STEWARD,
    "note": TEAM_OR_STEWARD,
    "stop": TEAM_OR_STEWARD,
    "read": TEAM_OR_STEWARD,
    "decide": TEAM_OR_STEWARD,
    "learn": TEAM_OR_STEWARD,
    "use": TEAM_OR_STEWARD,
    "reply": TEAM_OR_STEWARD,
    "withdraw": TEAM_OR_STEWARD,
    "describe_organisation": STEWARD,
    "change_policy": STEWARD,
    "give_roles": STEWARD,
    "move_somebody": STEWARD,
    "end_sign_ins": STEWARD,
    "read_history": STEWARD,
    "redact": STEWARD,
    "back_up": STEWARD,
    "restore": STEWARD,
    "fill_demo": STEWARD,
}
"""What may be done, and in which capacities: any one of them is enough."""


def is_allowed(person: Person, act: Act, experiment: Experiment | None = None) -> bool:
    """Whether *person* may do *act*, to *experiment* where it is about one."""
    return not person.has_left and any(CAPACITIES[who](person, experiment) for who in PERMISSIONS[act])


def check_allowed(asking: Asking, act: Act, experiment: Experiment | None = None) -> None:
    """Raise NotAllowed when who asks may not do *act*, to *experiment* where it is about one."""
    if not is_allowed(asking.person, act, experiment):
        code = "" if experiment is None else experiment_code(experiment.id)
        team = "" if experiment is None else experiment.team
        raise NotAllowed(f"not-allowed-{act}", code=code, team=team, has_team=int(bool(team)))
