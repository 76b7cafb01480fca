"""What the organisation last said about itself counts; before it said anything, nothing is guessed."""

import pytest

from registry.domain.organisation import Organisation, OrganisationRefused
from registry.domain.text import LINE, TooLong
from registry.services.organisation import describe
from registry.services.proposal import yardstick
from registry.store import organisation as organisations
from registry.store.database import Database
from tests.nouns import STELLA, asking


def test_nothing_is_known_before_the_first_use(db: Database):
    assert organisations.latest(db) is None
    assert yardstick(db).organisation == Organisation()


def test_what_was_said_last_counts(db: Database):
    describe(db, asking(person=STELLA), Organisation(places=40, places_word="stores"))
    describe(db, asking(person=STELLA), Organisation(places=38, yearly_revenue=2.5e6))

    assert organisations.latest(db) == Organisation(places=38, yearly_revenue=2.5e6)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (Organisation(customers=0), OrganisationRefused),
        (Organisation(name="x" * (LINE + 1)), TooLong),
        (Organisation(channels=("x" * (LINE + 1),)), TooLong),
    ],
)
def test_what_cannot_be_true_leaves_what_was_said_before(
    db: Database, said: Organisation, refusal: type[Exception]
):
    describe(db, asking(person=STELLA), Organisation(places=40))

    with pytest.raises(refusal):
        describe(db, asking(person=STELLA), said)

    assert organisations.latest(db) == Organisation(places=40)
