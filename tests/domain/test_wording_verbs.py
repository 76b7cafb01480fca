"""The forms of a verb. The witness is English grammar as schools teach it."""

import re

import pytest

from registry.domain.wording_verbs import forms


@pytest.mark.parametrize(
    ("entry", "finite", "done", "ing"),
    [
        ("ignore", "ignored|ignores", "ignored", "ignoring"),
        ("drop the ball", "dropped the ball|drops the ball", "dropped the ball", "dropping the ball"),
        ("deny", "denied|denies", "denied", "denying"),
        ("delay", "delayed|delays", "delayed", "delaying"),
        ("miss", "missed|misses", "missed", "missing"),
        ("forget=forgot=forgotten", "forgot|forgets", "forgotten", "forgetting"),
        ("mislead=misled=misled", "misled|misleads", "misled", "misleading"),
        ("lie=lied=lied", "lied|lies", "lied", "lying"),
        ("mix up", "mixed up|mixes up", "mixed up", "mixing up"),
        ("screw up", "screwed up|screws up", "screwed up", "screwing up"),
        ("fail", "failed|fails", "failed", "failing"),
        ("blame", "blamed|blames", "blamed", "blaming"),
        ("agree", "agreed|agrees", "agreed", "agreeing"),
        ("quit=quit", "quit|quits", "quit", "quitting"),
    ],
)
def test_a_verb_has_the_forms_of_its_kind(entry: str, finite: str, done: str, ing: str):
    found = forms(entry)

    assert (found[""], found["done"], found["ing"]) == (finite, done, ing)
    assert found["base"].split()[0] == re.split("[= ]", entry)[0]
