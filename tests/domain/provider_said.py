"""What a sign-in provider says about somebody."""

from datetime import timedelta

from registry.domain.sign_in import Claims
from tests.nouns import NOON


def claims(**said: object) -> Claims:
    """What the provider says at noon about Olga, less or otherwise where *said*."""
    usual = {
        "issuer": "https://login.example.org",
        "subject": "olga",
        "name": "Olga Owner",
        "email": "olga@example.org",
        "issued_at": NOON,
        "expires_at": NOON + timedelta(hours=1),
    }
    return Claims.model_validate({**usual, **said})
