"""Names, teams, functions and addresses are written down in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.naming import address, as_known, as_meant, one_line
from registry.domain.person import Person, PersonRefused, Role
from tests.nouns import OLGA

ROLES = st.frozensets(st.sampled_from(Role))
PEOPLE = st.builds(
    Person,
    id=st.just(1),
    name=st.sampled_from(["Olga", "Olga Owner"]),
    email=st.just("olga@example.org"),
    team=st.sampled_from(["", "Parcels"]),
    function=st.sampled_from(["", "legal"]),
    roles=ROLES,
    has_left=st.booleans(),
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Olga \n\t Owner ", "Olga Owner"),
        ("Olga\u00a0Owner", "Olga Owner"),
        ("Jose\u0301", "José"),
        ("<b>Olga</b> **Owner**", "<b>Olga</b> **Owner**"),
        ("\u202eOlga\u2066 Owner", "Olga Owner"),
        ("أولغا \u200f", "أولغا \u200f"),
        ("👩🏽\u200d🚀", "👩🏽\u200d🚀"),
        ("\u200b\u2060 \ufeff", ""),
        ("\x00", ""),
    ],
)
def test_a_name_is_one_line_of_what_was_typed_that_turns_nothing_beside_it(typed: str, kept: str):
    assert one_line(typed) == kept


def test_an_address_is_kept_in_small_letters():
    assert address(" Olga.Owner+cx@Example.ORG ") == "olga.owner+cx@example.org"
    assert address("ÖLGA@example.org") == "ölga@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "olga",
        "olga@",
        "@example.org",
        "a@b@c",
        "a b@example.org",
        "Olga <olga@example.org>",
        "a@x.org,b@x.org",
        "mailto:a@x.org",
        "olga\u200b@example.org",
    ],
)
def test_what_looks_like_no_address_is_refused(typed: str):
    with pytest.raises(PersonRefused) as refusal:
        address(typed)

    assert refusal.value.sentence.id == "person-email-shape"


def test_a_team_has_the_spelling_of_whoever_named_it_first():
    assert as_known(" parcels ", ["Quality", "Parcels"]) == "Parcels"
    assert as_known("Parcel  shop", ["Quality", "Parcels"]) == "Parcel shop"
    assert as_known("", ["", "Parcels"]) == ""


def test_two_who_change_one_person_at_the_same_time_both_get_what_they_meant():
    seen = OLGA.model_copy(update={"roles": frozenset({Role.LEADER})})
    mine = seen.model_copy(update={"team": "Returns", "roles": frozenset({Role.LEADER, Role.REVIEWER})})
    theirs = seen.model_copy(update={"function": "legal", "roles": frozenset[Role]()})

    both = as_meant(seen, mine, theirs)

    assert (both.team, both.function, both.roles) == ("Returns", "legal", frozenset({Role.REVIEWER}))


@given(PEOPLE, PEOPLE, PEOPLE)
def test_what_somebody_left_alone_stays_and_what_they_changed_is_so(
    seen: Person, wanted: Person, now: Person
):
    person = as_meant(seen, wanted, now)

    for field in ("name", "team", "function", "has_left"):
        before, meant = getattr(seen, field), getattr(wanted, field)
        assert getattr(person, field) == (getattr(now, field) if meant == before else meant)
    for role in Role:
        left_alone = (role in seen.roles) == (role in wanted.roles)
        assert (role in person.roles) == (role in (now.roles if left_alone else wanted.roles))
