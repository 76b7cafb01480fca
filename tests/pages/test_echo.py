"""Thanks, questions and what was heard, on the experiment's page and on Today; and being named."""

from datetime import timedelta

import pytest

from registry.domain.facts import Choice, CostEstimate, Heard, Question, Reply, Thanks
from registry.domain.person import Person, Role
from registry.domain.reuse import TOLD_FOR
from registry.sentences import day_text, say
from registry.web import personal_data, session
from registry.web.clock import now
from tests.nouns import PHONE_LINE
from tests.pages.echoes import Echoes
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

MARKUP = "**Two** of <b>ten</b> :smile: ![](https://example.org/x.png)"


@pytest.fixture
def echoes(seeds: Seeds) -> Echoes:
    echoes = Echoes(seeds.home)
    echoes.works_in("Parcels", function="operations")
    return echoes


@pytest.fixture
def nora(echoes: Echoes) -> Person:
    return echoes.joined("Nora Neighbour", "Counter", function="operations")


@pytest.fixture
def tom(echoes: Echoes) -> Person:
    return echoes.joined("Tom Teammate", "Parcels", function="operations")


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


def test_today_tells_a_team_what_came_back_and_nobody_else(echoes: Echoes, nora: Person, tom: Person):
    taught = echoes.taught("Cards work")
    echoes.helped(echoes.draft_by(nora, handed_in=True), taught, MARKUP, by=nora)
    echoes.asks(taught, "How many *cards*?", nora)
    echoes.thanks(taught, "We left the letter out.", nora)

    ours = Tab(browser=echoes.browser_of(tom))
    theirs = Tab(browser=echoes.browser_of(nora))

    title = echoes.dossier("CX-2").proposal.title
    told = say("came-back-helped", learning=taught, code="CX-2", title=title)
    assert (told in ours.links, told in theirs.links) == (True, False)
    for words in (MARKUP, "How many *cards*?", "We left the letter out."):
        assert words in ours.said("text")
        assert words not in theirs.said("text")
    assert say("came-back-title") not in theirs.shown


def test_today_tells_nothing_of_a_draft_that_another_team_did_not_hand_in(
    echoes: Echoes, nora: Person, tom: Person
):
    taught = echoes.taught("Cards work")
    echoes.helped(echoes.draft_by(nora), taught, "Secret words", by=nora)

    for tab in (Tab(), Tab(browser=echoes.browser_of(tom))):
        assert say("came-back-title") not in tab.shown


def test_today_shows_at_most_three_and_forgets_them_after_thirty_days(
    echoes: Echoes, nora: Person, monkeypatch: pytest.MonkeyPatch
):
    taught = echoes.taught("Cards work")
    for number in range(4):
        echoes.helped(echoes.draft_by(nora, handed_in=True), taught, f"Use {number}", by=nora)
        echoes.asks(taught, f"What about {number}?", nora)
    tab = Tab()

    shown = tab.said("text")
    assert [each for each in shown if each.startswith("Use")] == ["Use 3", "Use 2", "Use 1"]
    assert [each for each in shown if each.startswith("What")] == [f"What about {n}?" for n in range(3)]
    assert say("came-back-asked-more", count=1) in tab.shown
    monkeypatch.setattr(session, "now", lambda: now() + TOLD_FOR * 2)
    later = Tab().said("text")
    assert "Use 3" not in later
    assert "What about 0?" in later


def test_what_it_would_have_cost_is_signed_after_the_decision_and_shown_with_the_name(
    echoes: Echoes, nora: Person
):
    code = echoes.decided(choice=Choice.WALK_BACK)
    tab = Tab("experiment", browser=echoes.browser_of(nora), id=code)
    assert say("cost-lead") in tab.shown
    tab.app.session_state[f"cost-{code}-open"] = True
    tab.run()
    assert say("cost-sign") not in tab.buttons
    tab.write(say("field-cost_amount", currency="€"), 120_000, "number_input")
    tab.write(say("field-cost_how"), MARKUP, "text_area")

    tab.press(say("cost-sign"))

    estimate = echoes.dossier(code).latest(CostEstimate)
    assert estimate is not None
    assert (estimate.amount, estimate.by) == (120_000, nora.id)
    assert "€ 120,000" in tab.shown
    assert MARKUP in tab.said("text")
    assert say("cost-signed", name=nora.name, day=day_text(now().date())) in tab.shown
    assert say("cost-lead") not in tab.shown


def test_an_estimate_without_how_is_refused_and_the_amount_stays(echoes: Echoes):
    code = echoes.decided()
    tab = Tab("experiment", id=code)
    assert say("cost-lead") not in tab.shown
    tab.app.session_state[f"cost-{code}-open"] = True
    tab.run()
    tab.write(say("field-cost_amount", currency="€"), 900, "number_input")

    tab.press(say("cost-sign"))

    assert tab.said("error") == [say("nothing-said")]
    assert tab.written(say("field-cost_amount", currency="€"), "number_input") == 900
    assert echoes.dossier(code).latest(CostEstimate) is None


def test_before_the_decision_nobody_speaks_of_money(echoes: Echoes):
    tab = Tab("experiment", id=echoes.running())

    assert say("cost-lead") not in tab.shown
    assert Role.LEADER.value not in tab.shown
