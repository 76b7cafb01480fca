"""A registry that cannot be written goes on being read, and what somebody typed is not lost."""

import resource
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from registry.sentences import say
from registry.store.database import Home
from registry.store.schema import create_registry
from tests.browser.conftest import Visitor
from tests.browser.server import Server, running_server
from tests.browser.visit import settled
from tests.limited import limited
from tests.pages.seeds import Seeds


@contextmanager
def full_disk(server: Server) -> Iterator[None]:
    """The system takes no byte of any file from *server*."""
    _, most = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (0, most))
    yield
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (most, most))


def test_what_is_typed_while_the_disk_is_full_stays_and_is_saved_once_there_is_room(
    new_server: Server, visitor: Visitor
):
    seeds = Seeds(Home(new_server.home))
    code = seeds.draft()
    page = settled(visitor(f"/proposal?id={code}", server=new_server), say("page-proposal-title"))
    field = page.get_by_label(say("field-words"), exact=True)
    typed = "Nobody ever asked me."

    with full_disk(new_server):
        field.fill(typed)
        page.keyboard.press("Tab")
        settled(page, say("fault-disk", problem="disk I/O error"))
        kept = seeds.dossier(code).proposal.quote.words
    expect(field).to_have_value(typed)
    field.fill(f"{typed}.")
    page.keyboard.press("Tab")
    settled(page, say("draft-saved", code=code))

    assert kept != typed
    assert seeds.dossier(code).proposal.quote.words == f"{typed}."


@pytest.fixture
def seeds(tmp_path: Path) -> Seeds:
    """A registry of its own, that no server has opened yet."""
    home = Home(tmp_path / "registry")
    create_registry(home)
    return Seeds(home)


@pytest.fixture
def read_only_server(seeds: Seeds) -> Iterator[Server]:
    """A server that may not write to the registry, in which one pilot runs."""
    seeds.running()
    seeds.home.database.chmod(0o400)
    seeds.home.folder.chmod(0o500)
    with ExitStack() as stack:
        yield limited(lambda: stack.enter_context(running_server(seeds.home.folder)))
    seeds.home.folder.chmod(0o700)


def test_a_read_only_registry_can_be_read_and_says_on_every_page_that_nothing_can_be_saved(
    read_only_server: Server, visitor: Visitor
):
    page = visitor(server=read_only_server)
    for path in ("/", "/search", "/experiment?id=CX-1"):
        page.goto(path)
        settled(page, say("registry-read-only-now"))
    field = page.get_by_label(say("field-note"), exact=True)
    field.fill("A customer smiled")
    page.get_by_role("button", name=say("note-add"), exact=True).click()

    settled(page, say("fault-read-only"))
    expect(field).to_have_value("A customer smiled")
