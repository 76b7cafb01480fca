"""Replacing words that should not be here: a quote, a name, personal data, everywhere they stand.

Only what people wrote is looked at: never a choice from a list, a figure, a fingerprint, or the name
of a field. What comes out is checked as any noun of its kind is.
"""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from registry.domain.experiment import Dossier, stage
from registry.domain.facts import Decision, Fact, Pilot, PlanDrawn, Reading
from registry.domain.history import Change, Event
from registry.domain.moment import Moment
from registry.domain.person import Person
from registry.domain.plan import Metric, Plan, fingerprint
from registry.domain.policy import Adopted, Policy
from registry.domain.policy_file import PolicyRefused, parse_policy
from registry.domain.risk import RiskProfile
from registry.domain.sentence import Refusal, Sentence
from registry.domain.spelling import Sought, places, places_in_excerpt
from registry.domain.text import LINE, Text, TooLong, check_lengths

Noun = TypeVar("Noun", bound=BaseModel)

SHORTEST = 3
"""Characters; anything shorter stands in too many words that have nothing to do with it."""

OURS = frozenset(
    {"id", "kind", "rule", "fingerprint", "plan_fingerprint", "data_sha256", "sha256", "verb"}
    | {"question", "answer", "answers", "lone", "levers", "levers_not_here"}
)
"""Fields of the nouns whose texts nobody typed; `what` is one of them in a Change of the history only."""

PARTS = ("people", "organisation", "policies", "collections", "history")
"""Where words may stand beside experiments."""


class Redaction(BaseModel):
    """Words that are to go, and what stands in their place afterwards."""

    model_config = ConfigDict(frozen=True)

    sought: Sought
    instead: Text


class RedactionRefused(Refusal):
    """The words cannot be replaced like this."""


class Standing(BaseModel):
    """In how many places the words stand, and where."""

    model_config = ConfigDict(frozen=True)

    experiments: Mapping[int, int]
    """Places by the experiment's number: its draft, its facts and the summaries of its data."""
    people: int = 0
    organisation: int = 0
    policies: int = 0
    collections: int = 0
    history: int = 0
    inside_words: int = 0
    """Places inside longer words, which are left as they are."""

    @property
    def total(self) -> int:
        """All places together."""
        return sum(self.experiments.values()) + sum(getattr(self, part) for part in PARTS)


class RedactedDossier(NamedTuple):
    """A dossier after its words were replaced."""

    dossier: Dossier
    places: int
    fingerprints: Mapping[str, str]
    """Those of its plans that are others now: old to new."""


def check_redaction(redaction: Redaction) -> None:
    """Raise RedactionRefused for words too short, and for a replacement that is empty, long or holds them."""
    sought, instead = redaction.sought, redaction.instead
    if len(sought.folded) < SHORTEST:
        raise RedactionRefused("redaction-too-short", shortest=SHORTEST)
    if not 0 < len(instead) <= LINE:
        raise RedactionRefused("redaction-instead-length", limit=LINE)
    if _holds(instead, sought):
        raise RedactionRefused("redaction-instead-holds-it")


def check_reason(reason: str, redaction: Redaction | None = None) -> None:
    """Raise RedactionRefused for no reason, and for one that would keep the words in the history."""
    if not reason:
        raise RedactionRefused("redaction-without-reason")
    if len(reason) > LINE:
        raise TooLong("text-too-long", beginning=reason[:40], length=len(reason), limit=LINE)
    if redaction is not None and _holds(reason, redaction.sought):
        raise RedactionRefused("redaction-reason-holds-it")


def _unfit(redaction: Redaction, code: str) -> RedactionRefused:
    return RedactionRefused("redaction-does-not-fit", instead=redaction.instead, code=code or "none")


def _holds(text: str, sought: Sought) -> bool:
    return bool(places(text, sought.model_copy(update={"inside_words": True})))


def redacted(noun: Noun, redaction: Redaction, code: str = "") -> tuple[Noun, int]:
    """*noun* without the words, and in how many places they stood.

    Raises RedactionRefused, naming the experiment *code*, when it would not be a noun of its kind any more.
    """
    walk = _Walk(redaction)
    values = walk.without(noun)
    if not walk.places:
        return noun, 0
    try:
        made = type(noun).model_validate(values)
        check_lengths(made)
    except (ValidationError, Refusal) as error:
        raise _unfit(redaction, code) from error
    if not walk.fits:
        raise _unfit(redaction, code)
    return made, walk.places


def redacted_dossier(dossier: Dossier, redaction: Redaction, at: Moment) -> RedactedDossier:
    """*dossier* without the words; a plan that held them has another fingerprint from then on.

    The new fingerprint stands wherever the old one stood, so that a running pilot can still be read.
    Raises RedactionRefused as `redacted` does, and when the dossier would stand at another stage.
    """
    made, found = redacted(dossier, redaction, dossier.code)
    new = _fingerprints(dossier, made)
    made = made.model_copy(update={"facts": tuple(_under(fact, new) for fact in made.facts)})
    if found and stage(made, at) is not stage(dossier, at):
        raise _unfit(redaction, dossier.code)
    return RedactedDossier(made, found, new)


def redacted_person(person: Person, redaction: Redaction) -> tuple[Person, int]:
    """*person* without the words; an address that holds them becomes one that nobody has."""
    made, found = redacted(person.model_copy(update={"email": ""}), redaction)
    in_email = len(places(person.email, redaction.sought))
    email = f"removed-{person.id}@invalid" if in_email else person.email
    return made.model_copy(update={"email": email}), found + in_email


def redacted_event(event: Event, redaction: Redaction) -> tuple[Event, int]:
    """*event* without the words in what it says changed, where long texts were cut.

    Raises RedactionRefused when the replacement makes them up anew.
    """
    walk = _Walk(redaction, excerpts=True)
    values = walk.without(event)
    if not walk.fits:
        raise _unfit(redaction, "")
    return (Event.model_validate(values), walk.places) if walk.places else (event, 0)


def redacted_policy(policy: Adopted, redaction: Redaction) -> tuple[Adopted, int]:
    """*policy* without the words, which stand in its remarks, its own sentences or its functions' names.

    Raises RedactionRefused when it would judge otherwise from then on.
    """
    walk = _Walk(redaction)
    text = str(walk.without(policy.toml))
    if not walk.places:
        return policy, 0
    try:
        judges_alike = _rules(parse_policy(text)) == _rules(parse_policy(policy.toml))
    except PolicyRefused as refusal:
        raise _unfit(redaction, "") from refusal
    if not (judges_alike and walk.fits):
        raise _unfit(redaction, "")
    return policy.model_copy(update={"toml": text}), walk.places


def _rules(policy: Policy) -> Policy:
    """*policy* without the words in it that people chose: all that decides anything."""
    knockouts = tuple(each.model_copy(update={"says": str(bool(each.says))}) for each in policy.knockouts)
    panel = policy.panel.model_copy(update={"voices": tuple("" for _ in policy.panel.voices)})
    owners: Mapping[str, tuple[str, ...]] = {str(n): each for n, each in enumerate(policy.owners.values())}
    return policy.model_copy(update={"knockouts": knockouts, "panel": panel, "owners": owners})


def count(noun: BaseModel, sought: Sought) -> int:
    """In how many places of *noun* the words stand."""
    walk = _Walk(Redaction(sought=sought, instead=""), excerpts=isinstance(noun, Event))
    walk.without(noun)
    return walk.places


class _Walk:
    """Goes through a noun, counts the places in which it replaced something, and sees that it fits there."""

    def __init__(self, redaction: Redaction, *, excerpts: bool = False) -> None:
        self.redaction = redaction
        self.find = places_in_excerpt if excerpts else places
        self.places = 0
        self.fits = True

    def without(self, value: object) -> object:
        """*value* without the words; of a noun, the values it is made from."""
        match value:
            case BaseModel():
                return self._values(value)
            case str() if not isinstance(value, Enum):
                return self._text(value)
            case tuple():
                return tuple(self.without(inner) for inner in cast(tuple[object, ...], value))
            case Mapping():
                return self._by_arm(cast(Mapping[str, object], value))
            case _:
                return value

    def _values(self, noun: BaseModel) -> dict[str, object]:
        if isinstance(noun, RiskProfile):
            return noun.model_dump()
        if isinstance(noun, Sentence):
            values = {name: self.without(value) for name, value in noun.values.items()}
            return {"id": noun.id, "values": values, "said": self._text(noun.said)}
        # In a plan a key that was not set stays so: its fingerprint tells the difference.
        is_plan = isinstance(noun, Plan | Metric)
        names = noun.model_fields_set if is_plan else type(noun).model_fields
        parts = {name: getattr(noun, name) for name in names}
        ours = OURS | {"what"} if isinstance(noun, Change) else OURS
        return {name: part if name in ours else self.without(part) for name, part in parts.items()}

    def _by_arm(self, given: Mapping[str, object]) -> dict[str, object]:
        """Shares, or counts: their arms were named by people."""
        made = {self._text(name): self.without(inner) for name, inner in given.items()}
        self.fits &= len(made) == len(given)
        return made

    def _text(self, text: str) -> str:
        found = self.find(text, self.redaction.sought)
        self.places += len(found)
        for start, end in reversed(found):
            text = f"{text[:start]}{self.redaction.instead}{text[end:]}"
        # What stands around the replacement may make up the words anew.
        self.fits &= not (found and places(text, self.redaction.sought))
        return text


def _fingerprints(before: Dossier, after: Dossier) -> dict[str, str]:
    plans = ((_plan(one), _plan(other)) for one, other in zip(before.facts, after.facts, strict=True))
    return {fingerprint(one): fingerprint(other) for one, other in plans if one and other and one != other}


def _plan(fact: Fact) -> Plan | None:
    return fact.plan if isinstance(fact, PlanDrawn | Pilot) else None


def _under(fact: Fact, new: Mapping[str, str]) -> Fact:
    """*fact* with the new fingerprint where it bears an old one."""
    match fact:
        case Pilot(fingerprint=str(old)) if old in new:
            return fact.model_copy(update={"fingerprint": new[old]})
        case Reading() | Decision() if fact.evidence and fact.evidence.plan_fingerprint in new:
            mark = {"plan_fingerprint": new[fact.evidence.plan_fingerprint]}
            return fact.model_copy(update={"evidence": fact.evidence.model_copy(update=mark)})
        case _:
            return fact
