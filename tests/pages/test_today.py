"""The first minute of a new registry."""

from registry.sentences import say
from registry.services.home import registry
from registry.store import organisation as organisations
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def test_what_is_answered_at_first_use_is_kept_and_not_asked_again():
    tab = Tab()
    tab.widgets("number_input")[say("field-customers")].set_value(180_000)
    tab.widgets("text_input")[say("field-places_word")].set_value("branches")
    tab.press(say("save"))

    again = Tab()

    assert say("first-title") not in again.shown
    with registry() as db:
        kept = organisations.latest(db)
    assert kept is not None
    assert (kept.customers, kept.places_word, kept.yearly_revenue) == (180_000, "branches", None)


def test_who_skips_the_first_questions_is_not_asked_again():
    tab = Tab()
    assert say("first-title") in tab.shown

    tab.press(say("skip"))

    assert say("first-title") not in tab.shown
    assert say("first-title") not in Tab().shown


def test_an_empty_registry_offers_examples_and_shows_them_at_once(seeds: Seeds):
    tab = Tab()
    tab.press(say("skip"))

    tab.press(say("demo-fill"))

    assert seeds.count() >= 12
    assert tab.said("error") == []
    assert say("demo-fill") not in tab.buttons
    assert say("today-empty") not in tab.shown


def test_a_registry_with_an_experiment_offers_no_examples(seeds: Seeds):
    seeds.draft()

    assert say("demo-fill") not in Tab().buttons


def test_who_has_not_said_where_they_work_finds_where_to_say_it_until_they_have(seeds: Seeds):
    seeds.draft()
    assert say("people-say-team") in Tab().links

    seeds.works_in("Parcels", function="operations")

    assert say("people-say-team") not in Tab().links
