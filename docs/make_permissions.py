"""The text of permissions.md from the table of who may do what."""

from collections.abc import Iterable, Iterator, Mapping

from registry.domain.experiment import Stage
from registry.domain.permission import PERMISSIONS, Act, Who
from registry.domain.steps import STEPS
from registry.sentences import say

INTRODUCTION = """\
# Who may do what

<!-- Written by docs/make_permissions.py (`make docs`) from the code; do not edit it here. -->

One table decides it, in `registry/domain/permission.py`. Pages ask it for what they show, and services ask it
again inside every write, about the person as the registry knows them at that moment: what a page believes
about somebody's team or roles never counts. Whoever asks for what others do is told who may.

## Who is what

| | who that is |
|---|---|"""

CAPACITIES: Mapping[Who, str] = {
    Who.EVERYBODY: "Whoever is signed in. Nobody needs a role to propose, to read, to cite and to thank.",
    Who.TEAM: "Who proposed the experiment, and whoever works in the team that they named. An experiment"
    " without a team is its proposer's alone.",
    Who.REVIEWER: "Whom a steward made reviewer, for what other teams propose; never for their own team's.",
    Who.LEADER: "Whom a steward made leader. Leaders read what everybody reads.",
    Who.STEWARD: "Who looks after the registry: the first person who came in, and whom a steward made one."
    " There is always one.",
}

NOTES = """
Somebody with several of these may do what any of them may. Somebody whom a steward marked as gone may do
nothing; what they wrote stays. People say themselves in which team and function they work; the history
keeps when they changed it. In local mode nobody signs in, and the one user may act as anybody here.

A row may stand below before the step that it is about is built.
"""

WITH_AN_EXPERIMENT: Mapping[Act, str] = {
    "see_draft": "see it before it was handed in",
    "edit": "write its proposal",
    "submit": "hand it in",
    "ask_function": "ask a function one question about it",
    "answer_function": "answer such a question, for the function that was asked",
    "converse": "write down a conversation about it",
    "make_case": "write its case",
    "stand_up": "stand up for it",
    "ask_reviewer": "ask somebody for a review",
    "review": "review it",
    "pass_on": "pass the review on",
    "talk": "write down what came out of a talk",
    "conclude": "give the reviewers' answer, after a review of one's own",
    "sign_door": "sign another door, after a review of one's own",
    "accept": "accept the condition under which it is cleared",
    "supply": "supply the one thing that is missing",
    "plan": "choose its plan",
    "start": "start its pilot",
    "amend": "change its plan while it runs",
    "note": "note what was seen, with a picture",
    "stop": "stop it, and say why",
    "read": "give its data, and show its result",
    "decide": "decide what happens with it",
    "learn": "write down what it taught, and revise that",
    "withdraw": "take it back",
    "cite": "cite what it taught",
    "thank": "thank those who told",
    "ask": "ask the team a what-or-how question",
    "hear": "add a customer's words that you heard yourself",
    "estimate_cost": "sign an estimate of what doing it for everybody would have cost",
    "collect": "make a reading list; only its maker or a steward changes it",
    "agree_to_be_named": "agree to be named in thanks, or take it back",
    "use": "say which learning helped",
    "reply": "answer a question",
}

WITH_THE_REGISTRY: Mapping[Act, str] = {
    "propose": "propose something",
    "look": "read what was handed in, and search it",
    "describe_organisation": "say how large the organisation is, and what it calls things",
    "change_policy": "change the policy",
    "give_roles": "make people known, give them roles, mark them as gone",
    "move_somebody": "change a team or a function that was said once",
    "end_sign_ins": "end somebody else's sign-ins",
    "read_history": "read the history of everything, and export it",
    "redact": "replace words that should not be here",
    "back_up": "make a backup",
    "restore": "restore a backup",
    "fill_demo": "fill an empty registry with made-up examples",
}

DRAFTS = """
A two-way door asks nobody: its team starts, stops and decides by itself. A steward can do all that for a team
whose people are gone, but never writes in its proposal and adds no approval. What nobody handed in yet, or
told of, is for its team's eyes, and a steward's: others meet it neither by its address, nor in lists, nor by
searching, and the history that they read later leaves out what the draft said until then.
"""


def name(who: Who) -> str:
    """What a capacity is called on this page."""
    return {Who.EVERYBODY: "everybody", Who.TEAM: "its team"}.get(who, f"a {who}")


def rows(acts: Mapping[Act, str], columns: Iterable[Who], *, stages: bool) -> Iterator[str]:
    """The head of a table, and one line for each of *acts*."""
    columns = list(columns)
    heads = ["", *map(name, columns), *(["while it stands at"] if stages else [])]
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for act, words in acts.items():
        may = ["yes" if who in PERMISSIONS[act] else "" for who in columns]
        at = [", ".join(say(f"stage-{each}") for each in Stage if each in STEPS.get(act, ()))]
        yield f"| {' | '.join([words, *may, *(at if stages else [])])} |"


def page() -> str:
    """The whole page; raises ValueError when an act of the table has no words here, or words no act."""
    if sorted([*WITH_AN_EXPERIMENT, *WITH_THE_REGISTRY]) != sorted(PERMISSIONS):
        raise ValueError("docs/make_permissions.py and the table of permissions name different acts")
    lines = [INTRODUCTION, *(f"| {name(who)} | {words} |" for who, words in CAPACITIES.items()), NOTES]
    lines += ["## With an experiment", "", *rows(WITH_AN_EXPERIMENT, Who, stages=True), DRAFTS]
    lines += ["## With the registry", ""]
    lines += rows(WITH_THE_REGISTRY, [who for who in Who if who is not Who.TEAM], stages=False)
    return "\n".join(lines) + "\n"
