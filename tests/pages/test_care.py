"""The steward's page: backups, going back to one, and replacing what should not be here."""

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from registry.domain.experiment import experiment_id
from registry.domain.facts import Note
from registry.domain.moment import as_moment
from registry.domain.person import Asking, Role
from registry.domain.proposal import Idea, Proposal
from registry.sentences import say
from registry.services import pilot
from registry.services.person import local_person
from registry.store import pictures
from registry.store.candidate import listed
from registry.store.database import opened
from tests.nouns import CARD
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab

HOSTILE = "**Maria** <img src=x> :red[x] [a](http://b)"
WORDS, INSTEAD, REASON = (say(f"field-redaction_{name}") for name in ("words", "instead", "reason"))


def restore(tab: Tab, place: int = 0) -> None:
    """Press “Restore …” of the backup at this place of the list."""
    buttons = [each for each in tab.app.button if each.label.startswith("Restore")]
    buttons[place].click()
    tab.run()


def looked_for(words: str) -> Tab:
    """The page after somebody looked where *words* stand."""
    tab = Tab("care")
    tab.write(WORDS, words, "text_area")
    tab.press(say("redaction-look"))
    return tab


def test_only_stewards_find_anything_here(seeds: Seeds):
    colleague = seeds.joined("Rosa Reviewer", "Counter", Role.REVIEWER, Role.LEADER)

    tab = Tab("care", browser=seeds.browser_of(colleague))

    assert tab.said("info") == [say("not-allowed-back_up")]
    assert tab.buttons == set()
    assert not tab.app.get("file_uploader")


def test_a_backup_is_made_and_listed_with_its_size_and_whether_it_is_good(seeds: Seeds):
    tab = Tab("care")
    assert say("backups-none") in tab.said("info")

    tab.press(say("backup-now"))

    (file,) = listed(seeds.home)
    assert file.name in tab.shown
    assert say("backups-space", files=1, megabytes=0.2) in tab.said("caption")
    assert ":green-badge[good]" in tab.shown
    assert say("backup-keys") in tab.said("info")


def test_a_backup_that_is_no_good_says_so_and_is_not_restored(seeds: Seeds):
    tab = Tab("care")
    tab.press(say("backup-now"))
    (file,) = listed(seeds.home)
    file.write_bytes(file.read_bytes()[:-4_096])

    tab.run()
    restore(tab)

    assert ":orange-badge[damaged]" in tab.shown
    assert say("restore-damaged", file=file.name) in tab.said("info")
    assert say("restore-now") not in tab.buttons


def test_going_back_asks_once_more_and_keeps_what_it_replaces(seeds: Seeds):
    seeds.draft()
    tab = Tab("care")
    tab.press(say("backup-now"))
    (file,) = listed(seeds.home)
    seeds.draft()

    restore(tab)
    asked = tab.said("warning")
    tab.press(say("restore-not-now"))
    assert (seeds.count(), say("restore-now") in tab.buttons) == (2, False)
    restore(tab)
    tab.press(say("restore-now"))

    (told,) = tab.said("success")
    (replaced,) = {each.name for each in listed(seeds.home)} - {file.name}
    assert [file.name in question for question in asked] == [True]
    assert seeds.count() == 1
    assert say("restore-kept", file=replaced) in told
    assert say("restore-now") not in tab.buttons


def test_a_restore_ends_every_sign_in_and_the_page_goes_on(seeds: Seeds):
    tab, other = Tab("care"), Tab("care")
    tab.press(say("backup-now"))
    restore(tab)
    tab.press(say("restore-now"))

    tab.press(say("restore-go-on"))
    other.run()

    assert say("backup-now") in tab.buttons
    assert say("backup-now") in other.buttons


def test_the_newest_backups_are_shown_and_the_others_when_asked(seeds: Seeds):
    seeds.home.backups.mkdir()
    for number in range(12):
        (seeds.home.backups / f"copy-{number}.db").write_bytes(b"no backup")
    tab = Tab("care")

    few = sum("copy-" in text for text in tab.said("caption"))
    tab.press(say("backups-more", files=12))

    assert few == 10
    assert sum("copy-" in text for text in tab.said("caption")) == 12


def test_words_are_looked_for_before_they_go(seeds: Seeds):
    code = seeds.running(CARD.model_copy(update={"expected": "Maria smiles"}))
    seeds.note(code, "Maria smiled, and Marianne too")

    tab = looked_for("maria")
    shown = tab.shown
    tab.write(REASON, "A customer’s name")
    tab.press(say("redaction-now"))

    dossier = seeds.dossier(code)
    assert f"- {say('redaction-stands-line', where=code, places=4)}" in shown
    assert say("redaction-stands-inside", places=2) in shown
    assert dossier.notes[0].words == "(removed) smiled, and Marianne too"
    assert dossier.proposal.expected == "(removed) smiles"
    assert tab.written(WORDS, "text_area") == ""
    assert say("redaction-backups", files=0) in tab.said("warning")


def test_without_a_reason_nothing_goes_and_what_was_typed_stays(seeds: Seeds):
    code = seeds.draft(Proposal(idea=Idea(change="Call Maria back")))
    tab = looked_for("Maria")

    tab.press(say("redaction-now"))

    assert tab.said("error") == [say("redaction-without-reason")]
    assert tab.written(WORDS, "text_area") == "Maria"
    assert seeds.dossier(code).proposal.title == "Call Maria back"


def test_other_words_than_those_looked_for_are_not_replaced(seeds: Seeds):
    seeds.draft(Proposal(idea=Idea(change="Call Maria back")))
    tab = looked_for("Maria")

    tab.write(WORDS, "back", "text_area")

    assert say("redaction-now") not in tab.buttons
    tab.press(say("redaction-look"))
    assert say("redaction-now") in tab.buttons


def test_words_that_stand_nowhere_or_are_too_short_are_told(seeds: Seeds):
    tab = looked_for("zebra")
    nowhere, offered = tab.said("info"), tab.buttons

    tab.write(WORDS, "ze", "text_area")
    tab.press(say("redaction-look"))

    assert say("redaction-nowhere") in nowhere
    assert say("redaction-now") not in offered
    assert tab.said("error") == [say("redaction-too-short", shortest=3)]


def test_the_backups_that_still_hold_it_are_named(seeds: Seeds):
    seeds.draft(Proposal(idea=Idea(change="Call Maria back")))
    tab = Tab("care")
    tab.press(say("backup-now"))
    (file,) = listed(seeds.home)

    tab.write(WORDS, "Maria", "text_area")
    tab.press(say("redaction-look"))
    tab.write(REASON, "A customer’s name")
    tab.press(say("redaction-now"))

    assert say("redaction-backups", files=1) in tab.said("warning")
    assert f"- {file.name}" in tab.said("markdown")
    tab.go("today")
    tab.go("care")
    assert say("redaction-backups", files=1) not in tab.said("warning")


def test_hostile_words_are_shown_as_they_are_and_replaced(seeds: Seeds):
    code = seeds.draft(Proposal(idea=Idea(change=f"Call {HOSTILE} back")))

    tab = looked_for(HOSTILE)
    tab.write(INSTEAD, "<b>gone</b> :red[x]")
    tab.press(say("redaction-look"))
    shown = tab.shown
    tab.write(REASON, "<script>alert(1)</script>")
    tab.press(say("redaction-now"))

    assert say("redaction-plans", instead="<b>gone</b> :red[x]") in shown
    assert seeds.dossier(code).proposal.title == "Call <b>gone</b> :red[x] back"


def test_a_picture_is_found_by_its_experiment_and_replaced(seeds: Seeds):
    code = seeds.running()
    number = pictured(seeds, code)
    before = image_of(seeds, code, number)
    tab = Tab("care")

    tab.write(say("field-redaction_experiment"), code)
    tab.press(say("redaction-picture-now"))
    assert tab.said("error") == [say("redaction-without-reason")]
    tab.write(REASON, "A customer’s face")
    tab.press(say("redaction-picture-now"))

    assert say("redaction-picture-done") in tab.said("success")
    assert image_of(seeds, code, number) != before


def test_an_experiment_that_is_not_there_or_has_no_pictures_is_told(seeds: Seeds):
    code = seeds.draft()
    tab = Tab("care")

    tab.write(say("field-redaction_experiment"), "CX-99")
    assert tab.said("error") == [say("experiment-unknown", code="CX-99")]
    tab.write(say("field-redaction_experiment"), code)
    assert say("redaction-no-pictures", code=code) in tab.said("info")


def pictured(seeds: Seeds, code: str) -> int:
    drawn = BytesIO()
    Image.new("RGB", (4, 4), "teal").save(drawn, "PNG")
    with opened(seeds.home) as db:
        by = Asking(person=local_person(db), at=as_moment(datetime.now(UTC)))
        note = Note(at=by.at, by=by.person.id, words="Guests smile")
        (kept,) = pilot.note(db, by, experiment_id(code), note, drawn.getvalue()).all(Note)
    assert kept.picture is not None
    return kept.picture


def image_of(seeds: Seeds, code: str, number: int) -> bytes | None:
    with opened(seeds.home) as db:
        return pictures.get(db, experiment_id(code), number)
