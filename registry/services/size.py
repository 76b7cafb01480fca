"""How many customers, or stores, does the pilot need? Asked while its plan is being written."""

from registry.analysis.sizing.question import Answer, Question


def size_answer(question: Question) -> Answer:
    """What can be said of size so far; nothing is refused, for a plan needs no size."""
    # The engine takes a moment to load, and only who asks about size waits for it.
    from registry.analysis.sizing.while_writing import answer  # noqa: PLC0415

    return answer(question)
