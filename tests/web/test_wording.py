"""The questions of the wording check beneath a field."""

from streamlit.testing.v1 import AppTest

from registry.sentences import say
from tests.pages.tab import bare


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - Streamlit runs this function's text as a page

    from registry.web.wording import show_questions  # noqa: PLC0415

    show_questions(st.text_area("What happened", key="text"))


def left_with(text: str) -> list[str]:
    """What stands below the field once it was left with *text* in it."""
    app = AppTest.from_function(page).run()
    app.text_area(key="text").set_value(text).run()
    assert not app.exception
    return [each.value for each in app.caption]


def test_an_empty_field_asks_nothing():
    assert left_with("") == []


def test_a_sentence_that_points_at_nobody_asks_nothing():
    assert left_with("The label came off in the rain. Three people were ill.") == []


def test_the_question_stands_at_the_sentence_with_the_spot_marked():
    (shown,) = left_with("The label came off. In May the driver forgot the stop.")

    assert "In May **the driver forgot** the stop." in shown
    assert "label" not in shown
    assert say("wording-blame") in bare(shown)
    assert shown.endswith("?")


def test_hindsight_is_introduced_more_softly():
    (shown,) = left_with("We should have asked the drivers.")

    assert say("wording-hindsight") in bare(shown)


def test_a_customers_words_ask_nothing():
    assert left_with("> Your driver is a liar.\nA guest said: “The waiter forgot us.”") == []


def test_a_long_complaint_meets_few_questions():
    shown = left_with("Lena forgot the list. " * 9)

    assert len(shown) == 4
    assert say("wording-more", more=6) == bare(shown[-1])


def test_of_a_sentence_without_an_end_only_what_stands_around_the_spot_is_shown():
    (shown,) = left_with("so " * 100 + "the driver forgot the stop " + "and so on " * 100)

    assert "**the driver forgot** the stop" in shown
    assert len(shown) < 400


def test_nothing_that_somebody_types_works_as_markdown():
    (shown,) = left_with("The agent forgot **the** <b>card</b> \ue000 ![x](http://x.org/y.png).")

    assert "<b>" not in shown.replace(r"\<", "")
    assert "![" not in shown
    assert "\ue000" not in shown


def test_no_trace_of_the_question_is_kept():
    def keys() -> None:
        import streamlit as st  # noqa: PLC0415

        from registry.web.wording import show_questions  # noqa: PLC0415

        before = set(st.session_state)
        show_questions("Lena forgot the list.")
        st.text(" ".join(map(str, set(st.session_state) - before)))

    app = AppTest.from_function(keys).run()

    assert (len(app.caption), app.text[0].value) == (1, "")
