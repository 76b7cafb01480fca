"""The policies: those that come with the registry, each a TOML file, and those an organisation adopted.

An organisation that adopted one goes on with its own: what an app brings later is never in force
there. So a number stands for one policy, and every assessment finds the one it was made under.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from registry.domain.policy import Adopted, Policy
from registry.domain.policy_file import PolicyRefused, parse_policy
from registry.services.home import Database, home
from registry.services.home_folder import has_registry
from registry.services.policy_shipped import shipped, shipped_texts
from registry.store import policies


def policy(version: int | None = None) -> Policy:
    """The policy of that *version*, without one the one in force, in the registry that REGISTRY_HOME names.

    Where there is no registry, those that come with the app. Raises PolicyRefused for a version that
    there is not, and RegistryRefused for a registry that cannot be read: its policy may be another.
    """
    return _chosen(policies.every_in(home()) if has_registry() else (), version)


def policy_in(db: Database, version: int | None = None) -> Policy:
    """As `policy`, in the registry *db*."""
    return _chosen(policies.every(db), version)


def versions_in(db: Database) -> tuple[Policy, ...]:
    """Every policy that is or was in force in the registry *db*, oldest first."""
    return tuple(_known(policies.every(db)).values())


def next_version_in(db: Database) -> int:
    """The number of the next policy in the registry *db*."""
    return next_version(policies.every(db))


def next_version(own: Sequence[Adopted]) -> int:
    """The number of the next policy of an organisation that has adopted its *own*: nobody's so far."""
    return max(*shipped(), 0, *(each.version for each in own)) + 1


def text_in(db: Database, version: int) -> str:
    """The TOML of the policy *version* in the registry *db*. Raises PolicyRefused when there is none."""
    policy_in(db, version)
    own = {each.version: each.toml for each in policies.every(db)}
    return own.get(version) or shipped_texts()[version]


def _chosen(own: Sequence[Adopted], version: int | None) -> Policy:
    known = _known(own)
    if version is None:
        return known[max(known)]
    if version not in known:
        raise PolicyRefused("policy-unknown-version", version=str(version))
    return known[version]


def _known(own: Sequence[Adopted]) -> dict[int, Policy]:
    first = min((each.version for each in own), default=None)
    known = {version: each for version, each in shipped().items() if first is None or version < first}
    return known | {each.version: adopted_policy(each) for each in own}


def adopted_policy(own: Adopted) -> Policy:
    """The policy that was adopted, dated by the day on which it was."""
    return _dated(own.toml, own.at.date())


@lru_cache(maxsize=32)
def _dated(toml: str, day: date) -> Policy:
    # The same object each time: what is worked out of a policy is found again by it.
    return parse_policy(toml).model_copy(update={"date": day})
