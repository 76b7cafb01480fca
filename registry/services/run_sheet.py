"""What a team takes along when its pilot has begun: a sheet for the staff room, a message for colleagues."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from importlib import resources
from string import Template
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, ConfigDict

from registry.domain.experiment import Dossier
from registry.domain.facts import Pilot
from registry.domain.organisation import Organisation
from registry.domain.proposal import Proposal
from registry.domain.review_facts import Outcome
from registry.sentences import day_text, say

PAGE = resources.files("registry.services") / "run_sheet.html"
LONGEST = 140
"""Characters of one text on the sheet, which is one page; the rest is on the experiment's."""
LONGEST_HEADLINE = 50
"""Characters of what is tried that stand in large letters."""


class RunSheet(BaseModel):
    """What everybody who meets a running pilot needs to know; what nobody said is empty."""

    model_config = ConfigDict(frozen=True)

    code: str
    what: str
    quote: str = ""
    whom: str = ""
    where: str = ""
    until: date
    stop_if: str = ""
    cap: str = ""
    signal: str = ""
    promises: tuple[str, ...] = ()
    """What the team holds itself to besides: its accepted levers, and the reviewers' condition."""
    tell: str = ""
    """Whom to tell what one notices: the team, and who proposed it."""
    address: str
    """Of the experiment's page."""
    uid: str
    """The same for as long as the experiment exists, by which a calendar knows its entry again."""


def run_sheet(dossier: Dossier, pilot: Pilot, around: Organisation, owner: str, address: str) -> RunSheet:
    """The sheet of *dossier*, whose *pilot* has begun; *owner* is the name of who proposed it."""
    proposal, experiment = dossier.proposal, dossier.experiment
    return RunSheet(
        code=dossier.code,
        what=proposal.title,
        quote=proposal.quote.words,
        whom=proposal.idea.whom,
        where=_where(proposal, around),
        until=pilot.until,
        stop_if=pilot.limits.stop_if,
        cap=pilot.limits.cap,
        signal=proposal.idea.signal,
        promises=tuple(_promises(dossier)),
        tell=", ".join(name for name in (owner, experiment.team) if name),
        address=address,
        uid=str(uuid5(NAMESPACE_URL, f"tried-and-told:{dossier.code}:{experiment.at.isoformat()}")),
    )


def _where(proposal: Proposal, around: Organisation) -> str:
    used, total = proposal.quick_check.places_used, around.places
    if not proposal.quick_check.small or used is None or total is None:
        return ""
    return say("run-sheet-places", used=used, total=total, word=around.places_word)


def _promises(dossier: Dossier) -> Iterator[str]:
    yield from (say(f"lever-{lever}-promise") for lever in dossier.proposal.levers)
    outcome = dossier.round.outcome
    if outcome is not None and outcome.outcome is Outcome.CLEARED_IF:
        yield outcome.what


def team_message(sheet: RunSheet) -> str:
    """Three lines for the team: what is tried, until when, and where to tell what one notices."""
    day = day_text(sheet.until)
    what, stop_if = shortened(sheet.what), shortened(sheet.stop_if).rstrip(". ")
    return "\n".join(
        (
            say("run-message-what", what=what),
            # What was cut short ends with its dots, and with no full stop behind them.
            say("run-message-until-or-if", day=day, stop_if=stop_if).replace("….", "…")
            if stop_if
            else say("run-message-until", day=day),
            say("run-message-where", address=sheet.address),
        )
    )


def sheet_html(sheet: RunSheet) -> str:
    """The sheet as one A4 page that a browser shows and prints without asking anybody for anything."""
    rows = (
        ("run-sheet-whom", [sheet.whom]),
        ("run-sheet-where", [sheet.where]),
        ("run-sheet-until", [day_text(sheet.until)]),
        ("run-sheet-stop_if", [sheet.stop_if, say("run-sheet-anybody-stops")]),
        ("run-sheet-cap", [sheet.cap]),
        ("run-sheet-tell", [sheet.tell]),
        ("run-sheet-promises", sheet.promises),
        ("run-sheet-signal", [sheet.signal]),
    )
    # A proposal without an idea yet is called by the words it began with: they stand there once.
    quote = "" if one_line(sheet.quote).startswith(one_line(sheet.what)) else _shown(sheet.quote)
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        code=escape(sheet.code),
        product=escape(say("product-name")),
        lead=escape(say("run-sheet-lead")),
        size="large" if len(one_line(sheet.what)) <= LONGEST_HEADLINE else "small",
        what=_shown(sheet.what),
        quote=""
        if quote in ("", one_line(sheet.what))
        else f'<blockquote dir="auto">{_shown(quote)}</blockquote>',
        rows="\n".join(_row(say(label), texts) for label, texts in rows if any(texts)),
        qr=qr_code(sheet.address),
        scan=escape(say("run-sheet-scan")),
        address=escape(sheet.address),
    )


def _row(label: str, texts: Iterable[str]) -> str:
    said = "".join(f'<dd dir="auto">{_shown(text)}</dd>' for text in texts if text)
    return f"<div><dt>{escape(label)}</dt>{said}</div>"


def _shown(text: str) -> str:
    """*text*, shortened, as HTML that means nothing but its letters."""
    return escape(shortened(text))


def shortened(text: str) -> str:
    """*text* on one line, not longer than the sheet holds."""
    line = one_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def one_line(text: str) -> str:
    """*text* without its line breaks."""
    return " ".join(text.split())


def qr_code(address: str) -> str:
    """*address* for a telephone's camera: an SVG picture to stand in a page."""
    import segno  # noqa: PLC0415 - it takes as long as a page, and only who prints a sheet needs it

    code = segno.make(address, error="m", micro=False)
    picture = code.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None)
    return picture.replace("<svg ", f'<svg role="img" aria-label="{escape(address)}" ', 1)
