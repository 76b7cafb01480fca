"""The list of people as somebody looks through it: by words, page by page; and their teams and functions."""

import json
import re
import unicodedata
from typing import Any, Literal

from registry.domain.person import Person
from registry.store.database import Database

SAID = "folded(concat_ws(' ', name, team, function, email, roles))"
"""SQL: what of a person is searched."""

HAS_ALL = f"not exists (select 1 from json_each(:words) where instr({SAID}, value) = 0)"  # noqa: S608
"""SQL: whether a person has every one of the words sought, each anywhere."""


def listed(db: Database, text: str = "", *, limit: int, offset: int = 0) -> list[Person]:
    """The people in whom every word of *text* is found, by name; who is gone comes last."""
    return _people(
        db,
        f"where {HAS_ALL} order by left_at is not null, folded(name), id limit :limit offset :offset",
        {"words": _words(text), "limit": limit, "offset": offset},
    )


def count(db: Database, text: str = "") -> int:
    """In how many people every word of *text* is found."""
    db.register_function(folded, deterministic=True)
    sql = f"select count(*) as n from people where {HAS_ALL}"  # noqa: S608 - our own names
    (row,) = db.query(sql, {"words": _words(text)})
    return row["n"]


def stewards(db: Database) -> list[Person]:
    """Who looks after the registry now, by name."""
    is_one = "exists (select 1 from json_each(roles) where value = 'steward')"
    return _people(db, f"where left_at is null and {is_one} order by folded(name), id", {})


def spellings(db: Database, of: Literal["team", "function"], *, but_not: int | None = None) -> list[str]:
    """The teams or functions that people have, each as whoever came first spells it, by name.

    What only the person *but_not* has is left out.
    """
    sql = f"select {of} as name from people where {of} <> '' and id is not :but_not order by id"  # noqa: S608
    names = [row["name"] for row in list(db.query(sql, {"but_not": but_not}))]
    return sorted({name.casefold(): name for name in reversed(names)}.values(), key=folded)


def folded(text: str) -> str:
    """*text* as it is searched and put in order: small letters, without their accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if unicodedata.category(char) != "Mn")


def _words(text: str) -> str:
    return json.dumps(re.findall(r"\w+", folded(text)))


def _people(db: Database, which: str, values: dict[str, Any]) -> list[Person]:
    db.register_function(folded, deterministic=True)
    rows = db.query(
        "select id, name, email, team, function, roles, left_at is not null as has_left"  # noqa: S608
        f" from people {which}",
        values,
    )
    return [Person.model_validate({**row, "roles": json.loads(row["roles"])}) for row in list(rows)]
