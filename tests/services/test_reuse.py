"""A learning that helped somebody is told to its writers, counted per learning, and drafts stay private."""

from datetime import timedelta

import pytest

from registry.domain.citing import CitationRefused, Helping
from registry.domain.permission import NotAllowed
from registry.domain.person import Person
from registry.domain.proposal import Idea, Proposal
from registry.services import learning as learnings
from registry.services import proposal
from registry.services.learning import use
from registry.services.reuse import helped_by, learned, learnings_about, news_for, times_helped
from registry.store import experiments, index, links
from registry.store.database import Database
from tests.nouns import CARD, NOON, OLGA, STELLA, asking
from tests.services.situations import LEARNED, decided, drafted, taught

LATER = NOON + timedelta(days=1)
OURS = CARD.model_copy(update={"idea": Idea(change="A stamp on the receipt", whom="regulars")})


def draft_of(db: Database, person: Person, written: Proposal = OURS) -> int:
    return proposal.begin(db, asking(person=person), written).id


def hand_in(db: Database, person: Person, number: int) -> None:
    proposal.submit(db, asking(person=person), number)


def test_the_writers_hear_of_a_use_with_its_words_once_it_was_handed_in(
    db: Database, tom: Person, nora: Person
):
    it, draft = taught(db), draft_of(db, nora)
    use(db, asking(LATER, nora), draft, Helping(it, "We left the second letter out"))
    assert (news_for(db, OLGA, LATER), times_helped(db, [it]), helped_by(db, it)) == ((), {}, ())

    hand_in(db, nora, draft)

    for writer in (OLGA, tom):
        (told,) = news_for(db, writer, LATER)
        assert (told.learning, told.experiment) == (it, draft)
        assert (told.title, told.how) == ("A stamp on the receipt", "We left the second letter out")
    assert news_for(db, nora, LATER) == ()
    assert helped_by(db, it) == news_for(db, OLGA, LATER)
    assert times_helped(db, [it, draft]) == {it: 1}


def test_a_steward_who_sees_all_drafts_is_not_told_of_one_either(db: Database, nora: Person):
    draft = draft_of(db, nora)
    it = decided_by(db, STELLA)

    use(db, asking(person=nora), draft, Helping(it))

    assert (news_for(db, STELLA, NOON), helped_by(db, it)) == ((), ())


def decided_by(db: Database, person: Person) -> int:
    """Something that *person* proposed and that taught something."""
    number = decided(db)
    db.execute("update experiments set by = :by, team = :team where id = :id", _of(person, number))
    learnings.learn(db, asking(person=STELLA), number, LEARNED)
    return number


def _of(person: Person, number: int) -> dict[str, object]:
    return {"by": person.id, "team": person.team, "id": number}


def test_a_use_is_counted_once_for_each_experiment_whoever_said_it_how_often(
    db: Database, tom: Person, nora: Person
):
    it, own, theirs = taught(db), drafted(db), draft_of(db, nora)
    for person, number in ((OLGA, own), (tom, own), (nora, theirs), (nora, theirs)):
        use(db, asking(person=person), number, Helping(it))
    hand_in(db, OLGA, own)
    hand_in(db, nora, theirs)

    assert times_helped(db, [it]) == {it: 2}
    assert [each.experiment for each in news_for(db, OLGA, NOON)] == [theirs]


def test_one_more_tap_takes_it_back_and_nothing_is_told_any_more(db: Database, nora: Person):
    it, draft = taught(db), draft_of(db, nora)
    hand_in(db, nora, draft)
    use(db, asking(person=nora), draft, Helping(it))

    dossier = use(db, asking(person=nora), draft, Helping(it, helped=False))

    assert (news_for(db, OLGA, NOON), times_helped(db, [it]), helped_by(db, it)) == ((), {}, ())
    assert links.links_of(dossier) == set()


def test_a_use_on_a_draft_holds_up_no_autosave(db: Database, nora: Person):
    it, draft = taught(db), draft_of(db, nora)
    before = experiments.get(db, draft).version

    use(db, asking(person=nora), draft, Helping(it))
    revised = proposal.revise(db, asking(person=nora), draft, before, CARD)

    assert revised.version == before + 1


def test_a_double_click_says_it_once(db: Database, nora: Person):
    it, draft = taught(db), draft_of(db, nora)

    for _ in range(2):
        use(db, asking(person=nora, click="helped"), draft, Helping(it))

    assert len(experiments.dossier(db, draft).facts) == 1


def test_the_draft_of_another_team_cannot_have_helped_anybody(db: Database, nora: Person):
    hidden, draft = drafted(db), draft_of(db, nora)

    with pytest.raises(NotAllowed):
        use(db, asking(person=nora), draft, Helping(hidden))


def test_what_taught_nothing_yet_cannot_have_helped(db: Database):
    tried, draft = decided(db), drafted(db)

    with pytest.raises(CitationRefused):
        use(db, asking(), draft, Helping(tried))


@pytest.mark.parametrize("text", ["CX-1", "1", "cx1", "cards", "handwrit", "CARDS work"])
def test_a_learning_is_found_by_its_code_or_its_words(db: Database, nora: Person, text: str):
    it, _ = taught(db), decided(db)

    assert [row.experiment for row in learnings_about(db, nora, text)] == [it]
    assert learnings_about(db, nora, text, but_not=[it]) == []


@pytest.mark.parametrize("text", ["", "  ", '"', "CX-99", "umbrella", "x" * 10_000, "👩‍👩‍👧", "a OR b"])
def test_words_of_no_learning_find_none(db: Database, nora: Person, text: str):
    taught(db)

    assert learnings_about(db, nora, text) == []


def test_what_is_offered_has_a_learning_keeps_its_order_and_stands_there_once(db: Database, nora: Person):
    first, tried, second = taught(db), decided(db), taught(db)

    offered = learned(db, nora, [second, tried, first, second])

    assert [row.experiment for row in offered] == [second, first]
    assert all(row in index.by_ids(db, [first, second]) for row in offered)
