"""The policy's page: all its rules in words and numbers, its versions, and a steward's way to another."""

import pytest

from registry.domain.person import Person, Role
from registry.domain.risk import QUESTIONS
from registry.sentences import say
from registry.services.home import registry
from registry.services.person import local_person
from registry.services.policy import policy_in
from registry.services.policy_change import adopt_policy
from registry.services.policy_shipped import newest_shipped
from registry.store import policies
from tests.domain.witness import profile_with
from tests.nouns import asking
from tests.pages.seeds import Seeds
from tests.pages.tab import Tab
from tests.policies import NEXT, next_policy

STRICT = next_policy(("near_hinge = 30", "near_hinge = 5"), ("one_way = 45", "one_way = 6"))
RUDE = next_policy(
    ('id = "law"', 'id = "own"\nsays = "**Bold** <script>alert(1)</script> ![x](http://x.example/y)"'),
    ("finance = [", '"<b>money</b> :red[x]" = ['),
)


def adopted(text: str = STRICT) -> None:
    with registry() as db:
        adopt_policy(db, asking(person=local_person(db)), text)


def upload(tab: Tab, text: str | bytes) -> None:
    """Put a file with *text* into the page's field."""
    content = text if isinstance(text, bytes) else text.encode()
    tab.widgets("file_uploader")[say("field-policy_file")].set_value(("p.toml", content, "application/toml"))
    tab.run()


@pytest.fixture
def nora(seeds: Seeds) -> Person:
    """Somebody who looks after nothing here."""
    return seeds.joined("Nora New", "Counter", Role.REVIEWER)


def test_everybody_reads_all_of_it(seeds: Seeds, nora: Person):
    shown = Tab("policy", browser=seeds.browser_of(nora)).shown
    policy = newest_shipped()

    assert all(say(f"question-{each.name}") in shown for each in QUESTIONS)
    assert all(say(f"knockout-{each.id}") in shown for each in policy.knockouts)
    assert all(say(f"lever-{each.id}-change") in shown for each in policy.levers)
    assert "Weight 6 of 49" in shown
    assert "more than 5 %, up to 20 %" in shown
    assert "From 30 to below 45" in shown
    assert "3 people of at least 3 functions" in shown
    assert "These must be heard: front line, customer experience" in shown
    assert "legal: law and privacy, what people take as promised" in shown
    assert "Policy 1, in force since 21 November 2026" in shown


def test_the_score_is_worked_out_by_hand_in_an_example(seeds: Seeds):
    shown = Tab("policy").shown

    # Quarters: 3, 2, 5, 3 and 4. Thirds: 2, 6, 3, 4, 4, 3 and 4. Together 17/4 + 26/3 of 49.
    assert "cost of undoing it 3 × 1/4" in shown
    assert "worst harm to a customer 6 × 1/3" in shown
    assert "Together 12.92 of 49: a score of 26.4." in shown


def test_a_condition_names_the_border_that_a_number_lies_above(seeds: Seeds):
    shown = Tab("policy").shown

    assert "share of the customers: more than 20 %" in shown
    assert "money at risk: more than 0.25 % of yearly revenue" in shown
    assert "more than 50 %, or worse" not in shown
    assert "customers who meet it: up to 2,000" in shown


def test_the_page_says_how_a_one_way_door_is_looked_at_and_what_the_quick_check_stands_for(seeds: Seeds):
    shown = Tab("policy").shown

    for each in ("alone", "middle", "lone", "answer", "signed"):
        assert say(f"policy-review-{each}") in shown
    assert "how soon we would see it: within a week" in shown


def test_who_is_no_steward_meets_no_way_to_change_it(seeds: Seeds, nora: Person):
    tab = Tab("policy", browser=seeds.browser_of(nora))

    assert say("policy-new-title") not in tab.shown
    assert not tab.app.get("file_uploader")
    assert tab.buttons == set()


def test_an_older_version_is_opened_by_its_number_and_the_newer_says_what_changed(seeds: Seeds):
    adopted()

    now, then = Tab("policy"), Tab("policy", version="1")

    assert say("policy-changes-title", before="1", after=str(NEXT)) in now.shown
    assert "one-way from a score of: 45 → 6" in now.shown
    assert "From 45 on" in then.shown
    assert "What was judged under it stays under it" in then.shown
    assert say("policy-back") in then.buttons
    assert {f"Policy {each}," in "".join(then.buttons) for each in (1, NEXT)} == {True}
    assert "From 45 on" not in now.shown


@pytest.mark.parametrize("version", ["7", "0", "-1", "1.0", "one", "9" * 40, "²", "<b>1</b>"])
def test_a_version_that_there_is_not_is_told_calmly_with_the_way_back(seeds: Seeds, version: str):
    tab = Tab("policy", version=version)

    assert [version in each for each in tab.said("info")] == [True]
    assert say("policy-back") in tab.buttons


def test_a_steward_sees_what_another_would_change_and_adopts_it_with_one_click(seeds: Seeds):
    answers = profile_with(harm="annoyance", law="ordinary")
    code = seeds.cleared(seeds.dossier(seeds.draft()).proposal.model_copy(update={"answers": answers}))
    tab = Tab("policy")

    upload(tab, STRICT)

    assert f"{code} “A handwritten card in the parcel”: Two-way door → " in tab.shown
    with registry() as db:
        assert policies.every(db) == []

    tab.press(say("policy-adopt"))

    with registry() as db:
        assert policy_in(db).one_way == 6
    assert say("policy-adopted", version=str(NEXT)) in tab.said("success")
    assert "From 6 on" in tab.shown
    assert tab.app.get("file_uploader")[0].value is None  # pyright: ignore[reportAttributeAccessIssue]


def test_a_double_click_adopts_it_once(seeds: Seeds):
    tab = Tab("policy")
    upload(tab, STRICT)

    tab.press_twice(say("policy-adopt"))

    with registry() as db:
        assert [each.version for each in policies.every(db)] == [NEXT]
    assert tab.said("error") == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (STRICT.replace("harm = 6", "harm = 0"), "weighs “harm” with 0"),
        (b"\xff\xfe\x00", say("policy-not-utf8")),
        ("[" * 900, "not well-formed TOML"),
        ("x" * 300_000, "longer than any policy"),
        (next_policy(version=9), f"version = {NEXT}"),
    ],
)
def test_what_is_not_a_policy_is_refused_where_it_was_brought(seeds: Seeds, content: str | bytes, says: str):
    tab = Tab("policy")

    upload(tab, content)

    assert [says in each for each in tab.said("error")] == [True]
    assert say("policy-adopt") not in tab.buttons


def test_what_a_policy_says_in_its_own_words_is_never_read_as_markdown(seeds: Seeds):
    adopted(RUDE)

    tab = Tab("policy")

    written = "\n".join(each.value for kind in ("markdown", "caption") for each in tab.app.get(kind))  # pyright: ignore[reportAttributeAccessIssue]
    assert "<script>alert(1)</script>" in tab.shown
    assert "<script>" not in written
    assert "![x](" not in written
    assert "**Bold**" not in written
    assert ":red[x]" not in written
