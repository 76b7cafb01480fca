"""Every change reads in words: a label for every field, a sentence for every verb, no text without end."""

import ast
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from registry.domain.assessment import Door
from registry.domain.difference import Difference, differences, leaves
from registry.domain.facts import Choice
from registry.domain.history import TELLS, Change, Event
from registry.domain.organisation import Organisation
from registry.domain.person import Role
from registry.domain.plan import Design, plan_from
from registry.domain.proposal import Move, Proposal, Quote, Voice
from registry.domain.risk import QUESTIONS, AtMost, PercentOfRevenue, RiskProfile
from registry.services.history import LONGEST, apart, change_text, in_words, label_text, verb_text, what_text
from registry.services.value_words import words
from tests.nouns import CARD, NOON, OLGA, PLAN, STELLA
from tests.source import python_files, tree

NAMES = {OLGA.id: OLGA.name, STELLA.id: STELLA.name}
WRITERS = {"Entry": 0, "record": 3, "save": 3}
"""Where each of these calls names its verb."""


def told_fields() -> Iterator[str]:
    """The name of everything that the history may say has changed."""
    nouns: tuple[BaseModel, ...] = (Proposal(), Organisation(), STELLA)
    yield from (field for noun in nouns for field in leaves(noun))
    for fact, names in TELLS.items():
        yield from (f"{fact.model_fields['kind'].default}.{name}" for name in names)


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in services, by the name of what is called."""
    for path in python_files("registry/services"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func).rsplit(".", 1)[-1], node


def written_verbs() -> set[str]:
    """The verbs that services write into the history."""
    places = ((node, WRITERS[name]) for name, node in calls() if name in WRITERS)
    named = [node.args[place] for node, place in places if len(node.args) > place]
    return {str(each.value) for each in named if isinstance(each, ast.Constant)}


def written_fields() -> set[str]:
    """What services say has changed without comparing nouns."""
    given = (word for name, node in calls() if name == "Change" for word in node.keywords)
    return {str(w.value.value) for w in given if w.arg == "what" and isinstance(w.value, ast.Constant)}


def test_every_field_that_can_change_has_a_label():
    fields = [*told_fields(), *sorted(written_fields())]

    labels = [label_text(field) for field in fields]

    assert len(fields) > 80
    assert all(labels)


def test_every_verb_that_is_written_has_a_sentence_of_its_own():
    verbs = written_verbs()

    assert {"begin", "edit", "start", "join", "change_person", "export_history"} <= verbs
    assert len({verb_text(verb) for verb in verbs}) == len(verbs)


CHOSEN = [
    *(("quote.voice", each) for each in Voice),
    *(("move", each) for each in Move),
    *(("submission.door", each) for each in Door),
    *(("plan.plan.design", each) for each in Design),
    *(("decision.choice", each) for each in Choice),
    *(("roles", frozenset({each})) for each in Role),
    *((f"answers.{question.name}", value) for question in QUESTIONS for value in question.values),
    ("answers.duration_days", "permanent"),
]


@pytest.mark.parametrize(("field", "value"), CHOSEN)
def test_whatever_is_chosen_is_told_in_its_own_words(field: str, value: object):
    told = words(field, value)

    assert told
    assert "_" not in told


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("answers.exposure", 12.5, "12.5 %"),
        ("answers.exposure", AtMost(at_most=5), "at most 5 %"),
        ("answers.people", 12_000, "12,000"),
        ("answers.undo_time", AtMost(at_most="day"), "at most a day"),
        ("answers.undo_cost", PercentOfRevenue(percent_of_revenue=0.01), "0.01 % of the yearly revenue"),
        ("answers.duration_days", "permanent", "for good"),
        ("quick_check.back", True, "True"),
        ("quick_check.back", False, "Not quite"),
        ("has_left", True, "yes"),
        ("submission.near_hinge", False, "no"),
        ("limits.until", date(2026, 12, 19), "19 December 2026"),
        ("yearly_revenue", 1e15, "1,000,000,000,000,000"),
        ("yearly_revenue", 0.1, "0.1"),
        ("roles", frozenset({Role.STEWARD, Role.REVIEWER}), "Reviewer, Steward"),
        ("roles", frozenset(), ""),
        ("channels", ("phone", "e-mail"), "phone / e-mail"),
        ("plan.plan.shares", {"card": 1.0, "no card": 2.5}, "card 1, no card 2.5"),
        ("plan.plan.metric", PLAN.metric, "came back (decides): share of yes, column “back”"),
        ("note.picture", 7, "yes"),
        ("note.count", 0, "0"),
        ("idea.change", "two\nlines\tand  more", "two lines and more"),
        ("idea.change", "", ""),
        ("expected", None, ""),
    ],
)
def test_a_value_reads_as_people_say_it(field: str, value: object, told: str):
    assert words(field, value) == told


def test_a_metric_is_told_with_what_it_is_held_to():
    metric = {**PLAN.metric[0].model_dump(mode="json"), "mde": 0.02}
    guard = {**metric, "name": "returns", "role": "guardrail", "better": "lower", "mde": None, "margin": 0.1}
    plan = plan_from({**PLAN.model_dump(mode="json"), "metric": [metric, guard]})

    told = words("plan.plan.metric", plan.metric)

    assert "smallest difference that matters: 0.02" in told
    assert "may get worse by at most 0.1" in told


def test_a_change_is_told_from_what_it_was_to_what_it_is():
    before = CARD.model_copy(update={"answers": RiskProfile(exposure=10), "expected": "joy"})
    after = CARD.model_copy(update={"answers": RiskProfile(exposure=40, harm="none")})

    told = [change_text(change) for change in in_words(differences(before, after))]

    assert told == [
        "share of the customers: 10 % → 40 %",
        "worst harm to a customer: nothing",
        "expected: joy → (empty)",
    ]


def test_what_reads_the_same_before_and_after_is_not_told():
    one = Proposal(quote=Quote(words="Nobody says\nthank you."))
    other = Proposal(quote=Quote(words="Nobody says thank you."))

    assert in_words(differences(one, other)) == ()


texts = st.text(st.sampled_from("ab \n")) | st.text("a", min_size=100, max_size=400)


@given(texts, texts, texts)
def test_however_long_two_texts_are_what_is_kept_is_short_and_shows_that_they_differ(
    start: str, before: str, after: str
):
    difference = Difference(field="idea.change", before=f"{start}.{before}", after=f"{start}.{after}")

    told = in_words([difference])

    assert bool(told) == (words("", difference.before) != words("", difference.after))
    for change in told:
        assert max(len(change.before), len(change.after)) <= LONGEST
        assert "\n" not in change.before + change.after
        assert change.before != change.after


def test_a_long_text_is_cut_and_shown_from_shortly_before_its_change():
    long = "word " * 100

    (new,) = in_words([Difference(field="quote.words", before="", after=long)])
    (longer,) = in_words([Difference(field="quote.words", before=long, after=f"{long}end")])

    assert new.after.startswith("word word")
    assert len(new.after) == LONGEST
    assert new.after.endswith("…")
    assert longer.before.startswith("…")
    assert longer.after.endswith("word end")


def event(verb: str, by: int | None = OLGA.id, whom: int | None = None) -> Event:
    return Event(id=1, at=NOON, by=by, experiment=None, verb=verb, whom=whom)


def test_an_event_about_a_person_says_whose_entry_it_wrote():
    assert what_text(event("change_person", STELLA.id, OLGA.id), NAMES) == "changed the entry of Olga Owner"
    assert what_text(event("change_person", OLGA.id, OLGA.id), NAMES) == "changed their own entry"
    assert what_text(event("add_person", OLGA.id, 99), NAMES) == "added somebody"
    assert verb_text("change_person") == "changed the entry of somebody"
    assert what_text(event("edit"), NAMES) == "changed the proposal"


@pytest.mark.parametrize("text", ["\u202e% 04", "שלום", "a\u2066b", "\u2069\u202egnp.exe", "سلام 10 %"])
def test_a_text_from_right_to_left_cannot_turn_the_words_around_it(text: str):
    told = change_text(Change(what="idea.change", before=text, after="10 %"))

    inside = told.removeprefix("idea: ").removesuffix(" → 10 %")
    assert inside[0] == "\N{FIRST STRONG ISOLATE}"
    assert inside[-1] == "\N{POP DIRECTIONAL ISOLATE}"
    assert not set(inside[1:-1]) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_text_from_left_to_right_stays_as_it_is():
    assert apart("Grüße, 10 % 🎉 <b>") == "Grüße, 10 % 🎉 <b>"
