"""Why it is that door, and how far the other one is: sentences that a proposer can argue with."""

from collections.abc import Mapping, Sequence

from registry.domain.policy import Knockout, Policy
from registry.domain.risk import QUESTIONS, AtMost, Bounds, Question, RiskProfile, level_of
from registry.domain.scale import Outcome, scale_of
from registry.domain.sentence import Sentence, sentence


def reasons(
    profile: RiskProfile, between: Sequence[Bounds], policy: Policy, yearly_revenue: float | None
) -> tuple[Sentence, ...]:
    """Knock-outs first, then every answer that weighs at its worst, heaviest first; never empty.

    A knock-out that an open answer may still rule out is told as a possibility.
    """
    scale = scale_of(policy)
    certain = scale.knockouts(scale.climbed(levels.low for levels in between))
    possible = scale.knockouts(scale.climbed(levels.high for levels in between))
    knockouts = [
        _knockout(each, is_certain=each.id in certain) for each in policy.knockouts if each.id in possible
    ]
    weighing = [place for place, levels in enumerate(between) if levels.high > 0]
    weighing.sort(key=lambda place: -scale.ladders[place][between[place].high].bit_count())
    answers = [
        _reason(QUESTIONS[place], profile, between[place].high, policy, yearly_revenue) for place in weighing
    ]
    return (*knockouts, *answers) or (sentence("reason-nothing"),)


def _knockout(knockout: Knockout, *, is_certain: bool) -> Sentence:
    """What knocks out: in the policy's own words where it has some, else in the catalogue's."""
    ending = "" if is_certain else "-possible"
    if knockout.says:
        return sentence(f"knockout-own{ending}", says=knockout.says)
    return sentence(f"knockout-{knockout.id}{ending}")


def _reason(
    question: Question, profile: RiskProfile, highest: int, policy: Policy, yearly_revenue: float | None
) -> Sentence:
    answer = profile.answer(question.name)
    if answer is None:
        return sentence(f"reason-{question.name}-unknown")
    value = answer.at_most if isinstance(answer, AtMost) else answer
    if level_of(question, value, policy.cuts, yearly_revenue) is None:
        return sentence(f"reason-{question.name}-no-revenue")
    return sentence(f"reason-{question.name}-{highest}", **_borders(question, highest, policy))


def hinge_sentence(between: Sequence[Bounds], policy: Policy) -> Sentence:
    """The distance to the other door, at worst: the change of one answer that leads there.

    It is the one that moves the score least; ties go to the question asked first.
    """
    scale = scale_of(policy)
    worst = scale.climbed(levels.high for levels in between)
    one_way = scale.outcome(worst) is Outcome.ONE_WAY
    door = "one_way" if one_way else "two_way"
    nearest: tuple[int, int, int] | None = None
    for place, (_, now) in enumerate(between):
        ladder = scale.ladders[place]
        for then in range(now) if one_way else range(now + 1, len(ladder)):
            leads_there = (scale.outcome(scale.moved(worst, place, then)) is Outcome.ONE_WAY) is not one_way
            change = ((ladder[now] ^ ladder[then]).bit_count(), place, then)
            if leads_there and (nearest is None or change < nearest):
                nearest = change
    if nearest is None:
        return sentence(f"hinge-{door}-far")
    _, place, then = nearest
    return _hinge(door, QUESTIONS[place], between[place].high, then, policy)


def _hinge(door: str, question: Question, now: int, then: int, policy: Policy) -> Sentence:
    name = f"hinge-{door}-{question.name}"
    if question.kind == "choice":
        return sentence(name, now=now, then=then)
    # "more than 20 % instead of at most 5 %", or the other way round: the border passed on each side.
    cuts = policy.cuts[question.name]
    lower, higher = min(now, then), max(now, then)
    return sentence(name, at_most=_shown(cuts[lower]), more_than=_shown(cuts[higher - 1]))


def level_sentence(question: Question, level: int, policy: Policy) -> Sentence:
    """A level as people read it: the answer of a choice, the span or the everyday words of a number."""
    if question.kind == "choice":
        return sentence(f"answer-{question.name}-{question.values[level]}")
    return sentence(f"level-{question.name}-{level}", **_borders(question, level, policy))


def _borders(question: Question, at: int, policy: Policy) -> Mapping[str, str]:
    """Between which cuts a number of that level lies."""
    cuts = policy.cuts.get(question.name, ())
    borders = {"more_than": cuts[at - 1 : at], "at_most": cuts[at : at + 1]}
    return {side: _shown(cut) for side, cuts in borders.items() for cut in cuts}


def _shown(number: float) -> str:
    return f"{number:,.15g}"
