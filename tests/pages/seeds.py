"""Experiments at the stages that a page may meet, put into a registry by the verbs themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

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
from registry.services import decision, learning, organisation, pilot, proposal, sign_in
from registry.services import person as people
from registry.store import experiments
from registry.store.database import Database, Home, opened
from registry.web.ticket import ticket_name
from tests.nouns import CARD
from tests.pages.tab import Browser, local_browser


class Seeds:
    """Puts experiments into the registry in *home*; a method that makes a new one tells its code.

    The local colleague asks, now: the pages ask in the same name and by the same clock.
    """

    def __init__(self, home: Home) -> None:
        self.home = home

    @contextmanager
    def _asked(self) -> Iterator[tuple[Database, Asking]]:
        with opened(self.home) as db:
            yield db, Asking(person=people.local_person(db), at=as_moment(datetime.now(UTC)))

    def works_in(self, team: str, function: str = "") -> None:
        """The local colleague works in *team* from now on."""
        said = {"team": team, "function": function}
        with self._asked() as (db, by):
            people.change_person(db, by, by.person.model_copy(update=said))

    def joined(self, name: str, team: str, *roles: Role) -> Person:
        """Somebody else, whom a steward made known."""
        email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        newcomer = Person(id=0, name=name, email=email, team=team, roles=frozenset(roles))
        with self._asked() as (db, by):
            return people.add_person(db, by, newcomer)

    def moved(self, person: Person, team: str) -> None:
        """A steward says that *person* works in *team* now."""
        with self._asked() as (db, by):
            people.change_person(db, by, person.model_copy(update={"team": team}))

    def browser_of(self, person: Person) -> Browser:
        """A browser in which the user of this computer acts as *person*."""
        browser = local_browser()
        ticket = browser.cookies[ticket_name()]
        with self._asked() as (db, by):
            sign_in.open_locally(db, ticket, by.at)
            sign_in.act_as(db, ticket, by, person.id)
        return browser

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

    def withdrawn(self, code: str) -> None:
        """The proposal *code* taken back."""
        with self._asked() as (db, by):
            proposal.withdraw(db, by, experiment_id(code))

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
            pilot.record_reading(db, by, experiment_id(code), "pilot.csv", seen)

    def decided(self, written: Proposal = CARD, expected: str = "", choice: Choice = Choice.KEEP_HERE) -> str:
        """A small idea that is kept where it was tried, or ended with another *choice*."""
        code = self.running(written, expected=expected)
        with self._asked() as (db, by):
            decision.decide(db, by, experiment_id(code), Verdict(choice=choice))
        return code

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

    def dossier(self, code: str) -> Dossier:
        """What the registry keeps of the experiment *code*."""
        with opened(self.home) as db:
            return experiments.dossier(db, experiment_id(code))

    def count(self) -> int:
        """How many experiments there are."""
        with opened(self.home) as db:
            return len(experiments.every(db))
