"""Experiments at the stages that a page may meet, put into a registry by the verbs themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from registry.domain.advice import Said, Talked
from registry.domain.decision import Verdict
from registry.domain.evidence import Evidence
from registry.domain.experiment import Dossier, experiment_code, experiment_id
from registry.domain.facts import Choice, Learning, Note
from registry.domain.moment import as_moment
from registry.domain.organisation import Organisation
from registry.domain.person import Asking, Person, Role
from registry.domain.pilot import StartingPoint
from registry.domain.plan import Plan
from registry.domain.proposal import Proposal
from registry.domain.review import Conclusion, Homework, Rating
from registry.domain.review_facts import Outcome
from registry.domain.risk import Answer, RiskProfile
from registry.services import advice, decision, learning, organisation, pilot, proposal, review, sign_in
from registry.services import person as people
from registry.services.policy import policy
from registry.store import experiments
from registry.store import people as people_store
from registry.store.database import Database, Home, opened
from registry.web.ticket import ticket_name
from tests.nouns import CARD, PHONE_LINE
from tests.pages.tab import Browser, local_browser
from tests.readings import kept_reading

HARMLESS = {
    "law": "none",
    "promise": "none",
    "data": "untouched",
    "undo_control": "us",
    "harm": "none",
    "colleagues": "nothing",
    "detection": "day",
}
"""What somebody answers who sees nothing bad in it."""


class Seeds:
    """Puts experiments into the registry in *home*; a method that makes a new one tells its code.

    The local colleague asks, now: the pages ask in the same name and by the same clock.
    """

    def __init__(self, home: Home) -> None:
        self.home = home

    @contextmanager
    def _asked(self, person: Person | None = None) -> Iterator[tuple[Database, Asking]]:
        with opened(self.home) as db:
            yield db, Asking(person=person or people.local_person(db), at=as_moment(datetime.now(UTC)))

    def works_in(self, team: str, function: str = "") -> None:
        """The local colleague works in *team* from now on."""
        said = {"team": team, "function": function}
        with self._asked() as (db, by):
            people.change_person(db, by, by.person.model_copy(update=said))

    def joined(self, name: str, team: str, *roles: Role, function: str = "") -> Person:
        """Somebody else, whom a steward made known."""
        email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        newcomer = Person(id=0, name=name, email=email, team=team, function=function, roles=frozenset(roles))
        with self._asked() as (db, by):
            return people.add_person(db, by, newcomer)

    def moved(self, person: Person, team: str) -> None:
        """A steward says that *person* works in *team* now."""
        with self._asked() as (db, by):
            people.change_person(db, by, person.model_copy(update={"team": team}))

    def does(self, person: Person, function: str) -> None:
        """A steward says that *person* works in another *function* now."""
        with self._asked() as (db, by):
            people.change_person(db, by, person.model_copy(update={"function": function}))

    def browser_of(self, person: Person) -> Browser:
        """A browser in which the user of this computer acts as *person*."""
        browser = local_browser()
        with self._asked() as (db, by):
            sign_in.open_locally(db, browser.cookies[ticket_name()], by.at)
        self.acts_as(browser, person)
        return browser

    def acts_as(self, browser: Browser, person: Person) -> None:
        """The user of this computer goes on as *person* in *browser*."""
        with self._asked() as (db, by):
            sign_in.act_as(db, browser.cookies[ticket_name()], by, person.id)

    def described(self, said: Organisation) -> None:
        """The organisation as *said*."""
        with self._asked() as (db, by):
            organisation.describe(db, by, said)

    def draft(self, written: Proposal = CARD) -> str:
        """A proposal nobody handed in."""
        with self._asked() as (db, by):
            return experiment_code(proposal.begin(db, by, written).id)

    def revised(self, code: str, written: Proposal) -> None:
        """The draft *code* written anew."""
        with self._asked() as (db, by):
            version = experiments.get(db, experiment_id(code)).version
            proposal.revise(db, by, experiment_id(code), version, written)

    def submitted(self, code: str) -> None:
        """The draft *code* handed in as it stands."""
        with self._asked() as (db, by):
            proposal.submit(db, by, experiment_id(code))

    def started(self, code: str) -> None:
        """The two-way door *code* started."""
        with self._asked() as (db, by):
            pilot.start(db, by, experiment_id(code), StartingPoint())

    def withdrawn(self, code: str) -> None:
        """The proposal *code* taken back."""
        with self._asked() as (db, by):
            proposal.withdraw(db, by, experiment_id(code))

    def plans(self, code: str, plan: Plan) -> None:
        """Somebody of the team chose *plan* for the pilot of *code*."""
        with self._asked() as (db, by):
            pilot.draw_plan(db, by, experiment_id(code), plan)

    def cleared(self, written: Proposal = CARD, plan: Plan | None = None) -> str:
        """A two-way door handed in, under *plan* when there is one."""
        code = self.draft(written)
        with self._asked() as (db, by):
            proposal.submit(db, by, experiment_id(code))
            if plan is not None:
                pilot.draw_plan(db, by, experiment_id(code), plan)
        return code

    def running(self, written: Proposal = CARD, plan: Plan | None = None, expected: str = "") -> str:
        """A pilot that was just started."""
        code = self.cleared(written, plan)
        start = StartingPoint(limits=written.limits, expected=expected)
        with self._asked() as (db, by):
            pilot.start(db, by, experiment_id(code), start)
        return code

    def ended(self, plan: Plan, seen: Evidence | None = None, written: Proposal = CARD) -> str:
        """A pilot under *plan* that was stopped, with a reading when something was *seen*."""
        code = self.running(written, plan)
        with self._asked() as (db, by):
            pilot.stop(db, by, experiment_id(code))
        if seen is not None:
            self.read(code, seen)
        return code

    def read(self, code: str, seen: Evidence) -> None:
        """A reading that says what was *seen*."""
        with self._asked() as (db, by):
            kept_reading(db, by, experiment_id(code), "pilot.csv", seen)

    def decided(self, written: Proposal = CARD, expected: str = "", choice: Choice = Choice.KEEP_HERE) -> str:
        """A small idea that is kept where it was tried, or ended with another *choice*."""
        code = self.running(written, expected=expected)
        self.decide(code, choice)
        return code

    def decide(self, code: str, choice: Choice = Choice.KEEP_HERE) -> None:
        """A running small idea comes to its end."""
        with self._asked() as (db, by):
            decision.decide(db, by, experiment_id(code), Verdict(choice=choice))

    def note(self, code: str, words: str, *, count: int | None = None, is_quote: bool = False) -> None:
        """Something that was seen while the pilot runs."""
        with self._asked() as (db, by):
            seen = Note(at=by.at, by=by.person.id, words=words, count=count, is_quote=is_quote)
            pilot.note(db, by, experiment_id(code), seen)

    def learned(self, code: str, text: str) -> None:
        """A learning that says *text* in each of its fields."""
        with self._asked() as (db, by):
            said = dict.fromkeys(("expected", "happened", "surprised", "tell_others", "next_step"), text)
            told = Learning(at=by.at, by=by.person.id, hard_to_see=(text,), **said)
            learning.learn(db, by, experiment_id(code), told)

    def panel(self) -> tuple[Person, Person, Person]:
        """Three reviewers of three functions: Ravi of legal, Rosa of the front line, Cleo for customers."""
        return (
            self.joined("Ravi Reviewer", "Contracts", Role.REVIEWER, function="legal"),
            self.joined("Rosa Reviewer", "Counter", Role.REVIEWER, function="front line"),
            self.joined("Cleo Reviewer", "Voices", Role.REVIEWER, function="customer experience"),
        )

    def handed_in(self, written: Proposal = PHONE_LINE) -> str:
        """A one-way door that waits for its reviews."""
        return self.cleared(written)

    def case_made(self, code: str) -> None:
        """Its case is written, and the local colleague stands up for it."""
        with self._asked() as (db, by):
            said = Homework(**dict.fromkeys(Homework.model_fields, "Ten callers tried it for a week."))
            review.make_case(db, by, experiment_id(code), said)
            review.stand_up(db, by, experiment_id(code))

    def asked(self, code: str, whom: Person) -> None:
        """The team asked *whom* for a review."""
        with self._asked() as (db, by):
            review.ask_reviewer(db, by, experiment_id(code), whom.id)

    def reviewed(self, code: str, by: Person, **ratings: str) -> None:
        """A review by somebody who sees nothing bad in what is theirs to judge, but for *ratings*."""
        own = {name: HARMLESS[name] for name in policy().owned_by(by.function)}
        said = Rating(premortem=f"{by.name} saw it fail.", ratings=RiskProfile(**{**own, **ratings}))
        with self._asked(by) as (db, asking):
            review.review(db, asking, experiment_id(code), said)

    def revealed(self, code: str) -> tuple[Person, Person, Person]:
        """All reviews are in; Rosa of the front line alone sees lasting harm."""
        ravi, rosa, cleo = panel = self.panel()
        self.reviewed(code, ravi, harm="annoyance")
        self.reviewed(code, rosa, harm="lasting")
        self.reviewed(code, cleo, harm="annoyance")
        return panel

    def talked(self, code: str, by: Person, question: str) -> None:
        """What came out of a talk about *question*."""
        with self._asked(by) as (db, asking):
            review.talk(db, asking, experiment_id(code), question, "The number stays open for some.")

    def answered(self, code: str, by: Person, outcome: Outcome, what: str = "", who: str = "") -> None:
        """The reviewers' answer, given by one of them."""
        with self._asked(by) as (db, asking):
            said = Conclusion(outcome=outcome, what=what, who=who)
            review.conclude(db, asking, experiment_id(code), said)

    def supplied(self, code: str, what: str) -> None:
        """The team supplied the one thing that was missing."""
        with self._asked() as (db, by):
            review.supply(db, by, experiment_id(code), what)

    def put_to(self, code: str, function: str, question: str) -> None:
        """The team put one *question* about it to a *function*."""
        with self._asked() as (db, by):
            advice.ask_function(db, by, experiment_id(code), question, function)

    def told(self, code: str, by: Person, question: str, answer: Answer, why: str = "") -> None:
        """Somebody answered the *question* that was put to their function."""
        with self._asked(by) as (db, asking):
            said = Said(question=question, answer=answer, why=why)
            advice.answer_function(db, asking, experiment_id(code), said)

    def talked_over(self, code: str, function: str, suggested: str = "") -> None:
        """The team talked it over, today, with somebody of a *function*."""
        with self._asked() as (db, by):
            said = Talked(function=function, on=by.at.date(), suggested=suggested)
            advice.converse(db, by, experiment_id(code), said)

    def dossier(self, code: str) -> Dossier:
        """What the registry keeps of the experiment *code*."""
        with opened(self.home) as db:
            return experiments.dossier(db, experiment_id(code))

    def people(self) -> list[Person]:
        """Everybody here."""
        with opened(self.home) as db:
            return people_store.everybody(db)

    def count(self) -> int:
        """How many experiments there are."""
        with opened(self.home) as db:
            return len(experiments.every(db))
