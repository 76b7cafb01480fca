"""Which sentences the code asks the catalogue for, and which the catalogue has; read from the sources."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, MessageReference, Term, TermReference, VariableReference
from fluent.syntax.visitor import Visitor

from tests.source import place, python_files, tree

CODE = ("registry", "pages", "app.py")
SPEAKERS = frozenset({"say", "sentence", "Sentence"})
FEWEST_LETTERS = 3
"""A pattern with fewer letters of its own would match almost any sentence."""


@dataclass(frozen=True)
class Said:
    """One place in the code that names a sentence, exactly or by a pattern (`f"door-{door}"`)."""

    pattern: str
    """A regular expression that matches the names meant."""
    place: str
    given: frozenset[str] | None
    """The values it hands over; None when they cannot be read from the source."""

    @property
    def name(self) -> str:
        """The name as it stands in the catalogue; `…` where it is only known when the code runs."""
        return re.sub(r"\\(.)", r"\1", self.pattern.replace(".+", "…"))


class Mentions(Visitor):
    """Collects what a sentence mentions: values, and other sentences."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.sentences: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802
        self.sentences.add(node.id.name)

    def visit_TermReference(self, node: TermReference) -> None:  # noqa: N802
        self.sentences.add(f"-{node.id.name}")


def entries(path: Path) -> Iterator[tuple[str, Message | Term | Junk]]:
    """The place and the entry of every message, term and piece of junk in a Fluent file."""
    text = path.read_text(encoding="utf-8")
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Message | Term | Junk):
            start = entry.span.start if entry.span else 0
            yield place(path, text.count("\n", 0, start) + 1), entry


def name_of(entry: Message | Term) -> str:
    """The name a sentence is asked for by; a term's begins with a hyphen."""
    return f"-{entry.id.name}" if isinstance(entry, Term) else entry.id.name


def inner_sentences(entry: Message | Term) -> set[str]:
    """The names of the sentences that *entry* is partly made of."""
    mentions = Mentions()
    mentions.visit(entry)
    return mentions.sentences


def mentioned(name: str, sentences: dict[str, Message | Term]) -> set[str]:
    """The values that the sentence *name* needs, those of the sentences within it included."""
    mentions = Mentions()
    mentions.visit(sentences[name])
    return mentions.values.union(*(mentioned(inner, sentences) for inner in mentions.sentences))


@cache
def refusals() -> frozenset[str]:
    """The names of `Refusal` and of every class that descends from it."""
    found = {"Refusal"}
    classes = [
        (node.name, {ast.unparse(base).rsplit(".", 1)[-1] for base in node.bases})
        for path in python_files(*CODE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    ]
    while descendants := {name for name, bases in classes if bases & found} - found:
        found |= descendants
    return frozenset(found)


def patterns(named: ast.expr) -> Iterator[str]:
    """What *named* can be as regular expressions; nothing when it is made elsewhere."""
    match named:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            pattern = "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in parts)
            if len(re.findall("[a-z]", pattern)) >= FEWEST_LETTERS:
                yield pattern
        case ast.IfExp(body=one, orelse=other):
            yield from patterns(one)
            yield from patterns(other)
        case _:
            return


def said() -> Iterator[Said]:
    """Every call in the code that names a sentence: `say`, `sentence`, `Sentence`, and each refusal."""
    for path in python_files(*CODE):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).rsplit(".", 1)[-1]
            if called not in SPEAKERS and called not in refusals():
                continue
            named = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "id")]
            given = frozenset(word.arg for word in node.keywords if word.arg)
            is_known = called != "Sentence" and all(word.arg for word in node.keywords)
            for pattern in (each for expression in named[:1] for each in patterns(expression)):
                yield Said(pattern, place(path, node), given if is_known else None)


def literals() -> Iterator[str]:
    """Every text in the code that could be a sentence's name, as a regular expression."""
    for path in python_files(*CODE):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                yield from (each for each in patterns(node) if not re.search(r"\s|\\ ", each))
