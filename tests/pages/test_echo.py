"""Thanks, questions and what was heard, on the experiment's page; and being named."""

from datetime import timedelta

import pytest

from registry.domain.facts import Heard, Question, Reply, Thanks
from registry.domain.person import Person
from registry.sentences import day_text, say
from registry.services.wording import pointed_at
from registry.web import personal_data
from registry.web.clock import now
from registry.web.wording import introduced
from tests.nouns import PHONE_LINE
from tests.pages.echoes import MARKUP, Echoes
from tests.pages.tab import Tab

POINTING = "The night shift messed up the cards."


def saying(echoes: Echoes, code: str, person: Person, kind: str) -> Tab:
    """The page of *code* for *person*, who has opened the line in which one says something."""
    tab = Tab("experiment", browser=echoes.browser_of(person), id=code)
    tab.app.session_state[f"echo-{code}-open"] = True
    tab.run()
    if kind != "thank":
        tab.choose(say("field-echo_kind"), kind)
    return tab


def test_until_somebody_opens_the_line_nothing_asks_for_words(echoes: Echoes, nora: Person):
    tab = Tab("experiment", browser=echoes.browser_of(nora), id=echoes.running())

    assert tab.widgets("text_area") == {}
    assert say("echo-title") not in tab.shown


@pytest.mark.parametrize(("kind", "fact"), [("thank", Thanks), ("ask", Question), ("hear", Heard)])
def test_what_somebody_says_is_kept_shown_as_typed_and_leaves_an_empty_field(
    echoes: Echoes, nora: Person, kind: str, fact: type[Thanks | Question | Heard]
):
    code = echoes.running()
    tab = saying(echoes, code, nora, kind)
    tab.write(say(f"field-echo_{kind}"), MARKUP, "text_area")

    tab.press_twice(say(f"echo-{kind}-send"))

    (kept,) = echoes.dossier(code).all(fact)
    assert (kept.words, kept.by) == (MARKUP, nora.id)
    assert MARKUP in tab.said("text")
    assert tab.written(say(f"field-echo_{kind}"), "text_area") == ""


def test_nothing_said_is_told_and_keeps_nothing(echoes: Echoes, nora: Person):
    code = echoes.running()
    tab = saying(echoes, code, nora, "ask")

    tab.press(say("echo-ask-send"))

    assert tab.said("error") == [say("nothing-said")]
    assert echoes.dossier(code).all(Question) == ()


@pytest.mark.parametrize(("kind", "fact"), [("thank", Thanks), ("ask", Question), ("hear", Heard)])
def test_what_looks_personal_is_pointed_at_before_it_is_said_and_the_next_tap_says_it(
    echoes: Echoes,
    nora: Person,
    kind: str,
    fact: type[Thanks | Question | Heard],
    monkeypatch: pytest.MonkeyPatch,
):
    code = echoes.running()
    tab = saying(echoes, code, nora, kind)
    tab.write(say(f"field-echo_{kind}"), "She rang from 0171 1234567.", "text_area")

    tab.press(say(f"echo-{kind}-send"))

    assert say("personal-phone", count=1) in tab.shown
    assert echoes.dossier(code).all(fact) == ()
    monkeypatch.setattr(personal_data, "now", lambda: now() + timedelta(seconds=2))
    tab.press(say(f"echo-{kind}-send"))
    assert [each.words for each in echoes.dossier(code).all(fact)] == ["She rang from 0171 1234567."]


def test_a_question_that_points_at_somebody_is_asked_for_a_what_or_how_and_may_be_sent_as_it_is(
    echoes: Echoes, nora: Person
):
    code = echoes.running()
    tab = saying(echoes, code, nora, "ask")

    tab.write(say("field-echo_ask"), POINTING, "text_area")

    (pointed,) = pointed_at(POINTING)
    assert introduced(pointed) in tab.shown
    tab.press(say("echo-ask-send"))
    assert [each.words for each in echoes.dossier(code).all(Question)] == [POINTING]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("thank", "Thank you, Tom, for the second letter."), ("hear", POINTING), ("ask", "What did guests do?")],
)
def test_thanks_customers_words_and_open_questions_are_asked_nothing(
    echoes: Echoes, nora: Person, kind: str, words: str
):
    tab = saying(echoes, echoes.running(), nora, kind)
    before = tab.said("caption")

    tab.write(say(f"field-echo_{kind}"), words, "text_area")

    assert tab.said("caption") == before


def test_what_was_heard_tells_where_and_not_who_heard_it(echoes: Echoes, nora: Person):
    code = echoes.running()
    tab = saying(echoes, code, nora, "hear")
    tab.write(say("field-echo_hear"), "I kept the card.", "text_area")
    tab.write(say("field-echo_source"), "at the *counter*")

    tab.press(say("echo-hear-send"))

    other = Tab("experiment", id=code)
    assert "— at the *counter*" in other.shown
    assert nora.name not in other.shown


def test_the_team_answers_in_place_and_only_the_team(echoes: Echoes, nora: Person, tom: Person):
    code = echoes.running()
    echoes.asks(code, "How many?", nora)
    theirs = Tab("experiment", browser=echoes.browser_of(nora), id=code)
    ours = Tab("experiment", browser=echoes.browser_of(tom), id=code)
    assert say("echo-reply-send") not in theirs.buttons

    ours.write(say("field-echo_reply"), MARKUP, "text_area")
    ours.press(say("echo-reply-send"))

    (reply,) = echoes.dossier(code).all(Reply)
    assert (reply.words, reply.question) == (MARKUP, 1)
    theirs.run()
    assert MARKUP in theirs.said("text")
    assert say("echo-asked", name=nora.name, day=day_text(now().date())) in theirs.shown
    assert say("echo-replied", day=day_text(now().date())) in theirs.shown
    assert say("echo-reply-send") not in ours.buttons


def test_who_is_about_to_review_reads_their_own_question_and_not_what_others_asked(echoes: Echoes):
    ravi, rosa, _ = echoes.panel()
    code = echoes.handed_in(PHONE_LINE)
    echoes.asks(code, "How many cannot type?", rosa)
    echoes.asks(code, "What does the contract say?", ravi)
    echoes.answers(code, 1, "One in fifty.")
    echoes.answers(code, 2, "Nothing about it.")

    before = Tab("experiment", browser=echoes.browser_of(ravi), id=code)
    echoes.reviewed(code, ravi)
    after = Tab("experiment", browser=echoes.browser_of(ravi), id=code)

    assert "Nothing about it." in before.said("text")
    assert "How many cannot type?" not in before.said("text")
    assert "One in fifty." not in before.said("text")
    assert say("echo-after-review") in before.shown
    assert "One in fifty." in after.said("text")
    assert say("echo-after-review") not in after.shown


def test_who_is_thanked_is_named_only_while_they_agree_and_in_earlier_thanks_neither(
    echoes: Echoes, nora: Person, tom: Person
):
    code, day = echoes.running(), day_text(now().date())
    assert say("field-echo_whom") not in saying(echoes, code, nora, "thank").widgets("selectbox")
    echoes.may_be_named(tom)
    tab = saying(echoes, code, nora, "thank")
    tab.choose(say("field-echo_whom"), tom.id, "selectbox")
    tab.write(say("field-echo_thank"), "For the second letter.", "text_area")
    tab.press(say("echo-thank-send"))
    assert say("echo-thanks-to", whom=tom.name, name=nora.name, day=day) in tab.shown

    echoes.may_be_named(tom, agrees=False)

    tab.run()
    assert say("echo-thanks", name=nora.name, day=day) in tab.shown
    assert tom.name not in tab.shown
    assert "For the second letter." in tab.said("text")


def test_who_took_it_back_meanwhile_is_not_named_and_the_words_stay(
    echoes: Echoes, nora: Person, tom: Person
):
    code = echoes.running()
    echoes.may_be_named(tom)
    tab = saying(echoes, code, nora, "thank")
    tab.widgets("selectbox")[say("field-echo_whom")].set_value(tom.id)
    tab.write(say("field-echo_thank"), "For the second letter.", "text_area")
    echoes.may_be_named(tom, agrees=False)

    tab.press(say("echo-thank-send"))

    kept = [each.whom for each in echoes.dossier(code).all(Thanks)]
    assert tom.id not in kept
    assert "For the second letter." in (tab.written(say("field-echo_thank"), "text_area"), *tab.said("text"))


def test_being_named_is_off_by_default_and_one_tap_turns_it_on_and_off(echoes: Echoes, tom: Person):
    tab = Tab("people", browser=echoes.browser_of(tom))
    label = say("named-agree")
    assert tab.written(label, "toggle") is False

    tab.choose(label, option=True, kind="toggle")
    assert tab.written(label, "toggle") is True
    assert Tab("people", browser=echoes.browser_of(tom)).written(label, "toggle") is True

    tab.choose(label, option=False, kind="toggle")
    assert Tab("people", browser=echoes.browser_of(tom)).written(label, "toggle") is False
