"""The Chromium that the browser tests drive: one on this machine, or else one installed for them.

`make test` runs this file as a script. It prints the path of a Chromium that was seen to show a page, or one
line that says why there is none, and then exits with 1.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
FLAGS = (
    # Nothing but the pages under test: no look-ups of its own, no updates, no first-run pages.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
DOWNLOAD_SECONDS = 180
PACKAGE_SECONDS = 600


class NoChromium(Exception):
    """No Chromium here shows a page; the text is one line that says what was tried."""


def candidates() -> Iterator[Path]:
    """Every Chromium on this machine, the one named by $CHROMIUM first."""
    if named := os.environ.get("CHROMIUM"):
        yield Path(shutil.which(named) or named)
    yield from (Path(found) for name in (*NAMES, *APPLICATIONS) if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def fault(executable: Path) -> str | None:
    """Why *executable* cannot show a page without a screen, in one line; None when it can."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Chromium refuses to start its sandbox as root.
        sandbox = ("--no-sandbox",) if IS_ROOT else ()
        options = ("--headless", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={profile}")
        page = "data:text/html,<p>shown</p>"
        try:
            shown = subprocess.run(
                [executable, *options, *sandbox, *FLAGS, "--dump-dom", page],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error).splitlines()[0]
    if "<p>shown</p>" in shown.stdout:
        return None
    return (shown.stderr.strip().splitlines() or [f"it ended with {shown.returncode}"])[-1]


def located() -> Path:
    """A Chromium on this machine that was seen to show a page. Raises NoChromium."""
    faults: list[str] = []
    for executable in candidates():
        problem = fault(executable)
        if problem is None:
            return executable
        faults.append(f"{executable} does not start ({problem})")
    raise NoChromium("; ".join(faults) or "none on this machine")


def run(*command: str, seconds: int) -> str | None:
    """Why *command* failed, in one line; None when it went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error).splitlines()[0]
    if done.returncode == 0:
        return None
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[0] if lines else f"it ended with {done.returncode}"


def install_with_playwright() -> str | None:
    """Fetch the Chromium that Playwright publishes; why that failed, or None."""
    return run(sys.executable, "-m", "playwright", "install", "chromium", seconds=DOWNLOAD_SECONDS)


def install_with_apt() -> str | None:
    """Install Debian's Chromium; why that failed, or None."""
    if shutil.which("apt-get") is None:
        return "no apt-get on this machine"
    apt = ("apt-get",) if IS_ROOT else ("sudo", "-n", "apt-get")
    # Old lists name packages that are gone; a failed refresh does not matter when the lists are good.
    run(*apt, "update", "-q", seconds=PACKAGE_SECONDS)
    return run(*apt, "install", "-q", "-y", "--no-install-recommends", "chromium", seconds=PACKAGE_SECONDS)


def ensured() -> Path:
    """A Chromium that was seen to show a page, installed if need be. Raises NoChromium."""
    try:
        return located()
    except NoChromium as error:
        tried = [str(error)]
    for name, install in (("Playwright", install_with_playwright), ("apt-get", install_with_apt)):
        sys.stderr.write(f"No Chromium that works; installing one with {name} …\n")
        problem = install()
        if problem is None:
            try:
                return located()
            except NoChromium as error:
                problem = str(error)
        tried.append(f"{name}: {problem}")
    raise NoChromium("; ".join(tried))


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{ensured()}\n")
    except NoChromium as none:
        sys.exit(
            f"The browser tests need a Chromium and none works here: {none}. "
            "Install one, or name one: make test CHROMIUM=/path/to/chromium"
        )
