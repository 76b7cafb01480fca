"""The two tables: what each way took, and how the ways compare; as text and as Markdown."""

from collections.abc import Sequence

from bench.pilot_files.ratios import Figure, Runs

RUNS = ("rows", "file", "read by", "runs", "seconds", "processor s", "largest MB", "together MB")
FIGURES = ("rows", "file", "figure", "measured", "target", "")
WORDS = ("file", "read by", "figure", "target", "")
"""The columns that hold words; the others hold numbers."""


def run_cells(runs: Runs) -> tuple[str, ...]:
    """One line about one way and one file."""
    return (
        f"{runs.millions} M",
        runs.form,
        runs.way,
        str(len(runs.every)),
        f"{runs.seconds:.2f}",
        f"{runs.cpu:.2f}",
        f"{runs.largest:.0f}",
        f"{runs.together:.0f}",
    )


def figure_cells(figure: Figure) -> tuple[str, ...]:
    """One line about one figure, its target and the verdict."""
    told = f"{figure.value:.0f}" if figure.value >= 100 else f"{figure.value:.2f}"
    if figure.target is None:
        return (f"{figure.millions} M", figure.form, figure.name, told, "–", "")
    bound = f"{'≤' if figure.target.at_most else '≥'} {figure.target.bound:g}"
    verdict = "met" if figure.target.is_met_by(figure.value) else "missed"
    return (f"{figure.millions} M", figure.form, figure.name, told, bound, verdict)


def text(cells: Sequence[str]) -> str:
    """A line for the terminal."""
    rows, form, name, *others = cells
    return f"{rows:>6}  {form:<9}{name:<40}{''.join(f'{cell:>13}' for cell in others)}".rstrip()


def markdown(runs: Sequence[Runs], figures: Sequence[Figure], *, told: str) -> str:
    """Both tables below the sentence that says when and where they were made."""
    return "\n".join(
        [
            told,
            "",
            *_table(FIGURES, [figure_cells(one) for one in figures]),
            "",
            *_table(RUNS, [run_cells(one) for one in runs]),
        ]
    )


def _table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> list[str]:
    under = "".join("---|" if name in WORDS else "---:|" for name in head)
    return [f"| {' | '.join(head)} |", f"|{under}", *(f"| {' | '.join(line)} |" for line in lines)]
