"""The organisation's own page."""

from registry.domain.organisation import Organisation
from registry.sentences import say
from registry.services.home import registry
from registry.store import organisation as organisations
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

SAID = Organisation(name="Lindenmark", customers=4_000, places=12, places_word="branches", yearly_revenue=1e6)


def kept() -> Organisation | None:
    with registry() as db:
        return organisations.latest(db)


def test_what_was_said_stands_in_the_form_and_a_change_keeps_the_rest(seeds: Seeds):
    seeds.described(SAID)
    tab = Tab("organisation")

    tab.widgets("number_input")[say("field-places_number")].set_value(14)
    tab.press(say("save"))

    assert kept() == SAID.model_copy(update={"places": 14})


def test_figures_below_zero_are_never_kept(seeds: Seeds):
    seeds.described(SAID)
    tab = Tab("organisation")

    for label in ("field-yearly_revenue", "field-customers", "field-places_number"):
        tab.widgets("number_input")[say(label)].set_value(-5)
    tab.press(say("save"))

    said = kept()
    assert said is not None
    figures = (said.yearly_revenue, said.customers, said.places)
    assert all(figure is None or figure > 0 for figure in figures)


def test_promises_and_topics_are_written_one_on_each_line(seeds: Seeds):
    seeds.described(SAID)
    tab = Tab("organisation")

    tab.widgets("text_area")[say("field-promises")].set_value("Nobody waits.\n\n  Nobody waits. \nWe listen.")
    tab.widgets("text_area")[say("field-topics")].set_value("web: 6\nhabits: a long time\ntrust")
    tab.press(say("save"))

    said = kept()
    assert said is not None
    assert said.promises == ("Nobody waits.", "We listen.")
    assert [(topic.name, topic.months) for topic in said.topics] == [
        ("web", 6),
        ("habits: a long time", 12),
        ("trust", 12),
    ]


def test_a_topic_that_would_never_be_looked_at_again_is_refused(seeds: Seeds):
    seeds.described(SAID)
    tab = Tab("organisation")

    tab.widgets("text_area")[say("field-topics")].set_value("web: 999")
    tab.press(say("save"))

    assert tab.said("error") == [say("organisation-topic-months", topic="web")]
    assert kept() == SAID
