"""Tried & Told: what we tried with customers, and what we learned.

The map, from the ground up (imports point down only; `make test` checks it):

domain      nouns and rules: pure, no I/O, no clock, no randomness
analysis    numbers: a pilot's data in, evidence out
store       rows: SQLite; the only room with SQL about the registry
sentences   the one catalogue of every sentence shown to a person
services    verbs: open a transaction, load, ask the domain, save
web, cli    the two edges, where the clock and the person who asks come in
pages       screens (beside this package): read widgets, call one verb, show the answer
"""
