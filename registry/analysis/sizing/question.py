"""What is asked about size while a plan is being written, and what is answered; nothing heavy is loaded."""

from typing import NamedTuple

from registry.domain.plan import Better, Kind, Look


class Question(NamedTuple):
    """What the plan says so far and what is known before the pilot, in the metric's own units."""

    kind: Kind
    better: Better = Better.HIGHER
    mde: float | None = None
    """The smallest difference that matters, above 0."""
    baseline: float | None = None
    """The share of yes today, from 0 to 1."""
    spread: float | None = None
    """The standard deviation of what is compared: of customers, or of groups where `by_group`."""
    by_group: bool = False
    """Groups were drawn, and *spread* is that of their values or changes: each group is one number."""
    group_size: float | None = None
    """Customers in each group, where groups were drawn and *spread* is that of their customers."""
    alikeness: float | None = None
    """Intra-cluster correlation, from 0 to 1."""
    arms: int = 2
    look: Look = Look.ONCE
    looks: int = 1
    alpha: float = 0.05
    power: float = 0.8
    have: int | None = None
    """Customers, or groups, that each arm can have."""
    a_day: float | None = None
    """How many customers, or blocks, come in on a day, in all arms together."""

    @property
    def is_grouped(self) -> bool:
        """Whether groups are counted, not customers."""
        return self.by_group or self.group_size is not None


class Need(NamedTuple):
    """What each arm needs to find the smallest difference that matters."""

    each: int
    """Customers, or groups where groups are drawn."""
    customers: int | None
    """Customers in all groups of an arm together; None where customers are drawn, or nobody said."""
    days: int | None
    """Until every arm has them, in whole weeks; None where nobody said how many come in."""


class Answer(NamedTuple):
    """What can be said; None for what was not asked."""

    need: Need | None = None
    never: bool = False
    """The difference asked about cannot be seen by any number."""
    sees: float | None = None
    """The smallest difference that the number at hand finds, above 0, in the metric's own units."""
    few: int | None = None
    """The number of groups, where it is so small that one of them can turn the result."""
