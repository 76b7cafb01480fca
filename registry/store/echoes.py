"""What came back to somebody's team: in which of its experiments there is something to tell."""

from typing import NamedTuple

from registry.domain.family import Tie
from registry.domain.moment import Moment, moment_text
from registry.domain.person import Person
from registry.store.database import Database
from registry.store.index import viewing

OWN = "(proposed_by = :viewer or (team = :viewers_team and team <> ''))"
"""SQL: whether a row of experiment_index is of the viewer's team."""


def questioned(db: Database, viewer: Person) -> list[int]:
    """The experiments of the team of *viewer* that were asked more questions than were answered."""
    rows = db.query(
        "select experiment_index.experiment as experiment from experiment_index join facts"  # noqa: S608
        f" on facts.experiment = experiment_index.experiment where {OWN} and kind in ('question', 'reply')"
        " group by experiment_index.experiment having sum(kind = 'question') >"
        " count(distinct case kind when 'reply' then json_extract(body, '$.question') end)"
        " order by experiment_index.experiment",
        viewing(viewer),
    )
    return [row["experiment"] for row in list(rows)]


def thanked(db: Database, viewer: Person, since: Moment) -> list[int]:
    """The experiments of the team of *viewer* for which somebody said thank you *since* then."""
    rows = db.query(
        "select experiment from experiment_index"  # noqa: S608 - our own names
        f" where {OWN} and touched_at >= :since and exists (select 1 from facts"
        " where facts.experiment = experiment_index.experiment and kind = 'thanks' and at >= :since)"
        " order by experiment",
        {**viewing(viewer), "since": moment_text(since)},
    )
    return [row["experiment"] for row in list(rows)]


class Helped(NamedTuple):
    """An experiment of another team that says what helped it, and the one that taught it."""

    experiment: int
    learning: int


def helped(db: Database, viewer: Person, since: Moment) -> list[Helped]:
    """What the team of *viewer* taught that helped others, where something was said of those *since* then."""
    rows = db.query(
        "select links.experiment as experiment, links.other as learning from experiment_index as taught"
        " join links on links.other = taught.experiment and links.relation = :helped_by"
        " join experiment_index as helped on helped.experiment = links.experiment"
        " where (taught.proposed_by = :viewer or (taught.team = :viewers_team and taught.team <> ''))"
        " and not (helped.proposed_by = :viewer or (helped.team = :viewers_team and helped.team <> ''))"
        " and not helped.is_private and helped.touched_at >= :since"
        " order by links.experiment, links.other",
        {**viewing(viewer), "since": moment_text(since), "helped_by": Tie.HELPED_BY},
    )
    return [Helped(row["experiment"], row["learning"]) for row in list(rows)]
