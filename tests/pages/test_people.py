"""People: everybody sees everybody; oneself says who one is; a steward does the rest."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from registry.domain.person import Person, Role
from registry.sentences import say
from registry.services.home import registry
from registry.services.person import change_person, local_person
from registry.store import people, sign_ins
from registry.store.database import writing
from registry.web.clock import now
from registry.web.ticket import new_ticket, ticket_name
from tests.nouns import asking
from tests.pages.seeds import Seeds
from tests.pages.tab import Browser, Tab, bare

HOSTILE = "<img src=x onerror=alert(1)> **Nora** :smile: :red[x] [x](http://x.example) 🦊 أولغا"


def fields(tab: Tab, kind: str, label: str) -> list[Any]:
    """The widgets of *kind* that are called *label*, in the order of the page."""
    elements: Any = tab.app.get(kind)
    return [each for each in elements if bare(each.label) == label]


def kept(person: Person) -> Person:
    with registry() as db:
        found = people.get(db, person.id)
    assert found is not None
    return found


def lines(tab: Tab) -> list[str]:
    """The names in the list, as somebody who is no steward sees them."""
    with registry() as db:
        names = set(people.names(db).values())
    return [text for text in tab.said("markdown") if text in names]


def save(tab: Tab) -> None:
    """Press the last button to save: that of the form further down."""
    fields(tab, "button", say("save"))[-1].click()
    tab.run()


@pytest.fixture
def nora(seeds: Seeds) -> Person:
    """Somebody without a team and without a role."""
    return seeds.joined("Nora New", "")


@pytest.fixture
def ravi(seeds: Seeds) -> Person:
    """A reviewer."""
    return seeds.joined("Ravi Reviewer", "Contracts", Role.REVIEWER)


@pytest.fixture
def signed_in(seeds: Seeds, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Browser:
    """The steward's browser in a registry with sign-in."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[auth]", encoding="utf-8")
    usual = st.get_option
    monkeypatch.setattr(st, "get_option", lambda key: [secrets] if key == "secrets.files" else usual(key))
    monkeypatch.setattr(st, "secrets", {"auth": {}})
    said = {"_streamlit_user": "what the provider said"}
    ticket = new_ticket(sha256(repr(sorted(said.items())).encode()).hexdigest())
    with registry() as db:
        steward = local_person(db)
        with writing(db):
            sign_ins.put(db, sha256(ticket.encode()).hexdigest(), steward.id, now())
    return Browser({**said, ticket_name(): ticket})


def test_everybody_sees_everybody_and_who_looks_after_the_registry(seeds: Seeds, nora: Person, ravi: Person):
    seeds.joined("Stella *Steward*", "Quality", Role.STEWARD)

    tab = Tab("people", browser=seeds.browser_of(nora))

    assert lines(tab) == ["Local colleague", "Nora New", "Ravi Reviewer", "Stella *Steward*"]
    assert {"Contracts", "Quality"} <= set(tab.said("caption"))
    assert say("people-stewards", count=2, names="Local colleague, Stella *Steward*") in tab.shown
    assert "@" not in tab.shown


def test_who_is_no_steward_finds_nothing_to_press_but_their_own(seeds: Seeds, nora: Person, ravi: Person):
    tab = Tab("people", browser=seeds.browser_of(nora))

    assert tab.buttons == {say("save")}
    assert tab.app.get("checkbox") == []
    assert say("field-person_email") not in tab.widgets("text_input")


def test_who_said_no_team_is_asked_in_one_line_until_it_is_said(seeds: Seeds, nora: Person, ravi: Person):
    tab = Tab("people", browser=seeds.browser_of(nora))
    assert say("people-say-team") in tab.shown

    tab.choose(say("field-person_team"), "Contracts", kind="selectbox")
    tab.choose(say("field-person_function"), "legal", kind="selectbox")
    tab.press(say("save"))

    assert kept(nora) == nora.model_copy(update={"team": "Contracts", "function": "legal"})
    assert say("people-say-team") not in tab.shown
    assert "Contracts · legal" in tab.said("caption")


def test_a_team_and_a_function_may_be_typed_anew(seeds: Seeds, nora: Person, ravi: Person):
    tab = Tab("people", browser=seeds.browser_of(nora))

    for field, typed in (("team", " contracts "), ("function", "Night watch")):
        tab.choose(say(f"field-person_{field}"), "", kind="selectbox")
        tab.write(say(f"field-person_{field}-new"), typed)
    tab.press(say("save"))

    assert (kept(nora).team, kept(nora).function) == ("Contracts", "Night watch")


def test_what_is_left_alone_while_another_one_is_chosen_stays(ravi: Person):
    tab = Tab("people")
    tab.press(ravi.name)

    fields(tab, "selectbox", say("field-person_team"))[-1].set_value("")
    save(tab)

    assert kept(ravi) == ravi


def test_a_team_that_was_said_is_not_offered_for_change_to_who_said_it(seeds: Seeds, ravi: Person):
    tab = Tab("people", browser=seeds.browser_of(ravi))

    assert tab.widgets("text_input")[say("field-person_team")].disabled


def test_a_steward_gives_roles_and_corrects_team_and_function(ravi: Person):
    tab = Tab("people")

    tab.press(ravi.name)
    assert ravi.email in tab.shown
    fields(tab, "checkbox", say("people-role-reviewer-means"))[-1].uncheck()
    fields(tab, "checkbox", say("people-role-leader-means"))[-1].check()
    fields(tab, "selectbox", say("field-person_function"))[-1].set_value("finance")
    save(tab)

    assert kept(ravi) == ravi.model_copy(update={"roles": frozenset({Role.LEADER}), "function": "finance"})
    assert ravi.email not in tab.shown


def test_what_another_steward_changed_while_the_form_was_open_stays(ravi: Person):
    tab = Tab("people")
    tab.press(ravi.name)
    with registry() as db:
        change_person(db, asking(person=local_person(db)), ravi.model_copy(update={"roles": frozenset()}))

    fields(tab, "text_input", say("field-person_name"))[-1].set_value("Ravi R. Reviewer")
    save(tab)

    assert kept(ravi) == ravi.model_copy(update={"name": "Ravi R. Reviewer", "roles": frozenset()})


def test_the_last_steward_is_told_why_they_stay_and_what_was_chosen_stands(seeds: Seeds):
    tab = Tab("people")
    tab.press("Local colleague")

    fields(tab, "checkbox", say("people-role-steward-means"))[-1].uncheck()
    save(tab)

    assert tab.said("error") == [say("person-last-steward")]
    assert fields(tab, "checkbox", say("people-role-steward-means"))[-1].value is False


def test_who_is_gone_is_marked_so_and_may_come_back(seeds: Seeds, nora: Person, ravi: Person):
    tab = Tab("people")

    tab.press(ravi.name)
    tab.press(say("people-gone-now"))

    assert kept(ravi).has_left
    assert lines(Tab("people", browser=seeds.browser_of(nora)))[-1] == ravi.name

    tab.press(ravi.name)
    tab.press(say("people-back-now"))

    assert kept(ravi) == ravi


def test_where_people_sign_in_a_steward_ends_somebodys_sign_ins(signed_in: Browser, ravi: Person):
    with registry() as db, writing(db):
        sign_ins.put(db, "ravis", ravi.id, now())
    tab = Tab("people", browser=signed_in)

    tab.press(ravi.name)
    tab.press(say("people-end-sign-ins"))

    with registry() as db:
        found = sign_ins.get(db, "ravis")
    assert found is not None
    assert found.ended is not None


def test_where_nobody_signs_in_there_is_no_sign_in_to_end(ravi: Person):
    tab = Tab("people")

    tab.press(ravi.name)

    assert say("people-gone-now") in tab.buttons
    assert say("people-end-sign-ins") not in tab.buttons


def test_a_steward_adds_somebody_and_the_next_form_is_empty(ravi: Person):
    tab = Tab("people")

    tab.write(say("field-person_email"), "nora at example.org")
    fields(tab, "text_input", say("field-person_name"))[-1].set_value("Nora New")
    fields(tab, "checkbox", say("people-role-reviewer-means"))[-1].check()
    tab.press(say("people-add-now"))
    assert tab.said("error") == [say("person-email-shape")]
    assert fields(tab, "text_input", say("field-person_name"))[-1].value == "Nora New"
    tab.write(say("field-person_email"), "nora@example.org")
    tab.press(say("people-add-now"))

    with registry() as db:
        nora = people.by_email(db, "nora@example.org")
    assert nora is not None
    assert (nora.name, nora.roles) == ("Nora New", frozenset({Role.REVIEWER}))
    assert tab.written(say("field-person_email")) == ""
    assert tab.said("error") == []


def test_a_name_with_markup_is_shown_as_text_in_the_list_and_in_the_picker(seeds: Seeds, ravi: Person):
    with registry() as db:
        by = asking(person=local_person(db))
        hostile = change_person(db, by, ravi.model_copy(update={"name": HOSTILE, "team": HOSTILE}))

    for tab in (Tab("people"), Tab("people", browser=seeds.browser_of(hostile))):
        assert HOSTILE in tab.shown
        assert any(
            option.startswith(HOSTILE) for option in tab.widgets("selectbox")[say("field-act-as")].options
        )
        elements: Any = [*tab.app.get("markdown"), *tab.app.get("caption")]
        raw = "\n".join(each.value for each in elements)
        assert not [mark for mark in ("**Nora**", ":smile:", ":red[", "[x]") if mark in raw]


def test_many_people_come_in_pages_and_are_found_by_words(seeds: Seeds, nora: Person):
    for number in range(40):
        seeds.joined(f"a{number} Colleague", ("North", "East", "South", "West")[number % 4])
    tab = Tab("people", browser=seeds.browser_of(nora))
    assert len(lines(tab)) == 30

    tab.write(say("people-search"), "colleague EAST")
    assert len(lines(tab)) == 10

    tab.write(say("people-search"), "nobody of that name")
    assert lines(tab) == []
    assert say("people-nobody") in tab.shown


def test_few_people_need_no_search(nora: Person):
    assert say("people-search") not in Tab("people").widgets("text_input")
