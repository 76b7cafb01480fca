"""Nouns as the tests need them: an idea for each door, a plan, and what a pilot's data said."""

from datetime import UTC, date, datetime, timedelta

from registry.domain.evidence import Action, Evidence, Grade, Recommendation
from registry.domain.experiment import Dossier, Experiment
from registry.domain.facts import Fact, Pilot, Submission
from registry.domain.organisation import Organisation
from registry.domain.person import Asking, Person, Role
from registry.domain.plan import Plan, fingerprint, plan_from
from registry.domain.proposal import Idea, Limits, Proposal, QuickCheck, Quote
from registry.domain.risk import RiskProfile
from registry.domain.sentence import sentence
from registry.domain.submission import Yardstick
from registry.services.policy import policy

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=60)
OLGA = Person(id=1, name="Olga Owner", email="olga@example.org", team="Parcels", function="operations")
STELLA = Person(
    id=2,
    name="Stella Steward",
    email="stella@example.org",
    team="Quality",
    function="customer experience",
    roles=frozenset({Role.STEWARD}),
)
YARDSTICK = Yardstick(policy=policy(1), organisation=Organisation(customers=4_000))

CARD = Proposal(
    quote=Quote(words="Nobody ever says thank you."),
    idea=Idea(change="A handwritten card in the parcel", whom="first orders", effect="they come back"),
    quick_check=QuickCheck(small=True, back=True, annoyed=True, nothing_new=True, ours=True),
)
"""Two-way: every row of the quick check is true."""

PHONE_LINE = Proposal(idea=Idea(change="Close the phone line"), answers=RiskProfile(harm="lasting"))
"""One-way, whatever else is answered: lasting harm is a knock-out."""

OPEN = Proposal(idea=Idea(change="Call people back"))
"""Undecided: nothing was answered yet."""

PLAN = plan_from(
    {
        "design": "randomised",
        "arm": "group",
        "control": "no card",
        "start": "2026-03-02",
        "end": "2026-03-30",
        "metric": [
            {
                "name": "came back",
                "role": "primary",
                "kind": "proportion",
                "column": "back",
                "better": "higher",
            }
        ],
    }
)


def asking(at: datetime = NOON, person: Person = OLGA, click: str | None = None) -> Asking:
    """Olga asks, at noon; or somebody else, at another time, with a click of their own."""
    return Asking(person=person, at=at, token=click)


def dossier(*facts: Fact, proposal: Proposal | None = None) -> Dossier:
    """The dossier of CX-1 with these facts; its draft is *proposal*, else as last handed in, else CARD."""
    handed_in = [fact.proposal for fact in facts if isinstance(fact, Submission)]
    proposal = proposal or next(reversed(handed_in), CARD)
    experiment = Experiment(
        id=1,
        at=NOON,
        by=OLGA.id,
        team=OLGA.team,
        version=1,
        changed_at=NOON,
        changed_by=OLGA.id,
        proposal=proposal,
    )
    return Dossier(experiment=experiment, facts=facts)


def pilot(until: date = date(2026, 3, 30), plan: Plan | None = None) -> Pilot:
    """A pilot started at noon."""
    return Pilot(
        at=NOON,
        by=OLGA.id,
        limits=Limits(until=until),
        expected="Ten more come back",
        expected_difference=0.1,
        plan=plan,
        fingerprint=None if plan is None else fingerprint(plan),
    )


def evidence(action: Action = Action.ADOPT, rule: str = "better_and_safe", rows: int = 800) -> Evidence:
    """What data read under PLAN said, as far as deciding looks at it."""
    said = Recommendation(arm="card", action=action, rule=rule, message=sentence("learning-empty"))
    return Evidence(
        plan_fingerprint=fingerprint(PLAN),
        rows=rows,
        arms={"no card": rows // 2, "card": rows // 2},
        grade=Grade.A,
        assumption=sentence("learning-empty"),
        checks=(),
        estimates=(),
        recommendation=said,
        recommendations=(said,),
        summaries=(),
        data_sha256="0" * 64,
        as_of=date(2026, 3, 30),
        complete=True,
    )
