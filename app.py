"""The launcher: `streamlit run app.py`. The router is registry/web/main.py, the screens are in pages/."""

import streamlit as st

from registry.web.addresses import KnownAddresses
from registry.web.headers import SafeHeaders
from registry.web.health import HEALTH
from registry.web.lifespan import apologise, lifespan
from registry.web.refused_start import ToldInOneLine
from registry.web.ticket import Tickets
from registry.web.wall import Wall

app = st.App(
    "registry/web/main.py",
    lifespan=lifespan,
    routes=[HEALTH],
    middleware=[ToldInOneLine, SafeHeaders, Wall, KnownAddresses, Tickets],
    on_script_error=apologise,
)
