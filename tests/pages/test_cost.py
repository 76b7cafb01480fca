"""What doing it for everybody would have cost: signed by somebody, after the decision."""

from typing import Any

from registry.domain.facts import Choice, CostEstimate
from registry.domain.person import Person
from registry.sentences import day_text, say
from registry.web.clock import now
from tests.pages.echoes import MARKUP, Echoes
from tests.pages.tab import Tab, bare


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


def test_an_estimate_is_asked_for_only_once_it_was_decided(echoes: Echoes):
    before, after = (Tab("experiment", id=code) for code in (echoes.running(), echoes.decided()))

    offered = [say("cost-open") in labels(tab) for tab in (before, after)]

    assert offered == [False, True]


def labels(tab: Tab) -> list[str]:
    """What the folded lines of the page say."""
    folded: Any = tab.app.get("expander")
    return [bare(each.label) for each in folded]
