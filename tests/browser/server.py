"""A real server of this product for the browser tests, started the way `make run` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
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


def is_healthy(url: str) -> bool:
    """Does the server at *url* answer that it is ready for visitors?"""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def wait_until_healthy(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return once the server at *url* is ready. Raises DidNotStart with its log."""
    deadline = time.monotonic() + START_SECONDS
    while not is_healthy(url):
        if process.poll() is not None or time.monotonic() > deadline:
            raise DidNotStart(log.read_text(encoding="utf-8", errors="replace"))
        time.sleep(0.1)


@contextmanager
def running_server(home: Path, *, app: Path = ROOT / "app.py", **settings: str) -> Iterator[Server]:
    """The product, serving the registry in *home* until the block ends. Raises DidNotStart.

    *settings* are environment variables of this server only.
    """
    home.mkdir(parents=True, exist_ok=True)
    # A file, because a pipe that nobody reads fills up and stops the server; beside the registry, not in it.
    log = home.with_name(f"{home.name}.log")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", app.name, "--server.headless=true"]
    command += ["--server.address=127.0.0.1", f"--server.port={port}"]
    with log.open("wb") as written:
        process = subprocess.Popen(
            command,
            cwd=app.parent,
            env={**os.environ, "REGISTRY_HOME": str(home), **settings},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_healthy(process, url, log)
        yield Server(url, home, log, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
