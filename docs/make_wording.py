"""The text of wording.md: families and guards from the rules, and the shares that were measured."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from registry.domain.wording_rules import Family, Guard, Rules, WordingKind
from registry.services.wording import pointed_at, wording_rules

TESTS = Path(__file__).parent.parent / "tests" / "services"

INTRODUCTION = """\
# The wording check

<!-- Written by docs/make_wording.py (`make docs`) from the rules; do not edit it here. -->

Somebody writes what was learned. Where one of their own sentences points at a person, the check asks a
question below the field: not *who*, but *what* or *how*. “Lena forgot the second batch” meets “What made it
look right at the time?”, because the answer to that is what the next team can use. Looking back with what
we know now (“we should have asked the drivers”) and waving something aside (“a one-off”) get a softer note.

**It never blocks.** The question is an offer. The sentence may stay as it is, and is saved as it is: a
check that stands in the way teaches people to write around it, or to write nothing.

**It keeps no trace.** What it found is in no table, no history and no log, and nobody can see who was asked
what or how often. It gives no score. It is regular expressions in plain Python: no model, and nothing
leaves the machine.

**Customers' words are left alone**: everything between quotation marks of any kind, every line that begins
with `>`, and what is told as a customer's (“a guest said that the waiter forgot them”). Customers may
blame.

A sentence ends where a reader would end it, and at the end of its line. The first family below that finds
something, and that no guard spares, asks; so each sentence meets one question at most, and a field meets
three.

From a shell, `python -m registry wording FILE` tells the sentences that deserve a question, and `--json`
every sentence as `{"text", "kind", "span", "question"}`, with the span counted in characters of that text,
not of the file.
"""

ADDING = """
## To add a word, a pattern or a guard

Everything is TOML in [registry/services/wording](../registry/services/wording), and no code has to change:

1. Write the sentence into [wording_examples.toml](../tests/services/wording_examples.toml), under what the
   check is to make of it, and run `.venv/bin/python -m pytest -q tests/services/test_wording.py`. It fails.
2. Mostly a word is missing: add it to its list (a role, a verb of `sin`, a system). The verb
   “forget=forgot=forgotten” makes four lists: `<sin>` (forgot, forgets), `<sin.base>`, `<sin.done>` and
   `<sin.ing>`.
3. Else add a pattern to the family in `blame.toml` or `softer.toml`, or a guard to `guards.toml`. A guard
   may look `anywhere` in the sentence, or only `before`, `ahead` of, or `over` what was found. Patterns are
   written in words; [wording_pattern.py](../registry/domain/wording_pattern.py) explains their language in
   ten lines.
4. Run the test again: it names every other example that the change broke. Each family and each guard must
   be needed by some example, so that nothing idle stays. Then `make docs`.

Think of the kind of sentence, not of the one before you: a pattern of roles and verbs finds what nobody has
written yet, and one made of a sentence's own words finds that sentence.
"""

MEASURED = """
## How well it does

{examples} labelled sentences are tested one by one; the rules were written with them in view, so they say
nothing about others. Another {unseen} were put away, most of them written by another hand who had not seen
the rules ([wording_unseen.toml](../tests/services/wording_unseen.toml)). On those:

| | |
|---|---|
| blame that is found (recall) | {found} of {blame}: {recall:.2f} |
| what is called blame and is (precision) | {found} of {said}: {precision:.2f} |
| innocent sentences that meet a question of any kind | {asked} of {innocent} |
| hindsight that gets its softer note | {hindsight} |
| deflection that gets its softer note | {deflection} |

`make docs` measures this anew, and `make test` fails below a precision of 0.90 or a recall of 0.80. Whoever
looks at a sentence put away to write a rule for it moves it to the examples, and writes a new one in its
place. What is missed is mostly blame without a word of blame in it (“the caretaker had switched the heating
off again”).

It reads English. Ten thousand sentences take about three seconds on one core; the time grows with the
text's length whatever stands in it, for no pattern repeats without an end.
"""


def page() -> str:
    """The whole page."""
    rules = wording_rules()
    return "\n".join(
        [
            INTRODUCTION,
            "## What it looks for",
            "",
            "| family | kind | what it is | the question |",
            "|---|---|---|---|",
            *map(_family_row, rules.families),
            "",
            "## What it spares",
            "",
            "| guard | what it knows | spares |",
            "|---|---|---|",
            *_guard_rows(rules),
            ADDING.rstrip(),
            _measured(),
        ]
    )


def _family_row(family: Family) -> str:
    return f"| `{family.name}` | {family.kind} | {family.note} | {family.question} |"


def _guard_rows(rules: Rules) -> Iterator[str]:
    names = {family.name for family in rules.families}
    for guard in rules.guards:
        if guard.note:
            yield f"| `{guard.name}` | {guard.note} | {_spared(guard, names)} |"


def _spared(guard: Guard, names: set[str]) -> str:
    others = names - guard.families
    if len(others) < len(guard.families):
        return f"all but {_listed(others)}" if others else "all"
    return _listed(guard.families)


def _listed(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _measured() -> str:
    labelled = {
        name: tomllib.loads((TESTS / f"wording_{name}.toml").read_text(encoding="utf-8"))
        for name in ("examples", "unseen")
    }
    judged = Counter((kind, _kind(text)) for kind, texts in labelled["unseen"].items() for text in texts)

    def count(kind: str | None = None, said: str | None = None) -> int:
        return sum(n for (k, s), n in judged.items() if kind in {None, k} and said in {None, s})

    found, blame, said = count("blame", "blame"), count("blame"), count(said="blame")
    soft = {kind: f"{count(kind, kind)} of {count(kind)}" for kind in WordingKind if kind != "blame"}
    return (
        MEASURED.format(
            examples=sum(map(len, labelled["examples"].values())),
            unseen=judged.total(),
            found=found,
            blame=blame,
            said=said,
            recall=found / blame,
            precision=found / said,
            asked=count("innocent") - count("innocent", "innocent"),
            innocent=count("innocent"),
            **soft,
        ).rstrip()
        + "\n"
    )


def _kind(text: str) -> str:
    return next((each.kind.value for each in pointed_at(text) if each.kind), "innocent")
