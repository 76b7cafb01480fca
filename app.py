"""The launcher: `streamlit run app.py`. The router is registry/web/main.py, the screens are in pages/."""

import streamlit as st

from registry.web.addresses import KnownAddresses
from registry.web.lifespan import apologise, lifespan

app = st.App(
    "registry/web/main.py",
    lifespan=lifespan,
    middleware=[KnownAddresses],
    on_script_error=apologise,
)
