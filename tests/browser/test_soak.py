"""What only many hours, or very many visits, would show."""

import subprocess

import pytest

from bench.demo import fill_with_demo, places
from bench.visitor import Visitor
from tests.browser.server import Server

WARM_UP, ROUNDS = 5, 15
VISITS_OF_ONE_SESSION = 5
ALLOWED_KILOBYTES = 30_000
"""Room for what caches and the allocator keep: 9 kilobytes for each of the visits that count."""


def memory_of(server: Server) -> int:
    """The resident memory of the server's process, in kilobytes."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(server.pid)], capture_output=True, text=True, check=True
    )
    return int(told.stdout)


def visit_every_page(server: Server) -> None:
    """Open every page a few times in each of a few sessions, the way people come and go."""
    for _ in range(VISITS_OF_ONE_SESSION):
        with Visitor(server.url) as visitor:
            for _, path, query in list(places(server.home)) * VISITS_OF_ONE_SESSION:
                visitor.visit(path, query)


@pytest.mark.soak
def test_a_server_that_is_visited_all_day_does_not_grow(new_server: Server):
    fill_with_demo(new_server.home)
    for _ in range(WARM_UP):
        visit_every_page(new_server)
    at_first = memory_of(new_server)

    for _ in range(ROUNDS):
        visit_every_page(new_server)

    assert memory_of(new_server) - at_first < ALLOWED_KILOBYTES
