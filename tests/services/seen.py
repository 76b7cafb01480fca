"""What a pilot's data said so far: read while it ran, so that its result is still hidden."""

from registry.analysis.pilot_data import PilotData
from registry.domain.summary import Summary

SO_FAR = PilotData(
    sha256="5" * 64,
    rows=800,
    arms={"no card": 400, "card": 400},
    summaries=(
        Summary(metric="came back", arm="no card", units=400, n=400, mean=0.1, variance=0.0902, successes=40),
        Summary(metric="came back", arm="card", units=400, n=400, mean=0.2, variance=0.1604, successes=80),
    ),
    units_named=False,
)
"""40 of 400 without, 80 of 400 with a card, under PLAN."""
