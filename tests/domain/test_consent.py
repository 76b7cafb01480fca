"""Who is named where somebody is thanked: people who agreed to it."""

import pytest

from registry.domain.consent import calling_names, names_nobody, whom_named
from registry.domain.facts import Thanks
from tests.nouns import NOON

NAMES = {4: "Maria Kundin", 5: "José-Luis Pérez", 6: "Bo Li"}
CALLING = calling_names(NAMES.values())


@pytest.mark.parametrize(
    "words",
    [
        "Thank you, Maria!",
        "thanks maria",
        "MARIA’s idea",
        "Dear José",
        "dear jose",
        "Ask Kundin",
        "Pérez did it",
    ],
)
def test_words_that_call_somebody_by_name_are_found_however_they_are_written(words: str):
    assert not names_nobody(words, CALLING)


@pytest.mark.parametrize("words", ["", "Marianne called", "You called them all back", "A bold line, by li"])
def test_other_words_name_nobody(words: str):
    assert names_nobody(words, CALLING)


def test_only_who_agreed_is_named():
    def thanks(whom: int | None) -> Thanks:
        return Thanks(at=NOON, by=1, words="You stayed late", whom=whom)

    assert whom_named(thanks(4), {4}, NAMES) == "Maria Kundin"
    assert whom_named(thanks(5), {4}, NAMES) == ""
    assert whom_named(thanks(None), {4}, NAMES) == ""
    assert whom_named(thanks(99), {99}, NAMES) == ""
