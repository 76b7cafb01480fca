"""What the organisation says about itself once, so that nobody is asked twice."""

from pydantic import BaseModel, ConfigDict

from registry.domain.sentence import Refusal
from registry.domain.text import Text


class OrganisationRefused(Refusal):
    """A figure about the organisation cannot be true."""


class Organisation(BaseModel):
    """Size and words of the organisation. Everything may be left unsaid; nothing is guessed."""

    model_config = ConfigDict(frozen=True)

    name: Text = ""
    currency: Text = "€"
    yearly_revenue: float | None = None
    """Revenue or budget of a year, in *currency*."""
    customers: int | None = None
    places: int | None = None
    """How many places it serves customers in."""
    places_word: Text = "stores"
    """What its places are called, in the plural: stores, branches, queues, regions."""
    functions: tuple[Text, ...] = (
        "customer experience",
        "operations",
        "front line",
        "legal",
        "finance",
        "technology",
        "marketing",
        "people",
    )
    journey_stages: tuple[Text, ...] = ("discover", "buy", "receive", "use", "get help", "leave")
    channels: tuple[Text, ...] = ("in person", "phone", "e-mail", "chat", "web", "app", "letter")


def check_organisation(organisation: Organisation) -> None:
    """Raise OrganisationRefused for a revenue, a number of customers or of places that is not above zero."""
    for figure in ("yearly_revenue", "customers", "places"):
        value = getattr(organisation, figure)
        if value is not None and not 0 < value < float("inf"):
            raise OrganisationRefused("organisation-figure-not-positive", figure=figure)
