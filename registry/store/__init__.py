"""Rows: SQLite through sqlite-utils. The only room with SQL about the registry."""
