"""When, with what, and on what machine something was measured; never the machine's name."""

import os
import platform
import re
from datetime import date
from pathlib import Path

import numpy as np
import scipy

PROCESSOR = Path("/proc/cpuinfo")


def told(day: date, *, seconds: float) -> str:
    """One sentence above a table."""
    when = f"{day.day} {day:%B %Y}"
    versions = f"Python {platform.python_version()}, numpy {np.__version__} and scipy {scipy.__version__}"
    took = f"{seconds / 60:.0f} minutes of processor time"
    return f"Measured by `make calibrate` on {when} in {took}, with {versions}, on {machine()}."


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def machine(processor: Path = PROCESSOR) -> str:
    """The cores that this process may use, and the processor's name where the system tells it."""
    text = processor.read_text(encoding="utf-8") if processor.exists() else ""
    model = re.search(r"(?m)^model name\s*:\s*(.+?)\s*$", text)
    counted = "one core" if cores() == 1 else f"{cores()} cores"
    return counted if model is None else f"{counted} ({model[1]})"
