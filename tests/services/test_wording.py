"""The wording check with the rules that come with the registry, against labelled sentences.

`wording_examples.toml` is tested sentence by sentence: whoever changes a rule sees at once what else it
changed. `wording_unseen.toml` was split away, and no rule was made for it: only its shares are tested.
"""

import time
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from registry.domain.wording import Pointed, point
from registry.domain.wording_rules import WordingKind
from registry.services.wording import pointed_at, wording_rules

HERE = Path(__file__).parent
INNOCENT = "innocent"


def labelled(name: str) -> list[tuple[str, str]]:
    """Sentences with what is to be made of them."""
    rows = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [(text, kind) for kind, texts in rows.items() for text in texts]


def kind_of(text: str) -> str:
    """What the check makes of *text*: of the first sentence that deserves a question."""
    return next((each.kind.value for each in pointed_at(text) if each.kind), INNOCENT)


EXAMPLES = labelled("wording_examples.toml")


@pytest.mark.parametrize(("text", "kind"), EXAMPLES)
def test_every_example_is_taken_for_what_it_is(text: str, kind: str):
    assert kind_of(text) == kind


def test_the_shares_on_sentences_that_no_rule_was_made_for_are_as_promised():
    judged = [(kind, kind_of(text)) for text, kind in labelled("wording_unseen.toml")]

    found = sum(kind == said == WordingKind.BLAME for kind, said in judged)
    precision = found / sum(said == WordingKind.BLAME for _, said in judged)
    recall = found / sum(kind == WordingKind.BLAME for kind, _ in judged)
    assert precision >= 0.9
    assert recall >= 0.8


@pytest.mark.parametrize("family", wording_rules().families, ids=lambda family: family.name)
def test_every_family_is_needed_by_some_example(family):
    without = replace(
        wording_rules(), families=tuple(each for each in wording_rules().families if each is not family)
    )

    changed = [
        text
        for text, kind in EXAMPLES
        if kind == family.kind and next((e.kind for e in point(text, without) if e.kind), None) != kind
    ]

    assert len(changed) >= 3


@pytest.mark.parametrize("guard", wording_rules().guards, ids=lambda guard: guard.name)
def test_every_guard_is_needed_by_some_example(guard):
    without = replace(
        wording_rules(), guards=tuple(each for each in wording_rules().guards if each is not guard)
    )

    spared = [
        text
        for text, kind in EXAMPLES
        if next((e.kind for e in point(text, without) if e.kind), INNOCENT) != kind
    ]

    assert spared


@pytest.mark.parametrize("family", wording_rules().families, ids=lambda family: family.name)
def test_every_question_asks_what_or_how(family):
    assert family.question.endswith("?")
    assert family.question.startswith(("What ", "How "))


@pytest.mark.parametrize("mark", ["'", "’", "ʼ", "`"])
def test_an_apostrophe_may_be_typed_in_any_way(mark: str):
    text = f"The agent didn{mark}t call back, it was Pieter{mark}s fault."

    assert kind_of(text) == "blame"


@pytest.mark.parametrize(
    "text",
    [
        "Lena forgot the second batch.",
        "lena forgot the second batch",
        "LENA FORGOT THE SECOND BATCH!",
        "- Lena forgot the second batch",
        "1. Lena forgot the second batch.",
        "Lena has forgotten the second batch.",
        "The second batch was forgotten by Lena.",
    ],
)
def test_blame_is_seen_however_it_is_typed(text: str):
    assert kind_of(text) == "blame"


@pytest.mark.parametrize(
    "quoted",
    ['"{}"', "“{}”", "„{}“", "«{}»", "« {} »", "‘{}’", "'{}'", "„{}”", "»{}«", "‹{}›", "「{}」", "``{}''"],
)
def test_a_customers_words_in_any_quotation_marks_are_left_alone(quoted: str):
    said = quoted.format("Your agent forgot me. He couldn’t care less")

    assert kind_of(f"A guest said: {said}") == INNOCENT
    assert kind_of(f"{said} – a caller, in May") == INNOCENT


def test_a_quote_over_several_lines_is_left_alone():
    text = "She wrote:\n“Your agent forgot me.\nHe was rude.”\nThe agent forgot the card."

    asked = [each.text for each in pointed_at(text) if each.kind]
    assert asked == ["The agent forgot the card."]


def test_a_line_that_begins_with_an_angle_is_a_customers():
    text = "> The driver was lazy. Nobody cared.\n  > He lied to me.\nWe counted twelve such comments."

    assert [each.kind for each in pointed_at(text)] == [None, None, None]


def test_ones_own_words_beside_a_quote_are_still_read():
    assert kind_of('The clerk wrote "done" on the list and never checked the box.') == "blame"


def test_the_spot_is_where_the_words_stand():
    (pointed,) = pointed_at("In May, as we know, the driver forgot the second stop.")

    assert pointed.span is not None
    assert pointed.text[slice(*pointed.span)] == "the driver forgot"


def test_hindsight_gets_the_softer_note():
    (pointed,) = pointed_at("We should have asked the drivers.")

    assert pointed.kind is WordingKind.HINDSIGHT


HOSTILE = {
    "one word": "forgot " * 15_000,
    "one letter": "a" * 100_000,
    "names": "Lena and " * 12_000,
    "determiners": "the " * 25_000,
    "agents": "the agent of the team in the store " * 3_000,
    "commas": "Lena , who , " * 8_000,
    "adverbs": "the agent " + "really " * 15_000 + "forgot",
    "quotes": "\"'“„«" * 20_000,
    "apostrophes": "don't've'" * 11_000,
    "stops": "a. " * 33_000,
    "brackets": "(((" * 33_000,
    "blanks": " " * 100_000 + "x",
    "line breaks": "\n" * 100_000,
    "angles": "> " * 50_000,
    "bullets": "- 1. " * 20_000,
    "emoji": "🙃" * 50_000,
    "modifiers": "the " + "blue " * 20_000 + "agent forgot",
    "conditions": "if the agent had not " * 5_000,
    "hyphens": "a-" * 50_000,
    "surrogates": "\ud800forgot " * 10_000,
    "marks": "".join(map(chr, range(1, 256))) * 400,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_hundred_thousand_characters_take_long(text: str):
    wording_rules()
    began = time.process_time()

    found = pointed_at(text)

    assert time.process_time() - began < 20
    assert all(text[each.start : each.start + len(each.text)] == each.text for each in found)


def test_nothing_is_kept_of_what_was_read():
    first = pointed_at("The agent forgot the card.")

    assert pointed_at("The agent forgot the card.") == first
    assert not [name for name in Pointed._fields if name in {"by", "at", "count", "score"}]
