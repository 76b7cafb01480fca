"""Running an experiment with real customers: start, notes, stop, readings."""

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door
from registry.domain.experiment import Dossier, has_ended, is_cleared
from registry.domain.facts import Note, Pilot, PlanDrawn, Reading, Stop, Submission
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.domain.plan import Design, Plan, fingerprint
from registry.domain.policy import Policy
from registry.domain.proposal import Limits
from registry.domain.risk import BY_NAME, bounds
from registry.domain.sentence import Refusal, Sentence, sentence
from registry.domain.steps import check_step
from registry.domain.submission import Yardstick, check_seen, submitted
from registry.domain.text import Text

MOST_DAYS = 3_650
"""A pilot's last day lies within ten years: further away it is a slip of the finger."""

USUAL_DAYS = 28
"""How long a pilot runs when nobody says otherwise."""


class CannotStart(Refusal):
    """A pilot cannot start as it is; the sentence says what is missing."""


class NothingNoted(Refusal):
    """A note holds no words, no count and no picture."""


class ReadingRefused(Refusal):
    """The pilot's data does not belong to the plan that was locked at the start."""


class StartingPoint(BaseModel):
    """What the team writes down before the first customer meets it."""

    model_config = ConfigDict(frozen=True)

    limits: Limits = Limits()
    expected: Text = ""
    expected_difference: float | None = None
    version: int | None = None
    """The version of the draft that was looked at; None where nobody else can have changed it."""


def usual_limits(today: date, plan: Plan | None = None) -> Limits:
    """The end date that is offered: the plan's, where it is still to come, else four weeks from *today*."""
    planned = None if plan is None else plan.end
    return Limits(until=planned if planned and planned >= today else today + timedelta(days=USUAL_DAYS))


def plan_drawn(dossier: Dossier, asking: Asking, plan: Plan) -> PlanDrawn:
    """*plan* as the one the pilot will run under, instead of an earlier one."""
    check_step(dossier, asking, "plan")
    return PlanDrawn(at=asking.at, by=asking.person.id, plan=plan)


def started(
    dossier: Dossier, asking: Asking, by: Yardstick, start: StartingPoint
) -> tuple[Submission, Pilot]:
    """The proposal handed in and its pilot started, in one step: a two-way door.

    Without an end date the pilot runs four weeks. Raises ChangedMeanwhile, and CannotStart for a
    one-way door, a proposal that does not say what is tried, or an end date in the past.
    """
    pilot = _pilot(dossier, asking, start)
    submission = submitted(dossier, asking, by, days=_days(pilot))
    if submission.door is not Door.TWO_WAY:
        raise CannotStart("start-one-way", code=dossier.code)
    return submission, pilot


def was_cleared_in_review(dossier: Dossier) -> bool:
    """Whether it was handed in as a one-way door, as it stands now, and may start."""
    submission = dossier.submission
    return submission is not None and submission.door is Door.ONE_WAY and is_cleared(dossier)


def started_after_review(dossier: Dossier, asking: Asking, policy: Policy, start: StartingPoint) -> Pilot:
    """The pilot of a one-way door that its reviewers cleared; *policy* is the one it was handed in under.

    Raises as `started` does, and CannotStart when it would run longer than the reviewers were told.
    """
    pilot, submission = _pilot(dossier, asking, start), dossier.submission
    if submission is None or not was_cleared_in_review(dossier):
        raise CannotStart("start-one-way", code=dossier.code)
    question, cuts = BY_NAME["duration_days"], policy.cuts
    told = bounds(question, submission.profile.duration_days, cuts)
    if bounds(question, _days(pilot), cuts).high > told.high:
        raise CannotStart("start-longer-than-reviewed", code=dossier.code)
    return pilot


def _pilot(dossier: Dossier, asking: Asking, start: StartingPoint) -> Pilot:
    check_step(dossier, asking, "start")
    check_seen(dossier, start.version)
    today = asking.at.date()
    until = start.limits.until or today + timedelta(days=USUAL_DAYS)
    if until < today:
        raise CannotStart("start-end-in-the-past", until=until.isoformat())
    if (until - today).days > MOST_DAYS:
        raise CannotStart("start-end-too-far", until=until.isoformat())
    if not dossier.proposal.title:
        raise CannotStart("start-says-nothing")
    plan = dossier.plan
    return Pilot(
        at=asking.at,
        by=asking.person.id,
        limits=start.limits.model_copy(update={"until": until}),
        expected=start.expected,
        expected_difference=start.expected_difference,
        plan=plan,
        fingerprint=None if plan is None else fingerprint(plan),
    )


def _days(pilot: Pilot) -> int:
    return (pilot.until - pilot.at.date()).days


def takes_data(dossier: Dossier) -> bool:
    """Whether the pilot runs under a plan with metrics, so that data can be read."""
    plan = dossier.plan
    return plan is not None and plan.design is not Design.LOOK_AND_LISTEN


def noted(dossier: Dossier, asking: Asking, note: Note) -> Note:
    """*note* as something seen while the pilot ran."""
    check_step(dossier, asking, "note")
    if not note.words and note.count is None and note.picture is None:
        raise NothingNoted("note-empty")
    return note


def stopped(dossier: Dossier, asking: Asking) -> Stop:
    """The pilot stopped, now; no reason is asked."""
    check_step(dossier, asking, "stop")
    return Stop(at=asking.at, by=asking.person.id)


def stop_explained(dossier: Dossier, asking: Asking, reason: str) -> Stop:
    """Why the pilot was stopped, told afterwards by whoever may stop it."""
    if dossier.stop is None:
        check_step(dossier, asking, "stop")
    check_allowed(asking, "stop", dossier.experiment)
    return Stop(at=asking.at, by=asking.person.id, reason=reason)


def awaits_result(dossier: Dossier, asking: Asking) -> bool:
    """Whether the pilot has ended, and its data was last read while it ran, with the result still hidden."""
    reading = dossier.reading
    return reading is not None and not reading.evidence.complete and has_ended(dossier, asking.at.date())


def plan_to_read(dossier: Dossier, asking: Asking) -> Plan:
    """The plan under which the pilot's data is read now. Raises ReadingRefused where it takes no data."""
    check_step(dossier, asking, "read")
    plan = dossier.plan
    if plan is None or not takes_data(dossier):
        raise ReadingRefused("reading-takes-no-data", code=dossier.code)
    return plan


def read(dossier: Dossier, asking: Asking, reading: Reading) -> Reading:
    """*reading* as what the pilot's data said; its plan must be the one locked at the start."""
    check_step(dossier, asking, "read")
    pilot = dossier.pilot
    if pilot is None or pilot.fingerprint != reading.evidence.plan_fingerprint:
        raise ReadingRefused("reading-other-plan", code=dossier.code)
    return reading


def says_nothing_new(reading: Reading, last: Reading | None) -> bool:
    """Whether *reading* is the *last* one once more: the same file on the same day, no result shown anew."""
    if last is None:
        return False
    now, then = reading.evidence, last.evidence
    return (now.data_sha256, now.as_of, now.complete) == (then.data_sha256, then.as_of, then.complete)


def arrival(reading: Reading) -> Sentence | None:
    """What its file did to the data read before: added days, or took their place. None for the first one."""
    if (added := reading.added) is not None:
        days = {"first": added.first.isoformat(), "last": added.last.isoformat()}
        return sentence("reading-added", n=added.n, **days)
    if reading.replaced is not None:
        return sentence("reading-replaced", day=reading.replaced.isoformat())
    return None
