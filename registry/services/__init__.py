"""Verbs: open a transaction, load, ask the domain, save."""
