"""Is the registry well? For whoever watches over the server."""

from registry.services.home import home
from registry.store.health import Health, health

__all__ = ["Health", "registry_health"]


def registry_health() -> Health:
    """Whether this app's registry can be read and written right now. May wait behind a writer."""
    return health(home())
