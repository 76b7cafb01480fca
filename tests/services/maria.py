"""An experiment that names a customer wherever people write, and how her name is replaced."""

from registry.domain.experiment import Dossier
from registry.domain.pilot import StartingPoint
from registry.domain.plan import fingerprint, plan_from
from registry.domain.proposal import Idea, Limits, Proposal, Quote
from registry.domain.redaction import Redaction
from registry.domain.spelling import Sought
from registry.services import pilot, proposal
from registry.store import experiments
from registry.store.database import Database, Home
from tests.nouns import CARD, LATER, PLAN, STELLA, asking, evidence
from tests.readings import kept_reading

REMOVED = "(removed)"
MARIA = "Maria Kundin"
QUOTE = (
    "I am Maria Kundin of Hill Street 5, and I waited three weeks for a parcel.\n"
    "When I called, “nobody” knew anything about it; so I called again, and again, and gave up."
)
BY_STELLA_LATER = asking(LATER, STELLA)


def gone(words: str, instead: str = REMOVED, *, inside_words: bool = False) -> Redaction:
    return Redaction(sought=Sought(words=words, inside_words=inside_words), instead=instead)


def about_maria(db: Database) -> Dossier:
    """An experiment that names Maria wherever people write: quote, plan, arms, data, notes, learning."""
    keys = PLAN.model_dump(mode="json")
    plan = plan_from(
        keys
        | {"control": "as always", "shares": {"as always": 1, MARIA: 1}}
        | {"metric": [keys["metric"][0] | {"name": f"like {MARIA}"}]}
    )
    said = Proposal(
        quote=Quote(words=QUOTE, source="Maria  Kundin by phone"),
        idea=Idea(change=f"Call {MARIA} back", whom="MARIA KUNDIN and others"),
        quick_check=CARD.quick_check,
        limits=Limits(cap=f"as {MARIA} likes"),
    )
    number = proposal.begin(db, asking(), said).id
    pilot.draw_plan(db, asking(), number, plan)
    pilot.start(db, asking(), number, StartingPoint(limits=said.limits, expected=f"{MARIA} is glad"))
    seen = evidence().model_copy(
        update={"plan_fingerprint": fingerprint(plan), "arms": {"as always": 400, MARIA: 400}}
    )
    kept_reading(db, asking(), number, f"{MARIA}.csv", seen)
    return experiments.dossier(db, number)


def bytes_kept(home: Home) -> bytes:
    """All bytes of the registry's file, and of its log."""
    files = [home.database, *home.folder.glob("registry.db-wal")]
    return b"".join(file.read_bytes() for file in files)
