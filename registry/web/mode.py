"""Local mode or sign-in: who may open the app at all.

In local mode nobody signs in and whoever opens the app is trusted, so it is for one computer.
"""

import os
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from registry.domain.sentence import Refusal
from registry.domain.sign_in import SignInRules

CALLBACK = "/oauth2callback"
FEWEST_CHARACTERS = 32
"""A cookie secret that is shorter can be found out by trying."""
OF_SIGN_IN = ("redirect_uri", "cookie_secret")
OF_PROVIDER = ("client_id", "client_secret", "server_metadata_url")


class OpenToTheNetwork(Refusal):
    """Without sign-in the app would answer everybody who can reach this computer."""


class SecretsRefused(Refusal):
    """The secrets file cannot be what somebody meant it to be."""


def sign_in_configured() -> bool:
    """Whether Streamlit's secrets name an OpenID provider; local mode is when they do not.

    Secrets that are there and cannot be read count as configured: a slip of the pen in them must not
    let everybody in.
    """
    # Asked several times in each run: without a file there is nothing to read.
    if not any(Path(file).exists() for file in st.get_option("secrets.files")):
        return False
    try:
        return "auth" in st.secrets
    except (OSError, ValueError):
        return True


def sign_in_rules() -> SignInRules:
    """How long a sign-in lasts and whom the registry takes: `[registry]` in Streamlit's secrets.

    `idle_hours`, `longest_days`, `email_domains`, `connect_by_email`; what is not said stays as it comes.
    Raises ValueError or TypeError for what is said otherwise.
    """
    said: Mapping[str, Any] = st.secrets.get("registry", {}) if sign_in_configured() else {}
    usual = SignInRules()
    domains = said.get("email_domains", ())
    return SignInRules(
        idle=timedelta(hours=float(said["idle_hours"])) if "idle_hours" in said else usual.idle,
        longest=timedelta(days=float(said["longest_days"])) if "longest_days" in said else usual.longest,
        email_domains=frozenset((domains,) if isinstance(domains, str) else domains),
        connects_by_email=said.get("connect_by_email", usual.connects_by_email),
    )


def providers() -> tuple[str | None, ...]:
    """The names of the providers at which one can sign in; None for one without a name."""
    auth: Mapping[str, Any] = st.secrets["auth"]
    named = (name for name, said in auth.items() if isinstance(said, Mapping) and "client_id" in said)
    return (*((None,) if "client_id" in auth else ()), *named)


def is_encrypted() -> bool:
    """Whether people reach the app by https: then its cookies never travel otherwise."""
    return sign_in_configured() and str(st.secrets["auth"].get("redirect_uri", "")).startswith("https:")


def trusts_network() -> bool:
    """Whether `REGISTRY_TRUST_NETWORK=yes` opens local mode to everybody who can reach this computer."""
    return os.environ.get("REGISTRY_TRUST_NETWORK") == "yes"


def is_loopback(address: str) -> bool:
    """Whether *address*, a number or a name, reaches this computer and no other."""
    try:
        number = ip_address(address)
    except ValueError:
        return address == "localhost"
    # A server that listens on IPv6 and IPv4 at once sees 127.0.0.1 as ::ffff:127.0.0.1.
    mapped = getattr(number, "ipv4_mapped", None)
    return (mapped or number).is_loopback


def check_address(address: str | None) -> None:
    """Raises OpenToTheNetwork when *address* would open local mode to others; None listens everywhere.

    Whether it is local mode, the secrets say: raises SecretsRefused when they leave that open.
    """
    check_secrets()
    if not (sign_in_configured() or trusts_network() or is_loopback(address or "")):
        raise OpenToTheNetwork("wall-address", address=address or "0.0.0.0")  # noqa: S104 - what None means


def check_secrets() -> None:
    """Raises SecretsRefused when the secrets are there, and nobody could sign in by them, or too many."""
    if not sign_in_configured():
        return
    try:
        auth: Mapping[str, Any] = st.secrets["auth"]
        found = providers()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SecretsRefused("secrets-unreadable") from error
    sections = [auth if name is None else auth[name] for name in found] or [auth]
    missing = [key for key in OF_SIGN_IN if not auth.get(key)]
    missing += [key for section in sections for key in OF_PROVIDER if not section.get(key)]
    if missing:
        raise SecretsRefused("secrets-incomplete", keys=", ".join(dict.fromkeys(missing)))
    if len(str(auth["cookie_secret"])) < FEWEST_CHARACTERS:
        raise SecretsRefused("secrets-guessable", count=FEWEST_CHARACTERS)
    if urlsplit(str(auth["redirect_uri"])).path != CALLBACK:
        raise SecretsRefused("secrets-callback", address=str(auth["redirect_uri"]))
    try:
        sign_in_rules()
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise SecretsRefused("secrets-limits") from error
