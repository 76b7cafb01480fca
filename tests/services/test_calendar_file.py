"""The last day of a pilot in a calendar: another program reads exactly what was meant."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from registry.domain.text import cleaned
from registry.services.calendar_file import LONGEST_LINE, calendar_file
from registry.services.run_sheet import RunSheet
from tests.nouns import LATER, NOON
from tests.services.sheets import ADDRESS, HOSTILE, began, filled, sheet_of


def entry(sheet: RunSheet, at: datetime = NOON) -> Component:
    """The one event of the calendar file, as another program reads it."""
    (event,) = Calendar.from_ical(calendar_file(sheet, at)).walk("VEVENT")
    return event


def test_the_calendar_says_on_which_day_to_decide():
    event = entry(sheet_of(began()))

    assert event["summary"] == "CX-1 ends: decide what you saw"
    assert event.decoded("dtstart") == date(2026, 3, 30)
    assert event.decoded("dtend") == date(2026, 3, 31)
    assert event.decoded("dtstamp") == NOON
    assert event["url"] == ADDRESS
    assert event["transp"] == "TRANSPARENT"


def test_the_entry_stays_the_same_one_and_another_experiment_has_another():
    found = began()
    other = found.model_copy(update={"experiment": found.experiment.model_copy(update={"id": 2})})
    begun_elsewhere = found.experiment.model_copy(update={"at": NOON + timedelta(milliseconds=1)})
    elsewhere = found.model_copy(update={"experiment": begun_elsewhere})

    first, again = entry(sheet_of(found)), entry(sheet_of(found), LATER)

    assert first["uid"] == again["uid"]
    assert first.decoded("dtstamp") != again.decoded("dtstamp")
    assert (
        len({str(each["uid"]) for each in (first, entry(sheet_of(other)), entry(sheet_of(elsewhere)))}) == 3
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_another_program_reads_from_the_calendar_what_people_wrote(text: str):
    wrote = " ".join(cleaned(text).split())

    event = entry(filled(cleaned(text)))

    assert event["description"] == f"{wrote}\n{ADDRESS}"
    assert event["summary"] == "CX-1 ends: decide what you saw"


@given(st.text(max_size=400).map(cleaned))
def test_every_line_of_the_calendar_is_short_and_ends_as_it_must(text: str):
    written = calendar_file(filled(text), NOON).encode()

    lines = written.split(b"\r\n")

    assert lines.pop() == b""
    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    for line in lines:
        line.decode()
    assert entry(filled(text))["description"] == f"{' '.join(text.split())}\n{ADDRESS}"
