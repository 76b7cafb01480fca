"""Writing what was learned in a real browser: a question at a sentence, and nothing in the way."""

from playwright.sync_api import expect

from registry.domain.facts import Learning
from registry.sentences import say
from tests.browser.conftest import Visitor
from tests.browser.visit import PHONE, screenshot, settled
from tests.pages.seeds import Seeds


def test_a_question_meets_the_sentence_and_the_learning_is_kept_as_its_writer_wants(
    visitor: Visitor, seeds: Seeds
):
    code = seeds.decided(expected="One in ten writes back.")
    page = visitor(f"/experiment?id={code}")
    settled(page, say("learn-here"))

    happened = page.get_by_label(say("learning-happened"))
    happened.fill("Most cards arrived. Lena forgot the second batch.")
    page.keyboard.press("Tab")
    settled(page, "What made it look right at the time?")
    expect(page.get_by_label(say("learning-surprised"))).to_be_focused()
    screenshot(page, "learning-1-question")
    happened.fill("Most cards arrived. The second batch was not on the list that the packers had.")
    page.keyboard.press("Tab")
    settled(page)
    expect(page.get_by_text("What made it look right at the time?")).to_have_count(0)
    page.get_by_label(say("learning-tell_others")).fill("Put the second batch on the packers’ list.")
    page.get_by_role("button", name=say("learn"), exact=True).click()
    settled(page, say("next-learned"))

    learning = seeds.dossier(code).learning
    assert learning is not None
    assert learning.expected == "One in ten writes back."
    assert learning.happened.endswith("the list that the packers had.")
    assert learning.tell_others == "Put the second batch on the packers’ list."


def test_the_form_fits_on_a_phone(visitor: Visitor, seeds: Seeds):
    page = visitor(f"/experiment?id={seeds.decided()}", width=PHONE)
    settled(page, say("learn-here"))

    page.get_by_label(say("learning-surprised")).fill("They answered the person.")
    page.keyboard.press("Tab")
    settled(page)
    width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= PHONE


def test_of_two_tabs_the_second_reads_the_first_and_then_keeps_both(visitor: Visitor, seeds: Seeds):
    code = seeds.decided()
    one, other = (visitor(f"/experiment?id={code}") for _ in range(2))
    for page, text in ((one, "Sign with a first name."), (other, "Write it by hand.")):
        settled(page, say("learn-here"))
        page.get_by_label(say("learning-tell_others")).fill(text)
        page.keyboard.press("Tab")
        settled(page)

    one.get_by_role("button", name=say("learn"), exact=True).click()
    settled(one, say("next-learned"))
    other.get_by_role("button", name=say("learn"), exact=True).click()
    settled(other, say("learning-theirs"))
    expect(other.get_by_text("Sign with a first name.")).to_be_visible()
    other.get_by_role("button", name=say("learn"), exact=True).click()
    settled(other, say("next-learned"))

    kept = [each.tell_others for each in seeds.dossier(code).all(Learning)]
    assert kept == ["Sign with a first name.", "Write it by hand."]
