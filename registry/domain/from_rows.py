"""What is computed while a pilot's file is open, because summaries do not hold it; it does not merge."""

import math

from pydantic import BaseModel, ConfigDict

MOST_VALUES = 5_000
"""In both arms together, of which lots are drawn again; with more, a long tail moves Welch's test little."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Drawn(_Value):
    """What makes a result of chance the same again."""

    seed: int
    draws: int


class QuantileOfArm(_Value):
    """A quantile of one arm with its interval, in the metric's own units."""

    value: float
    low: float | None
    """None where there are too few values to bound it on this side."""
    high: float | None


class Bounds(_Value):
    """An interval that leaves out *alpha*."""

    alpha: float
    low: float
    high: float


class QuantileFound(_Value):
    """A quantile of one arm beside the control's, and their difference: arm minus control."""

    metric: str
    arm: str
    of_control: QuantileOfArm | None
    of_arm: QuantileOfArm | None
    standard_error: float | None = None
    """None, as what follows, where there is no difference: too few values, or no spread."""
    p_value: float | None = None
    freedom: float | None = None
    """Degrees of freedom of the t distribution that the bounds are from; None where they are percentiles."""
    bounds: tuple[Bounds, ...] = ()
    drawn: Drawn

    def at(self, alpha: float) -> Bounds | None:
        """The bounds at this *alpha*; None where they were not computed."""
        return next((each for each in self.bounds if math.isclose(each.alpha, alpha)), None)


class Reshuffled(_Value):
    """How often the lot alone would have made a difference as large as that of *arm*, by trying it out."""

    metric: str
    arm: str
    p_value: float
    drawn: Drawn
