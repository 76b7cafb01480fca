"""A file in, summaries out: the only part that opens files or starts an engine."""
