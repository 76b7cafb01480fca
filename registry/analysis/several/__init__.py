"""Several arms and segments at once."""
