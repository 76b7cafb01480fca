"""Care: for stewards. Keep copies of the registry, go back to one, take out what should not be here."""

import streamlit as st

from registry.web.backups import show_backups
from registry.web.prose import told
from registry.web.redaction_form import replace_picture, replace_words
from registry.web.session import asking
from registry.web.whose import stop_unless_allowed

st.title(told("page-care-title"), anchor=False)
stop_unless_allowed(asking(), "back_up")
st.markdown(told("page-care-lead"))

st.header(told("backups-title"), anchor=False)
st.markdown(told("backups-lead"))
st.info(told("backup-keys"), icon=":material/key:")
show_backups()

st.header(told("redaction-title"), anchor=False)
st.markdown(told("redaction-lead"))
replace_words()
replace_picture()
