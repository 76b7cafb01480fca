"""What stands beside an estimate: other views of a comparison, and what to bear in mind with it."""
