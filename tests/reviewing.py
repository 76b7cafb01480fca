"""A one-way door in review: who reviews it, what they say, and the dossier that follows from it."""

from collections.abc import Sequence
from datetime import datetime

from registry.domain.experiment import Dossier
from registry.domain.facts import Fact, Submission
from registry.domain.outcome import concluded, talked
from registry.domain.person import Person, Role
from registry.domain.policy import Panel, Policy
from registry.domain.proposal import Proposal
from registry.domain.recorded import Recorded
from registry.domain.review import Conclusion, Homework, Rating, case_made, reviewed, stood_up
from registry.domain.review_facts import Outcome
from registry.domain.risk import RiskProfile
from registry.domain.submission import submitted
from tests.nouns import CARD, NOON, OLGA, YARDSTICK, asking, dossier

POLICY: Policy = YARDSTICK.policy
PANEL: Panel = POLICY.panel

RISKY: Proposal = CARD.model_copy(update={"answers": RiskProfile(harm="lasting")})
"""One-way by one answer alone: rated otherwise, it is a plain two-way door."""


def reviewer(id: int, name: str, team: str, function: str) -> Person:
    """Somebody whom a steward made reviewer."""
    email = f"{name.lower()}@example.org"
    roles = frozenset({Role.REVIEWER})
    return Person(id=id, name=f"{name} Reviewer", email=email, team=team, function=function, roles=roles)


RAVI = reviewer(11, "Ravi", "Contracts", "legal")
ROSA = reviewer(12, "Rosa", "Counter", "front line")
CLEO = reviewer(13, "Cleo", "Voices", "customer experience")
FINN = reviewer(14, "Finn", "Books", "finance")
THREE: Sequence[Person] = (RAVI, ROSA, CLEO)

NO_MONEY = {"percent_of_revenue": 0}
OWN: dict[str, dict[str, object]] = {
    "legal": {
        "law": "ordinary",
        "promise": "trial",
        "data": "untouched",
        "undo_control": "us",
        "harm": "annoyance",
    },
    "front line": {"harm": "annoyance", "colleagues": "habit", "detection": "day"},
    "customer experience": {"harm": "annoyance"},
    "finance": {"money_at_risk": NO_MONEY, "undo_cost": NO_MONEY},
}
"""What each says when nothing worries them."""

HOMEWORK = Homework(**dict.fromkeys(Homework.model_fields, "We thought of it."))


def handed_in(proposal: Proposal = RISKY, at: datetime = NOON) -> Dossier:
    """A one-way door that Olga handed in."""
    return grown(dossier(proposal=proposal), submitted(dossier(proposal=proposal), asking(at), YARDSTICK))


def grown(before: Dossier, *facts: Recorded) -> Dossier:
    """The dossier with these facts added."""
    added: list[Fact] = [*before.facts, *facts]  # type: ignore[list-item]
    return before.model_copy(update={"facts": tuple(added)})


def says(person: Person, **ratings: object) -> Rating:
    """What *person* says when nothing worries them but what is named here."""
    answers = {**OWN[person.function.strip().casefold()], **ratings}
    if person.function == "finance":
        answers = {
            "money_at_risk": {"percent_of_revenue": 0},
            "undo_cost": {"percent_of_revenue": 0},
        } | answers
    return Rating(premortem="A customer was left alone.", ratings=RiskProfile.model_validate(answers))


def rated_by(before: Dossier, person: Person, **ratings: object) -> Dossier:
    """The dossier after the review of *person*."""
    return grown(before, *reviewed(before, asking(person=person), says(person, **ratings), POLICY))


def revealed(before: Dossier | None = None, **of_rosa: object) -> Dossier:
    """All three reviews are in; only Rosa's may worry about something, and nobody else does."""
    so_far = before or handed_in()
    for person in THREE:
        so_far = rated_by(so_far, person, **(of_rosa if person is ROSA else {}))
    return so_far


def talked_about(before: Dossier, question: str) -> Dossier:
    """The dossier after a talk about *question*."""
    return grown(before, talked(before, asking(person=RAVI), question, "We looked at it together."))


def complete(before: Dossier) -> Dossier:
    """The dossier with a whole case, and Olga who stands up for it."""
    made = grown(before, case_made(before, asking(), HOMEWORK))
    return grown(made, stood_up(made, asking(person=OLGA)))


def answered(before: Dossier, outcome: Outcome, what: str = "", who: str = "", by: Person = RAVI) -> Dossier:
    """The dossier after the reviewers' answer."""
    said = Conclusion(outcome=outcome, what=what, who=who)
    return grown(before, concluded(before, asking(person=by), said, PANEL))


def last_submission(of: Dossier) -> Submission:
    """The proposal as it was last handed in."""
    found = of.latest(Submission)
    assert found is not None
    return found
