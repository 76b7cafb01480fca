"""The history of everything: who did what, when, to which experiment, and what changed, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from pydantic import BaseModel, ConfigDict

from registry.domain.difference import Difference, leaves
from registry.domain.experiment import Dossier
from registry.domain.facts import (
    Citation,
    CostEstimate,
    Decision,
    Heard,
    Learning,
    Note,
    Pilot,
    PlanDrawn,
    Question,
    Reading,
    Reply,
    Stop,
    Submission,
    Thanks,
    Use,
    Withdrawal,
)
from registry.domain.moment import Moment
from registry.domain.plan import fingerprint
from registry.domain.recorded import Recorded
from registry.domain.review_facts import (
    Case,
    ConditionAccepted,
    Conversation,
    DoorSigned,
    FunctionAnswered,
    FunctionAsked,
    PanelFound,
    PanelOutcome,
    Review,
    ReviewAsked,
    Sponsorship,
    Supplied,
    Talk,
)
from registry.domain.text import Text


class Change(BaseModel):
    """One thing that an event changed, in words: “exposure 10 % → 40 %”."""

    model_config = ConfigDict(frozen=True)

    what: str
    """The name of what changed, such as `answers.exposure`; the catalogue has its words."""
    before: Text = ""
    after: Text = ""


class Event(BaseModel):
    """Something that somebody did. Events are chained: none can be changed or taken out unseen."""

    model_config = ConfigDict(frozen=True)

    id: int
    at: Moment
    by: int | None
    """The person's id; None for what the registry did by itself."""
    experiment: int | None
    verb: str
    changes: tuple[Change, ...] = ()
    whom: int | None = None
    """The person whose entry it wrote, where it wrote one."""


class Filters(BaseModel):
    """Which events of the history somebody wants to see; each that is set leaves some out."""

    model_config = ConfigDict(frozen=True)

    person: int | None = None
    experiment: int | None = None
    verb: str | None = None
    since: Moment | None = None
    before: Moment | None = None
    """Events of that moment itself are left out."""
    words: Text = ""
    """All of them stand in what changed, whatever their letters' case; a part of a word is enough."""


SITTING = timedelta(minutes=30)
"""Who saves nothing for that long has left the desk; what comes then is another sitting."""

AUTOSAVED = {"edit": ("begin", "edit"), "make_case": ("make_case",)}
"""Verbs that are asked whenever a field is left, each with those that it goes on from."""


def sittings(events: Iterable[Event]) -> tuple[Event, ...]:
    """*events*, oldest first, with what one person saved of a draft in one sitting as one event.

    It has the verb of the first of them, the number and the moment of the last, and each change from
    its first state to its last; what ended as it had begun is left out.
    """
    told: list[Event] = []
    for event in events:
        if told and _is_one_sitting(told[-1], event):
            changes = joined(told[-1].changes, event.changes)
            told[-1] = event.model_copy(update={"verb": told[-1].verb, "changes": changes})
        else:
            told.append(event)
    return tuple(told)


def _is_one_sitting(earlier: Event, later: Event) -> bool:
    return (
        earlier.verb in AUTOSAVED.get(later.verb, ())
        and (earlier.by, earlier.experiment) == (later.by, later.experiment)
        and later.at - earlier.at < SITTING
    )


def joined(earlier: Iterable[Change], later: Iterable[Change]) -> tuple[Change, ...]:
    """Both as one: from what was before the first of them to what is after the last."""
    both = {change.what: change for change in earlier}
    for change in later:
        first = both.get(change.what, change)
        both[change.what] = change.model_copy(update={"before": first.before})
    return tuple(change for change in both.values() if change.before != change.after)


def open_since(dossier: Dossier) -> Moment | None:
    """Since when *dossier* is for everybody's eyes; None while it is a draft for its team's."""
    opening = (fact.at for fact in dossier.facts if isinstance(fact, Submission | Learning))
    return min(opening, default=None)


def as_others_see(events: Iterable[Event], since: Moment | None) -> tuple[Event, ...]:
    """*events* for who is not of the team: without the words of the draft before it was open to them."""
    return tuple(
        event if since is not None and event.at >= since else event.model_copy(update={"changes": ()})
        for event in events
    )


ANSWERS = ("answers.", "quick_check.", "levers")
"""How the names of what changed begin where it is an answer to a risk question."""


def as_reviewers_see(events: Iterable[Event]) -> tuple[Event, ...]:
    """*events* for who is about to rate the risks: without what others answered."""
    return tuple(
        event.model_copy(
            update={"changes": tuple(each for each in event.changes if not each.what.startswith(ANSWERS))}
        )
        for event in events
    )


TELLS: Mapping[type[Recorded], Sequence[str]] = {
    Submission: ("door", "near_hinge"),
    PlanDrawn: (
        "plan.design",
        "plan.arm",
        "plan.control",
        "plan.shares",
        "plan.metric",
        "plan.alpha",
        "plan.power",
        "plan.start",
        "plan.end",
        "plan.planned_units",
        "fingerprint",
    ),
    Pilot: ("limits.until", "limits.cap", "limits.stop_if", "expected", "expected_difference", "fingerprint"),
    Note: ("words", "count", "is_quote", "picture"),
    Stop: ("reason",),
    Reading: ("file_name", "evidence.rows", "evidence.as_of", "added.first", "added.last", "replaced"),
    Decision: ("choice", "arm", "reason"),
    Learning: (
        "expected",
        "happened",
        "surprised",
        "hard_to_see",
        "hard_to_hear",
        "tell_others",
        "next_step",
        "change_our_mind",
        "journey.promise",
        "journey.stage",
        "journey.channel",
        "journey.topic",
        "look_again",
    ),
    Citation: ("experiment", "speaks", "why", "grade"),
    Use: ("learning", "how", "helped"),
    Heard: ("words", "source"),
    Question: ("words",),
    Reply: ("question", "words"),
    Thanks: ("words",),
    CostEstimate: ("amount", "how"),
    Withdrawal: ("reason",),
    Conversation: ("function", "on", "suggested"),
    FunctionAsked: ("question", "function"),
    FunctionAnswered: ("function", "why"),
    Case: ("customers_words", "tried_small", "hurt", "way_back", "process", "colleagues"),
    Sponsorship: (),
    ReviewAsked: ("function",),
    # What somebody wrote in a review is theirs until the reveal, and the history is read before it.
    Review: ("function", "after_reveal"),
    PanelFound: ("door", "near_hinge"),
    Talk: ("question", "words"),
    PanelOutcome: ("outcome", "what", "who"),
    ConditionAccepted: (),
    Supplied: ("what",),
    DoorSigned: ("door", "function", "reason"),
}
"""What the history tells of each kind of fact; the fact itself has the rest."""

ADDED = (
    Note,
    Reading,
    Conversation,
    FunctionAsked,
    FunctionAnswered,
    ReviewAsked,
    Review,
    Talk,
    PanelOutcome,
    Supplied,
    DoorSigned,
    Citation,
    Use,
    Heard,
    Question,
    Reply,
    Thanks,
)
"""Facts that are added to those of their kind; any other stands in the place of an earlier one."""


def told_by(fact: Recorded, earlier: Recorded | None) -> tuple[Difference, ...]:
    """What *fact* says otherwise than the *earlier* one in whose place it stands, else all that it says."""
    kind = type(fact).model_fields["kind"].default
    now, then = _said(fact), _said(None if isinstance(fact, ADDED) else earlier)
    told = tuple(
        Difference(field=f"{kind}.{name}", before=then.get(name), after=now.get(name))
        for name in TELLS[type(fact)]
        if now.get(name) != then.get(name)
        and not (_says_nothing(now.get(name)) and _says_nothing(then.get(name)))
    )
    if isinstance(fact, FunctionAnswered):
        # What it means depends on the question, as it does in the proposal.
        return (Difference(field=f"answers.{fact.question}", before=None, after=fact.answer), *told)
    return told


def _said(fact: Recorded | None) -> Mapping[str, object]:
    if fact is None:
        return {}
    # A plan has more keys than are told one by one; its fingerprint changes with any of them.
    marks = {"fingerprint": fingerprint(fact.plan)} if isinstance(fact, PlanDrawn) else {}
    return leaves(fact) | marks


def _says_nothing(value: object) -> bool:
    # A count of 0 equals False, but says something.
    return value is None or value is False or value in ("", ())
