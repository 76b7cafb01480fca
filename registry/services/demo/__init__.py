"""The demo: a made-up organisation's year of experiments, told by the registry's own verbs.

Each story is a TOML file in `stories/`. They are played in the order of their days, so what the
registry holds afterwards is what it would hold had people worked with it for a year.
"""

from collections.abc import Mapping
from datetime import date

from registry.analysis.pilot_data import PilotData, Source
from registry.analysis.reading.private_folder import private_folder
from registry.domain.experiment import Stage
from registry.domain.organisation import Organisation
from registry.domain.permission import check_allowed
from registry.domain.person import Asking, Person, PersonRefused
from registry.domain.sentence import Refusal
from registry.sentences import say
from registry.services.agreement import agree_to_be_named
from registry.services.analysis import summaries_of
from registry.services.demo.customers import write_rows
from registry.services.demo.playing import Filling, moments, play
from registry.services.demo.story import Story, colleagues, organisation, stories
from registry.services.experiment import follow_time
from registry.services.organisation import describe
from registry.services.person import add_person
from registry.services.recording import known
from registry.store import experiments, index, people
from registry.store import organisation as organisations
from registry.store.database import Database

__all__ = ["DemoRefused", "fill"]


class DemoRefused(Refusal):
    """The registry is not empty, or a story could not be told to its end."""


def fill(db: Database, asking: Asking) -> Mapping[Stage, int]:
    """Fill an empty registry; returns how many experiments stand at each stage at the moment of *asking*.

    Everything told lies before that moment. Raises DemoRefused when the registry holds experiments,
    or when a verb refuses midway. What takes long, reading the pilots' rows, comes before the first
    word is written.
    """
    check_allowed(known(db, asking), "fill_demo")
    _check_empty(db)
    today = asking.at.date()
    data = {story.name: read for story in stories() if (read := _data(story, today)) is not None}
    cast = _engaged(db, asking)
    own = organisations.latest(db)
    script = sorted(
        ((at, story, act) for n, story in enumerate(stories()) for at, act in moments(story, n, today)),
        key=lambda told: told[0],
    )
    describe(db, asking.model_copy(update={"at": script[0][0]}), organisation())
    for key, each in colleagues().items():
        if each.may_be_named:
            agree_to_be_named(db, Asking(person=cast[key], at=script[0][0]), agrees=True)
    filling = Filling(db, today, cast, data)
    for at, story, act in script:
        try:
            play(filling, story, act, Asking(person=cast[act.by or story.owner], at=at))
        except Refusal as refusal:
            problem = say(refusal.sentence)
            raise DemoRefused("demo-interrupted", story=story.name, problem=problem) from refusal
    if own is not None and own != Organisation():
        # Whoever said something about their own organisation before filling the demo said it to keep it.
        describe(db, asking, own)
    follow_time(db, asking.at)
    counts = index.counts(db)
    return {stage: counts[stage] for stage in Stage if stage in counts}


def _check_empty(db: Database) -> None:
    made_up = {colleague.name for colleague in colleagues().values()}
    if experiments.every(db) or made_up & set(people.names(db).values()):
        raise DemoRefused("demo-not-empty")


def _engaged(db: Database, asking: Asking) -> Mapping[str, Person]:
    """The made-up people by their short names; of two who fill at the same time, the second is refused."""
    try:
        return {key: add_person(db, asking, each.person(key)) for key, each in colleagues().items()}
    except PersonRefused as refusal:
        raise DemoRefused("demo-not-empty") from refusal


def _data(story: Story, today: date) -> PilotData | None:
    """What the rows of *story* come down to under its plan."""
    plan = story.plan_on(today)
    if plan is None or story.customers is None or story.read is None:
        return None
    with private_folder() as folder:
        file = folder / story.read.file
        write_rows(story.customers, plan, file)
        return summaries_of(plan, Source(file, story.read.file))
