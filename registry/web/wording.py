"""The questions of the wording check, beneath the field in which somebody writes.

They appear when the field is left. They block nothing, count nothing and leave no trace.
"""

import streamlit as st

from registry.domain.wording import Pointed
from registry.sentences import say
from registry.services.wording import pointed_at
from registry.web.prose import marked, plain, told

MOST = 3
"""How many questions stand below one field: more would feel like a red pen."""
AROUND = 120
"""Characters of the sentence that are shown on each side of the spot."""
SPOT_STARTS, SPOT_ENDS = "\ue000", "\ue001"
"""Private-use characters around the spot, replaced after escaping."""
NO_MARKS = str.maketrans("", "", SPOT_STARTS + SPOT_ENDS)


def show_questions(text: str) -> None:
    """For each sentence of *text* that points at somebody: its words with the spot marked, and a question."""
    asked = [each for each in pointed_at(text.translate(NO_MARKS)) if each.span]
    for each in asked[:MOST]:
        st.caption(f"{marked(with_spot(each), SPOT_STARTS, SPOT_ENDS)}  \n{plain(introduced(each))}")
    if len(asked) > MOST:
        st.caption(told("wording-more", more=len(asked) - MOST))


def with_spot(pointed: Pointed) -> str:
    """The sentence with its spot between the two private marks; of a long one what stands around it."""
    begins, ends = pointed.span or (0, 0)
    before, after = pointed.text[:begins], pointed.text[ends:]
    if len(before) > AROUND:
        before = f"…{before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND]}…"
    return f"{before}{SPOT_STARTS}{pointed.text[begins:ends]}{SPOT_ENDS}{after}"


def introduced(pointed: Pointed) -> str:
    """The question with the words that introduce it, softer for hindsight and deflection."""
    return f"{say(f'wording-{pointed.kind}')} {pointed.question}"
