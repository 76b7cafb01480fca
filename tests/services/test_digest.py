"""The digest of a week: nothing private, nobody named without consent, nothing read as markup."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from registry.domain.citing import Helping
from registry.domain.digest import weeks_until
from registry.domain.person import Person
from registry.sentences import say
from registry.services import echo, learning, proposal
from registry.services.agreement import agree_to_be_named
from registry.services.digest import Digest, digest
from registry.services.digest_words import digest_html, digest_markdown, sections
from registry.store.database import Database
from tests.nouns import NOON
from tests.services.week import DAY, begun, idea, learned, olga

WEEK = weeks_until(NOON.date(), 1)
HOSTILE = (
    "# <script>alert(1)</script> [x](javascript:alert(1)) ![p](//evil.example/p.png) *b* `c` www.evil.example"
    ' https://evil.example mail@evil.example \u202eturned &amp; "quoted"'
)


def test_a_quiet_week_says_so_in_one_sentence(db: Database):
    proposal.begin(db, olga(), idea("a secret plan"))

    told = digest(db, WEEK)

    assert told.is_quiet
    assert sections(told) == []
    text = digest_markdown(told)
    assert text.splitlines()[1:] == ["", say("digest-quiet")]
    assert say("digest-quiet") in digest_html(told)
    assert "secret" not in text


def test_a_lively_week_tells_each_part_once(db: Database, nora: Person):
    number = learned(db, idea("signing the card"), "Sign with a first name", surprised="They wrote back")
    begun(db, idea("a long-running idea"), NOON - 40 * DAY)
    helped = begun(db, idea("signing the letter"))
    learning.use(db, olga(), helped, Helping(number, "So we sign"))
    agree_to_be_named(db, olga(person=nora), agrees=True)
    echo.thank(db, olga(), number, "You told us", nora.id)
    agree_to_be_named(db, olga(person=nora), agrees=False)
    learned(db, idea("a year before"), "Remember me", NOON.replace(year=NOON.year - 1))

    told = digest(db, WEEK)

    assert [each.title for each in sections(told)] == [
        say(f"digest-{name}")
        for name in ("started", "decided", "learned", "surprised", "helped", "waiting", "thanks", "days")
    ]
    text = digest_markdown(told)
    assert "Sign with a first name" in text
    assert say("standing-emerging") in text
    assert "They wrote back" in text
    assert f"CX-{helped}" in text
    assert "You told us" in text
    assert "Remember me" in text
    assert "Olga" not in text
    assert "Nora" not in text


def test_who_was_thanked_is_named_once_they_agreed(db: Database, nora: Person):
    number = begun(db, idea("a card"))
    agree_to_be_named(db, olga(person=nora), agrees=True)

    echo.thank(db, olga(), number, "You stayed late", nora.id)

    assert "To Nora Neighbour" in digest_markdown(digest(db, WEEK))
    assert "To Nora Neighbour" in digest_html(digest(db, WEEK))


def test_links_are_there_only_where_an_address_is_known(db: Database):
    number = begun(db, idea("a card"))
    told = digest(db, WEEK)

    without, having = digest_html(told), digest_html(told, "https://cx.example.org")

    assert "href" not in without
    assert "](" not in digest_markdown(told)
    assert f'href="https://cx.example.org/experiment?id=CX-{number}"' in having
    assert f"(<https://cx.example.org/experiment?id=CX-{number}>)" in digest_markdown(
        told, "https://cx.example.org"
    )


class Tags(HTMLParser):
    """The elements of a page, and the attributes that lead somewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.leads = set[str](), list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.leads += [str(value) for name, value in attrs if name in ("href", "src", "background")]


@pytest.fixture
def hostile(db: Database) -> Digest:
    """A week in which everything that people wrote tries to be more than words."""
    number = learned(db, idea(HOSTILE, HOSTILE), HOSTILE, surprised=HOSTILE)
    echo.thank(db, olga(), number, HOSTILE)
    learned(db, idea(HOSTILE), HOSTILE, NOON.replace(year=NOON.year - 1))
    return digest(db, WEEK)


def test_nothing_that_people_wrote_works_as_html(hostile: Digest):
    page = Tags(digest_html(hostile))

    assert page.leads == []
    assert page.tags <= {
        *("html", "head", "meta", "title", "body", "div", "p", "h1", "h2", "ul", "li", "bdi"),
    }


def test_nothing_that_people_wrote_works_as_markdown(hostile: Digest):
    """The outside witness is a reader of Markdown that takes HTML too."""
    text = digest_markdown(hostile)

    page = Tags(MarkdownIt("commonmark", {"html": True}).render(text))

    assert page.leads == []
    assert page.tags <= {"h1", "h2", "ul", "li", "p", "blockquote"}
    # Nor does one that makes links of bare addresses find any.
    assert not re.search(r"(?<!\\)://|www\.|\w@\w", text)


def test_every_letter_that_people_wrote_is_still_there(hostile: Digest):
    words = " ".join(HOSTILE.replace("\u202e", "").split())
    rendered = MarkdownIt("commonmark").render(digest_markdown(hostile))

    assert words in unescape(re.sub(r"<[^>]+>", "", rendered))
    assert words in unescape(re.sub(r"<[^>]+>", "", digest_html(hostile)))


def test_no_mark_turns_the_direction_of_what_follows(hostile: Digest):
    for text in (digest_markdown(hostile), digest_html(hostile)):
        assert "\u202e" not in text
        assert text.count("\u2068") == text.count("\u2069")
