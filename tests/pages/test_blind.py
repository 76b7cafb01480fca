"""Where we decide blind: every stage of the journey meets every channel, and says what we know there."""

from registry.domain.journey import Journey
from registry.domain.organisation import Organisation
from registry.sentences import say
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab


def at(stage: str, channel: str) -> Journey:
    return Journey(stage=stage, channel=channel)


def running(seeds: Seeds, journey: Journey) -> str:
    return seeds.running(CARD.model_copy(update={"journey": journey}))


def test_a_spot_says_its_best_evidence_and_opens_its_list_and_an_empty_one_says_that_nobody_tried(
    seeds: Seeds,
):
    seeds.described(Organisation(journey_stages=("buy", "leave"), channels=("phone", "web")))
    code = running(seeds, at("buy", "web"))

    tab = Tab("blind")

    best = say("blind-best", grade=say("grade-E"), count=1)
    assert tab.links.count(best) == 1
    assert tab.shown.count(say("blind-nobody")) == 3
    spot = Tab("list", of="spot", stage="buy", channel="web")
    assert spot.said("title") == [f"buy, web: {best}"]
    assert code in spot.links


def test_a_spot_where_nobody_tried_says_so_at_its_address_too(seeds: Seeds):
    seeds.described(Organisation(journey_stages=("buy",), channels=("phone",)))

    assert Tab("list", of="spot", stage="buy", channel="phone").said("title") == [
        f"buy, phone: {say('blind-nobody')}"
    ]
    assert Tab("list", of="spot", stage="buy", channel="pigeon").said("title") == [say("blind-nobody")]


def test_what_was_tried_without_a_place_is_counted_below(seeds: Seeds):
    code = running(seeds, at("buy", ""))

    assert say("blind-placeless", count=1) in Tab("blind").links
    assert code in Tab("list", of="placeless").links
