"""Numbers: a pilot's data in, evidence out.

pilot.py        a plan and its data bound together as evidence: start reading here
comparing.py    which method compares what: the table of docs/statistics.md as code
pilot_data.py   what is taken from a file, and the one protocol that any engine must follow
joining.py      days of several files put together, and taken out again
reading         a file in, summaries out; nothing else opens files or starts an engine
estimates       methods for customers: one file each, beside its source
stores          methods for stores, agents and blocks
looking         looking before the end
several         several arms, several segments
checks          what must be in order first
sizing          how many units a pilot needs
"""
