"""What waits: one-way doors, guardrails that were touched, open questions; with what one can do about it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import streamlit as st

from registry.domain.echo import open_questions
from registry.domain.experiment import Dossier, Stage
from registry.domain.person import Asking
from registry.domain.waiting import Alarm, OneWay, alarm, asked_openly, one_way_doors
from registry.sentences import say
from registry.services.home import Database
from registry.store import experiments, leaders
from registry.store.index import Row
from registry.web.copying import headed
from registry.web.figures import in_own_units
from registry.web.lists import title_text
from registry.web.prose import plain, told
from registry.web.saying import verbs_once
from registry.web.session import link

MOST = 5
"""Shown of each kind."""


class Item(NamedTuple):
    """Something that waits, and the sentences that say for what."""

    dossier: Dossier
    said: tuple[str, ...]


class Waiting:
    """What waits, as far as who asks may see it."""

    def __init__(
        self, db: Database, rows: Sequence[Row], on_their_way: Sequence[Dossier], by: Asking
    ) -> None:
        self.by = by
        doors = one_way_doors(on_their_way)
        look = [row.experiment for row in rows if row.asks_to_look and row.stage is Stage.RUNNING]
        read = [
            found for each in experiments.dossiers_of(db, look[:MOST]) if (found := alarm(each)) is not None
        ]
        asked = leaders.asked(db, by.person)
        hidden = {each.id for each in on_their_way if each.id in asked and not asked_openly(each, by)}
        asked = [number for number in asked if number not in hidden]
        open_ones = experiments.dossiers_of(db, asked[:MOST])
        self.parts = (
            ("waiting-doors", len(doors), [_door(each, by) for each in doors[:MOST]]),
            ("waiting-guardrails", len(look), [_guardrail(each) for each in read]),
            ("waiting-questions", len(asked), [_question(each, by) for each in open_ones]),
        )

    def show(self, said: set[int]) -> None:
        """A section for each kind, with the verbs right there; what is among those *said* has them above."""
        headed(told("waiting-title"), self.lines())
        if not any(count for _, count, _ in self.parts):
            st.markdown(told("waiting-nothing"))
        for name, count, items in self.parts:
            if not count:
                continue
            st.subheader(told(name, count=count), anchor=False)
            for item in items:
                self._show(item, said)
            if count > len(items):
                st.caption(told("waiting-more", count=count - len(items)))

    def _show(self, item: Item, said: set[int]) -> None:
        with st.container(border=True, gap="xsmall"):
            link("experiment", title_text(item.dossier.proposal.title), item.dossier.code)
            for line in item.said:
                st.markdown(plain(line))
            verbs_once(item.dossier, self.by, said)

    def lines(self) -> Iterator[str]:
        """The same as text."""
        yield say("waiting-title")
        for name, count, items in self.parts:
            if count:
                yield f"\n{say(name, count=count)}"
            for item in items:
                yield f"- {item.dossier.code} {item.dossier.proposal.title}: {' '.join(item.said)}"


def _door(door: OneWay, by: Asking) -> Item:
    since = say("waiting-since", days=(by.at.date() - door.since.date()).days)
    sponsor = (say("waiting-sponsor"),) if door.asks_for_sponsor else ()
    return Item(door.dossier, (*sponsor, f"{since} {say(f'waiting-turn-{door.turn}')}"))


def _guardrail(found: Alarm) -> Item:
    passed = (
        say(
            "waiting-passed",
            metric=each.metric.name,
            arm=each.arm,
            worse=in_own_units(float(f"{each.worse_by:.3g}"), each.metric.kind),
            margin=in_own_units(each.metric.margin or 0.0, each.metric.kind),
        )
        for each in found.touched
    )
    back = (say("waiting-walk-back", why=say(each)) for each in found.walk_back)
    sure = () if found.walk_back else (say("waiting-not-sure"),)
    return Item(found.dossier, (*back, *passed, *sure))


def _question(dossier: Dossier, by: Asking) -> Item:
    shown = asked_openly(dossier, by)
    return Item(
        dossier, tuple(f"“{each.words}”" for number, each in open_questions(dossier) if number in shown)
    )
