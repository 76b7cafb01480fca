"""An address says what is wanted, and nothing that stands in one makes it fail."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from registry.domain.finding import (
    MOST_VALUES,
    NOT_BY_TEAM,
    PARAMETERS,
    VALUES,
    Facet,
    Wanted,
    address,
    asked,
    honest,
)

NAMES = st.sampled_from(sorted(PARAMETERS)) | st.text(max_size=8)
SAID = st.text() | st.sampled_from(
    ["A", "confirmed", "2026-02-30", "2026-11-21", "\ud83d", "\x00", "0001-01-01"]
)
WORDS = st.text(alphabet='abcé字 "*', max_size=20).map(str.strip)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))


def values_of(facet: Facet) -> st.SearchStrategy[str]:
    own = st.text(alphabet="abc é", min_size=1).map(str.strip).filter(bool)
    return st.sampled_from(VALUES[facet]) if facet in VALUES else own


CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        facet: st.lists(values_of(facet), min_size=1, max_size=3, unique=True).map(tuple) for facet in Facet
    },
)
WANTED = st.builds(Wanted, words=WORDS, chosen=CHOSEN, since=DAYS, until=DAYS)


@given(said=st.dictionaries(NAMES, st.lists(SAID, max_size=30)))
def test_no_address_fails_and_what_it_asks_for_is_known_and_bounded(said: dict[str, list[str]]):
    wanted, unknown = asked(said)

    assert set(unknown) <= PARAMETERS
    for facet, values in wanted.chosen.items():
        assert 0 < len(values) <= MOST_VALUES
        assert facet not in VALUES or set(values) <= set(VALUES[facet])


@given(wanted=WANTED)
def test_what_is_wanted_stands_in_its_address_and_is_read_back(wanted: Wanted):
    assert asked(address(wanted)) == (wanted, ())


def test_an_address_is_readable():
    wanted = Wanted(words="returns", chosen={Facet.GRADE: ("A",), Facet.STANDING: ("confirmed",)})

    assert address(wanted) == {"q": ["returns"], "standing": ["confirmed"], "grade": ["A"]}


def test_what_is_left_out_of_an_address_is_named():
    wanted, unknown = asked({"grade": ["Z", "A"], "from": ["yesterday"], "team": ["anybody"]})

    assert unknown == ("grade", "from")
    assert wanted == Wanted(chosen={Facet.GRADE: ("A",), Facet.TEAM: ("anybody",)})


@given(wanted=WANTED)
def test_one_team_is_never_asked_how_its_ideas_ended(wanted: Wanted):
    kept = honest(wanted)

    if wanted.is_by_team:
        assert not set(NOT_BY_TEAM) & set(kept.chosen)
    else:
        assert kept == wanted


@given(wanted=WANTED)
def test_looser_leaves_out_one_thing_at_a_time(wanted: Wanted):
    things = len(address(wanted))

    for each in wanted.looser():
        assert len(address(each)) == things - 1
