"""Care: for stewards. Keep copies of the registry, go back to one, take out what should not be here."""

import streamlit as st

from registry.domain.permission import is_allowed
from registry.web.backups import show_backups
from registry.web.prose import told
from registry.web.redaction_form import replace_picture, replace_words
from registry.web.session import asking

st.title(told("page-care-title"), anchor=False)
if not is_allowed(asking().person, "back_up"):
    st.info(told("not-allowed-back_up"))
    st.stop()
st.markdown(told("page-care-lead"))

st.header(told("backups-title"), anchor=False)
st.markdown(told("backups-lead"))
st.info(told("backup-keys"), icon=":material/key:")
show_backups()

st.header(told("redaction-title"), anchor=False)
st.markdown(told("redaction-lead"))
replace_words()
replace_picture()
