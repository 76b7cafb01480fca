"""Where in a customer's journey something belongs, and which promise it serves."""

from pydantic import BaseModel, ConfigDict

from registry.domain.text import Text


class Journey(BaseModel):
    """Where an experiment belongs, in the organisation's own words. Everything may be left unsaid."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    promise: Text = ""
    """The sentence that the company wants to be true for its customers, and that this serves."""
    stage: Text = ""
    """The stage of the customer's journey."""
    channel: Text = ""
    """How the customer meets it: in person, by phone."""
    topic: Text = ""
    """What it is about; it says after how long what was learned is looked at again."""
