"""The router: every visit begins here, whatever its address."""

from pathlib import Path

import streamlit as st

from registry.sentences import say
from registry.web.addresses import ADDRESSES
from registry.web.session import arrive, follow_time

pages = [
    st.Page(
        address.file,
        title=say(f"page-{address.name}"),
        url_path=address.name,
        default=address.name == "today",
        visibility="visible" if address.in_navigation else "hidden",
    )
    for address in ADDRESSES
]
page = st.navigation(pages, position="top")
st.set_page_config(page_title=f"{page.title} · {say('product-name')}", page_icon="🚪", layout="wide")
st.html(Path(__file__).with_name("theme.css"))

# Query parameters belong to the whole app: another page's are dropped here.
known = next(each.parameters for each in ADDRESSES if each.name == (page.url_path or "today"))
for parameter in set(st.query_params) - known:
    del st.query_params[parameter]

arrive(page.url_path)
follow_time()
page.run()
