"""Whether an effect is the same in all segments; what is found in them is exploratory.

Nobody planned it, so it is a question for the next pilot; the rules never read it.
"""

from collections.abc import Sequence

from registry.analysis.estimates.difference import Difference
from registry.analysis.several.homogeneity import Homogeneity, Measured, homogeneity


def interaction(differences: Sequence[Difference | None]) -> Homogeneity | None:
    """Whether the effect is the same in all segments of one column: Welch's test of homogeneity.

    A segment without a difference, or without a spread, has no weight and does not take part; None where
    fewer than two are left. Assumed: no unit of randomisation is in two of the segments. Where stores
    were randomised and each has customers of every segment, the differences rise and fall together, and
    the test finds too little; compare the change between segments within stores instead. Differences of
    proportions want about ten yes and ten no in every arm of every segment. Source: see `homogeneity`.
    """
    return homogeneity(
        [
            Measured(each.difference, each.standard_error, each.freedom)
            for each in differences
            if each is not None and each.standard_error > 0
        ]
    )
