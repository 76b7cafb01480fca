"""From a pilot's file to an answer: the file, four ways of reading it, and what each of them takes.

pilot.py      the generated pilot: its columns, its plan, and how it is written
process.py    a whole process measured: seconds, processor time, memory
way.py        the ways, and whether they counted the same
scan.py       DuckDB alone: counts and sums of the plan's columns, the least that any answer needs
by_pandas.py  pandas and scipy, as one would write it in a notebook
by_tea_tasting.py  tea-tasting over Ibis and DuckDB
ratios.py     medians, ratios and targets
table.py      the table, as text and as Markdown
"""
