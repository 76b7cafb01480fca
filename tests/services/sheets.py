"""Running pilots as a sheet for the staff room shows them, and texts that nobody should have to read."""

from datetime import date

from registry.domain.experiment import Dossier
from registry.domain.organisation import Organisation
from registry.domain.proposal import Idea, Limits, Proposal, QuickCheck, Quote
from registry.services.run_sheet import RunSheet, run_sheet
from tests.nouns import OLGA, dossier, pilot

ADDRESS = "https://registry.example.org/experiment?id=CX-1"
GLASSES = Proposal(
    quote=Quote(words="My glasses were in the car."),
    idea=Idea(change="Glasses beside the menu", whom="guests by the wall", signal="fewer ask for help"),
    quick_check=QuickCheck(small=True, back=True, annoyed=True, nothing_new=True, ours=True, places_used=1),
)
LIMITS = Limits(cap="€60", stop_if="two guests mind.")
ROOMS = Organisation(places=3, places_word="dining rooms")
HOSTILE = (
    "</dd></section><script>alert(1)</script><img src=x onerror=alert(1)>",
    "$what ${qr} $$ &amp; &lt; \"'",
    "a, b; c\\n\nBEGIN:VEVENT\r\nEND:VCALENDAR",
    "\u202egnp.exe\u2028\u2029\x0b\x85",
    "👩‍👩‍👧‍👦 日本語 עברית ﷽",
    "x" * 10_000,
    "word " * 2_000,
    "",
)


def began(proposal: Proposal = GLASSES, limits: Limits = LIMITS) -> Dossier:
    """CX-1 with a pilot until 30 March."""
    until = limits.model_copy(update={"until": date(2026, 3, 30)})
    return dossier(pilot().model_copy(update={"limits": until}), proposal=proposal)


def sheet_of(found: Dossier, around: Organisation = ROOMS) -> RunSheet:
    """The sheet of *found*, whose pilot has begun."""
    assert found.pilot is not None
    return run_sheet(found, found.pilot, around, OLGA.name, ADDRESS)


def filled(text: str) -> RunSheet:
    """A sheet that says *text* wherever people may write."""
    names = ("what", "quote", "whom", "where", "stop_if", "cap", "signal", "tell")
    return sheet_of(began()).model_copy(update=dict.fromkeys(names, text) | {"promises": (text,) * 5})
