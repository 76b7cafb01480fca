"""The mark of a click: the same until the click was answered, so that a double click is one."""

from streamlit.testing.v1 import AppTest


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
