"""Once per server: the registry is opened before the first visitor, and errors are told calmly."""

import gc
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st

from registry.domain.sentence import Refusal
from registry.sentences import say
from registry.services.home import home, kept_open
from registry.services.start_up import start_up
from registry.services.upload import remove_leftovers
from registry.web.mode import check_address
from registry.web.prose import told

log = logging.getLogger("registry")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[None]:
    """Open (or make) the registry and warm the imports before anybody waits for them.

    Raises SystemExit with one clear line when the registry cannot be used, or would be open to others.
    """
    try:
        check_address(st.get_option("server.address"))
        for told_once in start_up():
            log.warning("%s", say(told_once))
        log.info("The registry is %s", home().database)
    except Refusal as refusal:
        raise SystemExit(say(refusal.sentence)) from refusal
    remove_leftovers()
    import pandas  # noqa: F401, PLC0415 - warmed here, so that no page waits for it

    # Streamlit collects garbage after every run; what is loaded now never needs looking at again.
    gc.collect()
    gc.freeze()
    with kept_open():
        yield


def apologise(error: Exception) -> bool:
    """Keep the traceback off the page; Streamlit has written it to the log."""
    st.error(told(error.sentence) if isinstance(error, Refusal) else told("page-failed"))
    return True
