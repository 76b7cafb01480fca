"""Writing a proposal and handing it in."""

from registry.domain.assessment import Assessment
from registry.domain.difference import differences
from registry.domain.experiment import Dossier, Experiment
from registry.domain.facts import Submission, Withdrawal
from registry.domain.organisation import Organisation
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.domain.proposal import Proposal
from registry.domain.steps import check_step
from registry.domain.submission import Yardstick, assessment, check_seen, submitted
from registry.domain.text import LINE, check_lengths
from registry.services.history import in_words
from registry.services.policy import policy_in
from registry.services.recording import acting, record, tell
from registry.store import experiments
from registry.store import organisation as organisations
from registry.store.database import Database
from registry.store.history import Entry, Sealed


def yardstick(db: Database) -> Yardstick:
    """The policy in force and what the organisation said about itself."""
    return Yardstick(policy=policy_in(db), organisation=organisations.latest(db) or Organisation())


def assess_draft(proposal: Proposal, by: Yardstick) -> Assessment:
    """Which door the draft is as it stands, while it is being written."""
    return assessment(proposal, by)


FIRST_VERSION = 1


def begin(db: Database, asking: Asking, proposal: Proposal) -> Experiment:
    """Keep a new draft; the same click twice keeps one, with what was written last.

    Raises StaleVersion when somebody else saved that one meanwhile, WrongStage after its start.
    """
    check_lengths(proposal)
    check_lengths(proposal.idea, LINE)
    with acting(db, asking) as asked:
        check_allowed(asked, "propose")
        made = experiments.made_by(db, asked)
        if made is not None:
            return (
                _revised(db, asked, made.id, FIRST_VERSION, proposal) if made.proposal != proposal else made
            )
        draft = experiments.add(db, asked, proposal)
        changes = in_words(differences(Proposal(), proposal))
        tell(db, asked, draft.id, Entry("begin", changes=changes, wrote=[Sealed("experiments", draft.id)]))
        return draft


def revise(db: Database, asking: Asking, id: int, version: int, proposal: Proposal) -> Experiment:
    """Keep what was written into the draft that the writer saw as *version*.

    Raises StaleVersion when somebody saved it meanwhile, WrongStage after the start.
    """
    check_lengths(proposal)
    check_lengths(proposal.idea, LINE)
    with acting(db, asking) as asked:
        return _revised(db, asked, id, version, proposal)


def _revised(db: Database, asking: Asking, id: int, version: int, proposal: Proposal) -> Experiment:
    before = experiments.dossier(db, id)
    check_step(before, asking, "edit")
    draft = experiments.revise(db, asking, id, version, proposal)
    changes = in_words(differences(before.proposal, proposal))
    tell(db, asking, id, Entry("edit", changes=changes, wrote=[Sealed("experiments", id)]))
    return draft


def submit(db: Database, asking: Asking, id: int, version: int | None = None) -> Dossier:
    """Hand the proposal in as it stands, in the *version* that was looked at when one is given.

    Raises ChangedMeanwhile, and StillUndecided while one answer could make it either door.
    """
    by = yardstick(db)

    def judge(dossier: Dossier, asking: Asking) -> list[Submission]:
        check_seen(dossier, version)
        return [submitted(dossier, asking, by)]

    return record(db, asking, id, "submit", judge)


def withdraw(db: Database, asking: Asking, id: int, reason: str = "") -> Dossier:
    """Take the proposal back before its start."""

    def judge(dossier: Dossier, asking: Asking) -> list[Withdrawal]:
        check_step(dossier, asking, "withdraw")
        return [Withdrawal(at=asking.at, by=asking.person.id, reason=reason)]

    return record(db, asking, id, "withdraw", judge)
