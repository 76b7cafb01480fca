"""The organisation: its size and its words, said once so that nobody is asked twice."""

import streamlit as st

from registry.domain.organisation import Organisation
from registry.domain.permission import is_allowed
from registry.domain.text import LINE
from registry.services.home import registry
from registry.services.organisation import describe
from registry.store import organisation as organisations
from registry.web.organisation_form import own_words, show_said, three_questions
from registry.web.prose import told
from registry.web.session import asking, refusals_shown

with registry() as db:
    saved = organisations.latest(db) or Organisation()

st.title(told("page-organisation-title"), anchor=False)
st.markdown(told("page-organisation-lead"))
if not is_allowed(asking().person, "describe_organisation"):
    st.info(told("not-allowed-describe_organisation"))
    show_said(saved)
    st.stop()
with st.form("organisation"):
    name = st.text_input(told("field-organisation_name"), value=saved.name, max_chars=LINE)
    said = own_words(three_questions(saved)).model_copy(update={"name": name})
    submitted = st.form_submit_button(told("save"), type="primary")
if submitted:
    with refusals_shown():
        with registry() as db:
            describe(db, asking(), Organisation.model_validate(said.model_dump()))
        st.toast(told("saved"), icon=":material/check:")
