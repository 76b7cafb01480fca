"""Cookies of ours: what they are called, and what browsers are told to do with them."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie

from registry.services.sign_in import cookie_key
from registry.web.mode import is_encrypted


def own_name(name: str) -> str:
    """*name* for this registry: one on another port of the same computer has another one."""
    # With this prefix browsers take it from this host alone, not from another one of the same domain.
    prefix = "__Host-" if is_encrypted() else ""
    return f"{prefix}{name}_{sha256(cookie_key().hex().encode()).hexdigest()[:8]}"


def cookie(name: str, value: str, *, seconds: int) -> str:
    """The header that sets a cookie, for no script to read; it is gone at once after 0 seconds."""
    secure = "; Secure" if is_encrypted() else ""
    return f"{own_name(name)}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"


def cookies_after(before: Mapping[str, str], headers: Iterable[str]) -> dict[str, str]:
    """What a browser keeps that had the cookies *before* and gets these set-cookie *headers*."""
    kept = dict(before)
    for header in headers:
        try:
            found = SimpleCookie(header)
        except CookieError:
            continue
        for name, morsel in found.items():
            kept.pop(name, None)
            if morsel.value and morsel["max-age"] != "0":
                kept[name] = morsel.value
    return kept
