"""What a pilot's data said so far: read while it ran, so that its result is still hidden."""

from registry.domain.evidence import Evidence
from registry.domain.summary import Summary
from tests.nouns import evidence

SO_FAR: Evidence = evidence().model_copy(
    update={
        "complete": False,
        "summaries": (
            Summary(
                metric="came back", arm="no card", units=400, n=400, mean=0.1, variance=0.0902, successes=40
            ),
            Summary(
                metric="came back", arm="card", units=400, n=400, mean=0.2, variance=0.1604, successes=80
            ),
        ),
    }
)
"""40 of 400 without, 80 of 400 with a card, under PLAN."""
