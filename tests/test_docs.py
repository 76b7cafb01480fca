"""The pages in Markdown tell the truth about the files beside them."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.domain.evidence import BesideName, CheckName, Method
from tests.source import ROOT, files, place, tree

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:")
TERM = re.compile(r"^\| (?P<word>[^|]+?) \|.*\| \[`(?P<name>[\w.]+)`\]\((?P<file>[^)]+)\) \|$")
GLOSSARY = ROOT / "docs" / "glossary.md"
STATISTICS = ROOT / "docs" / "statistics.md"
METHODS = ("estimates", "stores", "looking", "several", "checks", "sizing", "beside")
"""The folders of registry/analysis in which every file is a method, or a part of one."""


def links(page: Path) -> Iterator[tuple[int, str]]:
    """The line and the target of every link in *page* that stays in this repository."""
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        yield from ((number, target) for target in LINK.findall(line) if not ELSEWHERE.match(target))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, made the way readers of Markdown make them."""
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_broken(page: Path, target: str) -> bool:
    """Does *target*, a link in *page*, lead nowhere?"""
    file, _, anchor = target.partition("#")
    there = page.parent / file if file else page
    return not there.exists() or (bool(anchor) and there.suffix == ".md" and anchor not in anchors(there))


def names_in(body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    """What a module or a class defines: its classes, functions and variables; members as `Class.member`."""
    for node in body:
        match node:
            case ast.ClassDef(name=name, body=inner):
                yield prefix + name
                yield from names_in(inner, f"{prefix}{name}.")
            case ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield prefix + name
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield prefix + name
            case _:
                pass


def test_every_link_leads_somewhere():
    broken = [
        f"{place(page, line)} {target}"
        for page in files(".md")
        for line, target in links(page)
        if is_broken(page, target)
    ]

    assert not broken, "\n".join(broken)


def test_every_word_of_the_glossary_lives_where_it_says():
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    rows = [
        (n, line) for n, line in enumerate(lines, start=1) if line.startswith("| ") and "| word |" not in line
    ]

    untrue = [
        f"{place(GLOSSARY, number)} {line}"
        for number, line in rows
        if not (term := TERM.match(line))
        or term["name"] not in set(names_in(tree((GLOSSARY.parent / term["file"]).resolve()).body))
    ]

    assert rows
    assert not untrue, "\n".join(untrue)


def test_no_word_of_the_glossary_is_explained_twice():
    words = re.findall(r"(?m)^\| ([^|]+?) \|", GLOSSARY.read_text(encoding="utf-8"))

    twice = {word for word in words if words.count(word) > 1} - {"word"}

    assert not twice


def linked(page: Path) -> set[Path]:
    """The files that *page* links to."""
    return {(page.parent / target.partition("#")[0]).resolve() for _, target in links(page)}


def test_every_method_is_named_where_it_is_chosen():
    chosen = STATISTICS.read_text(encoding="utf-8").partition("### What is refused")[0]

    unnamed = [method.value for method in Method if f"`{method.value}`" not in chosen]

    assert not unnamed


def test_everything_that_stands_beside_an_estimate_is_named():
    page = STATISTICS.read_text(encoding="utf-8")

    unnamed = [name for names in (BesideName, CheckName) for name in names if f"`{name}`" not in page]

    assert not unnamed


@pytest.mark.parametrize("folder", METHODS)
def test_every_file_of_a_method_and_its_witness_are_linked(folder: str):
    rooms = (ROOT / "registry" / "analysis" / folder, ROOT / "tests" / "analysis" / folder)
    kept = {file.resolve() for room in rooms for file in room.glob("*.py") if is_told(file)}

    absent = kept - linked(STATISTICS)

    assert len(kept) > 1
    assert not absent


def is_told(file: Path) -> bool:
    """Of a room of tests the tests themselves; of a room of methods all but the line that names the room."""
    return file.name.startswith("test_") if "tests" in file.parts else file.name != "__init__.py"


def test_every_method_of_the_page_says_its_source_and_its_witness():
    text = STATISTICS.read_text(encoding="utf-8")
    sections = [part for part in text.split("\n### ")[1:] if "\n| in | " in part]

    bare = [
        part.partition("\n")[0]
        for part in sections
        if "\n| source | " not in part or "\n| witness | " not in part
    ]

    assert len(sections) > 15
    assert not bare


def test_the_pages_made_from_the_code_are_up_to_date():
    checked = subprocess.run(
        [sys.executable, "docs/make.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stderr
