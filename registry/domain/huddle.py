"""The huddle card: one customer's story, one learning and one thanks, for a team that stands together."""

from collections.abc import Iterable
from datetime import date
from math import gcd
from typing import NamedTuple

from registry.domain.experiment import Dossier, has_ended
from registry.domain.proposal import Voice
from registry.domain.sentence import Sentence, sentence
from registry.domain.standing import Standing, standing_of

LONGEST_STRIDE = 500
"""Places; so many steps are enough to choose from."""


class Candidate(NamedTuple):
    """Something that could stand on the card from the day after *since*."""

    since: date
    number: int
    """Of the experiment, or of the fact."""


class Story(NamedTuple):
    """A customer's words, and what came of them."""

    experiment: int
    tried: str
    words: str
    source: str
    came: Sentence
    learned: str = ""
    """The one sentence that its team would tell another one; empty once it was found not to hold."""


class Told(NamedTuple):
    """A learning: what its team would tell another one, and how firmly it stands."""

    experiment: int
    tried: str
    words: str
    standing: Standing


class Gratitude(NamedTuple):
    """A word of thanks; *whom* names somebody who agreed to it, and is empty for a team."""

    experiment: int
    tried: str
    words: str
    whom: str = ""


class Skipped(NamedTuple):
    """How often somebody asked for another one, of each part."""

    story: int = 0
    learning: int = 0
    thanks: int = 0


class Card(NamedTuple):
    """What stands on the card of one day; a part that there is nothing for is None."""

    day: date
    story: Story | None = None
    learning: Told | None = None
    thanks: Gratitude | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell yet."""
        return self.story is None and self.learning is None and self.thanks is None


def turns(pool: Iterable[Candidate], day: date, part: int = 0) -> tuple[int, ...]:
    """The numbers of *pool* in the order in which *day* offers them: the first stands on the card.

    What is new stands there on the day after it came; then the others have their turns, each once
    before any comes again. So the card is the same all day, and another one on the next day as soon as
    there are two. On the very first day, what came first stands there at once. Each *part* of the card
    goes through the same pool in another order.
    """
    every = sorted(pool)
    known = [each for each in every if each.since < day]
    if not known:
        return tuple(each.number for each in every if each.since == day)
    came = known[-1].since
    many, days = len(known), (day - came).days - 1
    stride = _stride(many, came.toordinal() + part)
    return tuple(known[(many - 1 + (days + n) * stride) % many].number for n in range(many))


def _stride(many: int, choice: int) -> int:
    """A step that meets each of *many* once before any again; which one depends on *choice*."""
    steps = [step for step in range(1, min(many, LONGEST_STRIDE)) if gcd(step, many) == 1]
    return steps[choice % len(steps)] if steps else 1


def story_of(dossier: Dossier, today: date) -> Story | None:
    """The customer's words that *dossier* began with, and what came of them; None for another beginning."""
    quote = dossier.proposal.quote
    if quote.voice is not Voice.CUSTOMER or not quote.words or dossier.pilot is None:
        return None
    learning = dossier.learning
    # What was found not to hold since is not read out beside the words as if it still did.
    holds = learning is not None and standing_of(dossier) is not Standing.CONTRADICTED
    learned = learning.tell_others if learning is not None and holds else ""
    came = _what_came(dossier, today)
    return Story(dossier.id, dossier.proposal.title, quote.words, quote.source, came, learned)


def told_of(dossier: Dossier) -> Told | None:
    """What the team of *dossier* would tell another one; None while it does not say."""
    learning, standing = dossier.learning, standing_of(dossier)
    if learning is None or standing is None or not learning.tell_others:
        return None
    return Told(dossier.id, dossier.proposal.title, learning.tell_others, standing)


def _what_came(dossier: Dossier, today: date) -> Sentence:
    """What came of the words that *dossier* began with, as far as it is known *today*."""
    decision, pilot = dossier.decision, dossier.pilot
    if decision is not None:
        return sentence(f"huddle-came-{decision.choice}")
    if pilot is None or has_ended(dossier, today):
        return sentence("huddle-came-ended")
    return sentence("huddle-came-running", day=pilot.until.isoformat())
