"""An upload that was read is not kept in the server's memory until the tab is closed."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest takes this function's text for a script
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415

    from registry.web.uploaded import forget  # noqa: PLC0415

    run = get_script_run_ctx()
    file = st.file_uploader("A file")
    if run is not None and file is not None:
        kept = lambda: len(run.uploaded_file_mgr.get_files(run.session_id, [file.file_id]))  # noqa: E731
        st.text(f"{kept()} before")
        forget(file)
        forget(file)
        st.text(f"{kept()} after")


def test_an_upload_that_is_forgotten_is_gone_from_the_servers_memory():
    app = AppTest.from_function(page).run()

    app.file_uploader[0].set_value(("pilot.csv", b"arm,spend\n", "text/csv")).run()

    assert not app.exception
    assert [each.value for each in app.text] == ["1 before", "0 after"]
