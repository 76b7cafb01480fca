"""The registry's backups on a page: make one, take one along, go back to one."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import streamlit as st

from registry.domain.person import Asking
from registry.sentences import day_text, say
from registry.services.backup import (
    Kept,
    Restored,
    back_up_here,
    kept,
    look_at,
    on_shelf,
    restore,
    take_away,
)
from registry.services.home import registry
from registry.services.sign_in import who
from registry.services.upload import kept_briefly
from registry.store.candidate import Backup, State, in_megabytes
from registry.web.history import own_zone
from registry.web.mode import sign_in_rules
from registry.web.prose import plain, told
from registry.web.session import NotSignedIn, asking, now, refusals_shown, ticket

SHOWN = 10
"""Backups on the page; to say whether one is good takes a moment."""

MANY = 10_000
CHOSEN, LOOKED, ALL = "backup-chosen", "backup-looked-at", "backups-all"


def show_backups() -> None:
    """Make one; and the list of those that are here, to take along, or to go back to."""
    # What comes and goes stands in containers that stay: else a file on its way up, below, would be lost.
    with st.container():
        _offer_to_make_one()
    with registry() as db:
        found = kept(db, asking(), MANY if st.session_state.get(ALL) else SHOWN)
    with st.container():
        _confirm_chosen(found)
    with st.container():
        _list(found)
    _offer_upload(found)


def _offer_to_make_one() -> None:
    if st.button(told("backup-now"), type="primary", icon=":material/save:"):
        with refusals_shown():
            with registry() as db:
                made = back_up_here(db, asking())
            numbers = {"events": made.events, "megabytes": made.megabytes}
            st.success(told("backup-made", file=made.name, **numbers), icon=":material/check:")


def _list(found: Kept) -> None:
    if found.files:
        st.caption(told("backups-space", files=found.files, megabytes=in_megabytes(found.size)))
    else:
        st.info(told("backups-none"))
    for backup in found.newest:
        _show(backup)
    if found.files > len(found.newest) and st.button(told("backups-more", files=found.files)):
        st.session_state[ALL] = True
        st.rerun()


def _show(backup: Backup) -> None:
    """One line of the list; on a phone the buttons stand below."""
    with st.container(horizontal=True, horizontal_alignment="distribute", border=True):
        with st.container(gap=None, width=300):
            st.markdown(told("backup-line", at=_when(backup), megabytes=backup.megabytes))
            st.caption(plain(backup.name))
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            color = "green" if backup.state is State.GOOD else "orange"
            st.badge(told(f"backup-state-{backup.state}"), color=color)
            st.download_button(
                told("backup-download"),
                _content(backup.name),
                backup.name,
                "application/vnd.sqlite3",
                key=f"download-{backup.name}",
                on_click="ignore",
                icon=":material/download:",
            )
            if st.button(told("backup-restore"), key=f"restore-{backup.name}"):
                st.session_state[CHOSEN] = backup.name
                st.rerun()


def _when(backup: Backup) -> str:
    """When it was made, by the reader's own clock."""
    if backup.at is None:
        return say("backup-at-unknown")
    at = backup.at.astimezone(own_zone())
    return f"{day_text(at.date())}, {at:%H:%M}"


def _content(name: str) -> Callable[[], bytes]:
    """What the backup holds, read only when somebody asks for it."""
    held = ticket()

    def read() -> bytes:
        # The browser asks for it outside of any run of this page, so the ticket is looked at again.
        with registry() as db:
            person = held and who(db, held, now(), sign_in_rules())
            if not person:
                raise NotSignedIn("sign-in-needed")
            return take_away(db, Asking(person=person, at=now()), name)

    return read


def _confirm_chosen(found: Kept) -> None:
    """What going back to the chosen one would do."""
    backup = next((each for each in found.newest if each.name == st.session_state.get(CHOSEN)), None)
    if backup is not None:
        with registry() as db:
            file = on_shelf(db, backup.name)
        _confirm(CHOSEN, backup, found, lambda: nullcontext(file))


def _offer_upload(found: Kept) -> None:
    """Go back to a backup that was kept elsewhere."""
    with st.expander(told("restore-title"), icon=":material/upload_file:"):
        st.markdown(told("restore-lead", megabytes=st.get_option("server.maxUploadSize")))
        file = st.file_uploader(told("field-restore_file"))
        if file is None:
            return
        if st.button(told("restore-look")):
            st.session_state.pop(LOOKED, None)
            with refusals_shown(), kept_briefly(file.getvalue()) as path, registry() as db:
                st.session_state[LOOKED] = file.file_id, look_at(db, asking(), path, file.name)
        of, backup = st.session_state.get(LOOKED, ("", None))
        if of == file.file_id and backup is not None:
            _confirm(LOOKED, backup, found, lambda: kept_briefly(file.getvalue()))


def _confirm(
    place: str, backup: Backup, found: Kept, file: Callable[[], AbstractContextManager[Path]]
) -> None:
    """What restoring *backup* would do, and the button that does it."""
    question = st.empty()
    with question.container():
        is_good = backup.state is State.GOOD
        if is_good:
            numbers = {"events": backup.events, "now": found.events}
            st.warning(told("restore-would", file=backup.name, at=_when(backup), **numbers))
        else:
            st.info(told(f"restore-{backup.state}", file=backup.name))
        with st.container(horizontal=True):
            wanted = is_good and st.button(
                told("restore-now"),
                type="primary",
                key=f"{place}-now",
                icon=":material/settings_backup_restore:",
            )
            if st.button(told("restore-not-now"), key=f"{place}-not-now"):
                del st.session_state[place]
                st.rerun()
    if wanted:
        with refusals_shown():
            with file() as path, registry() as db:
                done = restore(db, asking(), path, backup.name)
            # First, for a second click is heard at the next thing shown, and must not restore it again.
            del st.session_state[place]
            question.empty()
            _tell(done)


def _tell(done: Restored) -> None:
    """What was done; nothing else, for whoever did it is not signed in any more."""
    sentences = (
        told("restore-done", file=done.backup.name, at=_when(done.backup)),
        told("restore-kept", file=done.replaced),
        told("restore-sign-in"),
    )
    st.success(" ".join(sentences), icon=":material/check:")
    st.button(told("restore-go-on"))
    st.stop()
