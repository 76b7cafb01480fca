"""Which experiments wait for somebody's review or answer, and which ones somebody reviewed."""

import json

from registry.domain.advice import open_questions
from registry.domain.experiment import Dossier
from registry.domain.moment import Moment
from registry.domain.person import Person, Role, share_team
from registry.domain.review import waits_for
from registry.domain.steps import STEPS
from registry.store import experiments
from registry.store.database import Database

REVIEWED_AT = json.dumps(sorted(STEPS["review"]))
ANSWERED_AT = json.dumps(sorted(STEPS["answer_function"]))


def waiting_for_review(db: Database, viewer: Person) -> list[Dossier]:
    """What waits for *viewer*: their review, or a word after the reveal; the longest waiting first.

    Nothing that their own team proposed, and nothing where it is the team's turn.
    """
    if Role.REVIEWER not in viewer.roles or viewer.has_left:
        return []
    found = _dossiers(
        db,
        "select experiment from experiment_index where stage in (select value from json_each(:stages))",
        {"stages": REVIEWED_AT},
    )
    return sorted((each for each in found if waits_for(each, viewer)), key=_handed_in)


def reviewed(db: Database, person_id: int) -> list[int]:
    """The experiments that somebody reviewed, the latest reviewed first."""
    sql = (
        "select experiment from facts where kind = 'review' and by = :person"
        " group by experiment order by max(id) desc"
    )
    return [row["experiment"] for row in list(db.query(sql, {"person": person_id}))]


def asked_of(db: Database, function: str) -> list[int]:
    """The experiments with a question that *function* has not answered, the longest waiting first.

    Drafts are among them: of those, only the question, the words and the idea are for its eyes.
    """
    asked = _dossiers(
        db,
        "select experiment from experiment_index where stage in (select value from json_each(:stages))"
        " and exists (select 1 from facts where facts.experiment = experiment_index.experiment"
        " and kind = 'function_asked')",
        {"stages": ANSWERED_AT},
    )
    waiting = [
        (question.at, dossier.id)
        for dossier in asked
        for question in open_questions(dossier)
        if share_team(question.function, function)
    ]
    return list(dict.fromkeys(number for _, number in sorted(waiting)))


def _dossiers(db: Database, sql: str, values: dict[str, object]) -> list[Dossier]:
    numbers = [row["experiment"] for row in list(db.query(f"{sql} order by experiment", values))]
    return experiments.dossiers_of(db, numbers)


def _handed_in(dossier: Dossier) -> tuple[Moment, int]:
    submission = dossier.submission
    return (dossier.experiment.at if submission is None else submission.at), dossier.id
