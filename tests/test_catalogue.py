"""The catalogue and the code agree: what is asked for is there, what is there is asked for, once."""

import re
from collections import defaultdict

from fluent.syntax.ast import Junk, Message, Term

from registry.sentences import say
from tests.source import files
from tests.spoken import entries, inner_sentences, literals, mentioned, name_of, said

ENTRIES = [(where, entry) for path in files(".ftl") for where, entry in entries(path)]
SENTENCES: dict[str, Message | Term] = {
    name_of(entry): entry for _, entry in ENTRIES if not isinstance(entry, Junk)
}


def test_catalogue_has_no_line_that_fluent_cannot_read():
    junk = [f"{where} {entry.content!r}" for where, entry in ENTRIES if isinstance(entry, Junk)]

    assert SENTENCES, "There is no sentence in registry/sentences."
    assert not junk, "\n".join(junk)


def test_no_sentence_is_written_twice():
    places: defaultdict[str, list[str]] = defaultdict(list)
    for where, entry in ENTRIES:
        if not isinstance(entry, Junk):
            places[name_of(entry)].append(where)

    twice = {name: found for name, found in places.items() if len(found) > 1}

    assert not twice, f"Keep one of each: {twice}"


def test_every_sentence_that_the_code_names_is_in_the_catalogue():
    names = "\n".join(SENTENCES)

    missing = [
        f"{each.place} {each.name}" for each in said() if not re.search(f"(?m)^{each.pattern}$", names)
    ]

    assert not missing, "Not in registry/sentences:\n" + "\n".join(missing)


def test_every_sentence_is_given_the_values_that_it_mentions():
    lacking: list[str] = []
    for each in said():
        if each.name in SENTENCES and each.given is not None:
            wanted = mentioned(each.name, SENTENCES) - each.given
            lacking += [f"{each.place} {each.name} needs {', '.join(sorted(wanted))}"] if wanted else []

    assert not lacking, "\n".join(lacking)


def test_every_sentence_in_the_catalogue_is_asked_for():
    named = re.compile("|".join(f"(?:{each})" for each in set(literals())))
    within = set[str]().union(*(inner_sentences(entry) for entry in SENTENCES.values()))

    idle = [
        f"{where} {name}"
        for where, entry in ENTRIES
        if not isinstance(entry, Junk) and not named.fullmatch(name := name_of(entry)) and name not in within
    ]

    assert not idle, "Nothing says these; take them out:\n" + "\n".join(idle)


def test_a_text_as_long_as_a_field_holds_is_said_whole():
    text = "A { $cap } of {2} \\u0041 " * 250

    assert say("limits-cap", text=text) == say("limits-cap", text="%").replace("%", text)
