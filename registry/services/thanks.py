"""The thanks that may be told to everybody: names only of people who agreed to be named."""

from datetime import date

from registry.domain.consent import calling_names, names_nobody, whom_named
from registry.domain.facts import Thanks
from registry.domain.huddle import Gratitude
from registry.services.person import LOCAL_EMAIL
from registry.store import agreements, index, people, week
from registry.store.database import Database


def thanks_told(db: Database, first: date, last: date) -> dict[int, tuple[Thanks, Gratitude]]:
    """The latest thanks from *first* to *last*, each by the id of its fact, and how it is told.

    Where its own words name somebody who did not agree, it stays on the experiment's page.
    """
    agreed, everybody = agreements.agreed(db), people.everybody(db)
    names = {person.id: person.name for person in everybody}
    silent = calling_names(
        person.name for person in everybody if person.id not in agreed and person.email != LOCAL_EMAIL
    )
    told = {
        number: (experiment, thanks)
        for number, (experiment, thanks) in week.thanks(db, first, last).items()
        if names_nobody(thanks.words, silent)
    }
    of = sorted({experiment for experiment, _ in told.values()})
    titles = {row.experiment: row.title for row in index.by_ids(db, of)}
    return {
        number: (
            thanks,
            Gratitude(experiment, titles[experiment], thanks.words, whom_named(thanks, agreed, names)),
        )
        for number, (experiment, thanks) in told.items()
    }
