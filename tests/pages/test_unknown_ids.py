"""An address that names no experiment: one sentence and the way back, whatever was typed."""

import pytest

from registry.sentences import say
from registry.web.addresses import ADDRESSES, ID
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

ABOUT_ONE = [
    address.name for address in ADDRESSES if address.parameters == ID and address.name != "collection"
]
UNKNOWN = [
    "CX-99",
    "abc",
    "'; drop table experiments; --",
    "CX-0",
    str(10**30),
    "CX-1'",
    "<b>CX-1</b>",
    "CX-1é",
]


@pytest.mark.parametrize("page", ABOUT_ONE)
def test_an_unknown_id_is_told_in_one_sentence(page: str, seeds: Seeds):
    seeds.draft()
    tab = Tab()
    for code in UNKNOWN:
        tab.go(page, id=code)

        assert tab.said("title") == [say("experiment-unknown-title")]
        assert tab.said("info") == [say("experiment-unknown", code=code[:20])]
        assert tab.buttons == set()
    assert seeds.count() == 1


@pytest.mark.parametrize("page", ABOUT_ONE)
def test_an_address_with_an_empty_id_says_that_it_names_none(page: str):
    tab = Tab(page, id="")

    assert tab.said("info") == [say("experiment-not-named")]


@pytest.mark.parametrize("code", ["CX-1", "cx-1", "1", " CX-1 "])
def test_an_id_is_found_however_it_is_written(code: str, seeds: Seeds):
    seeds.draft()

    tab = Tab("experiment", id=code)

    assert tab.said("title") == ["A handwritten card in the parcel"]


def test_what_was_asked_for_is_shown_and_never_read_as_markdown(seeds: Seeds):
    tab = Tab("experiment", id="**x** :red[y]")

    shown = str(tab.app.info[0].value)
    assert "\\*\\*x\\*\\*" in shown
    assert ":red" not in shown
