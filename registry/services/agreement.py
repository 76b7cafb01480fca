"""Agreeing to be named in thanks, or taking it back."""

from registry.domain.history import Change
from registry.domain.permission import check_allowed
from registry.domain.person import Asking
from registry.sentences import say
from registry.services.recording import acting
from registry.store import agreements, history
from registry.store.database import Database
from registry.store.history import Entry, Sealed


def agree_to_be_named(db: Database, asking: Asking, *, agrees: bool) -> None:
    """Who asks may be named where they are thanked from now on; with *agrees* false, not any more."""
    with acting(db, asking) as asked:
        check_allowed(asked, "agree_to_be_named")
        if agreements.was_added(db, asked):
            return
        wrote = [Sealed("agreements", agreements.add(db, asked, agrees=agrees))]
        said = Change(what="agrees", after=say("history-yes" if agrees else "history-no"))
        history.add(db, asked, Entry("agree_to_be_named", changes=[said], wrote=wrote))
