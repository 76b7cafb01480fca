"""The one catalogue of every sentence shown to a person, on a page or in a shell.

The sentences are Fluent files in this folder, one per subject; `say` turns a
`Sentence` of the domain into text, with plurals and grouped numbers.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentDate, FluentType
from fluent.syntax.ast import Junk

from registry.domain.sentence import Sentence, SentenceValue

LOCALE = "en-GB"
FOLDER = Path(__file__).parent
FLUENTS_MOST = 2_000
"""Characters of a value; Fluent refuses one of more than 2,500, so longer ones are put in after it."""


class UnknownSentence(KeyError):
    """The catalogue has no such sentence, or a value that it mentions was not given."""


@cache
def catalogue() -> FluentBundle:
    """Every sentence, read once. Raises ValueError for a file that is not well-formed Fluent."""
    bundle = FluentBundle([LOCALE], functions=FUNCTIONS, use_isolating=False)
    for path in sorted(FOLDER.glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        junk = [entry.content for entry in resource.body if isinstance(entry, Junk)]
        if junk:
            raise ValueError(f"{path.name}: not a sentence: {junk[0]!r}")
        bundle.add_resource(resource)
    return bundle


def say(spoken: Sentence | str, **values: SentenceValue) -> str:
    """The text of *spoken*, a `Sentence` or the name of one.

    Raises UnknownSentence when the catalogue lacks it or a value is missing.
    """
    if isinstance(spoken, Sentence) and spoken.said:
        return spoken.said
    name, given = (spoken.id, dict(spoken.values)) if isinstance(spoken, Sentence) else (spoken, values)
    bundle = catalogue()
    if not bundle.has_message(name):
        raise UnknownSentence(name)
    pattern = bundle.get_message(name).value
    if pattern is None:
        raise UnknownSentence(name)
    long = {key: text for key, text in given.items() if isinstance(text, str) and len(text) > FLUENTS_MOST}
    formatted, problems = bundle.format_pattern(pattern, given | {key: _stand_in(key) for key in long})
    if problems:
        raise UnknownSentence(f"{name}: {problems[0]}")
    said = str(formatted)
    for key, text in long.items():
        said = said.replace(_stand_in(key), text)
    return said


def _stand_in(key: str) -> str:
    # NUL stands in no text that anybody wrote.
    return f"\0{key}\0"


def kept(spoken: Sentence) -> Sentence:
    """*spoken* with its text, for what is stored: it will read as it did today."""
    return spoken.model_copy(update={"said": say(spoken)})


def day_text(day: date) -> str:
    """A day as people read it: 21 November 2026."""
    return format_date(day, "d MMMM y", locale=LOCALE.replace("-", "_"))


def _day(iso: str) -> FluentType:
    """`DAY($day)` in a sentence: the domain names a day as 2026-11-21, people read 21 November 2026."""
    return FluentDate.from_date(date.fromisoformat(iso), dateStyle="long")


def _p(p_value: float) -> str:
    """`P($p)` in a sentence: “p = 0.0312”, and “p < 0.0001” for what no data can tell from 0."""
    text = p_text(float(p_value))
    return f"p {text}" if text.startswith("<") else f"p = {text}"


def p_text(p_value: float | None) -> str:
    """A p-value as people read it: never 0, for no data can say that; an en dash for none."""
    if p_value is None:
        return "–"
    return "< 0.0001" if p_value < 0.0001 else f"{p_value:.4f}"


FUNCTIONS: dict[str, Callable[[Any], Any]] = {"DAY": _day, "P": _p}
"""What sentences may ask for besides plurals and numbers."""
