"""The text of data-model.md, from the schema of a freshly made registry and the models of what it stores."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from registry.analysis.pilot_data import PilotData
from registry.domain.facts import Fact
from registry.domain.organisation import Organisation
from registry.domain.proposal import Proposal
from registry.domain.recorded import Recorded
from registry.store import (
    agreements,
    collections,
    experiments,
    facets,
    history,
    index,
    last_looks,
    links,
    organisation,
    people,
    pictures,
    policies,
    search,
    sign_ins,
    snapshots,
)
from registry.store.database import Database, Home, opened
from registry.store.schema import create_registry

KEPT_BY: dict[str, ModuleType] = {
    "experiments": experiments,
    "facts": experiments,
    "people": people,
    "organisation": organisation,
    "pictures": pictures,
    "snapshots": snapshots,
    "policies": policies,
    "events": history,
    "sign_ins": sign_ins,
    "experiment_index": index,
    "renewals": facets,
    "search": search,
    "links": links,
    "collections": collections,
    "agreements": agreements,
    "last_looks": last_looks,
}
"""The tables, in the order one gets to know them, and the module of the store that reads and writes each."""
FACTS: tuple[type[Recorded], ...] = get_args(get_args(Fact)[0])
NAMES_OF_FACTS = frozenset(fact.__name__ for fact in FACTS)
BODIES: dict[str, type[BaseModel]] = {
    "experiments.proposal": Proposal,
    "organisation.body": Organisation,
    "snapshots.body": PilotData,
}
"""The JSON columns beside the facts' bodies, and the model that each holds."""
COLUMNS_OF_A_FACT = frozenset({"at", "by", "kind"})
"""Parts of a fact that have a column of their own and are left out of its body."""

INTRODUCTION = """\
# The data model

<!-- Written by docs/make_data_model.py (`make docs`) from the schema and the models; do not edit it here. -->

The registry is one SQLite file. A draft is edited in place, under a version; everything else is a **fact**,
added and never changed. An experiment's stage is computed from its facts and a moment, and stored only in an
index that can be rebuilt at any time. Customers' rows are never stored: what is kept of a pilot's data are
summaries.

Every write adds an **event** in the same transaction: who, when, which verb, what changed in words. An event
seals the rows that it wrote and is chained to the one before by a key outside the file, so that
`python -m registry check` finds what was changed, added or taken out behind the registry's back
([0005](decisions/0005-a-history-that-is-chained.md)).

Moments are UTC texts like `2026-03-01T09:30:00.000Z`, days are `2026-03-01`; columns noted as JSON hold the
models below.
"""


class Undescribed(Exception):
    """The registry has a table that this page does not know, or the page one that the registry lacks."""


def tables(db: Database) -> set[str]:
    """The names of our tables; not SQLite's, nor what full-text search and migrations keep for themselves."""
    sql = "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')"
    return {row["name"] for row in db.query(sql) if not row["name"].startswith(("sqlite_", "_sqlite_"))}


def first_line(documented: object) -> str:
    """The one true sentence of a docstring."""
    return " ".join((documented.__doc__ or "").split("\n\n")[0].split())


def table_part(db: Database, name: str) -> Iterator[str]:
    """A table: who keeps it, and its columns."""
    module = KEPT_BY[name]
    yield f"\n### {name}\n\n`{module.__name__}`: {first_line(module)}\n"
    refers = {
        row["from"]: row["table"]
        for row in db.query("select * from pragma_foreign_key_list(:table)", {"table": name})
    }
    yield "| column | type | notes |"
    yield "|---|---|---|"
    for column in db.query("select * from pragma_table_info(:table)", {"table": name}):
        notes = ["primary key"] if column["pk"] else []
        notes += ["may be empty"] if not column["notnull"] and not column["pk"] else []
        notes += [f"refers to {refers[column['name']]}"] if column["name"] in refers else []
        if body := BODIES.get(f"{name}.{column['name']}"):
            notes.append(f"JSON: {link(body.__name__)}")
        if (name, column["name"]) == ("facts", "body"):
            notes.append("JSON: the model of its kind, see [Facts](#facts)")
        yield f"| {column['name']} | {column['type'].lower()} | {', '.join(notes)} |"


def link(model: str) -> str:
    """A link to the part of this page that describes *model*."""
    return f"[{model}](#{model.lower()})"


PLAIN = {"null": "nothing", "boolean": "yes/no", "string": "text"}
"""What some types of a JSON schema are called here; the others keep their names."""


def type_text(schema: dict[str, Any]) -> str:
    """A JSON schema in a few words, with links to the models it mentions."""
    match schema:
        case {"$ref": str(reference)}:
            return link(reference.rsplit("/", 1)[-1])
        case {"anyOf": alternatives}:
            # JSON has one kind of number, so pydantic's “integer or number” says it twice.
            return " or ".join(map(type_text, alternatives)).replace("integer or number", "number")
        case {"type": "array", "items": item}:
            return f"list of {type_text(item)}"
        case {"type": "object", "additionalProperties": dict(item)}:
            return f"{type_text(item)}, by name"
        case {"format": "date"}:
            return "day"
        case _:
            kind = str(schema.get("type", "any"))
            return PLAIN.get(kind, kind)


def model_part(name: str, schema: dict[str, Any], kind: str | None = None) -> Iterator[str]:
    """A model: what it is, and its parts or its values."""
    about = " ".join(schema.get("description", "").split("\n\n")[0].split())
    yield f"\n### {name}\n"
    if kind is not None:
        yield f"Kind `{kind}`. {about}\n"
    else:
        yield f"{about}\n"
    if "enum" in schema:
        yield "One of " + ", ".join(f"`{value}`" for value in schema["enum"]) + "."
        return
    yield "| part | holds |"
    yield "|---|---|"
    for part, content in schema.get("properties", {}).items():
        if name not in NAMES_OF_FACTS or part not in COLUMNS_OF_A_FACT:
            yield f"| {part} | {type_text(content)} |"


def definitions_of(models: Sequence[type[BaseModel]]) -> dict[str, dict[str, Any]]:
    """The JSON schema of each of *models* and of every model within them, by name."""
    _, accepted = models_json_schema([(model, "validation") for model in models])
    _, written = models_json_schema([(model, "serialization") for model in models])
    # A model that writes its own JSON describes only what it accepts.
    described = {name: each for name, each in written["$defs"].items() if {"properties", "enum"} & set(each)}
    return accepted["$defs"] | described


def page() -> str:
    """The whole page. Raises Undescribed when the registry's tables are not those of KEPT_BY."""
    models: list[type[BaseModel]] = [*BODIES.values(), *FACTS]
    definitions = definitions_of(models)
    own = [model.__name__ for model in models]
    inner = sorted(set(definitions) - set(own))
    lines = [INTRODUCTION, "## Tables"]
    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        create_registry(home)
        with opened(home) as db:
            if differing := tables(db) ^ set(KEPT_BY):
                raise Undescribed(f"The schema and KEPT_BY here differ in {', '.join(sorted(differing))}.")
            for name in KEPT_BY:
                lines += table_part(db, name)
    lines.append("\n## Facts\n\nThe body of a fact, by its kind.")
    for fact in FACTS:
        lines += model_part(fact.__name__, definitions[fact.__name__], kind=fact.model_fields["kind"].default)
    lines.append("\n## Other bodies")
    for model in BODIES.values():
        lines += model_part(model.__name__, definitions[model.__name__])
    lines.append("\n## Models within them")
    for name in inner:
        lines += model_part(name, definitions[name])
    return "\n".join(lines) + "\n"
