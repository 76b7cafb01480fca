"""The digest in words: one list of sections, written as Markdown and as HTML that any mailer takes.

What people wrote means nothing but its letters in both, and leaves the direction of the rest alone.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from string import Template
from typing import NamedTuple

from registry.domain.experiment import experiment_code
from registry.sentences import day_text, say
from registry.services.anniversary import remembered_line
from registry.services.digest import Digest
from registry.services.history import apart
from registry.services.run_sheet import one_line

PAGE = resources.files("registry.services") / "digest.html"
MOST = 20
"""Lines of one section; the rest is in the registry."""
LONGEST = 280
"""Characters of one text; the rest is on the experiment's page."""

MARKS = re.compile(r"[\\`*_\[\]<>#|~&$]")
LINKING = re.compile(r":(?=//)|(?<=\bwww)\.|(?<=\w)@(?=\w)|(?<=\bmailto):", re.IGNORECASE)
"""What readers of Markdown make a link of, without being asked."""
FIRST = re.compile(r"^([-+=]|\d+(?=[.)]))")


class Line(NamedTuple):
    """One line of a section, as it is said; whoever writes it down escapes it."""

    code: str = ""
    title: str = ""
    says: str = ""
    """A sentence of ours."""
    words: str = ""
    """Somebody's own words, which stand below."""


class Section(NamedTuple):
    """One part of the digest."""

    title: str
    lines: tuple[Line, ...]
    more: str = ""
    """How many lines are left out; empty where none is."""


def sections(digest: Digest) -> list[Section]:
    """The parts that there is something for, in the order in which they are read."""
    parts: tuple[tuple[str, Iterable[Line]], ...] = (
        ("started", _started(digest)),
        ("decided", _decided(digest)),
        ("learned", _learned(digest)),
        ("surprised", _surprised(digest)),
        ("helped", _helped(digest)),
        ("waiting", _waiting(digest)),
        ("thanks", _thanks(digest)),
        ("days", _days(digest)),
    )
    made = (Section(say(f"digest-{name}"), tuple(lines)) for name, lines in parts)
    return [_shortened(section) for section in made if section.lines]


def _started(digest: Digest) -> Iterator[Line]:
    return (Line(each.code, each.title) for each in digest.happened.started)


def _decided(digest: Digest) -> Iterator[Line]:
    return (
        Line(each.code, each.title, say(f"huddle-came-{each.choice}")) for each in digest.happened.decided
    )


def _learned(digest: Digest) -> Iterator[Line]:
    for each in digest.happened.learned:
        standing = say("digest-standing", standing=say(f"standing-{each.standing}"))
        revised = say("digest-revised") if each.is_revision else ""
        yield Line(each.code, each.title, f"{standing} {revised}".strip(), each.words)


def _surprised(digest: Digest) -> Iterator[Line]:
    return (Line(each.code, each.title, words=each.words) for each in digest.happened.surprised)


def _helped(digest: Digest) -> Iterator[Line]:
    for each in digest.happened.helped:
        yield Line(each.code, each.title, say("digest-helped-whom", whom=", ".join(each.helped)), each.words)


def _waiting(digest: Digest) -> Iterator[Line]:
    for each in digest.happened.waiting:
        says = say(f"digest-waits-{each.stage}", day=each.since.isoformat())
        yield Line(each.code, each.title, says)


def _thanks(digest: Digest) -> Iterator[Line]:
    for each in digest.thanks:
        whom = say("huddle-thanks-to", name=apart(each.whom)) if each.whom else say("huddle-thanks-to-team")
        yield Line(experiment_code(each.experiment), each.tried, f"{whom}.", each.words)


def _days(digest: Digest) -> Iterator[Line]:
    return (Line(says=remembered_line(each, is_today=False)) for each in digest.days)


def title(digest: Digest) -> str:
    """What the message is called."""
    return say("digest-title", first=day_text(digest.happened.first), last=day_text(digest.happened.last))


def quiet(digest: Digest) -> str:
    """One sentence where nothing happened; else empty."""
    return say("digest-quiet") if digest.is_quiet else ""


def digest_markdown(digest: Digest, address: str = "") -> str:
    """The digest as Markdown, good as plain text too; links lead to *address* where it is known."""

    def written(line: Line) -> str:
        code = f"[{line.code}](<{link_to(address, line.code)}>)" if address and line.code else line.code
        head = _head(code, marked(short(line.title.rstrip(" ."))), marked(line.says))
        return f"- {head}" + (f"\n  > {marked(short(line.words))}" if line.words else "")

    parts = [f"# {marked(title(digest))}"]
    parts += [quiet(digest)] if digest.is_quiet else []
    for section in sections(digest):
        parts += [f"## {section.title}", "\n".join(map(written, section.lines))]
        parts += [section.more] if section.more else []
    return "\n\n".join(parts)


def digest_html(digest: Digest, address: str = "") -> str:
    """The digest as a page for any mailer: inline styles, nothing that is fetched, nothing that runs."""

    def written(line: Line) -> str:
        code = escape(line.code)
        if address and code:
            code = f'<a href="{escape(link_to(address, line.code))}">{code}</a>'
        head = _head(code, shown(short(line.title.rstrip(" ."))), shown(line.says))
        return (
            f'<li style="{ITEM}">{head}'
            + (f'<div dir="auto" style="{WORDS}">{shown(short(line.words))}</div>' if line.words else "")
            + "</li>"
        )

    parts = [f"<p>{escape(quiet(digest))}</p>"] if digest.is_quiet else []
    for section in sections(digest):
        parts.append(f'<h2 style="{HEADING}">{escape(section.title)}</h2>')
        parts.append(f'<ul style="{LIST}">{"".join(map(written, section.lines))}</ul>')
        parts += [f"<p>{escape(section.more)}</p>"] if section.more else []
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=escape(title(digest)),
        product=escape(say("product-name")),
        parts="\n".join(parts),
        foot=escape(say("digest-foot")),
    )


HEADING = "font-size:18px;line-height:1.3;margin:28px 0 8px"
LIST = "margin:0;padding:0 0 0 20px"
ITEM = "margin:0 0 10px"
WORDS = "margin:4px 0 0;padding:0 0 0 10px;border-left:3px solid #5b9790"


def link_to(address: str, code: str) -> str:
    """The address of an experiment's page."""
    return f"{address}/experiment?id={code}"


def _head(code: str, titled: str, says: str) -> str:
    """The experiment with its title, and what is said of it."""
    named = ", ".join(part for part in (code, titled) if part)
    return " ".join(part for part in (f"{named}." if named else "", says) if part)


def marked(text: str) -> str:
    """*text*, a single line, as Markdown in which every mark is shown and none works."""
    line = MARKS.sub(r"\\\g<0>", text)
    return FIRST.sub(r"\\\1", LINKING.sub(r"\\\g<0>", line))


def shown(text: str) -> str:
    """*text* as HTML that means nothing but its letters."""
    return f"<bdi>{escape(text)}</bdi>" if text else ""


def short(text: str) -> str:
    """*text* on one line, not longer than the digest holds, whatever its direction apart from the rest."""
    line = one_line(text)
    return apart(line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…")


def _shortened(section: Section) -> Section:
    """*section* with its first lines, and how many more there are."""
    more = len(section.lines) - MOST
    if more <= 0:
        return section
    return Section(section.title, section.lines[:MOST], say("digest-more", count=more))
