"""Another policy: checked before anything is written, and adopted by a steward."""

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from registry.domain.assessment import Door, assess
from registry.domain.experiment import Dossier
from registry.domain.facts import Submission
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.domain.policy import Adopted, Policy
from registry.domain.policy_file import PolicyRefused, parse_policy
from registry.domain.submission import wants_conversation
from registry.domain.text import cleaned
from registry.sentences import say
from registry.services.history import in_words
from registry.services.policy import adopted_policy, next_version, policy_in
from registry.services.policy_shipped import shipped
from registry.services.policy_words import policy_differences
from registry.services.recording import acting, known
from registry.store import history, policies
from registry.store.database import Database
from registry.store.history import Entry, Sealed
from registry.store.rebuilding import each_dossier

NAMED_FIGURES = (("exposure", 0), ("exposure", 1), ("people", 1), ("duration_days", 0))
"""The cuts whose figures the quick check and the lever “Start small” name."""

FIRST = 1
"""The policy that the catalogue's words for knock-outs, levers and figures were written for."""


class Moved(BaseModel):
    """An experiment whose last hand-in would be another door."""

    model_config = ConfigDict(frozen=True)

    code: str
    title: str
    before: str
    """The door's name in the catalogue: `two_way`, `near_hinge`, `one_way` or `undecided`."""
    after: str

    @property
    def text(self) -> str:
        """It in one line: “CX-17 “A card”: Two-way door → One-way door”."""
        doors = {"before": say(f"door-{self.before}"), "after": say(f"door-{self.after}")}
        return say("policy-report-line", code=self.code, title=self.title or say("untitled"), **doors)


class Report(NamedTuple):
    """What is known of another policy before it is adopted."""

    policy: Policy
    compared: int
    """So many experiments were handed in so far."""
    moved: Sequence[Moved]


def check_policy(db: Database | None, text: str) -> Report:
    """Whether *text* is a policy that can be the next one, and what it would make of past experiments.

    Nothing is changed; where there is no registry yet, *db* is None. Raises PolicyRefused with the place
    that does not fit.
    """
    candidate = _candidate([] if db is None else policies.every(db), text)
    found = [] if db is None else [_judged(each, candidate) for each in each_dossier(db)]
    handed_in = [each for each in found if each is not None]
    return Report(candidate, len(handed_in), [each for each in handed_in if each.before != each.after])


def look_at_policy(db: Database, asking: Asking, text: str) -> Report:
    """As `check_policy`, for a steward who may adopt it. Raises NotAllowed."""
    check_allowed(known(db, asking), "change_policy")
    return check_policy(db, text)


def adopt_policy(db: Database, asking: Asking, text: str) -> Policy:
    """Keep *text* as the policy in force from now on; assessments made before stay under theirs.

    The same click twice adopts it once. Raises PolicyRefused, NotAllowed.
    """
    with acting(db, asking) as asked:
        check_allowed(asked, "change_policy")
        made = policies.made_by(db, asked)
        if made is not None:
            return adopted_policy(made)
        before, candidate = policy_in(db), _candidate(policies.every(db), text)
        kept = policies.add(db, asked, candidate.version, cleaned(text))
        changes = in_words(policy_differences(before, candidate))
        wrote = [Sealed("policies", kept.version)]
        history.add(db, asked, Entry("change_policy", changes=changes, wrote=wrote))
        return adopted_policy(kept)


def check_words(policy: Policy) -> None:
    """Raise PolicyRefused where a screen would say something else than *policy* means.

    The catalogue has words for the first policy's figures, knock-outs and levers. A knock-out of other
    conditions brings a sentence of its own; a lever is used as it stands.
    """
    first = shipped()[FIRST]
    for name, place in NAMED_FIGURES:
        figure = first.cuts[name][place]
        if policy.cuts[name][place] != figure:
            raise PolicyRefused("policy-cuts-named", name=name, figure=f"{figure:,}")
    conditions = {each.id: (each.all, each.any) for each in first.knockouts}
    for knockout in policy.knockouts:
        if not knockout.says and conditions.get(knockout.id) != (knockout.all, knockout.any):
            raise PolicyRefused("policy-knockout-without-words", entry=knockout.id)
    bounds = {each.id: each.at_most for each in first.levers}
    for lever in policy.levers:
        if bounds.get(lever.id) != lever.at_most:
            raise PolicyRefused("policy-lever-other", entry=lever.id)


def _candidate(own: Sequence[Adopted], text: str) -> Policy:
    candidate = parse_policy(text)
    following = next_version(own)
    if candidate.version != following:
        raise PolicyRefused("policy-version-not-next", given=candidate.version, next=following)
    check_words(candidate)
    return candidate


def _judged(dossier: Dossier, candidate: Policy) -> Moved | None:
    """The door of *dossier* when it was last handed in, and the one it would be; None for a draft."""
    said = dossier.latest(Submission)
    if said is None:
        return None
    found = assess(said.profile, candidate, said.yearly_revenue)
    return Moved(
        code=dossier.code,
        title=said.proposal.title,
        before=_door_name(said.door, near_hinge=said.near_hinge),
        after=_door_name(found.door, near_hinge=wants_conversation(found, said.profile)),
    )


def _door_name(door: Door, *, near_hinge: bool) -> str:
    return "near_hinge" if near_hinge and door is Door.TWO_WAY else door.value
