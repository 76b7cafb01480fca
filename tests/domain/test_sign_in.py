"""How long a sign-in counts, and whom the registry takes at the provider's word."""

from datetime import timedelta
from typing import Any

import pytest

from registry.domain.sign_in import SignIn, SignInRefused, SignInRules, check_claims, is_live
from tests.domain.provider_said import claims
from tests.nouns import NOON

RULES = SignInRules(idle=timedelta(hours=12), longest=timedelta(days=14))
SIGN_IN = SignIn(id=1, person=1, since=NOON, seen=NOON)
MOMENT = timedelta(milliseconds=1)


def refused(rules: SignInRules = RULES, at: timedelta = timedelta(0), **said: object) -> str | None:
    """The sentence that refuses them; None when they are taken."""
    try:
        check_claims(claims(**said), NOON + at, rules)
    except SignInRefused as refusal:
        return refusal.sentence.id
    return None


@pytest.mark.parametrize(
    ("sign_in", "after", "counts"),
    [
        (SIGN_IN, timedelta(0), True),
        (SIGN_IN, timedelta(hours=12) - MOMENT, True),
        (SIGN_IN, timedelta(hours=12), False),
        (SIGN_IN.model_copy(update={"seen": NOON + timedelta(days=13, hours=23)}), timedelta(days=14), False),
        (
            SIGN_IN.model_copy(update={"seen": NOON + timedelta(days=13, hours=23)}),
            timedelta(days=14) - MOMENT,
            True,
        ),
        (SIGN_IN.model_copy(update={"ended": NOON}), timedelta(0), False),
    ],
)
def test_a_sign_in_counts_until_it_is_idle_too_old_or_ended(sign_in: SignIn, after: timedelta, counts: bool):
    assert is_live(sign_in, NOON + after, RULES) is counts


@pytest.mark.parametrize("limit", ["idle", "longest"])
@pytest.mark.parametrize("length", [timedelta(0), timedelta(hours=-1)])
def test_a_limit_that_nobody_could_stay_within_is_refused(limit: str, length: timedelta):
    with pytest.raises(ValueError, match=limit):
        SignInRules.model_validate({limit: length})


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (timedelta(minutes=-2), None),
        (timedelta(minutes=-2) - MOMENT, "sign-in-stale"),
        (timedelta(minutes=10), None),
        (timedelta(minutes=10) + MOMENT, "sign-in-stale"),
    ],
)
def test_what_the_provider_said_is_taken_for_ten_minutes(at: timedelta, sentence: str | None):
    assert refused(at=at) == sentence


def test_what_the_provider_said_is_never_taken_after_it_expires():
    expires_at = NOON + timedelta(minutes=5)

    assert refused(at=timedelta(minutes=5), expires_at=expires_at) is None
    assert refused(at=timedelta(minutes=5) + MOMENT, expires_at=expires_at) == "sign-in-stale"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"email": ""}, "sign-in-without-email"),
        ({"email": "olga"}, "sign-in-without-email"),
        ({"is_verified": False}, "sign-in-unverified"),
        ({"is_verified": None}, None),
        ({"is_verified": True}, None),
    ],
)
def test_an_address_is_needed_and_must_not_be_unverified(said: dict[str, Any], sentence: str | None):
    assert refused(**said) == sentence


@pytest.mark.parametrize(
    ("domains", "email", "sentence"),
    [
        ({"example.org"}, "olga@example.org", None),
        ({"@Example.org"}, "olga@EXAMPLE.ORG", None),
        ({"example.com", "example.org"}, "olga@example.org", None),
        ({"example.org"}, "olga@sub.example.org", "sign-in-other-domain"),
        ({"example.org"}, "olga@notexample.org", "sign-in-other-domain"),
        ({"example.org"}, "olga@example.org@evil.example", "sign-in-other-domain"),
        (set(), "olga@anywhere.example", None),
    ],
)
def test_only_addresses_of_the_named_domains_are_taken(domains: set[str], email: str, sentence: str | None):
    rules = SignInRules(email_domains=frozenset(domains))

    assert refused(rules, email=email) == sentence


def test_somebody_is_known_by_issuer_and_subject_together():
    keys = {claims().key, claims(subject="ravi").key, claims(issuer="https://other.example.org").key}

    assert len(keys) == 3
    assert claims(name="Olga Married", email="om@example.org").key == claims().key
