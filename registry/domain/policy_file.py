"""A policy as it is written in TOML: read, and refused with the place that does not fit.

The format has no words for a rule that a worse answer could escape: conditions are "all" and "any",
they always mean "at this level or higher", and a weight below one is refused.
"""

import tomllib
from collections.abc import Mapping

from pydantic import ValidationError

from registry.domain.policy import Knockout, Levels, Lever, Panel, Policy
from registry.domain.policy_written import (
    MOST_LEVERS,
    NUMBERS,
    PolicyRefused,
    Written,
    WrittenKnockout,
    WrittenLever,
    check_cuts,
    check_ids,
    check_owners,
    check_panel,
    check_score,
    check_weights,
)
from registry.domain.risk import BY_NAME, QUESTIONS, Cuts, top_level

__all__ = ["PolicyRefused", "parse_policy"]

MOST_CHARACTERS = 50_000
"""Of a file; the first policy has 4,000, and nobody audits more."""
LONGEST_LINE = 1_000
"""Characters; a name of thousands of parts would keep TOML's reader busy for minutes."""


def parse_policy(toml_text: str) -> Policy:
    """The policy written in *toml_text*; raises `PolicyRefused` for anything that is not one."""
    written = _read(toml_text)
    check_score(written.score)
    check_cuts(written.cuts)
    check_weights(written.weights)
    check_ids(item.id for item in written.knockout)
    check_ids(item.id for item in written.lever)
    check_panel(written.review)
    check_owners(written.owners)
    if len(written.lever) > MOST_LEVERS:
        raise PolicyRefused("policy-too-many-levers", most=MOST_LEVERS)
    return Policy(
        version=written.version,
        date=written.date,
        near_hinge=written.score.near_hinge,
        one_way=written.score.one_way,
        cuts={question.name: tuple(written.cuts[question.name]) for question in NUMBERS},
        weights={question.name: written.weights[question.name] for question in QUESTIONS},
        knockouts=tuple(_knockout(item, written.cuts) for item in written.knockout),
        levers=tuple(_lever(item, written.cuts) for item in written.lever),
        panel=Panel(
            reviewers=written.review.reviewers,
            functions=written.review.functions,
            voices=tuple(written.review.voices),
            days=written.review.days,
        ),
        owners={function: tuple(questions) for function, questions in written.owners.items()},
    )


def _read(toml_text: str) -> Written:
    if len(toml_text) > MOST_CHARACTERS:
        raise PolicyRefused("policy-too-long", most=MOST_CHARACTERS)
    for number, line in enumerate(toml_text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise PolicyRefused("policy-line-too-long", line=number, most=LONGEST_LINE)
    try:
        return Written.model_validate(tomllib.loads(toml_text))
    except ValidationError as error:
        raise _misfit(error) from error
    except RecursionError as error:
        raise PolicyRefused("policy-too-deep") from error
    except ValueError as error:  # no TOML, or a number of thousands of digits
        raise PolicyRefused("policy-not-toml", problem=str(error)) from error


def _misfit(error: ValidationError) -> PolicyRefused:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return PolicyRefused("policy-unknown-key", where=where)
    if first["type"] == "missing":
        return PolicyRefused("policy-missing-key", where=where)
    return PolicyRefused("policy-misfit", where=where, problem=first["msg"])


def _knockout(written: WrittenKnockout, cuts: Cuts) -> Knockout:
    if not written.all:
        raise PolicyRefused("policy-knockout-empty", entry=written.id)
    knockout = Knockout(
        id=written.id,
        all=_levels(written.id, written.all, cuts),
        any=_levels(written.id, written.any, cuts),
        says=" ".join(written.says.split()),
    )
    for name, reached in (*knockout.all.items(), *knockout.any.items()):
        if reached == 0:  # met by every answer, so it would say nothing or close every door
            raise PolicyRefused("policy-condition-always", entry=written.id, name=name)
    return knockout


def _lever(written: WrittenLever, cuts: Cuts) -> Lever:
    at_most = _levels(written.id, written.at_most, cuts)
    for name, highest in at_most.items():
        if highest == top_level(BY_NAME[name], cuts):
            raise PolicyRefused("policy-lever-idle", entry=written.id, name=name)
    return Lever(id=written.id, effort=written.effort, at_most=at_most)


def _levels(entry: str, written: Mapping[str, int | str], cuts: Cuts) -> Levels:
    """The levels that *written* names: a choice's by its answer, a number's by its level."""
    found: dict[str, int] = {}
    for name, named in written.items():
        if name not in BY_NAME:
            raise PolicyRefused("policy-unknown-question", where=entry, name=name)
        question = BY_NAME[name]
        top = top_level(question, cuts)
        allowed = question.values or tuple(range(top + 1))
        if named not in allowed:
            choices = ", ".join(map(str, allowed))
            raise PolicyRefused(
                "policy-unknown-level", entry=entry, name=name, given=str(named), choices=choices
            )
        found[name] = allowed.index(named)
    return found
