"""What the organisation says about itself once, so that nobody is asked twice."""

from pydantic import BaseModel, ConfigDict

from registry.domain.sentence import Refusal
from registry.domain.text import Text


class OrganisationRefused(Refusal):
    """A figure about the organisation cannot be true."""


class Topic(BaseModel):
    """What learnings are about, and how long what is said about it usually holds."""

    model_config = ConfigDict(frozen=True)

    name: Text
    months: int = 12
    """After how many months what was learned about it is looked at again; 1 to 120."""


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
    promises: tuple[Text, ...] = ()
    """Sentences that it wants to be true for its customers, in its own words."""
    topics: tuple[Topic, ...] = (
        Topic(name="prices and offers", months=6),
        Topic(name="web and app", months=6),
        Topic(name="waiting and service", months=12),
        Topic(name="words and letters", months=12),
        Topic(name="habits and trust", months=24),
    )


def check_organisation(organisation: Organisation) -> None:
    """Raise OrganisationRefused for a figure that is not above zero, and for a topic without an end."""
    for figure in ("yearly_revenue", "customers", "places"):
        value = getattr(organisation, figure)
        if value is not None and not 0 < value < float("inf"):
            raise OrganisationRefused("organisation-figure-not-positive", figure=figure)
    for topic in organisation.topics:
        if not 1 <= topic.months <= 120:
            raise OrganisationRefused("organisation-topic-months", topic=topic.name)
