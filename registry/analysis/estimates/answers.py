"""What was answered on a bounded scale, read from how often each answer was given."""

from collections.abc import Mapping


def ordered(answers: Mapping[str, int]) -> list[tuple[float, int]]:
    """Every answer as a number with its count, the lowest first."""
    return sorted((float(answer), count) for answer, count in answers.items())


def top_box(answers: Mapping[str, int], *, threshold: float) -> int:
    """How many answered *threshold* or more: with 4 on a scale of 1 to 5, the satisfied (“top two box”)."""
    return sum(count for answer, count in ordered(answers) if answer >= threshold)
