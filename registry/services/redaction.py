"""Replacing words, or a picture, that should not be here: everywhere they stand, for good."""

from collections import Counter
from io import BytesIO
from itertools import chain
from typing import NamedTuple

from registry.domain.collection import Collection
from registry.domain.experiment import Dossier, experiment_code
from registry.domain.history import Change, Event
from registry.domain.organisation import Organisation
from registry.domain.permission import check_allowed
from registry.domain.person import Asking, Person, check_steward_remains
from registry.domain.policy import Adopted
from registry.domain.redaction import (
    PARTS,
    RedactedDossier,
    Redaction,
    RedactionRefused,
    Standing,
    check_reason,
    check_redaction,
    count,
    redacted,
    redacted_dossier,
    redacted_event,
    redacted_person,
    redacted_policy,
)
from registry.domain.spelling import Sought, places
from registry.domain.text import cleaned
from registry.sentences import say
from registry.services.person import LOCAL_EMAIL, who_can_sign_in
from registry.services.recording import acting, known
from registry.services.redacted_snapshots import (
    Opened,
    opened_snapshots,
    redacted_snapshots,
    rewrite_snapshots,
)
from registry.store import experiments, history, index, people, policies, search
from registry.store import redaction as rows
from registry.store.database import Database
from registry.store.history import Entry, Sealed

GREY_PICTURE = (320, 240), (190, 190, 190)
"""What is to be seen in the place of a picture: its size in points, and its colour."""


class Written(NamedTuple):
    """What people wrote, as far as words could stand in it."""

    dossiers: list[Dossier]
    people: list[Person]
    organisations: dict[int, Organisation]
    policies: list[Adopted]
    collections: dict[int, Collection]
    snapshots: list[Opened]
    events: list[Event]


class Work(NamedTuple):
    """All that is to be rewritten, and in how many places the words stand."""

    dossiers: list[tuple[Dossier, RedactedDossier]]
    people: list[tuple[Person, int]]
    forgotten: list[int]
    """People whom the sign-in provider calls by a name that holds the words."""
    organisations: list[tuple[int, Organisation, int]]
    policies: list[tuple[Adopted, int]]
    collections: list[tuple[int, Collection, int]]
    snapshots: list[tuple[Opened, int]]
    events: list[tuple[Event, int]]

    @property
    def standing(self) -> Standing:
        """Where the words stand."""
        experiments = Counter({before.id: after.places for before, after in self.dossiers})
        for snapshot, found in self.snapshots:
            experiments[snapshot.experiment] += found
        return Standing(
            experiments=dict(sorted(experiments.items())),
            people=sum(found for _, found in self.people) + len(self.forgotten),
            organisation=sum(found for *_, found in self.organisations),
            policies=sum(found for _, found in self.policies),
            collections=sum(found for *_, found in self.collections),
            history=sum(found for _, found in self.events),
        )


class Done(NamedTuple):
    """What was replaced, and whether nothing of it is left in the registry's files."""

    standing: Standing
    is_wiped: bool


def look(db: Database, asking: Asking, redaction: Redaction) -> Standing:
    """Where the words stand; nothing is changed. Raises NotAllowed, RedactionRefused."""
    asked = known(db, asking)
    check_allowed(asked, "redact")
    check_redaction(redaction)
    written = _written(db, redaction.sought)
    standing = _work(db, asked, redaction, written).standing
    return standing.model_copy(update={"inside_words": _inside_words(written, redaction.sought)})


def redact(db: Database, asking: Asking, redaction: Redaction, reason: str) -> Done:
    """Replace the words everywhere, all or none; the history tells why and where, never what they were.

    Raises NotAllowed; RedactionRefused where they stand nowhere or their replacement does not fit; and
    NoSteward when nobody who looks after the registry could sign in any more.
    """
    reason = cleaned(reason)
    check_redaction(redaction)
    check_reason(reason, redaction)
    with acting(db, asking) as asked:
        check_allowed(asked, "redact")
        work = _work(db, asked, redaction, _written(db, redaction.sought))
        if not work.standing.total:
            raise RedactionRefused("redaction-nowhere")
        with rows.unlocked(db):
            wrote = _rewrite(db, asked, work)
        # Whose sign-in is forgotten cannot come in again as who they are here.
        check_steward_remains(people.with_subject(db) if work.forgotten else who_can_sign_in(db))
        only = next(iter(work.standing.experiments)) if len(work.standing.experiments) == 1 else None
        history.add(db, asked, Entry("redact", only, _told(work, reason), wrote))
    return Done(work.standing, rows.wipe(db))


def redact_picture(db: Database, asking: Asking, id: int, picture: int, reason: str) -> Done:
    """Put plain grey in the place of a picture of experiment *id*. Raises NotAllowed, RedactionRefused."""
    reason = cleaned(reason)
    check_reason(reason)
    with acting(db, asking) as asked:
        check_allowed(asked, "redact")
        if picture not in rows.pictures(db, id):
            raise RedactionRefused("redaction-nowhere")
        with rows.unlocked(db):
            wrote = rows.rewrite_picture(db, picture, _grey())
        changes = [_reason(reason), Change(what="redaction.picture", after=str(picture))]
        history.add(db, asked, Entry("redact", id, changes, [wrote]))
    return Done(Standing(experiments={id: 1}), rows.wipe(db))


def _written(db: Database, sought: Sought) -> Written:
    return Written(
        rows.dossiers_that_may_hold(db, sought),
        people.everybody(db),
        rows.organisations(db),
        policies.every(db),
        rows.collections_that_may_hold(db, sought),
        opened_snapshots(db, sought),
        rows.events_that_may_hold(db, sought),
    )


def _work(db: Database, asking: Asking, redaction: Redaction, written: Written) -> Work:
    """What *redaction* makes of all that is *written*."""
    dossiers = ((each, redacted_dossier(each, redaction, asking.at)) for each in written.dossiers)
    persons = (_redacted(each, redaction) for each in written.people)
    said = ((number, redacted(each, redaction)) for number, each in written.organisations.items())
    own = (redacted_policy(each, redaction) for each in written.policies)
    lists = ((number, redacted(each, redaction)) for number, each in written.collections.items())
    told = (redacted_event(each, redaction) for each in written.events)
    subjects = rows.subjects(db).items()
    return Work(
        dossiers=[(before, after) for before, after in dossiers if after.places],
        people=[(after, found) for after, found in persons if found],
        forgotten=[person for person, subject in subjects if places(subject, redaction.sought)],
        organisations=[(number, after, found) for number, (after, found) in said if found],
        policies=[(after, found) for after, found in own if found],
        collections=[(number, after, found) for number, (after, found) in lists if found],
        snapshots=redacted_snapshots(written.snapshots, redaction),
        events=[(after, found) for after, found in told if found],
    )


def _redacted(person: Person, redaction: Redaction) -> tuple[Person, int]:
    after, found = redacted_person(person, redaction)
    if person.email != LOCAL_EMAIL or after.email == LOCAL_EMAIL:
        return after, found
    # By this address the registry knows whoever uses it without signing in; it says nothing about them.
    in_email = len(places(person.email, redaction.sought))
    return after.model_copy(update={"email": LOCAL_EMAIL}), found - in_email


def _inside_words(written: Written, sought: Sought) -> int:
    """In how many places the words stand only as a part of longer ones."""
    anywhere = sought.model_copy(update={"inside_words": True})
    nouns = chain(
        written.dossiers,
        written.people,
        written.organisations.values(),
        written.policies,
        written.collections.values(),
        written.snapshots,
        written.events,
    )
    return sum(count(each, anywhere) - count(each, sought) for each in nouns)


def _rewrite(db: Database, asking: Asking, work: Work) -> list[Sealed]:
    wrote: list[Sealed] = []
    for before, after in work.dossiers:
        wrote += rows.rewrite_dossier(db, asking, before, after.dossier)
        dossier = experiments.dossier(db, before.id)
        index.put(db, dossier, asking.at)
        search.put(db, dossier)
    wrote += [rows.rewrite_person(db, asking, person) for person, _ in work.people]
    wrote += [rows.forget_subject(db, person) for person in work.forgotten]
    wrote += [rows.rewrite_organisation(db, number, said) for number, said, _ in work.organisations]
    wrote += [rows.rewrite_policy(db, policy) for policy, _ in work.policies]
    wrote += [rows.rewrite_collection(db, number, said) for number, said, _ in work.collections]
    wrote += rewrite_snapshots(db, work.snapshots)
    return wrote + [rows.rewrite_event(db, event) for event, _ in work.events]


def _told(work: Work, reason: str) -> list[Change]:
    """What the history says: why, where, in how many places, and which plans have another fingerprint."""
    standing = work.standing
    where = [experiment_code(number) for number in standing.experiments]
    where += [say(f"redaction-in-{part}") for part in PARTS if getattr(standing, part)]
    renamed = {old: new for _, after in work.dossiers for old, new in after.fingerprints.items()}
    return [
        _reason(reason),
        Change(what="redaction.where", after=", ".join(where)),
        Change(what="redaction.places", after=str(standing.total)),
        *(Change(what="plan.fingerprint", before=old, after=new) for old, new in renamed.items()),
    ]


def _reason(reason: str) -> Change:
    return Change(what="redaction.reason", after=" ".join(reason.split()))


def _grey() -> bytes:
    from PIL import Image  # noqa: PLC0415 - only where a picture is replaced

    drawn = BytesIO()
    Image.new("RGB", *GREY_PICTURE).save(drawn, "PNG")
    return drawn.getvalue()
