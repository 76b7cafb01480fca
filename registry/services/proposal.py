"""Writing a proposal and handing it in."""

from registry.domain.assessment import Assessment
from registry.domain.experiment import Dossier, Experiment
from registry.domain.facts import Withdrawal
from registry.domain.organisation import Organisation
from registry.domain.person import Asking
from registry.domain.proposal import Proposal
from registry.domain.steps import check_step
from registry.domain.submission import Yardstick, assessment, submitted
from registry.domain.text import LINE, check_lengths
from registry.services.policy import policy
from registry.services.recording import record, save
from registry.store import experiments
from registry.store import organisation as organisations
from registry.store.database import Database, writing

FIRST_VERSION = 1


def yardstick(db: Database) -> Yardstick:
    """The policy in force and what the organisation said about itself."""
    return Yardstick(policy=policy(), organisation=organisations.latest(db) or Organisation())


def assess_draft(proposal: Proposal, by: Yardstick) -> Assessment:
    """Which door the draft is as it stands, while it is being written."""
    return assessment(proposal, by)


def begin(db: Database, asking: Asking, proposal: Proposal) -> Experiment:
    """Keep a new draft; the same click twice keeps one, with what was written last.

    Raises StaleVersion when somebody else saved that one meanwhile, WrongStage after its start.
    """
    check_lengths(proposal)
    check_lengths(proposal.idea, LINE)
    with writing(db):
        experiment = experiments.add(db, asking, proposal)
        if experiment.proposal != proposal:
            check_step(experiments.dossier(db, experiment.id), asking.at, "edit")
            experiment = experiments.revise(db, asking, experiment.id, FIRST_VERSION, proposal)
        save(db, asking, experiment.id)
        return experiment


def revise(db: Database, asking: Asking, id: int, version: int, proposal: Proposal) -> Experiment:
    """Keep what was written into the draft that the writer saw as *version*.

    Raises StaleVersion when somebody saved it meanwhile, WrongStage after the start.
    """
    check_lengths(proposal)
    check_lengths(proposal.idea, LINE)
    with writing(db):
        check_step(experiments.dossier(db, id), asking.at, "edit")
        experiment = experiments.revise(db, asking, id, version, proposal)
        save(db, asking, id)
        return experiment


def submit(db: Database, asking: Asking, id: int) -> Dossier:
    """Hand the proposal in as it stands; raises StillUndecided while one answer could make it either door."""
    by = yardstick(db)
    return record(db, asking, id, lambda dossier: [submitted(dossier, asking, by)])


def withdraw(db: Database, asking: Asking, id: int, reason: str = "") -> Dossier:
    """Take the proposal back before its start."""

    def judge(dossier: Dossier) -> list[Withdrawal]:
        check_step(dossier, asking.at, "withdraw")
        return [Withdrawal(at=asking.at, by=asking.person.id, reason=reason)]

    return record(db, asking, id, judge)
