"""The edge of the web: who asks, and the mark of a click, by which a double click is one."""

from collections.abc import Callable
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from registry.services.home import registry
from registry.services.person import LOCAL_NAME
from registry.services.sign_in import open_locally, sign_out
from registry.store.database import Home
from registry.web.clock import now
from registry.web.session import FOR_PERSON
from tests.pages.tab import Browser, local_browser
from tests.web.conftest import SIGN_IN
from tests.web.cookie_jar import begun, let_in


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function's text as a script of its own

    from registry.web.session import click_done, click_token  # noqa: PLC0415

    st.text(click_token("start"))
    st.text(click_token("stop"))
    if st.button("Answer"):
        click_done("start")
        click_done("never clicked")


def marks(tab: AppTest) -> tuple[str, str]:
    start, stop = (each.value for each in tab.text)
    return start, stop


def test_a_click_keeps_its_mark_until_it_is_answered():
    tab = AppTest.from_function(page).run()
    first = marks(tab)

    again = marks(tab.run())
    tab.button[0].click().run()
    later = marks(tab.run())

    assert again == first
    assert later[0] != first[0]
    assert later[1] == first[1]


def test_two_places_and_two_tabs_have_marks_of_their_own():
    one, other = AppTest.from_function(page).run(), AppTest.from_function(page).run()

    assert len({*marks(one), *marks(other)}) == 4


def asks() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function's text as a script of its own

    from registry.domain.sentence import Refusal  # noqa: PLC0415
    from registry.web.session import asking  # noqa: PLC0415

    try:
        st.text(asking().person.name)
    except Refusal as refusal:
        st.text(refusal.sentence.id)


def asked_by(tab: AppTest, browser: Browser) -> str:
    """In whose name a page asks, or the sentence that says why in nobody's."""
    with patch("streamlit.runtime.context._get_client_context", lambda: browser):
        return tab.run().text[0].value


def test_in_local_mode_whoever_holds_a_ticket_asks_and_nobody_else(
    at_home: Home, secrets: Callable[[str | None], None]
):
    tab = AppTest.from_function(asks)

    assert asked_by(tab, local_browser()) == LOCAL_NAME
    assert asked_by(tab, Browser({})) == "sign-in-needed"


def test_what_was_begun_by_one_person_is_not_asked_by_another(
    at_home: Home, secrets: Callable[[str | None], None]
):
    browser, tab = local_browser(), AppTest.from_function(asks)
    with registry() as db:
        person = open_locally(db, browser.cookies.copy().popitem()[1], now())

    tab.session_state[FOR_PERSON] = person.id
    mine = asked_by(tab, browser)
    tab.session_state[FOR_PERSON] = person.id + 1
    theirs = asked_by(tab, browser)

    assert (mine, theirs) == (LOCAL_NAME, "sign-in-of-another")


def test_with_sign_in_one_asks_from_coming_in_to_going_out(
    at_home: Home, secrets: Callable[[str | None], None]
):
    secrets(SIGN_IN)
    browser, tab = Browser(let_in()), AppTest.from_function(asks)

    before = asked_by(tab, browser)
    ticket = begun(browser.cookies, "nina")
    during = asked_by(tab, browser)
    with registry() as db:
        sign_out(db, ticket, now())

    assert (before, during, asked_by(tab, browser)) == ("sign-in-needed", "Olga Owner", "sign-in-needed")
