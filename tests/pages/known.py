"""What a company knows after a while, put into a registry by the verbs themselves."""

from registry.domain.decision import Verdict
from registry.domain.experiment import experiment_code, experiment_id
from registry.domain.facts import Choice, Learning
from registry.domain.person import Person
from registry.domain.pilot import StartingPoint
from registry.services import decision, echo, learning, pilot, proposal
from tests.nouns import CARD
from tests.pages.echoes import Echoes


class Known(Echoes):
    """Adds to the seeds what others tried and told, and what somebody signed."""

    def decided_by(self, person: Person) -> str:
        """A small idea of *person*, tried and decided at once."""
        with self._asked(person) as (db, by):
            number = proposal.begin(db, by, CARD).id
            pilot.start(db, by, number, StartingPoint())
            decision.decide(db, by, number, Verdict(choice=Choice.KEEP_HERE))
            return experiment_code(number)

    def told_by(self, person: Person, code: str, surprise: str) -> None:
        """What surprised *person* when they tried *code*."""
        with self._asked(person) as (db, by):
            told = Learning(at=by.at, by=by.person.id, surprised=surprise)
            learning.learn(db, by, experiment_id(code), told)

    def estimated(self, code: str, person: Person, amount: float, how: str) -> None:
        """What doing *code* for everybody would have cost, signed by *person*."""
        with self._asked(person) as (db, by):
            echo.estimate_cost(db, by, experiment_id(code), amount, how)
