"""Ten example cases to practise on: somebody's idea, its fourteen answers, and the door that they make.

Each is a TOML file in this folder. To add one, write one more file; no code is needed. Its answers
are those of `python -m registry assess`; what nobody there knows stands in `unknown`. Tests check its door.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from registry.domain.assessment import Assessment, Door, assess
from registry.domain.organisation import Organisation, check_organisation
from registry.domain.policy import Policy
from registry.domain.proposal import Idea, Quote
from registry.domain.risk import NAMES, RiskProfile
from registry.domain.sentence import Refusal
from registry.domain.text import Text, check_lengths
from registry.sentences import say

FOLDER = resources.files("registry.services.cases")
ASKED = 5
"""How many questions of a case decide it."""
LONGEST = 1_000
"""Characters of one text: a case is read in a minute."""


class CaseRefused(Refusal):
    """A case file cannot be used as it is; the sentence says which and why."""


class ExampleCase(BaseModel):
    """An everyday idea whose door is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """The file's name."""
    title: Text
    organisation: Organisation
    """Whose idea it is: how large they are, and what their places are called."""
    quote: Quote
    idea: Idea
    answers: RiskProfile
    unknown: tuple[str, ...] = ()
    """The questions that nobody there can answer yet."""
    ask: tuple[str, ...]
    """The five questions that decide it."""
    why: Mapping[str, Text]
    """Why it is this answer, for the questions over which people differ."""
    door: Door
    near_hinge: bool = False
    because: Text
    """What the door is, and why, in a few sentences."""
    smaller: Text
    """What would make it smaller."""
    instead: Mapping[str, Any] = {}
    """The answers that it would have then."""

    def judged(self, answers: RiskProfile, policy: Policy) -> Assessment:
        """The door that *answers* would make of this idea, in this organisation."""
        return assess(answers, policy, self.organisation.yearly_revenue)

    def with_own(self, own: Mapping[str, Any]) -> RiskProfile:
        """The case's answers, with somebody's *own* in their place, an “I don't know” too."""
        answers = self.answers
        for name, answer in own.items():
            answers = answers.with_answer(name, answer)
        return answers


@cache
def cases() -> tuple[ExampleCase, ...]:
    """Every case, in the order of the files' names. Raises CaseRefused for one that cannot be used."""
    files = sorted(
        (each for each in FOLDER.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    return tuple(
        case_from(each.name.removesuffix(".toml"), each.read_text(encoding="utf-8")) for each in files
    )


def case_from(name: str, text: str) -> ExampleCase:
    """The case that *text* describes. Raises CaseRefused where it is none, or leaves something out."""
    try:
        case = ExampleCase.model_validate({"name": name, **tomllib.loads(text)})
        check_lengths(case, LONGEST)
        check_organisation(case.organisation)
        case.with_own(case.instead)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CaseRefused("case-misfit", file=name, where=where, problem=first["msg"]) from error
    except (tomllib.TOMLDecodeError, RecursionError, TypeError) as error:
        raise CaseRefused("case-not-toml", file=name, problem=str(error)) from error
    except Refusal as refusal:
        raise CaseRefused("case-refused", file=name, problem=say(refusal.sentence)) from refusal
    _check_complete(case)
    return case


def check_door(case: ExampleCase, policy: Policy) -> None:
    """Raise CaseRefused when *policy* makes another door of *case* than the case says it is."""
    found = case.judged(case.answers, policy)
    if (found.door, found.near_hinge) != (case.door, case.near_hinge):
        raise CaseRefused(
            "case-other-door", file=case.name, said=say(_spoken(case)), found=say(_spoken(found))
        )
    smaller = case.judged(case.with_own(case.instead), policy)
    if (smaller.door, smaller.near_hinge) != (Door.TWO_WAY, False):
        raise CaseRefused("case-not-smaller", file=case.name, found=say(_spoken(smaller)))


def _spoken(judged: ExampleCase | Assessment) -> str:
    return "door-near_hinge" if judged.near_hinge else f"door-{judged.door}"


def _check_complete(case: ExampleCase) -> None:
    """Every question is answered or said to be unknown, once; five are asked; every text says something."""
    answered = {name for name in NAMES if case.answers.answer(name) is not None}
    for name in NAMES:
        if (name in answered) is (name in case.unknown):
            raise CaseRefused("case-answer-missing", file=case.name, question=name)
    for name in (*case.unknown, *case.ask, *case.why):
        if name not in NAMES:
            raise CaseRefused("case-unknown-question", file=case.name, question=name)
    if len(set(case.ask)) != ASKED or len(case.ask) != ASKED:
        raise CaseRefused("case-asks-otherwise", file=case.name, count=ASKED)
    for where, text in _texts(case).items():
        if not text:
            raise CaseRefused("case-says-nothing", file=case.name, where=where)


def _texts(case: ExampleCase) -> Mapping[str, str]:
    parts = {f"{part}.{name}": text for part in ("quote", "idea") for name, text in getattr(case, part)}
    own = {name: getattr(case, name) for name in ("title", "because", "smaller")}
    whys = {f"why.{name}": case.why.get(name, "") for name in (*case.ask, *case.why)}
    return {**own, **parts, **whys, "organisation.name": case.organisation.name}
