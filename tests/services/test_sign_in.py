"""Signing in and out: what a ticket is worth, and who somebody is by it."""

from datetime import datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest

from registry.domain.history import Event, Filters
from registry.domain.moment import moment_text
from registry.domain.permission import NotAllowed
from registry.domain.person import HasLeft, Person, PersonRefused, Role
from registry.domain.sign_in import SignInRefused, SignInRules
from registry.domain.text import TooLong
from registry.services.person import LOCAL_EMAIL, add_person, change_person, local_person
from registry.services.sign_in import end_sign_ins, is_over, sign_in, sign_out, who
from registry.store import history, people, sign_ins
from registry.store.database import Database, Home, opened
from tests.domain.provider_said import claims
from tests.nouns import NOON, OLGA, STELLA, asking

RULES = SignInRules()
HOUR = timedelta(hours=1)


def come_in(
    db: Database, ticket: str, at: datetime = NOON, rules: SignInRules = RULES, **said: object
) -> Person:
    """Sign in with *ticket*, at the word of a provider who says so at that moment."""
    return sign_in(db, ticket, claims(issued_at=at, expires_at=at + HOUR, **said), at, rules)


def name_of(db: Database, ticket: str, at: datetime = NOON) -> str | None:
    """Whose *ticket* is; None when it is worth nothing."""
    person = who(db, ticket, at, RULES)
    return person and person.name


def newest(db: Database) -> Event:
    return history.newest(db, Filters(), 1)[0]


@pytest.fixture
def nina(db: Database) -> Person:
    """Somebody who signed in a day ago."""
    at = NOON - timedelta(days=1)
    return come_in(db, "nina's", at, subject="nina", name="Nina New", email="nina@example.org")


def test_the_first_visit_makes_a_person_with_name_and_address_and_says_so(db: Database):
    nina = come_in(db, "one", subject="nina", name="Nina New", email="nina@example.org")

    assert (nina.name, nina.email, nina.team, nina.function) == ("Nina New", "nina@example.org", "", "")
    assert who(db, "one", NOON, RULES) == nina
    told = newest(db)
    assert (told.verb, told.by, told.whom) == ("join", nina.id, nina.id)


def test_who_has_no_name_at_the_provider_is_called_by_the_address(db: Database):
    assert come_in(db, "one", subject="nina", name="", email="nina@example.org").name == "nina"


def test_the_first_to_sign_in_is_steward_and_the_second_is_nobody_special(db: Database):
    first = come_in(db, "one", subject="nina", email="nina@example.org")
    second = come_in(db, "two", subject="paul", email="paul@example.org")

    assert first.roles == {Role.STEWARD}
    assert second.roles == frozenset()


def test_an_address_that_a_steward_wrote_down_connects_to_its_person(db: Database, ravi: Person):
    found = come_in(db, "one", subject="ravi", name="R. Reviewer", email="RAVI@example.org")

    assert (found.id, found.name, found.function) == (ravi.id, "Ravi Reviewer", "legal")
    assert Role.REVIEWER in found.roles


def test_the_same_person_stays_the_same_with_another_name_and_address(db: Database, nina: Person):
    again = come_in(db, "two", subject="nina", name="Nina Married", email="nm@example.org")

    assert again == nina.model_copy(update={"email": "nm@example.org"})
    told = newest(db)
    assert (told.verb, [change.what for change in told.changes]) == ("change_person", ["email"])


def test_an_address_of_somebody_else_here_is_not_taken_over_by_moving_there(db: Database, nina: Person):
    again = come_in(db, "two", subject="nina", email=OLGA.email)

    assert again == nina
    assert people.get(db, OLGA.id) == OLGA


@pytest.mark.parametrize("email", ["nina@example.org", "NINA@EXAMPLE.ORG", LOCAL_EMAIL])
def test_another_account_with_somebodys_address_is_not_them(db: Database, nina: Person, email: str):
    local_person(db)

    with pytest.raises(SignInRefused) as refusal:
        come_in(db, "two", subject="another", email=email)

    assert refusal.value.sentence.id == "sign-in-email-taken"
    assert name_of(db, "two") is None


def test_after_a_change_of_provider_the_address_connects_when_the_secrets_say_so(db: Database, nina: Person):
    rules = SignInRules(connects_by_email=True)
    elsewhere: dict[str, Any] = {
        "issuer": "https://new.example.org",
        "subject": "17",
        "email": "nina@example.org",
    }

    again = come_in(db, "two", rules=rules, **elsewhere)

    assert again == nina
    assert come_in(db, "three", **elsewhere) == nina
    (change,) = newest(db).changes
    assert change.what == "account"
    assert (change.before, change.after) == ("https://login.example.org nina", "https://new.example.org 17")


def test_an_address_whose_owner_is_gone_can_be_somebody_elses(db: Database, stella: Person, nina: Person):
    come_in(db, "stella's", subject="stella", email=stella.email)
    gone = change_person(db, asking(person=stella), nina.model_copy(update={"has_left": True}))

    newcomer = come_in(db, "two", subject="nina2", name="Nina Newer", email="nina@example.org")

    assert newcomer.id != gone.id
    assert (newcomer.name, newcomer.email, newcomer.has_left) == ("Nina Newer", "nina@example.org", False)
    kept = people.get(db, gone.id)
    assert kept == gone.model_copy(update={"email": f"nina@example.org #{gone.id}"})


def test_who_is_gone_cannot_come_in_and_what_they_have_open_ends(db: Database, stella: Person, nina: Person):
    come_in(db, "stella's", subject="stella", email=stella.email)
    change_person(db, asking(person=stella), nina.model_copy(update={"has_left": True}))

    with pytest.raises(HasLeft):
        come_in(db, "two", subject="nina", email="moved@example.org")

    assert name_of(db, "nina's") is None
    kept = people.get(db, nina.id)
    assert kept is not None
    assert kept.email == "nina@example.org"


def test_who_was_written_down_and_is_gone_cannot_come_in(db: Database, stella: Person):
    gone = Person(id=0, name="Gina Gone", email="gina@example.org", has_left=True)
    add_person(db, asking(person=stella), gone)

    with pytest.raises(HasLeft):
        come_in(db, "one", subject="gina", email="gina@example.org")

    assert sign_ins.account(db, gone.id) is None


def test_what_is_longer_than_a_line_is_refused(db: Database):
    with pytest.raises(TooLong):
        come_in(db, "one", email=f"{'o' * 300}@example.org")


def test_a_ticket_that_ended_never_counts_again(db: Database, nina: Person):
    sign_out(db, "nina's", NOON)

    with pytest.raises(SignInRefused) as refusal:
        come_in(db, "nina's", subject="nina", email="nina@example.org")

    assert refusal.value.sentence.id == "sign-in-again"
    assert name_of(db, "nina's") is None
    assert is_over(db, "nina's", NOON, RULES)


def test_a_ticket_that_nobody_came_in_with_is_worth_nothing_and_not_over(db: Database):
    assert name_of(db, "never seen") is None
    assert not is_over(db, "never seen", NOON, RULES)


def test_a_ticket_counts_as_long_as_somebody_asks_and_never_longer_than_the_limit(db: Database):
    nina = come_in(db, "one", subject="nina", email="nina@example.org")
    eleven = timedelta(hours=11)

    names = [name_of(db, "one", NOON + step * eleven) for step in range(1, 40)]

    within = int(RULES.longest / eleven)
    assert names[:within] == [nina.name] * within
    assert set(names[within:]) == {None}


def test_an_idle_ticket_ends(db: Database, nina: Person):
    assert name_of(db, "nina's", NOON - timedelta(days=1) + RULES.idle - HOUR) == nina.name
    assert name_of(db, "nina's", NOON - timedelta(days=1) + 2 * RULES.idle) is None


def test_being_seen_is_written_once_a_minute_at_most(db: Database):
    come_in(db, "one", subject="nina", email="nina@example.org")
    seen: list[str] = []

    for second in (1, 30, 59, 60, 61):
        name_of(db, "one", NOON + timedelta(seconds=second))
        seen += [row["seen"] for row in db.query("select seen from sign_ins")]

    minute = moment_text(NOON + timedelta(minutes=1))
    assert seen == [moment_text(NOON)] * 3 + [minute] * 2


def test_two_tabs_that_come_in_together_with_one_ticket_both_do(db: Database, home: Home):
    found: list[Person] = []
    start = Barrier(4)

    def open_tab() -> None:
        with opened(home) as own:
            start.wait()
            found.append(come_in(own, "one", subject="nina", email="nina@example.org"))

    tabs = [Thread(target=open_tab) for _ in range(4)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()

    assert len(found) == 4
    assert len(set(found)) == 1
    assert len([each for each in people.everybody(db) if each.email == "nina@example.org"]) == 1


def test_the_registry_keeps_no_ticket_only_its_digest(db: Database, nina: Person):
    kept = [row["ticket"] for row in db.query("select ticket from sign_ins")]

    assert len(kept) == 1
    assert "nina" not in kept[0]
    assert name_of(db, kept[0]) is None


def test_an_ended_ticket_is_remembered_as_long_as_the_providers_word_is_fresh(db: Database):
    rules = SignInRules(longest=timedelta(seconds=10))
    come_in(db, "one", rules=rules, subject="nina", email="nina@example.org")
    minutes = NOON + timedelta(minutes=9)
    come_in(db, "two", minutes, rules, subject="paul", email="paul@example.org")

    with pytest.raises(SignInRefused) as refusal:
        sign_in(db, "one", claims(subject="nina", email="nina@example.org"), minutes, rules)

    assert refusal.value.sentence.id == "sign-in-again"


def test_sign_ins_too_old_to_count_are_taken_out(db: Database, nina: Person):
    come_in(db, "later", NOON + timedelta(days=60), subject="paul", email="paul@example.org")

    assert db.table("sign_ins").count == 1


def test_a_steward_ends_somebodys_sign_ins_in_every_browser(db: Database, stella: Person, nina: Person):
    come_in(db, "another", subject="nina", email="nina@example.org")
    come_in(db, "stella's", subject="stella", email=stella.email)

    end_sign_ins(db, asking(person=stella), nina.id)

    assert [name_of(db, each) for each in ("nina's", "another", "stella's")] == [None, None, stella.name]
    assert newest(db).verb == "end_sign_ins"
    assert come_in(db, "anew", subject="nina", email="nina@example.org") == nina


def test_only_a_steward_ends_sign_ins_of_others(db: Database, olga: Person, nina: Person):
    with pytest.raises(NotAllowed):
        end_sign_ins(db, asking(person=olga), nina.id)
    with pytest.raises(PersonRefused):
        end_sign_ins(db, asking(person=STELLA), 99)

    assert name_of(db, "nina's", NOON - timedelta(days=1)) == nina.name
