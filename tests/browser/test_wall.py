"""The outer wall at a real server: what an attacker gets, and what a visitor still can do behind it."""

import http.client
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import expect

from registry.sentences import say
from registry.store.database import Home, locked
from registry.web.addresses import WEBSOCKET
from registry.web.headers import HEADERS
from tests.browser.conftest import Visitor
from tests.browser.server import ROOT, Server, free_port
from tests.browser.visit import Watch, settled
from tests.nouns import PLAN
from tests.pages.seeds import Seeds

GOOD = "group,back\n" + "card,1\ncard,0\n" * 40 + "no card,0\nno card,0\nno card,1\n" * 30
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
EVIL = {"Host": "evil.example", "Origin": "http://evil.example"}

ATTACKS = (
    # status, method, path, headers
    (200, "GET", "/", {}),
    (200, "HEAD", "/experiment", {}),
    (200, "GET", "/healthz", {}),
    (200, "GET", "/favicon.png", {}),
    (301, "GET", "/experiment/", {}),
    (403, "GET", "/media/%2e%2e/%2e%2e/registry.db", {}),
    (403, "GET", "/media/picture.png", {}),
    (404, "GET", "/%2e%2e/app.py", {}),
    (404, "GET", "//evil.example/%2e%2e", {}),
    (404, "GET", "/static/%2e%2e/config.py", {}),
    (404, "GET", "/_stcore/metrics", {}),
    (404, "GET", "/_stcore/%6detrics/", {}),
    (404, "GET", "/_STCORE/METRICS", {}),
    (404, "GET", "/" + "a" * 20_000, {}),
    (405, "POST", "/", {}),
    (405, "TRACE", "/", {}),
    (405, "DELETE", "/healthz", {}),
    (421, "GET", "/", {"Host": "evil.example"}),
    (421, "GET", "/healthz", {"Host": "localhost.evil.example"}),
    (421, "GET", WEBSOCKET, UPGRADE | EVIL),
    (403, "GET", WEBSOCKET, UPGRADE | {"Origin": "http://evil.example"}),
    (403, "GET", WEBSOCKET, UPGRADE | {"X-Forwarded-For": "127.0.0.1"}),
    (404, "GET", "/", UPGRADE),
    (403, "GET", "/", {"X-Forwarded-For": "127.0.0.1"}),
    (403, "PUT", "/_stcore/upload_file/any/any", {"Origin": "http://evil.example"}),
)

FOREIGN = """async () => {
    const found = {};
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.body.append(script);
    found.inline = window.inline ?? 'refused';
    // Later, because what the browser's tools run at once may do what the page may not.
    found.eval = await new Promise(done => setTimeout(() => {
        try { done(new Function('return true')()) } catch { done('refused') }
    }));
    found.image = await new Promise(done => {
        const image = new Image();
        image.onload = () => done(true);
        image.onerror = () => done('refused');
        image.src = 'http://foreign.example/x.png';
    });
    found.fetch = await fetch('http://foreign.example/').then(() => true, () => 'refused');
    return found;
}"""


class Answer(NamedTuple):
    """What the server sent back."""

    status: int
    headers: dict[str, str]
    text: str


def asked(server: Server, method: str, path: str, headers: dict[str, str]) -> Answer:
    """The answer to a request made of exactly these parts, as no browser would send it."""
    connection = http.client.HTTPConnection("127.0.0.1", urlsplit(server.url).port, timeout=30)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in ({"Host": urlsplit(server.url).netloc} | headers).items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    return Answer(answer.status, dict(answer.getheaders()), text)


def test_whatever_an_attacker_asks_the_answer_is_short_and_carries_every_header(server: Server):
    log_before = len(server.log.read_bytes())

    found = [asked(server, method, path, headers) for _, method, path, headers in ATTACKS]

    assert [each.status for each in found] == [status for status, *_ in ATTACKS]
    assert [
        (attack, name)
        for attack, each in zip(ATTACKS, found, strict=True)
        for name, value in HEADERS.items()
        if each.headers.get(name.lower()) != value
    ] == []
    assert b"Traceback" not in server.log.read_bytes()[log_before:]


def test_a_writer_at_work_delays_the_answer_about_health_and_no_other(server: Server):
    with ThreadPoolExecutor() as threads:
        with locked(Home(server.home).database):
            asking = [threads.submit(asked, server, "GET", "/healthz", {}) for _ in range(5)]
            meanwhile = asked(server, "GET", "/_stcore/health", {})
        found = [each.result() for each in asking]

    assert meanwhile.status == 200
    assert [(each.status, json.loads(each.text)) for each in found] == [(200, {"status": "ok"})] * 5


def test_files_come_up_and_down_and_charts_are_drawn_where_nothing_foreign_runs(
    visitor: Visitor, server: Server, watch: Watch
):
    code = Seeds(Home(server.home)).ended(PLAN)
    page = settled(visitor(f"/pilot?id={code}"), say("page-pilot-title", code=code))
    page.locator("input[type=file]").set_input_files(
        [{"name": "pilot.csv", "mimeType": "text/csv", "buffer": GOOD.encode()}]
    )
    page.get_by_role("button", name=say("pilot-read")).click()
    settled(page, say("story-evidence"))
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas").first).to_be_visible()

    page.goto(f"/experiment?id={code}")
    settled(page, page.get_by_test_id("stDownloadButton"))
    with page.expect_download() as coming:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()

    assert coming.value.suggested_filename == f"{code}-plan.toml"
    assert PLAN.metric[0].name in Path(coming.value.path()).read_text(encoding="utf-8")
    assert not watch.complaints
    assert page.evaluate(FOREIGN) == dict.fromkeys(("inline", "eval", "image", "fetch"), "refused")
    watch.forgive("Content Security Policy", "foreign.example")


def test_under_somebody_elses_name_there_is_a_page_that_says_what_next(
    visitor: Visitor, server: Server, watch: Watch
):
    # Every browser knows that this name is this computer.
    name = f"evil.localhost:{urlsplit(server.url).port}"

    page = visitor(f"http://{name}/")

    expect(page.get_by_text(say("wall-host"))).to_be_visible()
    expect(page.get_by_role("link", name=say("product-name"))).to_have_attribute("href", "/")
    watch.forgive("421", name)


def test_without_sign_in_it_does_not_start_for_the_network_and_says_so_in_one_line(tmp_path: Path):
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={free_port()}"]
    command += ["--server.address=0.0.0.0", f"--secrets.files={tmp_path / 'none.toml'}"]
    environment = {**os.environ, "REGISTRY_HOME": str(tmp_path / "registry"), "REGISTRY_TRUST_NETWORK": "no"}

    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    written = ended.stdout + ended.stderr
    assert ended.returncode != 0
    assert say("wall-address", address="0.0.0.0") in written.splitlines()  # noqa: S104
    assert "Traceback" not in written
    assert not (tmp_path / "registry").exists()
