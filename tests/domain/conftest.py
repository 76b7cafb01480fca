"""Laws are tried without a stopwatch: how long one try takes tells of the machine, not of the law."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
