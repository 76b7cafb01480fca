"""Policies as the tests need them: the next one of an organisation, and any that can be read at all."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from registry.domain.policy_written import LEVELS_OF_NUMBERS
from registry.domain.risk import QUESTIONS
from registry.services.policy_shipped import shipped_texts

FIRST = shipped_texts()[1]
NEXT = max(shipped_texts()) + 1

NUMBERS = st.integers(1, 1_000) | st.floats(0.001, 1_000, allow_nan=False)
FUNCTIONS = st.sampled_from(("legal", "front line", "finance", "customer experience"))


def next_policy(*replaced: tuple[str, str], version: int = NEXT) -> str:
    """The first policy as the organisation's next one, each of *replaced* written otherwise."""
    text = FIRST
    for written, instead in (("version = 1", f"version = {version}"), *replaced):
        assert written in text
        text = text.replace(written, instead, 1)
    return text


def levels(*, at_most: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Some questions, each with a level that says something, as a policy names it."""

    def of(name: str) -> st.SearchStrategy[Any]:
        question = next(each for each in QUESTIONS if each.name == name)
        named = question.values or tuple(range(LEVELS_OF_NUMBERS[name] + 1))
        return st.sampled_from(named[:-1] if at_most else named[1:])

    names = st.lists(st.sampled_from([each.name for each in QUESTIONS]), max_size=3, unique=True)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: of(name) for name in chosen}))


@st.composite
def policies(draw: st.DrawFn) -> str:
    """Any policy, as it would be written."""
    near_hinge = draw(st.integers(1, 100))
    written: dict[str, dict[str, Any]] = {
        "score": {"near_hinge": near_hinge, "one_way": draw(st.integers(near_hinge, 100))},
        "cuts": {
            name: sorted(draw(st.sets(NUMBERS, min_size=count, max_size=count)))
            for name, count in LEVELS_OF_NUMBERS.items()
        },
        "weights": {each.name: draw(st.integers(1, 100)) for each in QUESTIONS},
        "review": {
            "reviewers": 3,
            "functions": 2,
            "days": 5,
            "voices": draw(st.lists(FUNCTIONS, max_size=2, unique=True)),
        },
        "owners": draw(st.dictionaries(FUNCTIONS, st.just(["harm", "law"]))),
    }
    lines = [f"version = {draw(st.integers(1, 1_000_000))}", f"date = {draw(st.dates(date(2000, 1, 1)))}"]
    for name, table in written.items():
        lines += [f"[{name}]", *(f'"{key}" = {_toml(value)}' for key, value in table.items())]
    for number, every in enumerate(draw(st.lists(levels().filter(bool), max_size=4))):
        lines += [
            "[[knockout]]",
            f'id = "k{number}"',
            f"all = {_toml(every)}",
            f"any = {_toml(draw(levels()))}",
        ]
    for number, bounds in enumerate(draw(st.lists(levels(at_most=True), max_size=4))):
        lines += ["[[lever]]", f'id = "l{number}"', f"effort = {number + 1}", f"at_most = {_toml(bounds)}"]
    empty = [f"{name} = []" for name in ("knockout", "lever") if f"[[{name}]]" not in lines]
    return "\n".join(empty + lines)


def _toml(value: object) -> str:
    match value:
        case dict():
            inner: dict[str, object] = value
            return "{ " + ", ".join(f"{name} = {_toml(each)}" for name, each in inner.items()) + " }"
        case list():
            entries: list[object] = value
            return "[" + ", ".join(map(_toml, entries)) + "]"
        case str():
            return f'"{value}"'
        case _:
            return repr(value)
