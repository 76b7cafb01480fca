"""What comes back to a team, put into a registry by the verbs themselves."""

from registry.domain.citing import Citing, Helping
from registry.domain.experiment import experiment_id
from registry.domain.facts import Choice
from registry.domain.learning_facts import Speaks
from registry.domain.person import Person
from registry.domain.proposal import Proposal
from registry.services import echo, learning, proposal
from registry.services.agreement import agree_to_be_named
from tests.nouns import CARD
from tests.pages.seeds import Seeds

MARKUP = "**Two** of <b>ten</b> :smile: ![](https://example.org/x.png)"
"""Somebody's words that would do something, were they read as Markdown or HTML."""


class Echoes(Seeds):
    """Adds to the seeds what others say; without a person it is the local colleague who says it."""

    def taught(
        self, text: str = "Cards work", choice: Choice = Choice.KEEP_HERE, written: Proposal = CARD
    ) -> str:
        """An experiment that was decided and taught *text*."""
        code = self.decided(written, choice=choice)
        self.learned(code, text)
        return code

    def draft_by(self, person: Person, written: Proposal = CARD, *, handed_in: bool = False) -> str:
        """A proposal of somebody else."""
        with self._asked(person) as (db, by):
            draft = proposal.begin(db, by, written)
            if handed_in:
                proposal.submit(db, by, draft.id)
            return f"CX-{draft.id}"

    def helped(self, code: str, learning_of: str, how: str = "", by: Person | None = None) -> None:
        """What *learning_of* taught helped *code*."""
        with self._asked(by) as (db, asking):
            learning.use(db, asking, experiment_id(code), Helping(experiment_id(learning_of), how))

    def contradicted(self, code: str, other: str) -> None:
        """What *code* taught is found not to hold by *other*."""
        with self._asked() as (db, by):
            learning.cite(db, by, experiment_id(code), Citing(experiment_id(other), Speaks.AGAINST))

    def asks(self, code: str, words: str, by: Person | None = None) -> None:
        """Somebody asks the team a question."""
        with self._asked(by) as (db, asking):
            echo.ask(db, asking, experiment_id(code), words)

    def answers(self, code: str, number: int, words: str) -> None:
        """The team answers the question with this number."""
        with self._asked() as (db, by):
            echo.reply(db, by, experiment_id(code), number, words)

    def thanks(self, code: str, words: str, by: Person | None = None, whom: Person | None = None) -> None:
        """Somebody thanks the team, or one of it."""
        with self._asked(by) as (db, asking):
            echo.thank(db, asking, experiment_id(code), words, None if whom is None else whom.id)

    def may_be_named(self, person: Person, *, agrees: bool = True) -> None:
        """*person* agrees to be named, or takes it back."""
        with self._asked(person) as (db, by):
            agree_to_be_named(db, by, agrees=agrees)
