"""How healthy the trying is, in words: each figure with what it is about, “of 14”."""

from collections.abc import Iterator, Sequence

from registry.domain.trying import SHARES, Figure, Told, Trying
from registry.sentences import day_text, say


def in_words(period: Told, figure: Figure) -> str:
    """One figure of a period in a sentence."""
    of = len(period.decided)
    if figure in SHARES:
        return say(f"trying-{figure}", count=len(period.having[figure]), of=of)
    fewest, most = period.days[figure]
    if fewest is None:
        return say(f"trying-{figure}-not_yet", of=of)
    if most is None:
        return say(f"trying-{figure}-open", fewest=fewest, of=of)
    return say(f"trying-{figure}", fewest=fewest, most=most, of=of)


def span(period: Told) -> str:
    """From its first to its last day."""
    return say("trying-span", first=day_text(period.first), last=day_text(period.last))


def lowest_to_highest(periods: Sequence[Told], figure: Figure) -> str:
    """Between which shares the periods lie; empty where there are not two to compare."""
    if figure not in SHARES or len(periods) < 2:
        return ""
    percents = [period.percent(figure) for period in periods]
    return say("trying-range", lowest=min(percents), highest=max(percents))


def lines(whole: Told, found: Trying) -> Iterator[str]:
    """All of it as text."""
    yield say("page-trying")
    yield say("trying-about", count=len(whole.decided), span=span(whole))
    for figure in Figure:
        yield f"\n{say(f'trying-{figure}-title')}: {in_words(whole, figure)}"
        yield from (f"- {span(period)}: {in_words(period, figure)}" for period in found.periods)


def behind(found: Trying, figure: str, first: str) -> tuple[str, tuple[int, ...]] | None:
    """The sentence of one *figure*, and the experiments behind it; None where it may not be told.

    *first* is the first day of a period; without one it is that of all periods together.
    """
    periods = {each.first.isoformat(): each for each in found.periods}
    period = periods.get(first) if first else found.whole
    if period is None:
        return None
    named = Figure(figure)
    sentence = f"{say(f'trying-{named}-title')}: {in_words(period, named)} ({span(period)})"
    return sentence, period.having.get(named, period.decided)
