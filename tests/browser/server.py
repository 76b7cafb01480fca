"""A real server of this product for the browser tests, started the way `make run` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
STOP_SECONDS = 15


class DidNotStart(Exception):
    """The server ended or stayed silent; the text is what it wrote."""


@dataclass(frozen=True)
class Server:
    """A running server: its address, the registry it keeps, the file it writes its log to, its process."""

    url: str
    home: Path
    log: Path
    pid: int


def free_port() -> int:
    """A port on the loopback address that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def private_file(path: Path, text: str) -> None:
    """Write *text* to *path*, for this account's eyes only."""
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def answers(url: str) -> bool:
    """Does somebody answer at *url* that all is well?"""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def wait_until_answered(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return once *process* answers at *url*. Raises DidNotStart with its log."""
    deadline = time.monotonic() + START_SECONDS
    while not answers(url):
        if process.poll() is not None or time.monotonic() > deadline:
            raise DidNotStart(log.read_text(encoding="utf-8", errors="replace"))
        time.sleep(0.1)


@contextmanager
def running(
    command: Sequence[str], *, cwd: Path, log: Path, ready: str, settings: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """*command*, once it answers at the address *ready*, until the block ends. Raises DidNotStart.

    *settings* are environment variables of this process only.
    """
    # A file, because a pipe that nobody reads fills up and stops the server.
    with log.open("wb") as written:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_answered(process, ready, log)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def running_server(
    home: Path,
    *,
    app: Path = ROOT / "app.py",
    port: int | None = None,
    secrets: str | None = None,
    **settings: str,
) -> Iterator[Server]:
    """The product, serving the registry in *home* until the block ends. Raises DidNotStart.

    *secrets* is the text of its secrets file; without it there is none, whatever this machine has. *settings*
    are environment variables of this server only.
    """
    home.mkdir(parents=True, exist_ok=True)
    # Beside the registry, not in it.
    log = home.with_name(f"{home.name}.log")
    secrets_file = home.with_name(f"{home.name}-secrets.toml")
    secrets_file.unlink(missing_ok=True)
    if secrets is not None:
        private_file(secrets_file, secrets)
    port = port or free_port()
    url = f"http://localhost:{port}"
    command = [sys.executable, "-m", "streamlit", "run", app.name, "--server.headless=true"]
    command += ["--server.address=127.0.0.1", f"--server.port={port}", f"--secrets.files={secrets_file}"]
    everything = {"REGISTRY_HOME": str(home), **settings}
    with running(
        command, cwd=app.parent, log=log, ready=f"{url}/_stcore/health", settings=everything
    ) as process:
        yield Server(url, home, log, process.pid)
