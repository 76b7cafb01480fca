"""What looks personal is pointed at before it is saved; one more tap saves it as it is."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from registry.domain.facts import Note
from registry.domain.review_facts import Case
from registry.sentences import say
from registry.web import personal_data
from registry.web.clock import now
from tests.nouns import PHONE_LINE
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

RANG = "She rang from 0171 1234567 and thanked us."
AREA = "text_area"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Somebody has read the page: two seconds pass."""

    def pass_by() -> None:
        monkeypatch.setattr(personal_data, "now", lambda: now() + timedelta(seconds=2))

    return pass_by


def fill(tab: Tab, label: str, text: object, kind: str = AREA) -> None:
    """Type into a form, which sends nothing before its button is pressed."""
    tab.widgets(kind)[say(label)].set_value(text)


def noted(seeds: Seeds) -> tuple[Tab, str]:
    """A tab in which somebody wrote a note with a phone number in it and pressed the form's button once."""
    code = seeds.running()
    tab = Tab("experiment", id=code)
    fill(tab, "field-note", RANG)
    fill(tab, "field-count", 3, "number_input")
    tab.press(say("note-add"))
    return tab, code


def notes(seeds: Seeds, code: str) -> list[str]:
    return [note.words for note in seeds.dossier(code).all(Note)]


def test_a_note_with_a_phone_number_is_pointed_at_first_and_the_form_stays_filled(seeds: Seeds):
    tab, code = noted(seeds)

    assert notes(seeds, code) == []
    assert say("personal-phone", count=1) in tab.shown
    assert "rang from **0171 1234567** and" in tab.shown
    assert tab.written(say("field-note"), AREA) == RANG
    assert tab.written(say("field-count"), "number_input") == 3


def test_the_next_tap_saves_the_note_as_it_is(seeds: Seeds, later: Callable[[], None]):
    tab, code = noted(seeds)
    later()

    tab.press(say("save-as-it-is"))

    assert notes(seeds, code) == [RANG]
    assert say("personal-phone", count=1) not in tab.shown


def test_a_double_click_does_not_pass_over_what_is_pointed_at(seeds: Seeds):
    code = seeds.running()
    tab = Tab("experiment", id=code)
    fill(tab, "field-note", RANG)

    tab.press_twice(say("note-add"))

    assert notes(seeds, code) == []
    assert say("save-as-it-is") in tab.buttons


def test_who_takes_it_out_saves_with_that_tap(seeds: Seeds):
    tab, code = noted(seeds)
    fill(tab, "field-note", "She rang and thanked us.")

    tab.press(say("save-as-it-is"))

    assert notes(seeds, code) == ["She rang and thanked us."]


def test_another_spot_in_its_place_is_pointed_at_too(seeds: Seeds, later: Callable[[], None]):
    tab, code = noted(seeds)
    later()
    fill(tab, "field-note", "Write to ann@example.org.")

    tab.press(say("save-as-it-is"))

    assert notes(seeds, code) == []
    assert say("personal-email", count=1) in tab.shown


def test_a_note_without_anything_personal_is_saved_with_one_tap(seeds: Seeds):
    code = seeds.running()
    tab = Tab("experiment", id=code)
    fill(tab, "field-note", "48,000 letters on 2026-03-01, order 0012345678")

    tab.press(say("note-add"))

    assert len(notes(seeds, code)) == 1


def test_why_it_was_stopped_is_pointed_at_first(seeds: Seeds, later: Callable[[], None]):
    seeds.works_in("Service")
    code = seeds.running()
    tab = Tab("today")
    tab.press(say("stop-this", code=code))
    fill(tab, "field-stop_reason", RANG, "text_input")

    tab.press(say("save"))

    assert seeds.dossier(code).stop_reason == ""
    assert say("personal-phone", count=1) in tab.shown

    later()
    tab.press(say("save-as-it-is"))

    assert seeds.dossier(code).stop_reason == RANG


def test_a_draft_is_not_saved_with_what_was_never_pointed_at(seeds: Seeds, later: Callable[[], None]):
    code = seeds.draft()
    tab = Tab("proposal", id=code)

    tab.write(say("field-words"), RANG, AREA)

    assert say("personal-phone", count=1) in tab.shown
    assert say("save-as-it-is") in tab.buttons
    assert "0171" not in seeds.dossier(code).proposal.quote.words
    assert tab.written(say("field-words"), AREA) == RANG

    later()
    tab.press(say("save-as-it-is"))

    assert seeds.dossier(code).proposal.quote.words == RANG
    assert say("save-as-it-is") not in tab.buttons
    assert say("personal-phone", count=1) in tab.shown


def test_what_else_is_written_meanwhile_is_saved_and_so_is_what_was_seen(
    seeds: Seeds, later: Callable[[], None]
):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    tab.write(say("field-words"), RANG, AREA)
    later()

    tab.write(say("field-whom"), "guests who wait")

    kept = seeds.dossier(code).proposal
    assert (kept.quote.words, kept.idea.whom) == (RANG, "guests who wait")


def test_who_leaves_the_page_meanwhile_finds_the_words_when_they_come_back(seeds: Seeds):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    tab.write(say("field-words"), RANG, AREA)

    tab.go("today")
    tab.go("proposal", id=code)

    assert tab.written(say("field-words"), AREA) == RANG
    assert "0171" not in seeds.dossier(code).proposal.quote.words


def test_a_new_draft_keeps_its_first_words_once_they_were_seen(seeds: Seeds, later: Callable[[], None]):
    tab = Tab("proposal")
    tab.write(say("field-words"), RANG, AREA)
    before = seeds.count()
    tab.write(say("field-change"), "a call back")
    later()
    tab.write(say("field-whom"), "guests who wait")

    assert before == 0
    assert seeds.dossier("CX-1").proposal.quote.words == RANG


def test_a_start_right_after_typing_waits_for_one_look_and_then_starts_with_all_words(
    seeds: Seeds, later: Callable[[], None]
):
    code = seeds.draft()
    tab = Tab("proposal", id=code)
    tab.widgets(AREA)[say("field-words")].set_value(RANG)

    tab.press(say("start-now"))

    assert seeds.dossier(code).pilot is None
    assert say("personal-look-above") in tab.shown

    later()
    tab.press(say("start-now"))

    started = seeds.dossier(code)
    assert started.pilot is not None
    assert started.proposal.quote.words == RANG


def test_an_address_in_the_reason_of_a_decision_is_pointed_at_first(seeds: Seeds, later: Callable[[], None]):
    code = seeds.running()
    tab = Tab("decision", id=code)
    tab.choose(say("field-choice"), "keep_here", "radio")
    tab.widgets(AREA)[say("field-reason")].set_value("ann@example.org asked for it.")

    tab.press(say("decide"))

    assert seeds.dossier(code).decision is None
    assert say("personal-email", count=1) in tab.shown

    later()
    tab.press(say("decide"))

    assert seeds.dossier(code).decision is not None


def test_a_part_of_the_case_waits_until_it_was_pointed_at(seeds: Seeds, later: Callable[[], None]):
    code = seeds.handed_in(PHONE_LINE)
    tab = Tab("experiment", id=code)

    tab.write(say("case-hurt-asked"), RANG, AREA)

    assert seeds.dossier(code).latest(Case) is None
    assert say("personal-phone", count=1) in tab.shown

    later()
    tab.press(say("save-as-it-is"))

    case = seeds.dossier(code).latest(Case)
    assert case is not None
    assert RANG in case.model_dump().values()


def test_many_places_are_told_by_their_number(seeds: Seeds):
    tab = Tab("experiment", id=seeds.running())
    fill(tab, "field-note", " and ".join(f"guest{n}@example.org" for n in range(5)))

    tab.press(say("note-add"))

    assert say("personal-email", count=5) in tab.shown
    assert say("personal-more", count=2) in tab.shown
