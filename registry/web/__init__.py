"""What the screens share: router, session, widgets, charts."""
