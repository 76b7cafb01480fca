"""Three sentences on top: what started, what surprised us, and what waits for whoever looks."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from registry.domain.asked import Asked
from registry.domain.experiment import Dossier
from registry.domain.moment import Moment, moment_text
from registry.domain.person import Asking
from registry.domain.surprise import surprised_on, was_walked_back
from registry.domain.waiting import ForYou, for_you
from registry.sentences import day_text, say
from registry.services.asked import asked_of
from registry.services.home import Database
from registry.services.leaders import Since
from registry.store import echoes, experiments, leaders
from registry.store.index import Row
from registry.web.copying import copy_as_text
from registry.web.lists import show_asked, title_text
from registry.web.numbers import number_link, show_list
from registry.web.prose import plain, told
from registry.web.session import link


def started_since(db: Database, rows: Sequence[Row], moment: Moment) -> list[Row]:
    """What started after *moment*."""
    near = [row for row in rows if row.started_on is not None and row.started_on >= moment.date()]
    new = leaders.since(db, "pilot", (row.experiment for row in near), moment)
    return [row for row in near if row.experiment in new]


def surprised_since(db: Database, rows: Sequence[Row], moment: Moment) -> list[Row]:
    """What surprised us after *moment*: was walked back, or told of a surprise."""
    near = [row for row in rows if (day := surprised_on(row)) is not None and day >= moment.date()]
    ids = [row.experiment for row in near]
    decided, learned = (leaders.since(db, kind, ids, moment) for kind in ("decision", "learning"))
    return [row for row in near if row.experiment in (decided if was_walked_back(row) else learned)]


class WaitsForYou(NamedTuple):
    """What waits for who asks: experiments with the reasons, and questions to their function."""

    dossiers: tuple[tuple[Dossier, tuple[ForYou, ...]], ...]
    asked: tuple[Asked, ...]

    @property
    def total(self) -> int:
        """How many things wait."""
        return len(self.dossiers) + len(self.asked)


def waits_for_you(db: Database, on_their_way: Sequence[Dossier], by: Asking) -> WaitsForYou:
    """What waits for who asks and for nobody else."""
    of_team = experiments.dossiers_of(db, echoes.questioned(db, by.person))
    every = {each.id: each for each in (*on_their_way, *of_team)}
    found = ((each, for_you(each, by)) for each in every.values())
    return WaitsForYou(tuple((each, why) for each, why in found if why), tuple(asked_of(db, by)))


def show_news(since: Since, started: int, surprised: int, waiting: int) -> None:
    """The three parts, each a link to its list; nothing to open where there is nothing."""
    head = say("news-first") if since.is_first else say("news-since", days=since.days)
    counts = {"started": started, "surprised": surprised, "for_you": waiting}
    parts = {name: say(f"news-{name}", count=count) for name, count in counts.items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(head)}**", width="content")
        for name, part in parts.items():
            if not counts[name]:
                st.markdown(f":small[{plain(part)}]", width="content")
                continue
            number_link(part, name, since=moment_text(since.moment))
        copy_as_text([f"{head} {', '.join(parts.values())}."])


def show_since(name: str, rows: Sequence[Row], moment: Moment) -> None:
    """The list behind one of the first two parts."""
    day = day_text(moment.date())
    show_list("leaders", say(f"news-{name}-since", count=len(rows), day=day), rows)


def show_waits_for_you(found: WaitsForYou) -> None:
    """The list behind the third part: each with why it waits, and where it is done."""
    show_list("leaders", say("news-for_you-list", count=found.total), ())
    for dossier, reasons in found.dossiers:
        with st.container(gap="xxsmall"):
            page = "review" if ForYou.REVIEW in reasons else "experiment"
            link(page, f"{dossier.code} · {title_text(dossier.proposal.title)}", dossier.code)
            st.caption(" · ".join(told(f"for-you-{reason}") for reason in reasons))
    show_asked(found.asked)
