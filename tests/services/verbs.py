"""Every verb of services that is asked by somebody: how it is asked, about what, and who may.

Whoever writes a verb adds a line here; `test_permissions.py` says when one is missing.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from registry.domain.advice import Said, Talked
from registry.domain.assessment import Door
from registry.domain.citing import Citing, Helping
from registry.domain.collection import Collection, Entry
from registry.domain.decision import Verdict
from registry.domain.experiment import experiment_code
from registry.domain.facts import Choice
from registry.domain.history import Filters
from registry.domain.learning_facts import Speaks
from registry.domain.organisation import Organisation
from registry.domain.person import Asking, Person
from registry.domain.pilot import StartingPoint
from registry.domain.review import Conclusion
from registry.domain.review_facts import Outcome
from registry.services import (
    advice,
    agreement,
    asked,
    backup,
    collection,
    decision,
    echo,
    history_reading,
    leaders,
    learning,
    looking_again,
    organisation,
    person,
    pilot,
    policy_change,
    proposal,
    reading,
    redaction,
    review,
    sign_in,
)
from registry.store.database import Database
from tests.nouns import CARD, NOON, OLGA, PLAN, STELLA
from tests.reviewing import CLEO, HOMEWORK, RAVI, ROSA, says
from tests.services.situations import (
    ALL,
    FIRST,
    GONE,
    LEARNED,
    NEXT_POLICY,
    OTHER,
    READ_FIRST,
    SEEN,
    after_taught,
    asked_legal,
    awaited,
    backed_up,
    collected,
    decided,
    drafted,
    here,
    in_review,
    listing,
    measured,
    nothing,
    offered,
    on_shelf,
    pictured,
    questioned,
    revealed,
    running,
    small_picture,
    taught_later,
    with_case,
)


class Verb(NamedTuple):
    """How a verb is asked, about what, by somebody who may; and how many events it writes for them."""

    ask: Callable[[Database, Asking, int], object]
    about: Callable[[Database], int]
    who_may: Person = OLGA
    events: int = 1


REFUSED: Mapping[str, Verb] = {
    "proposal.revise": Verb(lambda db, by, it: proposal.revise(db, by, it, 1, OTHER), drafted),
    "proposal.submit": Verb(proposal.submit, drafted),
    "proposal.withdraw": Verb(proposal.withdraw, drafted),
    "pilot.draw_plan": Verb(lambda db, by, it: pilot.draw_plan(db, by, it, PLAN), drafted),
    "pilot.start": Verb(lambda db, by, it: pilot.start(db, by, it, StartingPoint()), drafted),
    "pilot.note": Verb(lambda db, by, it: pilot.note(db, by, it, SEEN, small_picture()), running),
    "pilot.stop": Verb(pilot.stop, running),
    "pilot.explain_stop": Verb(lambda db, by, it: pilot.explain_stop(db, by, it, "Rain"), measured),
    "reading.plan_to_read": Verb(reading.plan_to_read, measured, events=0),
    "reading.record_reading": Verb(
        lambda db, by, it: reading.record_reading(db, by, it, "all.csv", ALL), measured
    ),
    "reading.show_result": Verb(reading.show_result, measured),
    "advice.converse": Verb(
        lambda db, by, it: advice.converse(db, by, it, Talked(function="legal", on=NOON.date())), drafted
    ),
    "advice.ask_function": Verb(lambda db, by, it: advice.ask_function(db, by, it, "law", "legal"), drafted),
    "review.make_case": Verb(lambda db, by, it: review.make_case(db, by, it, HOMEWORK), in_review),
    "review.ask_reviewer": Verb(
        lambda db, by, it: review.ask_reviewer(db, by, it, here(db, ROSA).id), in_review
    ),
    "review.review": Verb(lambda db, by, it: review.review(db, by, it, says(RAVI)), in_review, RAVI),
    "review.pass_on": Verb(lambda db, by, it: review.pass_on(db, by, it, here(db, CLEO).id), in_review, RAVI),
    "review.talk": Verb(lambda db, by, it: review.talk(db, by, it, "harm", "We met"), revealed, RAVI),
    "review.conclude": Verb(
        lambda db, by, it: review.conclude(db, by, it, Conclusion(outcome=Outcome.CLEARED)), with_case, RAVI
    ),
    "review.accept": Verb(review.accept, offered),
    "review.supply": Verb(lambda db, by, it: review.supply(db, by, it, "Two in a hundred"), awaited),
    "review.sign_door": Verb(
        lambda db, by, it: review.sign_door(db, by, it, Door.ONE_WAY, "We saw it go wrong"), revealed, RAVI
    ),
    "decision.decide": Verb(
        lambda db, by, it: decision.decide(db, by, it, Verdict(choice=Choice.KEEP_HERE)), running
    ),
    "learning.learn": Verb(lambda db, by, it: learning.learn(db, by, it, LEARNED), decided),
    "learning.use": Verb(lambda db, by, it: learning.use(db, by, it, Helping(FIRST, "So")), after_taught),
    "echo.reply": Verb(lambda db, by, it: echo.reply(db, by, it, 1, "Two of ten"), questioned),
    "collection.change": Verb(
        lambda db, by, it: collection.change(db, by, it, 1, Collection(title="Returns")), collected, OLGA
    ),
    "collection.put_on_list": Verb(
        lambda db, by, it: collection.put_on_list(db, by, it, Entry(experiment=FIRST)), listing, OLGA
    ),
    "history_reading.history_of": Verb(history_reading.history_of, drafted, events=0),
    "history_reading.read_history": Verb(
        lambda db, by, _: history_reading.read_history(db, by, Filters()), nothing, STELLA, events=0
    ),
    "history_reading.export_history": Verb(
        lambda db, by, _: history_reading.export_history(db, by, Filters()), nothing, STELLA
    ),
    "policy_change.look_at_policy": Verb(
        lambda db, by, _: policy_change.look_at_policy(db, by, NEXT_POLICY), nothing, STELLA, events=0
    ),
    "policy_change.adopt_policy": Verb(
        lambda db, by, _: policy_change.adopt_policy(db, by, NEXT_POLICY), nothing, STELLA
    ),
    "organisation.describe": Verb(
        lambda db, by, _: organisation.describe(db, by, Organisation(places=40)), nothing, STELLA
    ),
    "person.add_person": Verb(
        lambda db, by, _: person.add_person(db, by, Person(id=0, name="New", email="new@example.org")),
        nothing,
        STELLA,
    ),
    "person.change_person": Verb(
        lambda db, by, _: person.change_person(db, by, OLGA.model_copy(update={"team": "Returns"})),
        nothing,
        STELLA,
    ),
    "sign_in.end_sign_ins": Verb(sign_in.end_sign_ins, nothing, STELLA),
    "backup.back_up": Verb(
        lambda db, by, _: backup.back_up(db, by, on_shelf(db, "another.db")), nothing, STELLA
    ),
    "backup.back_up_here": Verb(lambda db, by, _: backup.back_up_here(db, by), nothing, STELLA),
    "backup.kept": Verb(lambda db, by, _: backup.kept(db, by, most=3), backed_up, STELLA, events=0),
    "backup.take_away": Verb(lambda db, by, _: backup.take_away(db, by, "first.db"), backed_up, STELLA),
    "backup.look_at": Verb(
        lambda db, by, _: backup.look_at(db, by, on_shelf(db, "first.db"), "first.db"),
        backed_up,
        STELLA,
        events=0,
    ),
    "backup.restore": Verb(
        lambda db, by, _: backup.restore(db, by, on_shelf(db, "first.db"), "first.db"), backed_up, STELLA
    ),
    "redaction.look": Verb(lambda db, by, _: redaction.look(db, by, GONE), drafted, STELLA, events=0),
    "redaction.redact": Verb(lambda db, by, _: redaction.redact(db, by, GONE, "A slip"), drafted, STELLA),
    "redaction.redact_picture": Verb(
        lambda db, by, it: redaction.redact_picture(db, by, it, FIRST, "A face"), pictured, STELLA
    ),
}
"""Verbs that somebody of another team, without a role, is refused."""

FOR_EVERYBODY: Mapping[str, Verb] = {
    "proposal.begin": Verb(lambda db, by, _: proposal.begin(db, by, CARD), nothing),
    "advice.answer_function": Verb(
        lambda db, by, it: advice.answer_function(db, by, it, Said(question="law", answer="look")),
        asked_legal,
        RAVI,
    ),
    "asked.asked_of": Verb(lambda db, by, _: asked.asked_of(db, by), asked_legal, RAVI, events=0),
    "asked.question_of": Verb(
        lambda db, by, it: asked.question_of(db, by, experiment_code(it), "law"), asked_legal, RAVI, events=0
    ),
    "asked.answer": Verb(
        lambda db, by, it: asked.answer(db, by, it, Said(question="law", answer="look")), asked_legal, RAVI
    ),
    "review.stand_up": Verb(review.stand_up, in_review),
    "leaders.look": Verb(lambda db, by, _: leaders.look(db, by), nothing, events=0),
    "learning.cite": Verb(
        lambda db, by, it: learning.cite(db, by, it, Citing(FIRST, Speaks.FOR, "The same")), taught_later
    ),
    "looking_again.worth_another_look": Verb(
        lambda db, by, _: looking_again.worth_another_look(db, by), taught_later, events=0
    ),
    "echo.thank": Verb(lambda db, by, it: echo.thank(db, by, it, "Thank you"), running),
    "echo.ask": Verb(lambda db, by, it: echo.ask(db, by, it, "How did they hear of it?"), running),
    "echo.hear": Verb(lambda db, by, it: echo.hear(db, by, it, "I kept the card", "counter"), running),
    "echo.estimate_cost": Verb(lambda db, by, it: echo.estimate_cost(db, by, it, 900, "Two a card"), decided),
    "collection.collect": Verb(lambda db, by, _: collection.collect(db, by, READ_FIRST), nothing),
    "agreement.agree_to_be_named": Verb(
        lambda db, by, _: agreement.agree_to_be_named(db, by, agrees=True), nothing
    ),
}

OTHERWISE = {
    "demo.fill": "plays other verbs; refused below",
    "demo.playing.play": "plays other verbs",
    "person.steward_if_none": "part of joining",
    "recording.acting": "part of every verb",
    "recording.known": "part of every verb",
    "recording.record": "part of every verb",
    "recording.save": "part of every verb",
    "recording.tell": "part of every verb",
    "sign_in.act_as": "for a registry without sign-in, where whoever opens it is trusted",
}

VERBS = {**REFUSED, **FOR_EVERYBODY}
