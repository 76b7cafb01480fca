"""What the organisation says about itself."""

from registry.domain.difference import differences
from registry.domain.organisation import Organisation, check_organisation
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.domain.text import LINE, check_lengths
from registry.services.history import in_words
from registry.services.recording import acting
from registry.store import history
from registry.store import organisation as organisations
from registry.store.database import Database
from registry.store.history import Entry, Sealed


def describe(db: Database, asking: Asking, organisation: Organisation) -> None:
    """Keep *organisation* from now on; assessments made before stay as they are."""
    check_organisation(organisation)
    check_lengths(organisation, LINE)
    with acting(db, asking) as asked:
        check_allowed(asked, "describe_organisation")
        before = organisations.latest(db) or Organisation()
        changes = in_words(differences(before, organisation))
        version = organisations.add(db, asked, organisation)
        wrote = [Sealed("organisation", version)]
        history.add(db, asked, Entry("describe_organisation", changes=changes, wrote=wrote))
