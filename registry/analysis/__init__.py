"""Numbers: a pilot's data in, evidence out. Only the readers here touch files or engines."""
