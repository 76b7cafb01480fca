"""The address under which people reach the registry: what a link in a message or on paper begins with."""

from urllib.parse import urlsplit

import streamlit as st

from registry.web.mode import is_loopback, sign_in_configured


def public_address() -> str:
    """Scheme and host, without a path; empty where nobody can know it.

    With sign-in it is the one to which the provider sends people back, without it the one in the
    address bar of whoever asks.
    """
    known = str(st.secrets["auth"].get("redirect_uri", "")) if sign_in_configured() else st.context.url
    try:
        parts = urlsplit(known or "")
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""


def experiment_address(code: str) -> str:
    """The whole address of the page of the experiment *code*."""
    return f"{public_address()}/experiment?id={code}"


def leads_only_here(address: str) -> str:
    """The host of *address* where it opens on this computer only; empty where others can open it."""
    host = urlsplit(address).hostname or ""
    return host if is_loopback(host) else ""
