"""What must be in order before the numbers mean what they seem to mean."""
