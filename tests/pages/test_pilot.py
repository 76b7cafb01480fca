"""Giving a pilot's data on its page."""

from registry.domain.facts import Reading
from registry.sentences import say
from tests.nouns import PLAN
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

ROWS = "group,back\n" + "no card,0\nno card,1\ncard,1\ncard,0\n" * 10


def test_a_double_click_reads_a_file_once_and_another_click_once_more(seeds: Seeds):
    (seeds.home.inbox / "cards.csv").write_text(ROWS, encoding="utf-8")
    code = seeds.running(plan=PLAN)
    tab = Tab("pilot", id=code)
    tab.choose(say("field-inbox"), "cards.csv", "selectbox")

    tab.press_twice(say("pilot-read"))
    once = seeds.dossier(code).all(Reading)
    tab.press(say("pilot-read"))

    assert [reading.evidence.rows for reading in once] == [40]
    assert len(seeds.dossier(code).all(Reading)) == 2
    assert tab.said("error") == []
