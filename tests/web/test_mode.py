"""What the secrets file says about signing in, and the start that is refused when it says too little."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from registry.domain.sign_in import SignInRules
from registry.web.mode import SecretsRefused, check_secrets, is_encrypted, providers, sign_in_rules
from tests.web.conftest import SIGN_IN

Secrets = Callable[[str | None], None]
NAMED = """
[auth.google]
client_id = "one"
client_secret = "a secret"
server_metadata_url = "https://accounts.example.com/.well-known/openid-configuration"
[auth.okta]
client_id = "two"
client_secret = "a secret"
server_metadata_url = "https://okta.example.com/.well-known/openid-configuration"
client_kwargs = { prompt = "login" }
"""
TWO = SIGN_IN.partition("client_id")[0] + NAMED


def without(key: str) -> str:
    return "\n".join(line for line in SIGN_IN.splitlines() if not line.startswith(key))


def test_without_secrets_the_usual_rules_hold_and_nothing_is_refused(secrets: Secrets):
    check_secrets()

    assert sign_in_rules() == SignInRules()
    assert not is_encrypted()


@pytest.mark.parametrize("text", [SIGN_IN, TWO])
def test_complete_secrets_are_taken(secrets: Secrets, text: str):
    secrets(text)

    check_secrets()

    assert is_encrypted()


@pytest.mark.parametrize(
    ("text", "names"),
    [(SIGN_IN, (None,)), (TWO, ("google", "okta")), (SIGN_IN + NAMED, (None, "google", "okta"))],
)
def test_every_provider_that_is_named_can_be_chosen(
    secrets: Secrets, text: str, names: tuple[str | None, ...]
):
    secrets(text)

    assert providers() == names


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[auth", "secrets-unreadable"),
        ('auth = "yes"', "secrets-unreadable"),
        ("[auth]", "secrets-incomplete"),
        *((without(key), "secrets-incomplete") for key in ("redirect_uri", "cookie_secret", "client_id")),
        (without("client_secret"), "secrets-incomplete"),
        (without("server_metadata_url"), "secrets-incomplete"),
        (TWO.replace('client_secret = "a secret"', "", 1), "secrets-incomplete"),
        (SIGN_IN.replace("c" * 32, "c" * 31), "secrets-guessable"),
        (SIGN_IN.replace("/oauth2callback", "/callback"), "secrets-callback"),
        (SIGN_IN.replace("/oauth2callback", "/oauth2callback/"), "secrets-callback"),
        *(
            (f"{SIGN_IN}[registry]\n{line}", "secrets-limits")
            for line in (
                'idle_hours = "long"',
                "idle_hours = 0",
                "longest_days = -1",
                "longest_days = nan",
                "longest_days = inf",
                "email_domains = 5",
                'connect_by_email = "perhaps"',
            )
        ),
        (f"registry = 5\n{SIGN_IN}", "secrets-limits"),
    ],
)
def test_secrets_by_which_nobody_could_sign_in_are_refused_with_the_reason(
    secrets: Secrets, text: str, sentence: str
):
    secrets(text)

    with pytest.raises(SecretsRefused) as refusal:
        check_secrets()

    assert refusal.value.sentence.id == sentence
    assert "a secret" not in str(refusal.value.sentence)


def test_limits_may_be_parts_of_an_hour_and_a_day(secrets: Secrets):
    secrets(
        f'{SIGN_IN}[registry]\nidle_hours = 0.5\nlongest_days = 1.25\nemail_domains = "example.org"\n'
        "connect_by_email = true"
    )

    assert sign_in_rules() == SignInRules(
        idle=timedelta(minutes=30),
        longest=timedelta(hours=30),
        email_domains=frozenset({"example.org"}),
        connects_by_email=True,
    )
