"""Why it is that door, and how far the other one is: sentences that a proposer can argue with."""

from collections.abc import Iterable, Sequence

from registry.domain.policy import Knockout, Policy
from registry.domain.risk import NAMES, QUESTIONS, Answer, AtMost, Bounds, Question, RiskProfile, level_of
from registry.domain.scale import Outcome, Scale, Steps, scale_of
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
    shut = sorted(
        (each for each in policy.knockouts if each.id in possible), key=lambda each: each.id not in certain
    )
    knockouts = [_knockout(each, is_certain=each.id in certain) for each in shut]
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
    borders = _borders(question, highest, policy, yearly_revenue)
    if question.kind != "amount" and isinstance(value, int | float):
        # Who said 30 % reads 30 %, not the border of its level.
        borders["at_most"] = _shown(value)
    bound = "yes" if isinstance(answer, AtMost) else "no"
    return sentence(f"reason-{question.name}-{highest}", bound=bound, **borders)


def only_allowed(reason: Sentence) -> bool:
    """Whether *reason* is no more than what an upper bound still allows, such as a row that was tapped."""
    return reason.values.get("bound") == "yes"


def hinge_sentence(
    profile: RiskProfile, between: Sequence[Bounds], policy: Policy, yearly_revenue: float | None
) -> Sentence:
    """The distance to the other door, at worst: the change of one answer that leads there.

    It is the one of fewest steps, then the one that moves the score least, then the one asked first. A
    two-way door names only a change that is near: one step; or two of an answer that was said, where
    that answer would not be one-way whatever the others are. (A smile is one-way if jobs are lost for it,
    but that is no distance.)
    """
    scale = scale_of(policy)
    worst = scale.climbed(levels.high for levels in between)
    one_way = scale.outcome(worst) is Outcome.ONE_WAY
    door = "one_way" if one_way else "two_way"
    changes = [
        (abs(then - now), (ladder[now] ^ ladder[then]).bit_count(), place, then)
        for place, ((_, now), ladder) in enumerate(zip(between, scale.ladders, strict=True))
        for then in (range(now) if one_way else _near(profile.answer(NAMES[place]), now, ladder, scale))
        if (scale.outcome(scale.moved(worst, place, then)) is Outcome.ONE_WAY) is not one_way
    ]
    if not changes:
        return sentence(f"hinge-{door}-far")
    _, _, place, then = min(changes)
    return _hinge(door, QUESTIONS[place], (between[place].high, then), policy, yearly_revenue)


def _near(answer: Answer, now: int, ladder: Sequence[Steps], scale: Scale) -> Iterable[int]:
    """The worse levels that are near enough to *now* to be named as a distance."""
    is_said = not isinstance(answer, AtMost)
    for then in range(now + 1, min(now + 3, len(ladder))):
        if then == now + 1 or (is_said and scale.outcome(ladder[then]) is not Outcome.ONE_WAY):
            yield then


def _hinge(
    door: str, question: Question, moved: tuple[int, int], policy: Policy, yearly_revenue: float | None
) -> Sentence:
    now, then = moved
    name = f"hinge-{door}-{question.name}"
    if question.kind == "choice":
        return sentence(name, now=now, then=then)
    # "more than 20 % instead of at most 5 %", or the other way round: the border passed on each side.
    lower = _borders(question, min(now, then), policy, yearly_revenue)
    higher = _borders(question, max(now, then), policy, yearly_revenue)
    return sentence(name, **(lower | higher | {key: lower[key] for key in lower if "at_most" in key}))


def level_sentence(question: Question, level: int, policy: Policy) -> Sentence:
    """A level as people read it: the answer of a choice, the span or the everyday words of a number."""
    if question.kind == "choice":
        return sentence(f"answer-{question.name}-{question.values[level]}")
    return sentence(f"level-{question.name}-{level}", **_borders(question, level, policy))


def _borders(
    question: Question, at: int, policy: Policy, yearly_revenue: float | None = None
) -> dict[str, str]:
    """Between which cuts a number of that level lies; those of an amount also as money, where it is known."""
    cuts = policy.cuts.get(question.name, ())
    sides = {
        side: cut
        for side, place in (("more_than", at - 1), ("at_most", at))
        for cut in cuts[max(place, 0) : place + 1]
    }
    borders = {side: _shown(cut) for side, cut in sides.items()}
    if question.kind != "amount":
        return borders
    if yearly_revenue is None:
        return borders | {"in_money": "no"}
    money = {f"{side}_money": _shown(_rounded(yearly_revenue * cut / 100)) for side, cut in sides.items()}
    return borders | money | {"in_money": "yes"}


def _rounded(money: float) -> float:
    """Whole money, and three figures below that: a border is no price."""
    return round(money) if money >= 100 else float(f"{money:.3g}")


def _shown(number: float) -> str:
    return f"{number:,.15g}"
