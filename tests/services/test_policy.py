"""An organisation's own policy: checked, adopted, in force from then on; what was judged stays judged."""

import pytest

from registry.domain.assessment import Door
from registry.domain.permission import NotAllowed
from registry.domain.policy_file import PolicyRefused
from registry.domain.proposal import Idea, Proposal
from registry.domain.redaction import RedactionRefused
from registry.domain.submission import Yardstick
from registry.sentences import say
from registry.services import policy_shipped, proposal
from registry.services.check import check
from registry.services.policy import policy, policy_in, text_in, versions_in
from registry.services.policy_change import Moved, adopt_policy, check_policy, look_at_policy
from registry.services.redaction import look, redact
from registry.store import experiments, policies
from registry.store.database import Database, Home, opened
from tests.domain.witness import profile_with
from tests.nouns import CARD, LATER, NOON, PHONE_LINE, STELLA, asking
from tests.policies import FIRST, NEXT, next_policy
from tests.services.entries import BY_STELLA, at_the_same_time, newest
from tests.services.maria import BY_STELLA_LATER, bytes_kept, gone

STRICT = next_policy(("near_hinge = 30", "near_hinge = 5"), ("one_way = 45", "one_way = 6"))
"""Under it nearly everything is a one-way door."""
GENTLE = next_policy(
    ('[[knockout]]\nid = "harm"\nall = { harm = "lasting" }\n', ""), ("one_way = 45", "one_way = 100")
)


SMALL = Proposal(
    idea=Idea(change="A sign at the door"), answers=profile_with(harm="annoyance", law="ordinary")
)
"""Every question is answered; its score is (6 × 1/3 + 4 × 1/3) of 49, which is 6.8."""


def handed_in(db: Database, written: Proposal = SMALL) -> int:
    number = proposal.begin(db, asking(), written).id
    proposal.submit(db, asking(), number)
    return number


def test_without_one_of_its_own_the_newest_that_comes_with_the_app_is_in_force(db: Database):
    assert policy_in(db) is policy_shipped.newest_shipped()
    assert versions_in(db) == tuple(policy_shipped.shipped().values())


def test_a_check_tells_which_experiments_would_be_another_door_and_changes_nothing(home: Home, db: Database):
    card, _, draft = handed_in(db), handed_in(db, PHONE_LINE), proposal.begin(db, asking(), CARD).id
    before = home.database.read_bytes()

    report = check_policy(db, STRICT)

    assert report.compared == 2
    assert report.moved == [Moved(code=f"CX-{card}", title=SMALL.title, before="two_way", after="one_way")]
    assert f"CX-{draft}" not in [each.code for each in report.moved]
    assert say("door-one_way") in report.moved[0].text
    assert home.database.read_bytes() == before


def test_only_the_last_hand_in_is_compared(db: Database):
    number = handed_in(db, PHONE_LINE)
    version = experiments.get(db, number).version
    proposal.revise(db, asking(LATER), number, version, SMALL)
    proposal.submit(db, asking(LATER), number)

    (moved,) = check_policy(db, STRICT).moved

    assert (moved.before, moved.after) == ("two_way", "one_way")


def test_what_was_adopted_is_in_force_from_that_day_on(db: Database):
    adopted = adopt_policy(db, asking(LATER, STELLA), STRICT)

    assert policy_in(db) == adopted
    assert (adopted.version, adopted.date, adopted.one_way) == (NEXT, LATER.date(), 6)
    assert [each.version for each in versions_in(db)] == [*policy_shipped.shipped(), NEXT]
    assert proposal.yardstick(db).policy == adopted
    assert text_in(db, NEXT) == STRICT.strip()
    assert text_in(db, 1) == FIRST


def test_a_newer_policy_never_rewrites_an_older_assessment(db: Database):
    number = handed_in(db)
    before = experiments.dossier(db, number)

    adopt_policy(db, BY_STELLA, STRICT)
    later = handed_in(db)

    then, now = before.submission, experiments.dossier(db, later).submission
    assert experiments.dossier(db, number) == before
    assert then is not None
    assert now is not None
    assert (then.policy_version, then.door) == (NEXT - 1, Door.TWO_WAY)
    assert (now.policy_version, now.door) == (NEXT, Door.ONE_WAY)
    assert policy_in(db, then.policy_version).one_way == 45


def test_a_policy_of_its_own_goes_before_what_a_later_app_brings(
    db: Database, monkeypatch: pytest.MonkeyPatch
):
    own = adopt_policy(db, BY_STELLA, STRICT)
    brought = {NEXT - 1: policy_shipped.newest_shipped()} | {
        number: policy_shipped.newest_shipped().model_copy(update={"version": number})
        for number in (NEXT, NEXT + 1)
    }
    monkeypatch.setattr("registry.services.policy.shipped", lambda: brought)

    assert policy_in(db) == own
    assert policy_in(db, NEXT) == own
    assert [each.version for each in versions_in(db)] == [NEXT - 1, NEXT]
    with pytest.raises(PolicyRefused, match=f"'next': {NEXT + 2}"):
        check_policy(db, next_policy(version=NEXT + 1))


def test_the_same_click_twice_adopts_it_once(db: Database):
    click = asking(NOON, STELLA, "one click")

    first, second = adopt_policy(db, click, STRICT), adopt_policy(db, click, STRICT)

    assert first == second
    assert len(policies.every(db)) == 1
    assert newest(db).verb == "change_policy"


def test_of_two_stewards_at_the_same_time_the_second_is_told_the_next_number(home: Home, db: Database):
    raised = at_the_same_time(
        home,
        lambda own: adopt_policy(own, BY_STELLA, STRICT),
        lambda own: adopt_policy(own, BY_STELLA, GENTLE),
    )

    assert sorted(map(str, raised)) == sorted([str(None), str(PolicyRefused)])
    assert len(policies.every(db)) == 1


@pytest.mark.parametrize("version", [1, NEXT - 1, NEXT + 1])
def test_a_number_that_is_taken_or_leaves_a_gap_is_refused_with_the_right_one(db: Database, version: int):
    with pytest.raises(PolicyRefused) as refusal:
        adopt_policy(db, BY_STELLA, next_policy(version=version))

    assert f"version = {NEXT}" in say(refusal.value.sentence)
    assert policies.every(db) == []


@pytest.mark.parametrize(
    ("written", "instead", "refused"),
    [
        ("exposure = [1, 5,", "exposure = [2, 5,", "policy-cuts-named"),
        ("[200, 2_000,", "[200, 3_000,", "policy-cuts-named"),
        ("[28, 90, 365]", "[30, 90, 365]", "policy-cuts-named"),
        ('id = "law"', 'id = "gdpr"', "policy-knockout-without-words"),
        ('all = { law = "serious" }', 'all = { law = "look" }', "policy-knockout-without-words"),
        ('id = "switch"', 'id = "toggle"', "policy-lever-other"),
        ('at_most = { detection = "day" }', 'at_most = { detection = "week" }', "policy-lever-other"),
        ("harm = 6", "harm = 0", "policy-weight-too-small"),
    ],
)
def test_what_the_screens_have_no_words_for_is_refused(
    db: Database, written: str, instead: str, refused: str
):
    with pytest.raises(PolicyRefused) as refusal:
        look_at_policy(db, BY_STELLA, next_policy((written, instead)))

    assert refusal.value.sentence.id == refused
    assert say(refusal.value.sentence)


def test_a_knock_out_of_its_own_needs_a_sentence_and_is_told_with_it(db: Database):
    own = 'id = "gdpr"\nsays = "Privacy comes into it."'
    adopt_policy(db, BY_STELLA, next_policy(('id = "law"', own)))

    found = proposal.assess_draft(PHONE_LINE, proposal.yardstick(db))

    assert any(say(reason).startswith("Nobody has ruled this out yet: Privacy") for reason in found.reasons)


def test_only_a_steward_looks_and_adopts(db: Database):
    for act in (look_at_policy, adopt_policy):
        with pytest.raises(NotAllowed):
            act(db, asking(), STRICT)

    assert policies.every(db) == []


def test_the_history_tells_what_changed_in_words_and_holds(lived: Home):
    with opened(lived) as db:
        adopt_policy(db, BY_STELLA_LATER, next_policy(("harm = 6", "harm = 9")))
        event = newest(db)

    assert check(LATER).findings == ()
    assert event.verb == "change_policy"
    assert {(each.what, each.before, each.after) for each in event.changes} == {
        ("policy.version", str(NEXT - 1), str(NEXT)),
        ("policy.weight", "worst harm to a customer: 6", "worst harm to a customer: 9"),
    }


def test_policy_without_a_registry_at_hand_is_the_one_of_the_registry_that_registry_home_names(lived: Home):
    with opened(lived) as db:
        own = adopt_policy(db, BY_STELLA_LATER, STRICT)

    assert policy() == own
    assert policy(1).one_way == 45
    with pytest.raises(PolicyRefused) as refusal:
        policy(1_000_000)
    assert "1000000" in say(refusal.value.sentence)


def test_words_that_should_not_be_here_go_from_the_policy_too(lived: Home):
    text = next_policy(("[owners]\n", "# As Maria Kundin wrote to us.\n[owners]\n"))
    with opened(lived) as db:
        own = adopt_policy(db, BY_STELLA_LATER, text)
        assert look(db, BY_STELLA_LATER, gone("Maria Kundin")).policies == 1

        redact(db, BY_STELLA_LATER, gone("Maria Kundin"), "A customer’s name")

        assert policy_in(db) == own
        assert "# As (removed) wrote to us." in text_in(db, NEXT)
    assert b"Maria Kundin" not in bytes_kept(lived)
    assert check(LATER).findings == ()


@pytest.mark.parametrize("words", ["lasting", "reviewers", "200_000"])
def test_words_that_decide_something_are_not_replaced_in_a_policy(lived: Home, words: str):
    with opened(lived) as db:
        adopt_policy(db, BY_STELLA_LATER, STRICT)

        with pytest.raises(RedactionRefused):
            redact(db, BY_STELLA_LATER, gone(words, "100_000"), "A slip")

        assert text_in(db, NEXT) == STRICT.strip()


def test_a_yardstick_is_the_same_object_as_long_as_nothing_was_adopted(db: Database):
    adopt_policy(db, BY_STELLA, STRICT)

    first, second = proposal.yardstick(db), proposal.yardstick(db)

    assert isinstance(first, Yardstick)
    assert first.policy is second.policy
