"""Looking before the end: at planned looks, or at any time."""
