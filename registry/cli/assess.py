"""`assess`: which door is it? Answers to the risk questions in, doors and their reasons out."""

import math
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any, TypeAlias

from registry.cli.command import Command
from registry.cli.printing import two_columns
from registry.cli.reading import each, read_json
from registry.domain.assessment import Assessment, assess
from registry.domain.policy import Policy
from registry.domain.risk import RiskProfile
from registry.sentences import say
from registry.services.home_folder import has_own_policy
from registry.services.policy_shipped import newest_shipped

Answer: TypeAlias = Assessment | list[Assessment]


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("profile", metavar="PROFILE.json", help=say("cli-assess-profile"))
    parser.add_argument("--yearly-revenue", type=float, metavar="N", help=say("cli-assess-revenue"))


def run(args: Namespace) -> Answer:
    """The assessment of one risk profile, or of each in a list, under the policy in force.

    That is the organisation's own where it adopted one in the registry that REGISTRY_HOME names.
    """
    in_force = _in_force()

    def assessed(given: object) -> Assessment:
        return assess(RiskProfile.model_validate(given), in_force, args.yearly_revenue)

    given = read_json(args.profile)
    return each(given, assessed) if isinstance(given, list) else assessed(given)


def _in_force() -> Policy:
    if not has_own_policy():
        return newest_shipped()
    from registry.services.policy import policy  # noqa: PLC0415 - half a second, only where it is needed

    return policy()


def plain(answer: Answer) -> Any:
    if isinstance(answer, list):
        return [plain(assessment) for assessment in answer]
    values = answer.model_dump(mode="json", exclude={"hinge"})
    return values | {"reasons": [say(reason) for reason in answer.reasons]}


def table(answer: Answer) -> list[str]:
    if isinstance(answer, list):
        return _numbered(answer) or [say("cli-assess-none")]
    door = "near_hinge" if answer.near_hinge else answer.door
    # Cut, not rounded: a score of 29.96 is not at the hinge and must not read as 30.
    low, high = (f"{math.floor(score * 10) / 10:.1f}" for score in (answer.score_low, answer.score))
    rows = [(say("cli-assess-door"), say(f"door-{door}"))]
    rows += [(say("cli-assess-score"), say("cli-assess-score-between", low=low, high=high))]
    rows += [(say("cli-assess-hinge"), say(answer.hinge))] if answer.hinge else []
    if answer.settling_question:
        rows += [(say("cli-assess-ask-first"), say(f"question-{answer.settling_question}"))]
    rows += [(say("cli-assess-because"), say(reason)) for reason in answer.reasons]
    titles = [", ".join(say(f"lever-{lever}") for lever in levers) for levers in answer.levers]
    if answer.door == "one_way" or answer.near_hinge:
        rows += [(say("cli-assess-would-help"), text) for text in titles or [say("levers-none")]]
    return two_columns(rows)


def _numbered(answers: Sequence[Assessment]) -> list[str]:
    """The table of each answer below its place in the list, a blank line between them."""
    lines: list[str] = []
    for position, answer in enumerate(answers, start=1):
        lines += [""] if lines else []
        lines += [say("cli-assess-position", position=position, count=len(answers)), *table(answer)]
    return lines


COMMAND = Command(arguments, run, plain, table)
