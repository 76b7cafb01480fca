"""The router: every visit begins here, whatever its address."""

from pathlib import Path

import streamlit as st

from registry.domain.permission import is_allowed
from registry.sentences import say
from registry.web.addresses import ADDRESSES
from registry.web.identity import admitted, show_identity
from registry.web.session import arrive, follow_time

person = admitted()


def may(act: str) -> bool:
    """Whether whoever is here may do *act*."""
    return person is not None and is_allowed(person, act)


pages = [
    st.Page(
        address.file,
        title=say(f"page-{address.name}"),
        url_path=address.name,
        default=address.name == "today",
        visibility="visible" if address.in_navigation and may(address.act) else "hidden",
    )
    for address in ADDRESSES
]
page = st.navigation(pages, position="hidden" if person is None else "top")
st.set_page_config(page_title=f"{page.title} · {say('product-name')}", page_icon="🚪", layout="wide")
for style in ("theme.css", "identity.css"):
    st.html(Path(__file__).with_name(style))

# Query parameters belong to the whole app: another page's are dropped here.
known = next(each.parameters for each in ADDRESSES if each.name == (page.url_path or "today"))
for parameter in set(st.query_params) - known:
    del st.query_params[parameter]

if person is not None:
    arrive(page.url_path)
    follow_time()
    show_identity(person)
    page.run()
