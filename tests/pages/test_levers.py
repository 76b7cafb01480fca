"""Levers: a smaller step is offered, pulled with a click, taken back with another, and kept as a promise."""

from datetime import timedelta

from registry.domain.proposal import Proposal, accepting
from registry.domain.risk import RiskProfile
from registry.sentences import say
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

ENDLESS = CARD.model_copy(
    update={
        "quick_check": CARD.quick_check.model_copy(update={"small": False, "nothing_new": False}),
        "answers": RiskProfile.model_validate(
            {"exposure": 100, "people": 1_000, "duration_days": 20, "promise": "open_ended"}
            | {"law": "none", "data": "untouched", "spotlight": "nobody"}
        ),
    }
)
"""One-way, for it is an endless promise to everybody: start small, or say that it is a trial."""

LASTING = CARD.model_copy(update={"answers": RiskProfile(harm="lasting")})
"""One-way, and no change of size makes it another door."""


def press(tab: Tab, does: str, lever: str) -> None:
    """Press the button that does something with *lever*."""
    (button,) = (each for each in tab.app.button if (each.key or "").endswith(f"-lever-{does}-{lever}"))
    button.click()
    tab.run()


def offered(tab: Tab) -> set[str]:
    """The levers that the page offers."""
    keys = [each.key or "" for each in tab.app.button]
    return {key.rpartition("-lever-do-")[2] for key in keys if "-lever-do-" in key}


def opened(seeds: Seeds, written: Proposal = ENDLESS) -> tuple[str, Tab]:
    code = seeds.draft(written)
    return code, Tab("proposal", id=code)


def test_each_lever_says_what_changes_what_is_still_learned_and_what_is_promised(seeds: Seeds):
    _, tab = opened(seeds)

    assert offered(tab) == {"start_small", "trial_wording"}
    for lever in ("start_small", "trial_wording"):
        assert say(f"lever-{lever}-change") in tab.shown
        assert say(f"lever-{lever}-keeps") in tab.shown
        assert say("lever-promise", promise=say(f"lever-{lever}-promise")) in tab.shown


def test_a_click_pulls_a_lever_the_door_moves_and_nothing_typed_is_lost(seeds: Seeds):
    code, tab = opened(seeds)
    assert say("start-now") not in tab.buttons

    press(tab, "do", "start_small")

    kept = seeds.dossier(code).proposal
    assert say("door-two_way-means") in tab.shown
    assert say("lever-start_small-promise") in tab.shown
    assert offered(tab) == set()
    assert (kept.levers, kept.answers) == (("start_small",), ENDLESS.answers)
    assert tab.written(say("exactly-people"), "number_input") == 1_000


def test_a_lever_is_taken_back_and_the_door_is_as_before(seeds: Seeds):
    code, tab = opened(seeds, accepting(ENDLESS, ("start_small",)))

    press(tab, "take-back", "start_small")

    assert say("door-one_way-means") in tab.shown
    assert offered(tab) == {"start_small", "trial_wording"}
    assert seeds.dossier(code).proposal == ENDLESS


def test_what_is_not_possible_here_is_searched_without_and_can_be_possible_after_all(seeds: Seeds):
    code, tab = opened(seeds)

    press(tab, "not-here", "start_small")

    assert offered(tab) == {"trial_wording", "opt_in"}
    assert seeds.dossier(code).proposal.levers_not_here == ("start_small",)

    press(tab, "allow", "start_small")

    assert offered(tab) == {"start_small", "trial_wording"}
    assert seeds.dossier(code).proposal == ENDLESS


def test_where_nothing_is_left_that_helps_the_page_says_so(seeds: Seeds):
    _, tab = opened(seeds)
    for lever in ("start_small", "trial_wording", "opt_in"):
        assert say("levers-none-here") not in tab.shown
        press(tab, "not-here", lever)

    assert say("levers-none-here") in tab.shown
    assert say("lever-is-not-here", lever=say("lever-opt_in")) in tab.shown


def test_where_no_change_of_size_helps_the_page_says_change_what_it_does(seeds: Seeds):
    _, tab = opened(seeds, LASTING)

    assert say("levers-none") in tab.shown
    assert offered(tab) == set()


def test_several_levers_are_pulled_with_one_click(seeds: Seeds):
    risky = ENDLESS.answers.with_answer("colleagues", "jobs")
    code, tab = opened(seeds, ENDLESS.model_copy(update={"answers": risky}))
    assert offered(tab) == {"start_small", "volunteers"}

    press(tab, "all", "start_small-volunteers")

    assert seeds.dossier(code).proposal.levers == ("start_small", "volunteers")
    assert say("door-two_way-means") in tab.shown


def test_a_lever_clicked_twice_is_accepted_once(seeds: Seeds):
    code, tab = opened(seeds)
    (button,) = (each for each in tab.app.button if (each.key or "").endswith("-lever-do-start_small"))
    button.click()
    sent = tab.app._tree.get_widget_states()  # pyright: ignore[reportPrivateUsage]
    tab.run()
    tab.run(sent)

    assert seeds.dossier(code).proposal.levers == ("start_small",)


def test_what_was_promised_stands_at_the_start_and_holds_the_pilot(seeds: Seeds):
    code, tab = opened(seeds, accepting(CARD, ("end_date",)))
    assert say("promises-title") in tab.shown
    offered_end = tab.written(say("field-until"), "date_input")
    tab.write(say("field-until"), offered_end + timedelta(days=1), "date_input")

    tab.press(say("start-now"))

    assert seeds.dossier(code).pilot is None
    assert tab.said("error") == [say("start-beyond-promise", days=28)]


def test_pulled_levers_go_along_with_the_start(seeds: Seeds):
    code, tab = opened(seeds, accepting(ENDLESS, ("trial_wording",)))

    tab.press(say("start-now"))

    dossier = seeds.dossier(code)
    assert dossier.pilot is not None
    assert dossier.submission is not None
    assert dossier.submission.proposal.levers == ("trial_wording",)
