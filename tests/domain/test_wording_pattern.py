"""The language of the wording patterns, with small rules of its own."""

import pytest

from registry.domain.wording import point
from registry.domain.wording_rules import Rules, WordingRefused, parse_rules

NAMES = (
    "title homograph first_name article software software_head team role unit name customer joint det prep"
)


def rules(*patterns: str, guards: str = "", words: str = "", phrases: str = "") -> Rules:
    """Rules with one family, and small lists."""
    listed = "\n".join(f'{name} = ""' for name in NAMES.split() if f"{name} =" not in words)
    quoted = ", ".join(f"'''{each}'''" for each in patterns)
    family = f'[[family]]\nname = "f"\nkind = "blame"\nquestion = "What?"\nnote = ""\npatterns = [{quoted}]'
    verbs = '[verbs]\nfault = "forget=forgot=forgotten, drop the ball, lie"'
    short = '[contractions]\n"didn\'t" = "did not"'
    parts = ['[words]\nfault_noun = ""', listed, words, verbs, short, f"[phrases]\n{phrases}", family, guards]
    return parse_rules({"rules.toml": "\n".join(parts)})


def spot(text: str, given: Rules) -> str | None:
    """The words that are pointed at."""
    (pointed,) = point(text, given)
    return None if pointed.span is None else pointed.text[slice(*pointed.span)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("forgot", "He forgot it.", "forgot"),
        ("forgot/forgets", "He forgets it.", "forgets"),
        ("did not call", "He didn’t call.", "didn’t call"),
        ("didn't call", "He did not call.", "did not call"),
        ("he _ it", "And he saw it.", "he saw it"),
        ("he _{0,2} it", "he it", "he it"),
        ("he ( saw | took ) it", "he took it", "he took it"),
        ("he not( saw ) _ it", "he saw it, he took it", "he took it"),
        ("he [ took ] it", "he took it", "took"),
        ("^ he", "and he", None),
        ("it $", "take it", "it"),
        (", he", "Then, he left.", ", he"),
        (r"he \?", "he?", "he?"),
        ("<fault>", "they dropped the ball", "dropped the ball"),
        ("<fault.base>", "he did forget", "forget"),
        ("<fault.done>", "he had forgotten", "forgotten"),
        ("<fault.ing>", "he is lying", "lying"),
        ("<!fault> it", "he forgot it", None),
        ("one-off", "a one off", "one off"),
        ("cafe", "the café", "café"),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, found: str | None):
    assert spot(text, rules(pattern)) == found


def test_the_words_of_a_list_of_several_are_still_words():
    given = rules("thanks to <role>", words='role = "shop assistant"\nprep = "thanks to"')

    assert spot("It was thanks to shop assistants.", given) is None
    assert spot("It was thanks to shop assistant.", given) == "thanks to shop assistant"


def test_a_phrase_stands_for_its_words():
    assert spot("he forgot", rules("{who} forgot", phrases='who = "he | she"')) == "he forgot"


@pytest.mark.parametrize(
    ("where", "text", "is_spared"),
    [
        ("anywhere", "he forgot, not now", True),
        ("before", "not now: he forgot", True),
        ("before", "he forgot, not now", False),
        ("ahead", "not now: he forgot", True),
        ("over", "not now: he forgot", False),
    ],
)
def test_a_guard_spares_only_where_it_must_stand(where: str, text: str, is_spared: bool):
    guard = f'[[guard]]\nname = "g"\nnote = ""\nwhere = "{where}"\npatterns = ["not now"]'

    assert (spot(text, rules("he forgot", guards=guard)) is None) is is_spared


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("( a", "bracket is not closed"),
        ("a )", "is too much"),
        ("<nobody>", "no list 'nobody'"),
        ("{nobody}", "no phrase 'nobody'"),
        ("* a", "cannot stand here"),
        ("a ; b", "cannot be read"),
        ("{loop}", "without end"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_with_its_place(pattern: str, told: str):
    with pytest.raises(WordingRefused, match="f: ") as refused:
        rules(pattern, phrases='loop = "{loop}"')

    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "rules.toml"),
        ("[[family]]\nname = 'f'", "family.0.kind"),
        ("colour = 'red'", "colour"),
        ("[[guard]]\nname = 'g'\nnote = ''\npatterns = []\nspares = ['x']", "no family x"),
    ],
)
def test_rules_that_cannot_be_used_are_refused_with_their_place(text: str, told: str):
    with pytest.raises(WordingRefused, match=told):
        parse_rules({"rules.toml": text})
