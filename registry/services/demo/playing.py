"""Playing a story: each of its acts is one call of one of the registry's verbs, at its moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from pydantic import BaseModel

from registry.analysis.pilot_data import PilotData
from registry.domain import facts
from registry.domain.citing import Citing, Helping
from registry.domain.decision import Verdict
from registry.domain.experiment import Experiment
from registry.domain.learning import looked_at_again
from registry.domain.moment import Moment
from registry.domain.organisation import Organisation
from registry.domain.person import Asking, Person
from registry.domain.pilot import StartingPoint
from registry.domain.review import Conclusion, Homework, Rating
from registry.services import decision, echo, learning, pilot, proposal, reading, review
from registry.services.demo import story as told
from registry.services.demo.story import Act, Story
from registry.store import experiments
from registry.store import organisation as organisations
from registry.store.database import Database

Part = TypeVar("Part", bound=BaseModel)


@dataclass(frozen=True)
class Filling:
    """What all stories share while a registry is being filled."""

    db: Database
    today: date
    cast: Mapping[str, Person]
    """The made-up people by their short names."""
    data: Mapping[str, PilotData]
    """What the rows of each story come down to, by its name."""
    ids: dict[str, int] = field(default_factory=dict[str, int])
    """The experiment of each story."""
    opened: dict[str, Experiment] = field(default_factory=dict[str, Experiment])
    """The draft that the decision of each story opened."""


def moments(story: Story, number: int, today: date) -> list[tuple[Moment, Act]]:
    """When the acts of *story*, the *number*-th one, happen: each on its day, in rising order."""
    acts = sorted(story.acts, key=lambda act: -act.days_ago)
    opens = datetime.combine(today, time(8), tzinfo=UTC)
    return [
        (opens - timedelta(days=act.days_ago) + timedelta(minutes=41 * place + 7 * number), act)
        for place, act in enumerate(acts)
    ]


def play(filling: Filling, story: Story, act: Act, asking: Asking) -> None:
    """Let *act* happen."""
    VERBS[type(act)](filling, story, act, asking)


def _begin(filling: Filling, story: Story, _: told.Beginning, asking: Asking) -> None:
    db, written = filling.db, story.proposal
    if story.comes_from is None:
        filling.ids[story.name] = proposal.begin(db, asking, written).id
        return
    draft = filling.opened[story.comes_from]
    proposal.revise(db, asking, draft.id, draft.version, _written_over(draft.proposal, written))
    filling.ids[story.name] = draft.id


def _written_over(copied: Part, written: Part) -> Part:
    """*copied* with what is set in *written* instead, part by part."""
    changes: dict[str, Any] = {}
    for name in written.model_fields_set:
        old, new = getattr(copied, name), getattr(written, name)
        changes[name] = _written_over(old, new) if isinstance(new, BaseModel) else new
    return copied.model_copy(update=changes)


def _submit(filling: Filling, story: Story, _: told.HandingIn, asking: Asking) -> None:
    proposal.submit(filling.db, asking, filling.ids[story.name])


def _make_case(filling: Filling, story: Story, act: told.Case, asking: Asking) -> None:
    said = Homework.model_validate(act.model_dump(include=set(Homework.model_fields)))
    review.make_case(filling.db, asking, filling.ids[story.name], said)


def _stand_up(filling: Filling, story: Story, _: told.StandingUp, asking: Asking) -> None:
    review.stand_up(filling.db, asking, filling.ids[story.name])


def _review(filling: Filling, story: Story, act: told.Reviewing, asking: Asking) -> None:
    said = Rating(premortem=act.premortem, ratings=act.ratings, missing=act.missing)
    review.review(filling.db, asking, filling.ids[story.name], said)


def _answer(filling: Filling, story: Story, act: told.Answer, asking: Asking) -> None:
    said = Conclusion(outcome=act.outcome, what=act.what, who=act.who)
    review.conclude(filling.db, asking, filling.ids[story.name], said)


def _start(filling: Filling, story: Story, act: told.Start, asking: Asking) -> None:
    experiment = filling.ids[story.name]
    plan = story.plan_on(filling.today)
    if plan is not None:
        pilot.draw_plan(filling.db, asking, experiment, plan)
    until = asking.at.date() + timedelta(days=act.days)
    start = StartingPoint(
        limits=story.proposal.limits.model_copy(update={"until": until}),
        expected=story.proposal.expected,
        expected_difference=act.expected_difference,
    )
    pilot.start(filling.db, asking, experiment, start)


def _note(filling: Filling, story: Story, act: told.Note, asking: Asking) -> None:
    note = facts.Note(
        at=asking.at, by=asking.person.id, words=act.words, count=act.count, is_quote=act.is_quote
    )
    pilot.note(filling.db, asking, filling.ids[story.name], note)


def _stop(filling: Filling, story: Story, act: told.Stop, asking: Asking) -> None:
    pilot.stop(filling.db, asking, filling.ids[story.name])
    pilot.explain_stop(filling.db, asking, filling.ids[story.name], act.reason)


def _read(filling: Filling, story: Story, act: told.Reading, asking: Asking) -> None:
    data = filling.data[story.name]
    reading.record_reading(filling.db, asking, filling.ids[story.name], act.file, data)


def _decide(filling: Filling, story: Story, act: told.Decision, asking: Asking) -> None:
    number = filling.ids[story.name]
    last = experiments.dossier(filling.db, number).reading
    verdict = Verdict(choice=act.choice, reason=act.reason, seen=last and last.evidence)
    _, draft = decision.decide(filling.db, asking, number, verdict)
    if draft is not None:
        filling.opened[story.name] = draft


def _learn(filling: Filling, story: Story, act: told.Learning, asking: Asking) -> None:
    words = act.model_dump(exclude={"days_ago", "by"})
    topics = (organisations.latest(filling.db) or Organisation()).topics
    topic = experiments.dossier(filling.db, filling.ids[story.name]).journey.topic
    again = looked_at_again(topics, topic, asking.at.date())
    learned = facts.Learning(at=asking.at, by=asking.person.id, look_again=again, **words)
    learning.learn(filling.db, asking, filling.ids[story.name], learned)


def _cite(filling: Filling, story: Story, act: told.Citation, asking: Asking) -> None:
    said = Citing(filling.ids[act.experiment], act.speaks, act.why)
    learning.cite(filling.db, asking, filling.ids[story.name], said)


def _use(filling: Filling, story: Story, act: told.Use, asking: Asking) -> None:
    said = Helping(filling.ids[act.learning], act.how)
    learning.use(filling.db, asking, filling.ids[story.name], said)


def _hear(filling: Filling, story: Story, act: told.Hearing, asking: Asking) -> None:
    echo.hear(filling.db, asking, filling.ids[story.name], act.words, act.source)


def _ask(filling: Filling, story: Story, act: told.Question, asking: Asking) -> None:
    echo.ask(filling.db, asking, filling.ids[story.name], act.words)


def _reply(filling: Filling, story: Story, act: told.Reply, asking: Asking) -> None:
    echo.reply(filling.db, asking, filling.ids[story.name], act.question, act.words)


def _thank(filling: Filling, story: Story, act: told.Thanks, asking: Asking) -> None:
    whom = None if act.whom is None else filling.cast[act.whom].id
    echo.thank(filling.db, asking, filling.ids[story.name], act.words, whom)


def _estimate(filling: Filling, story: Story, act: told.CostEstimate, asking: Asking) -> None:
    echo.estimate_cost(filling.db, asking, filling.ids[story.name], act.amount, act.how)


def _withdraw(filling: Filling, story: Story, act: told.Withdrawal, asking: Asking) -> None:
    proposal.withdraw(filling.db, asking, filling.ids[story.name], act.reason)


VERBS: Mapping[type[Act], Callable[[Filling, Story, Any, Asking], None]] = {
    told.Beginning: _begin,
    told.HandingIn: _submit,
    told.Case: _make_case,
    told.StandingUp: _stand_up,
    told.Reviewing: _review,
    told.Answer: _answer,
    told.Start: _start,
    told.Note: _note,
    told.Stop: _stop,
    told.Reading: _read,
    told.Decision: _decide,
    told.Learning: _learn,
    told.Withdrawal: _withdraw,
    told.Citation: _cite,
    told.Use: _use,
    told.Hearing: _hear,
    told.Question: _ask,
    told.Reply: _reply,
    told.Thanks: _thank,
    told.CostEstimate: _estimate,
}
