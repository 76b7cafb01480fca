"""The last day of a pilot for anybody's calendar, as iCalendar writes it.

Source: RFC 5545. A text is escaped (3.3.11), a line ends with CR and LF and is folded at 75 octets (3.1).
"""

from collections.abc import Iterator
from datetime import timedelta

from registry.domain.moment import Moment
from registry.sentences import say
from registry.services.run_sheet import RunSheet, one_line

LONGEST_LINE = 75
"""Octets of a line, without its end."""


def calendar_file(sheet: RunSheet, at: Moment) -> str:
    """The last day of the pilot as an all-day event; *at* is when it was asked for."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tried & Told//Registry//EN",
        "BEGIN:VEVENT",
        f"UID:{sheet.uid}",
        f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{sheet.until:%Y%m%d}",
        # The day on which it is over: the first one that does not belong to it.
        f"DTEND;VALUE=DATE:{sheet.until + timedelta(days=1):%Y%m%d}",
        "SUMMARY:" + escaped(say("run-calendar-title", code=sheet.code)),
        "DESCRIPTION:" + escaped(f"{one_line(sheet.what)}\n{sheet.address}"),
        f"URL:{sheet.address}",
        # It takes nobody's day: a calendar shows it, and the day stays free.
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def escaped(text: str) -> str:
    """*text* as a value: a calendar would take commas, semicolons and line breaks for its own."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """*line* in parts that are short enough; each but the first begins with a blank that does not count."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + char, size + octets
    yield part
