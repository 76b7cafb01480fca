"""The line at the top of every page, and what stands there instead of a page."""

from collections.abc import Callable

import pytest

from registry.domain.person import Person, Role
from registry.sentences import say
from registry.services.home import registry
from registry.services.person import add_person, local_person
from registry.services.sign_in import act_as, open_locally
from registry.store import people
from registry.store.database import Home, writing
from registry.web.addresses import ADDRESSES
from registry.web.cookies import own_name
from registry.web.session import FOR_PERSON
from registry.web.ticket import ticket_name
from registry.web.way_in import OUTCOME
from tests.nouns import asking
from tests.pages.tab import Browser, Tab, local_browser
from tests.web.conftest import SIGN_IN
from tests.web.test_mode import TWO

Secrets = Callable[[str | None], None]


@pytest.fixture(autouse=True)
def _here(at_home: Home, secrets: Secrets) -> None:
    """A registry of this test's own, without sign-in until the test says otherwise."""


def colleague(name: str, **more: object) -> Person:
    """Somebody else, made known by the local person."""
    person = Person.model_validate({"id": 0, "name": name, "email": f"{name[:4]}@example.org", **more})
    with registry() as db:
        return add_person(db, asking(person=local_person(db)), person)


def acting_as(person: Person) -> Browser:
    """A browser in which one acts as *person* already."""
    browser = local_browser()
    ticket = browser.cookies[ticket_name()]
    with registry() as db:
        local = open_locally(db, ticket, asking().at)
        act_as(db, ticket, asking(person=local), person.id)
    return browser


def test_every_page_says_that_nobody_signs_in_and_warns_when_others_can_reach_it(
    monkeypatch: pytest.MonkeyPatch,
):
    tab = Tab()
    usual = tab.shown
    monkeypatch.setenv("REGISTRY_TRUST_NETWORK", "yes")
    open_to_all: dict[str, str] = {}
    for address in ADDRESSES:
        tab.go(address.name)
        open_to_all[address.name] = tab.shown

    assert say("local-mode") in usual
    assert say("local-mode-network") not in usual
    for name, shown in open_to_all.items():
        assert say("local-mode") in shown, name
        assert say("local-mode-network") in shown, name


def test_the_picker_offers_everybody_who_is_here_and_stands_at_who_one_is():
    colleague("Lena Legal", function="legal")
    colleague("Gina Gone", has_left=True)

    picker = Tab().widgets("selectbox")[say("field-act-as")]

    assert picker.options == ["Lena Legal · legal", "Local colleague"]
    assert picker.format_func(picker.value) == "Local colleague"


def test_a_name_in_the_picker_is_text_and_nothing_else():
    name = "*Lena* :red[x] <b>"
    colleague(name)

    assert name in Tab().widgets("selectbox")[say("field-act-as")].options


def test_what_was_begun_as_one_is_not_there_for_another():
    lena = colleague("Lena Legal", roles={Role.STEWARD})
    tab = Tab("proposal")
    tab.write(say("field-change"), "Umbrellas to borrow")
    tab.app.session_state["kept"] = "by the local colleague"

    tab.choose(say("field-act-as"), lena.id, kind="selectbox")

    assert "kept" not in tab.app.session_state
    assert tab.app.session_state[FOR_PERSON] == lena.id
    assert tab.written(say("field-act-as"), kind="selectbox") == lena.id


def test_one_is_the_local_person_again_when_who_one_acted_as_is_marked_as_gone():
    lena = colleague("Lena Legal")
    browser = acting_as(lena)
    with registry() as db, writing(db):
        people.change(db, asking(), lena.model_copy(update={"has_left": True}))

    picker = Tab(browser=browser).widgets("selectbox")[say("field-act-as")]

    assert picker.format_func(picker.value) == "Local colleague"


def test_a_browser_that_keeps_no_cookies_is_told_so():
    tab = Tab(browser=Browser({}))

    assert tab.said("info") == [say("sign-in-no-cookie")]
    assert tab.said("title") == []


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        (SIGN_IN, {say("sign-in-go")}),
        (TWO, {say("sign-in-go-to", provider="Google"), say("sign-in-go-to", provider="Okta")}),
    ],
)
def test_with_sign_in_nobody_sees_anything_but_the_way_in(secrets: Secrets, text: str, buttons: set[str]):
    local = local_browser()
    secrets(text)

    for browser in (Browser({}), local):
        tab = Tab("people", browser=browser)

        assert tab.buttons == buttons
        assert tab.said("title") == [say("product-name")]
        assert FOR_PERSON not in tab.app.session_state


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [("refused", "error"), ("failed", "error"), ("unreachable", "error"), ("out", "info")],
)
def test_how_the_way_to_the_provider_ended_is_said_above_the_button(
    secrets: Secrets, outcome: str, kind: str
):
    secrets(SIGN_IN)

    tab = Tab(browser=Browser({own_name(OUTCOME): outcome}))

    assert tab.said(kind) == [say(f"sign-in-{outcome}")]
