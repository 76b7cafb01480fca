"""Signing in: what a provider says about somebody, and how long it counts."""

from datetime import timedelta

from pydantic import BaseModel, ConfigDict, Field

from registry.domain.moment import Moment
from registry.domain.sentence import Refusal
from registry.domain.text import Text

FRESH = timedelta(minutes=10)
"""How long after the provider said it a sign-in may begin: whoever copies its word later has nothing."""

CLOCKS_DIFFER = timedelta(minutes=2)
"""How far the provider's clock may be ahead of ours."""


class SignInRules(BaseModel):
    """How long a sign-in lasts, and whom the registry takes."""

    model_config = ConfigDict(frozen=True)

    idle: timedelta = Field(default=timedelta(hours=12), gt=timedelta(0))
    """It ends when nothing was asked for that long."""
    longest: timedelta = Field(default=timedelta(days=14), gt=timedelta(0))
    """It ends after that long, whatever was asked."""
    email_domains: frozenset[str] = frozenset()
    """Whose addresses are taken, as `example.org`; empty for everybody whom the provider lets in."""
    connects_by_email: bool = False
    """Whether another account with somebody's address is theirs: for the days after a change of provider."""


class SignIn(BaseModel):
    """One sign-in of one person in one browser."""

    model_config = ConfigDict(frozen=True)

    id: int
    person: int
    since: Moment
    seen: Moment
    """When something was last asked in it, to the minute."""
    ended: Moment | None = None


class Claims(BaseModel):
    """What the provider says about who signed in, and when it said so."""

    model_config = ConfigDict(frozen=True)

    issuer: str
    subject: str
    name: Text = ""
    email: Text = ""
    is_verified: bool | None = None
    """Whether the provider checked the address; None when it does not say."""
    issued_at: Moment
    expires_at: Moment

    @property
    def key(self) -> str:
        """The one name under which the provider knows somebody, whatever their address becomes."""
        return f"{self.issuer} {self.subject}"


class SignInRefused(Refusal):
    """Somebody cannot come in as they are; the sentence says what would change that."""


def is_live(sign_in: SignIn, at: Moment, rules: SignInRules) -> bool:
    """Whether *sign_in* still counts at the moment *at*."""
    return sign_in.ended is None and at - sign_in.since < rules.longest and at - sign_in.seen < rules.idle


def check_claims(claims: Claims, at: Moment, rules: SignInRules) -> None:
    """Raise SignInRefused for claims that are not fresh, or name nobody whom the registry takes."""
    if not claims.issued_at - CLOCKS_DIFFER <= at <= min(claims.issued_at + FRESH, claims.expires_at):
        raise SignInRefused("sign-in-stale")
    if "@" not in claims.email:
        raise SignInRefused("sign-in-without-email")
    if claims.is_verified is False:
        raise SignInRefused("sign-in-unverified", email=claims.email)
    domain = claims.email.rpartition("@")[2].casefold()
    if rules.email_domains and domain not in {each.casefold().lstrip("@") for each in rules.email_domains}:
        raise SignInRefused("sign-in-other-domain", email=claims.email)
