"""The steward's page of everything, and each experiment's own history at the end of its story."""

from datetime import UTC, date, datetime, timedelta

from registry.domain.experiment import experiment_id
from registry.domain.history import Filters
from registry.domain.moment import as_moment
from registry.domain.person import Asking, Person
from registry.domain.proposal import Idea, Proposal
from registry.sentences import say
from registry.services.history_reading import PAGE
from registry.services.person import add_person, local_person
from registry.services.proposal import revise
from registry.services.sign_in import act_as
from registry.store import history
from registry.store.database import opened, writing
from registry.store.history import Entry
from registry.web.ticket import ticket_name
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab, bare

BEGAN, CHANGED = "Local colleague began a proposal", "Local colleague changed the proposal"
HOSTILE = "**b** :red[x] <img src=x> [a](http://b) $x$ \N{RIGHT-TO-LEFT OVERRIDE}txet"


def by_local(seeds: Seeds) -> Asking:
    with opened(seeds.home) as db:
        return Asking(person=local_person(db), at=as_moment(datetime.now(UTC)))


def edited(seeds: Seeds, code: str, change: str, version: int = 1, *, minutes: int = 0) -> None:
    """The draft *code* saved with another idea, so many minutes from now."""
    by = by_local(seeds)
    by = by.model_copy(update={"at": by.at + timedelta(minutes=minutes)})
    with opened(seeds.home) as db:
        proposal = CARD.model_copy(update={"idea": Idea(change=change)})
        revise(db, by, experiment_id(code), version, proposal)


def listed(tab: Tab) -> list[str]:
    """Who did what, as the page lists it."""
    heads = [bare(text) for text in tab.said("markdown") if text.startswith("**")]
    return [head.strip("*") for head in heads]


def opened_history(code: str) -> Tab:
    """The page of an experiment with its history opened."""
    tab = Tab("experiment", id=code)
    tab.app.session_state[f"history-{code}"] = True
    tab.run()
    return tab


def as_somebody_else(seeds: Seeds, tab: Tab) -> None:
    """Let the tab be one of a colleague without a role, in another team."""
    with opened(seeds.home) as db:
        colleague = Person(id=0, name="Otto Other", email="otto@example.org", team="Returns")
        other = add_person(db, by_local(seeds), colleague)
        act_as(db, tab.browser.cookies[ticket_name()], by_local(seeds), other.id)


def test_a_steward_sees_everything_newest_first_with_what_changed(seeds: Seeds):
    code = seeds.draft()
    edited(seeds, code, "A call instead")

    tab = Tab("history")

    assert listed(tab)[:2] == [CHANGED, BEGAN]
    assert "idea: A handwritten card in the parcel → A call instead" in tab.shown
    assert tab.said("error") == []


def test_somebody_else_reads_who_may_and_finds_nothing(seeds: Seeds):
    seeds.draft()
    tab = Tab()

    as_somebody_else(seeds, tab)
    tab.go("history")

    assert tab.said("info") == [say("not-allowed-read_history")]
    assert listed(tab) == []
    assert say("history-export") not in tab.buttons


def test_filters_choose_and_what_fits_none_is_told_calmly(seeds: Seeds):
    first, second = seeds.draft(), seeds.draft(Proposal(idea=Idea(change="A call")))
    tab = Tab("history")

    tab.write(say("field-history_experiment"), second.lower())
    assert listed(tab) == [BEGAN]
    assert "A call" in tab.shown

    tab.write(say("field-history_words"), "handwritten")
    assert tab.said("info") == [say("history-nothing-found")]

    tab.write(say("field-history_experiment"), first)
    tab.choose(say("field-history_verb"), "begin", "selectbox")
    assert listed(tab) == [BEGAN]

    tab.write(say("field-history_until"), date.today() - timedelta(days=2), "date_input")  # noqa: DTZ011
    assert tab.said("info") == [say("history-nothing-found")]


def test_what_was_chosen_stays_when_somebody_does_something_new(seeds: Seeds):
    code = seeds.draft()
    tab = Tab("history")
    tab.choose(say("field-history_verb"), "begin", "selectbox")
    edited(seeds, code, "A call instead")

    tab.run()

    assert tab.written(say("field-history_verb"), "selectbox") == "begin"
    assert listed(tab) == [BEGAN]


def test_two_people_of_one_name_are_told_apart(seeds: Seeds):
    with opened(seeds.home) as db:
        for email in ("otto@example.org", "other@example.org"):
            add_person(db, by_local(seeds), Person(id=0, name="Otto Other", email=email))

    options = Tab("history").widgets("selectbox")[say("field-history_person")].options

    assert {"Local colleague", "Otto Other · otto@example.org", "Otto Other · other@example.org"} <= set(
        options
    )


def test_what_is_no_code_is_told_in_one_sentence_and_stays():
    tab = Tab("history")

    for code in ("CX", "'; drop table events; --", "CX-0", "<b>1</b>"):
        tab.write(say("field-history_experiment"), code)

        assert tab.said("error") == [say("experiment-unknown", code=code[:20])]
        assert tab.written(say("field-history_experiment")) == code


def test_pages_lead_to_older_events_and_back_and_new_filters_begin_at_the_newest(seeds: Seeds):
    by = by_local(seeds)
    with opened(seeds.home) as db, writing(db):
        for _ in range(PAGE + 5):
            history.add(db, by, Entry("note"))
    tab = Tab("history")
    assert len(listed(tab)) == PAGE
    assert say("history-newer") not in tab.buttons

    tab.press(say("history-older"))
    assert len(listed(tab)) == 6
    assert say("history-older") not in tab.buttons

    tab.press(say("history-newer"))
    assert len(listed(tab)) == PAGE

    tab.press(say("history-older"))
    tab.choose(say("field-history_verb"), "note", "selectbox")
    assert len(listed(tab)) == PAGE


def test_a_file_is_made_of_what_is_chosen_and_offered_until_something_else_is(seeds: Seeds):
    code = seeds.draft()
    tab = Tab("history")
    assert not tab.app.get("download_button")

    tab.press(say("history-export"))

    assert len(tab.app.get("download_button")) == 1
    with opened(seeds.home) as db:
        (made,) = history.newest(db, Filters(verb="export_history"), 9)
    assert made.by == by_local(seeds).person.id

    tab.write(say("field-history_experiment"), code)
    assert not tab.app.get("download_button")


def test_an_experiment_tells_its_history_in_sittings_when_it_is_opened(seeds: Seeds):
    code = seeds.draft()
    edited(seeds, code, "A call instead")
    edited(seeds, code, "A letter", 2, minutes=45)
    assert listed(Tab("experiment", id=code)) == []

    tab = opened_history(code)

    assert listed(tab) == [CHANGED, BEGAN]
    assert "idea: A call instead → A letter" in tab.shown
    assert "idea: A call instead\n" in tab.shown


def test_a_long_history_shows_its_newest_events_and_more_when_asked(seeds: Seeds):
    code = seeds.draft()
    by = by_local(seeds)
    with opened(seeds.home) as db, writing(db):
        for _ in range(PAGE + 5):
            history.add(db, by, Entry("note", experiment_id(code)))
    tab = opened_history(code)
    assert len(listed(tab)) == PAGE

    tab.press(say("history-more"))

    assert len(listed(tab)) == PAGE + 6
    assert say("history-more") not in tab.buttons


def test_somebody_of_another_team_reads_what_happened_but_not_the_words_of_the_draft(seeds: Seeds):
    code = seeds.running()
    tab = Tab("experiment", id=code)

    as_somebody_else(seeds, tab)
    tab.go("experiment", id=code)
    tab.app.session_state[f"history-{code}"] = True
    tab.run()

    assert BEGAN in listed(tab)
    assert "idea: " not in tab.shown
    assert "door: Two-way door" in tab.shown


def test_words_that_want_to_be_more_are_shown_as_text(seeds: Seeds):
    code = seeds.draft(Proposal(idea=Idea(change=HOSTILE)))

    for tab in (Tab("history"), opened_history(code)):
        (told,) = [str(each.value) for each in tab.app.markdown if "idea:" in str(each.value)]
        assert "\\*\\*b\\*\\*" in told
        assert ":red" not in told
        assert "\\<img" in told
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in told
