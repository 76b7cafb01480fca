"""What holds for every file of the house, whatever it is about."""

import ast
import re
from pathlib import Path

from tests.source import ROOT, files, place, python_files, tree

LONGEST = 300
TEXTS = (".py", ".md", ".toml", ".ftl", ".txt", ".json", ".jsonl", ".yml", ".yaml", ".cfg", "Makefile", "run")
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt|tmp|var|mnt)/\w")


def imports_streamlit(path: Path) -> bool:
    """Does the file at *path* import Streamlit, anywhere in it?"""
    for node in ast.walk(tree(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        if any(name.split(".")[0] == "streamlit" for name in names):
            return True
    return False


def is_launcher_statement(statement: ast.stmt) -> bool:
    """Is *statement* a docstring, an import, or the one assignment `app = st.App(…)`?"""
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="app")], value=ast.Call(func=ast.Attribute(attr="App"))):
            return True
        case _:
            return False


def test_app_is_nothing_but_the_launcher():
    app = ROOT / "app.py"

    others = [place(app, each) for each in tree(app).body if not is_launcher_statement(each)]

    assert not others, f"app.py only makes the App; move this into registry/web: {others}"


def test_only_the_launcher_the_pages_and_web_know_streamlit():
    everywhere = set(python_files("app.py", "pages", "registry"))
    allowed = set(python_files("app.py", "pages", "registry/web"))

    strangers = [place(path) for path in sorted(everywhere - allowed) if imports_streamlit(path)]

    assert not strangers, f"These import streamlit: {strangers}"


def test_every_file_is_short_enough_to_read_in_one_sitting():
    lengths = {
        place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files(".py", ".ftl")
    }

    too_long = {name: length for name, length in lengths.items() if length >= LONGEST}

    assert not too_long, f"Split these by idea: {too_long}"


def test_no_file_names_a_folder_of_somebodys_machine():
    found = [
        place(path, number)
        for path in files(*TEXTS)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if SOMEBODYS_FOLDER.search(line)
    ]

    assert not found, f"Machine paths: {found}"


def test_every_test_file_stands_in_a_package():
    """Two rooms may both have a test_review.py only when their folders are packages."""
    without = [place(path) for path in python_files("tests") if not (path.parent / "__init__.py").exists()]

    assert not without, f"Add an empty __init__.py beside: {without}"
