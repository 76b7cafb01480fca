"""What came back to a team on Today: questions, whom a learning helped, thanks; nothing of drafts."""

import pytest

from registry.domain.person import Person
from registry.domain.reuse import TOLD_FOR
from registry.sentences import say
from registry.web import session
from registry.web.clock import now
from tests.pages.echoes import MARKUP, Echoes
from tests.pages.tab import Tab


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
