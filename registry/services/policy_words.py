"""A policy in words: its conditions, its bounds, an example, and what is otherwise from one to the next."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from registry.domain.difference import Difference
from registry.domain.history import Change
from registry.domain.plan import shortest_number
from registry.domain.policy import Knockout, Levels, Lever, Policy
from registry.domain.quick_check import ROWS
from registry.domain.reasons import level_sentence
from registry.domain.risk import BY_NAME, QUESTIONS, top_level
from registry.sentences import say
from registry.services.history import change_text, label_text

Entry = TypeVar("Entry", Knockout, Lever)


def question_text(name: str) -> str:
    """What the question *name* is about, in a few words: “worst harm to a customer”."""
    return label_text(f"answers.{name}")


def level_text(policy: Policy, name: str, level: int) -> str:
    """What the answers of that *level* say: “up to 1 %”."""
    return say(level_sentence(BY_NAME[name], level, policy))


def reached_texts(policy: Policy, levels: Levels) -> list[str]:
    """The conditions of a knock-out, one by one: this answer or a worse one."""
    return [
        say(
            "policy-reached",
            question=question_text(name),
            level=level_text(policy, name, level)
            if not _is_number(name)
            else above_text(policy, name, level),
            is_top=int(_is_number(name) or level == top_level(BY_NAME[name], policy.cuts)),
        )
        for name, level in levels.items()
    ]


def bound_texts(policy: Policy, levels: Levels) -> list[str]:
    """What a lever keeps the answers to, one by one: this answer or a better one."""
    return [
        say(
            "policy-bound",
            question=question_text(name),
            level=level_text(policy, name, level)
            if not _is_number(name)
            else up_to_text(policy, name, level),
        )
        for name, level in levels.items()
    ]


def above_text(policy: Policy, name: str, level: int) -> str:
    """The numbers of that *level* or a higher one, above 0, by the border below them: “more than 5 %”."""
    border = _numbers(policy.cuts[name][level - 1 : level])
    return say("policy-more-than", kind=BY_NAME[name].kind, border=border)


def up_to_text(policy: Policy, name: str, level: int) -> str:
    """The numbers of that *level* or a lower one, by the border above them: “up to 5 %”."""
    return say("policy-up-to", kind=BY_NAME[name].kind, border=_numbers(policy.cuts[name][level : level + 1]))


def _is_number(name: str) -> bool:
    return BY_NAME[name].kind != "choice"


class Weighed(NamedTuple):
    """One answer of an example: what it adds to the score is weight × level ÷ top."""

    name: str
    weight: int
    level: int
    top: int


def quick_check_at_worst(policy: Policy) -> tuple[Weighed, ...]:
    """The answers that weigh when all five rows of the quick check are true and each is at its worst."""
    return tuple(
        Weighed(name, policy.weights[name], level, top_level(BY_NAME[name], policy.cuts))
        for row in ROWS
        for name, level in row.at_most.items()
        if level
    )


def example_values(policy: Policy, weighed: Sequence[Weighed]) -> dict[str, str]:
    """The sum of *weighed* and the score that it makes, as one would write them."""
    points = sum((Fraction(each.weight * each.level, each.top) for each in weighed), Fraction())
    weights = sum(policy.weights.values())
    return {
        "points": f"{float(points):.2f}",
        "weights": str(weights),
        "score": f"{float(100 * points / weights):.1f}",
    }


def example_text(policy: Policy) -> str:
    """A score worked out by hand: the quick check at its worst."""
    weighed = quick_check_at_worst(policy)
    terms = ", ".join(
        say(
            "policy-example-term",
            question=question_text(each.name),
            weight=each.weight,
            level=each.level,
            top=each.top,
        )
        for each in weighed
    )
    return say("policy-example", terms=terms, **example_values(policy, weighed))


def knockout_text(knockout: Knockout) -> str:
    """What the knock-out is about, as a proposer would read it."""
    if knockout.says:
        return say("knockout-own", says=knockout.says)
    return say(f"knockout-{knockout.id}")


def condition_text(policy: Policy, knockout: Knockout) -> str:
    """When it knocks out."""
    every = " + ".join(reached_texts(policy, knockout.all))
    if not knockout.any:
        return say("policy-when", every=every)
    return say("policy-when-any", every=every, some=" / ".join(reached_texts(policy, knockout.any)))


def owned_text(questions: Iterable[str]) -> str:
    """The questions that a function owns."""
    return ", ".join(map(question_text, questions))


def change_texts(before: Policy, after: Policy) -> list[str]:
    """What *after* says otherwise than *before*, line by line; nothing when only number and day differ."""
    return [
        change_text(Change(what=each.field, before=str(each.before), after=str(each.after)))
        for each in policy_differences(before, after)
        if each.field != "policy.version"
    ]


def policy_differences(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """What *after* says otherwise than *before*, both in words."""
    pairs = (
        ("policy.version", str(before.version), str(after.version)),
        ("policy.near_hinge", str(before.near_hinge), str(after.near_hinge)),
        ("policy.one_way", str(before.one_way), str(after.one_way)),
        *_by_name("policy.weight", _weights(before), _weights(after)),
        *_by_name("policy.cuts", _cuts(before), _cuts(after)),
        *_by_name("policy.knockout", _knockouts(before), _knockouts(after)),
        *_by_name("policy.lever", _levers(before), _levers(after)),
        ("policy.panel", panel_text(before), panel_text(after)),
        *_by_name("policy.owner", _owners(before), _owners(after)),
    )
    return tuple(Difference(field=what, before=was, after=now) for what, was, now in pairs if was != now)


def _by_name(
    what: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*before, *after)):
        yield what, before.get(name, ""), after.get(name, "")


def _weights(policy: Policy) -> dict[str, str]:
    return {
        each.name: say("policy-weighed", question=question_text(each.name), weight=policy.weights[each.name])
        for each in QUESTIONS
    }


def _cuts(policy: Policy) -> dict[str, str]:
    return {
        name: say("policy-bound", question=question_text(name), level=_numbers(cuts))
        for name, cuts in policy.cuts.items()
    }


def _numbers(cuts: Sequence[float]) -> str:
    return " / ".join(f"{shortest_number(float(cut)):,}" for cut in cuts)


def _knockouts(policy: Policy) -> dict[str, str]:
    return _each(policy.knockouts, lambda each: f"{knockout_text(each)} {condition_text(policy, each)}")


def _levers(policy: Policy) -> dict[str, str]:
    def told(lever: Lever) -> str:
        bounds = "; ".join(bound_texts(policy, lever.at_most))
        return say("policy-lever", lever=say(f"lever-{lever.id}"), effort=lever.effort, bounds=bounds)

    return _each(policy.levers, told)


def _each(entries: Iterable[Entry], told: Callable[[Entry], str]) -> dict[str, str]:
    return {entry.id: told(entry) for entry in entries}


def panel_text(policy: Policy) -> str:
    """Who looks at a one-way door, and how long one waits for an answer."""
    panel = policy.panel
    voices = ", ".join(panel.voices) or say("policy-no-voices")
    who = say("policy-panel", reviewers=panel.reviewers, functions=panel.functions, voices=voices)
    return f"{who} {say('policy-panel-days', days=panel.days)}"


def _owners(policy: Policy) -> dict[str, str]:
    return {
        function: say("policy-owner", function=function, questions=owned_text(questions))
        for function, questions in policy.owners.items()
    }
