"""What the organisation says about itself."""

from registry.domain.organisation import Organisation, check_organisation
from registry.domain.person import Asking
from registry.domain.text import LINE, check_lengths
from registry.store import organisation as organisations
from registry.store.database import Database, writing


def describe(db: Database, asking: Asking, organisation: Organisation) -> None:
    """Keep *organisation* from now on; assessments made before stay as they are."""
    check_organisation(organisation)
    check_lengths(organisation, LINE)
    with writing(db):
        organisations.add(db, asking, organisation)
