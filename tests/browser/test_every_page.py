"""Every page of a registry that has lived for a year: light and dark, at a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bench.demo import SHOWN_ON, fill_with_demo
from registry.domain.experiment import Stage
from registry.domain.pilot import takes_data
from registry.sentences import say
from registry.store import experiments, index
from registry.store.database import Home, opened
from registry.web.addresses import ADDRESSES
from tests.browser.conftest import Visitor
from tests.browser.server import Server, running_server
from tests.browser.visit import DESK, PHONE, Scheme, screenshot, settled

SHOWN_WITH = {**SHOWN_ON, "pilot": Stage.TO_DECIDE}
"""A pilot's data is looked at when it has ended: the page then shows all it can."""

LOOKS = (
    ("light", DESK),
    ("dark", PHONE),
    pytest.param("light", PHONE, marks=pytest.mark.soak),
    pytest.param("dark", DESK, marks=pytest.mark.soak),
)
"""Each colour and each width once in `make test`; each with each in `make soak`."""

WITHOUT_ALT = """() => [
    ...[...document.querySelectorAll('img')].filter(image => !image.alt),
    ...[...document.querySelectorAll('[data-testid="stVegaLiteChart"], [data-testid="stDataFrame"]')]
        .filter(each => !each.closest('[aria-label]') && !each.querySelector('[aria-label]')),
].map(each => each.outerHTML.slice(0, 200))"""
TOO_WIDE = """() => ['html', '[data-testid="stMain"]']
    .map(name => document.querySelector(name))
    .filter(each => each && each.scrollWidth > window.innerWidth)
    .map(each => `${each.tagName} is ${each.scrollWidth} pixels wide`)"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose registry holds the demo: experiments at every stage, pictures, data, learnings."""
    home = tmp_path_factory.mktemp("demo") / "registry"
    fill_with_demo(home)
    with running_server(home) as running:
        yield running


def richest(home: Path, stage: Stage) -> str:
    """The experiment at *stage* that has most to show: one with numbers, else the one with most facts."""
    with opened(Home(home)) as db:
        found = [experiments.dossier(db, row.experiment) for row in index.rows(db, [stage])]
    return max(found, key=lambda dossier: (takes_data(dossier), len(dossier.facts))).code


def path_of(page: str, home: Path) -> str:
    """The address of *page* where it shows most."""
    if page == "today":
        return "/"
    return f"/{page}?id={richest(home, SHOWN_WITH[page])}" if page in SHOWN_WITH else f"/{page}"


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("name", [address.name for address in ADDRESSES])
def test_every_page_opens_quietly_under_one_title_and_fits(
    visitor: Visitor, demo: Server, name: str, scheme: Scheme, width: int
):
    page = visitor(path_of(name, demo.home), scheme=scheme, width=width, server=demo)
    settled(page, page.get_by_role("heading", level=1))

    screenshot(page, f"page-{name}")

    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page).to_have_title(f"{say(f'page-{name}')} · {say('product-name')}")
    assert not page.evaluate(WITHOUT_ALT)
    assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("stage", Stage)
def test_an_experiment_opens_quietly_at_every_stage(visitor: Visitor, demo: Server, stage: Stage):
    page = visitor(f"/experiment?id={richest(demo.home, stage)}", width=PHONE, server=demo)
    settled(page, page.get_by_role("heading", level=1))

    screenshot(page, f"experiment-{stage}")

    expect(page.get_by_text(say(f"stage-{stage}"), exact=True).first).to_be_visible()
    assert not page.evaluate(WITHOUT_ALT)
    assert not page.evaluate(TOO_WIDE)
