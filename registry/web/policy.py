"""A policy on a page, part by part: what always holds, knock-outs, the score, questions, levers, reviews."""

import streamlit as st

from registry.domain.assessment import Door
from registry.domain.policy import Policy
from registry.domain.quick_check import ROWS
from registry.domain.risk import QUESTIONS, Question, top_level
from registry.sentences import say
from registry.services.policy_words import (
    bound_texts,
    change_texts,
    example_text,
    knockout_text,
    level_text,
    owned_text,
    panel_text,
    question_text,
    reached_texts,
)
from registry.web.door import door_name
from registry.web.prose import plain, told

HOLDS = ("worse", "unknown", "kept", "free")
REVIEWS = ("alone", "middle", "lone", "answer", "signed")


def lines(texts: list[str]) -> None:
    """*texts* as a list, none of them read as Markdown."""
    st.markdown("\n".join(f"- {plain(text)}" for text in texts))


def show_changes(before: Policy, shown: Policy) -> None:
    """What is otherwise than in the version before."""
    numbers = {"before": str(before.version), "after": str(shown.version)}
    st.header(told("policy-changes-title", **numbers), anchor=False)
    lines(change_texts(before, shown) or [say("policy-changes-none")])


def show_holds() -> None:
    """What no policy changes."""
    st.header(told("policy-holds-title"), anchor=False)
    lines([say(f"policy-holds-{each}") for each in HOLDS])


def show_score(policy: Policy) -> None:
    """How the score comes about, and its two borders."""
    borders = {"near_hinge": str(policy.near_hinge), "one_way": str(policy.one_way)}
    parts = [
        ("policy-score-below", door_name(Door.TWO_WAY)),
        ("policy-score-between", door_name(Door.TWO_WAY, near_hinge=True)),
        ("policy-score-from", door_name(Door.ONE_WAY)),
    ]
    if policy.near_hinge == policy.one_way:
        del parts[1]
    st.header(told("policy-score-title"), anchor=False)
    st.markdown(told("policy-score-how", weights=sum(policy.weights.values())))
    lines([say(part, door=say(f"door-{name}"), **borders) for part, name in parts])
    st.markdown(plain(example_text(policy)))


def show_knockouts(policy: Policy) -> None:
    """Each knock-out: what it is about, and when it applies."""
    st.header(told("policy-knockouts-title"), anchor=False)
    st.markdown(told("policy-knockouts-lead" if policy.knockouts else "policy-knockouts-none"))
    for knockout in policy.knockouts:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(knockout_text(knockout))}**")
            st.markdown(told("policy-every", count=len(knockout.all)))
            lines(reached_texts(policy, knockout.all))
            if knockout.any:
                st.markdown(told("policy-some"))
                lines(reached_texts(policy, knockout.any))


def show_questions(policy: Policy) -> None:
    """Each question with its weight and its levels."""
    st.header(told("policy-questions-title"), anchor=False)
    st.markdown(told("policy-questions-lead"))
    for question in QUESTIONS:
        _show_question(policy, question)


def _show_question(policy: Policy, question: Question) -> None:
    name = question.name
    about = {"weight": policy.weights[name], "weights": sum(policy.weights.values())}
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{told(f'question-{name}')}**")
        st.markdown(told("policy-question-weight", about=question_text(name), **about))
        levels = range(top_level(question, policy.cuts) + 1)
        lines(
            [say("policy-level-line", level=each, answer=level_text(policy, name, each)) for each in levels]
        )


def show_quick_check(policy: Policy) -> None:
    """The five rows of the form, and the answers that each stands for."""
    st.header(told("policy-quick-title"), anchor=False)
    st.markdown(told("policy-quick-lead"))
    for row in ROWS:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{told(f'quick-{row.id}')}**")
            lines(bound_texts(policy, row.at_most))


def show_levers(policy: Policy) -> None:
    """Each lever: what the team changes, how much effort that is, and what it keeps the answers to."""
    st.header(told("policy-levers-title"), anchor=False)
    st.markdown(told("policy-levers-lead" if policy.levers else "policy-levers-none"))
    for lever in policy.levers:
        bounds = "; ".join(bound_texts(policy, lever.at_most))
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{told(f'lever-{lever.id}')}.** {told(f'lever-{lever.id}-change')}")
            st.markdown(told("policy-lever-effort", effort=lever.effort, bounds=bounds))


def show_panel(policy: Policy) -> None:
    """Who looks at a one-way door, who rates what, and what comes of it."""
    st.header(told("policy-panel-title"), anchor=False)
    st.markdown(plain(panel_text(policy)))
    st.markdown(told("policy-owners-lead" if policy.owners else "policy-owners-none"))
    owned = policy.owners.items()
    lines([say("policy-owner", function=each, questions=owned_text(questions)) for each, questions in owned])
    st.subheader(told("policy-review-title"), anchor=False)
    lines([say(f"policy-review-{each}") for each in REVIEWS])
