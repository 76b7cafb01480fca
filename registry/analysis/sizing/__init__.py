"""How many units a pilot needs, and what it can see."""
