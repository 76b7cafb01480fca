"""What one can do about an experiment on a page that shows many: once, however often it stands there."""

from registry.domain.experiment import Dossier
from registry.domain.person import Asking
from registry.web.case_form import offer_to_stand_up
from registry.web.echo_form import say_something
from registry.web.prose import told


def verbs_once(dossier: Dossier, by: Asking, said: set[int]) -> None:
    """Stand up for it, thank, ask, or add what one heard; nothing for what is among those *said*."""
    if dossier.id in said:
        return
    said.add(dossier.id)
    offer_to_stand_up(dossier, by)
    say_something(dossier, by, told("leaders-say"))
