"""The family tree of an experiment, from the links between experiments."""

from hypothesis import given
from hypothesis import strategies as some

from registry.domain.family import DESCENT, Line, Link, Tie, Word, family_tree

FROM, HELPED = Tie.CAME_FROM, Tie.HELPED_BY
CAME = (Word(FROM),)


def shown(focus: int, *links: Link) -> list[tuple[int, int]]:
    """The experiments of the tree with their depth."""
    return [(line.experiment, line.depth) for line in family_tree(focus, links)]


def test_who_has_no_family_stands_alone():
    assert family_tree(17, []) == (Line(17, 0),)


def test_an_idea_that_travelled_is_shown_from_its_beginning_whoever_is_looked_at():
    links = (Link(31, FROM, 17), Link(44, HELPED, 31))

    for focus in (17, 31, 44):
        assert family_tree(focus, links) == (
            Line(17, 0),
            Line(31, 1, CAME),
            Line(44, 2, (Word(HELPED),)),
        )


def test_brothers_and_sisters_are_not_told():
    assert shown(2, Link(2, FROM, 1), Link(3, FROM, 1), Link(4, FROM, 3)) == [(1, 0), (2, 1)]


def test_who_comes_from_two_has_both_above_and_its_own_family_once():
    links = (Link(3, FROM, 1), Link(3, HELPED, 2), Link(4, FROM, 3))

    assert family_tree(3, links) == (
        Line(1, 0),
        Line(3, 1, CAME),
        Line(4, 2, CAME),
        Line(2, 0),
        Line(3, 1, (Word(HELPED),), is_again=True),
    )


def test_a_citation_between_a_line_and_the_one_above_it_is_told_on_the_line():
    links = (Link(2, FROM, 1), Link(1, Tie.CITES_FOR, 2), Link(2, Tie.CITES_AGAINST, 1))

    (_, line) = family_tree(1, links)

    assert set(line.words) == {Word(FROM), Word(Tie.CITES_FOR, is_cited=True), Word(Tie.CITES_AGAINST)}


def test_what_cites_it_and_what_it_cites_stands_under_it_and_leads_no_further():
    links = (
        Link(1, Tie.CITES_AGAINST, 8),
        Link(9, Tie.CITES_FOR, 1),
        Link(7, FROM, 8),
        Link(10, Tie.CITES_FOR, 9),
    )

    assert family_tree(1, links) == (
        Line(1, 0),
        Line(8, 1, (Word(Tie.CITES_AGAINST, is_cited=True),)),
        Line(9, 1, (Word(Tie.CITES_FOR),)),
    )


def test_two_that_helped_each_other_are_told_and_it_ends():
    links = (Link(1, HELPED, 2), Link(2, FROM, 1))

    assert shown(1, *links) == shown(2, *links) == [(1, 0), (2, 1), (1, 2)]


def test_who_points_at_itself_stands_alone():
    assert family_tree(1, [Link(1, HELPED, 1)]) == (Line(1, 0),)


LINKS = some.lists(some.builds(Link, some.integers(1, 9), some.sampled_from(Tie), some.integers(1, 9)))


def reached(focus: int, links: list[Link], *, up: bool) -> set[int]:
    """A witness: everybody one gets to by going over all links again until nothing is added."""
    found = {focus}
    for _ in range(10):
        for each in links:
            here, there = (each.experiment, each.other) if up else (each.other, each.experiment)
            if each.tie in DESCENT and here in found:
                found.add(there)
    return found


@given(LINKS, some.integers(1, 9))
def test_every_ancestor_and_descendant_stands_there_once_with_its_family(links: list[Link], focus: int):
    told = [line.experiment for line in family_tree(focus, links) if not line.is_again]
    cited = {
        end
        for each in links
        for end in (each.experiment, each.other)
        if each.tie not in DESCENT and focus in (each.experiment, each.other)
    }

    assert len(told) == len(set(told))
    assert set(told) == reached(focus, links, up=True) | reached(focus, links, up=False) | cited


@given(LINKS, some.integers(1, 9))
def test_each_line_stands_under_one_that_it_points_at_or_is_cited_by(links: list[Link], focus: int):
    under: dict[int, int] = {}
    for line in family_tree(focus, links):
        assert line.depth == 0 or line.words
        assert line.depth == 0 or line.depth - 1 in under
        for word in line.words:
            above = under[line.depth - 1]
            pair = (above, line.experiment) if word.is_cited else (line.experiment, above)
            assert Link(pair[0], word.tie, pair[1]) in links
        under[line.depth] = line.experiment


@given(LINKS, some.integers(1, 9), some.randoms())
def test_the_order_of_the_links_does_not_matter(links: list[Link], focus: int, luck: object):
    shuffled = list(links)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]

    assert family_tree(focus, shuffled) == family_tree(focus, links)
