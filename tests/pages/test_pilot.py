"""Giving a pilot's data on its page."""

import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import StopException

from registry.domain.facts import Reading
from registry.sentences import say
from registry.web import reading
from tests.nouns import PLAN
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab
from tests.readings import BY_DAY, day, file_of

ROWS = "group,back\n" + "no card,0\nno card,1\ncard,1\ncard,0\n" * 10


def read(tab: Tab, name: str) -> None:
    """Choose the file called *name* of the inbox, and read it."""
    tab.choose(say("field-inbox"), name, "selectbox")
    tab.press(say("pilot-read"))


def test_a_double_click_reads_a_file_once(seeds: Seeds):
    (seeds.home.inbox / "cards.csv").write_text(ROWS, encoding="utf-8")
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)
    tab.choose(say("field-inbox"), "cards.csv", "selectbox")

    tab.press_twice(say("pilot-read"))

    assert [reading.evidence.rows for reading in seeds.dossier(code).all(Reading)] == [40]
    assert tab.said("error") == []


def test_the_same_file_again_changes_nothing_and_another_one_is_read(seeds: Seeds):
    (seeds.home.inbox / "cards.csv").write_text(ROWS, encoding="utf-8")
    (seeds.home.inbox / "more.csv").write_text(ROWS + "card,1\n", encoding="utf-8")
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)

    read(tab, "cards.csv")
    read(tab, "cards.csv")
    told = tab.said("info")
    read(tab, "more.csv")

    assert say("reading-again", file="cards.csv") in told
    assert [reading.evidence.rows for reading in seeds.dossier(code).all(Reading)] == [40, 41]
    assert "It took the place of what was read on " in tab.shown
    assert tab.said("error") == []


def test_a_file_of_further_days_is_said_to_add_them_and_one_of_known_days_is_refused(seeds: Seeds):
    for n in range(3):
        counts = {(n, "no card"): (4, 20), (n, "card"): (8, 20)}
        file_of(seeds.home.inbox, counts, f"day-{n}.csv")
    code = seeds.running(plan=BY_DAY)
    tab = Tab("pilot", id=code)

    read(tab, "day-0.csv")
    read(tab, "day-2.csv")
    added = tab.shown
    read(tab, "day-1.csv")

    assert "Added one day, 4 March 2026, to those read before." in added
    assert [reading.evidence.rows for reading in seeds.dossier(code).all(Reading)] == [40, 80]
    (refused,) = tab.said("error")
    assert "“day-1.csv” holds 3 March 2026; read before were 2 March 2026 to 4 March 2026." in refused


def test_every_earlier_reading_is_shown_as_it_was(seeds: Seeds):
    for n in range(3):
        file_of(seeds.home.inbox, {(n, "no card"): (4, 20), (n, "card"): (8, 20)}, f"day-{n}.csv")
    code = seeds.running(plan=BY_DAY)
    tab = Tab("pilot", id=code)
    for n in range(3):
        read(tab, f"day-{n}.csv")
    latest = tab.shown

    tab.choose(say("field-reading"), 1, "selectbox")

    assert say("readings-earlier", count=2) in latest
    assert "80 rows" not in latest
    assert "“day-1.csv”, 80 rows" in tab.shown
    assert "“day-2.csv”, 120 rows" in tab.shown


def test_some_days_of_a_reading_are_looked_at_without_its_rows(seeds: Seeds):
    days = {(n, arm): (4 + 4 * (arm == "card"), 20) for n in range(3) for arm in ("no card", "card")}
    file = file_of(seeds.home.inbox, days, "days.csv")
    code = seeds.ended(plan=BY_DAY)
    tab = Tab("pilot", id=code)
    read(tab, "days.csv")
    file.unlink()
    tab.choose(say("by-day"), True, "toggle")

    tab.choose(say("field-last_day"), day(1), "date_input")

    assert tab.said("error") == []
    of_all, of_some = (table.value.to_dict("records")[0] for table in tab.app.dataframe)
    assert of_all["Answers (control, arm)"] == "60 and 60"
    assert of_some["Answers (control, arm)"] == "40 and 40"


def test_a_file_that_is_refused_leaves_the_earlier_readings_as_they_were(seeds: Seeds):
    file = seeds.home.inbox / "cards.csv"
    file.write_text(ROWS, encoding="utf-8")
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)
    tab.choose(say("field-inbox"), "cards.csv", "selectbox")
    tab.press(say("pilot-read"))
    before = seeds.dossier(code).all(Reading)
    file.write_text(ROWS + "card,N/A\n", encoding="utf-8")

    tab.press(say("pilot-read"))

    assert len(before) == 1
    assert seeds.dossier(code).all(Reading) == before
    assert any("Row 42 of “cards.csv” has “N/A”" in error for error in tab.said("error"))


def test_a_link_in_the_data_folder_is_not_offered(seeds: Seeds):
    elsewhere = seeds.home.folder / "elsewhere.csv"
    elsewhere.write_text(ROWS, encoding="utf-8")
    (seeds.home.inbox / "cards.csv").symlink_to(elsewhere)

    tab = Tab("pilot", id=seeds.running(plan=PLAN))

    assert any(say("inbox-empty", folder=str(seeds.home.inbox)) in text for text in tab.said("caption"))


def test_an_upload_is_read_once_and_its_field_is_empty_again(seeds: Seeds):
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)
    tab.write(say("field-data"), ("cards.csv", ROWS.encode(), "text/csv"), "file_uploader")

    tab.press_twice(say("pilot-read"))

    assert [each.file_name for each in seeds.dossier(code).all(Reading)] == ["cards.csv"]
    assert tab.written(say("field-data"), "file_uploader") is None


def test_a_file_that_is_refused_leaves_no_bar_and_is_not_called_stopped(seeds: Seeds):
    (seeds.home.inbox / "cards.csv").write_text(ROWS.replace("card,0", "card,maybe"), encoding="utf-8")
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)
    tab.choose(say("field-inbox"), "cards.csv", "selectbox")

    tab.press(say("pilot-read"))
    refused = tab.said("error")
    tab.run()

    assert len(refused) == 1
    assert say("pilot-reading-stopped") not in tab.shown
    assert say("pilot-stop-reading") not in tab.buttons
    assert seeds.dossier(code).all(Reading) == ()


def test_a_reading_that_was_left_is_told_once_and_leaves_nothing(
    seeds: Seeds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setattr(reading, "PATIENCE", 0)
    (seeds.home.inbox / "cards.csv").write_text(ROWS, encoding="utf-8")
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)
    tab.choose(say("field-inbox"), "cards.csv", "selectbox")

    # So Streamlit ends a script whose tab was closed: at its next call.
    with patch.object(DeltaGenerator, "progress", side_effect=StopException):
        tab.press(say("pilot-read"))
    left = list(place.iterdir())
    tab.run()
    told = tab.said("info")
    tab.run()

    assert left == []
    assert say("pilot-reading-stopped") in told
    assert say("pilot-reading-stopped") not in tab.said("info")
    assert seeds.dossier(code).all(Reading) == ()
