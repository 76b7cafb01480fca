"""The text of policy.md from the newest policy, its questions and the catalogue's words."""

from collections.abc import Iterator

from registry.domain.policy import Levels, Policy
from registry.domain.quick_check import ROWS
from registry.domain.reasons import level_sentence
from registry.domain.risk import BY_NAME, QUESTIONS, Question, top_level
from registry.sentences import say
from registry.services.policy_shipped import newest_shipped
from registry.services.policy_words import above_text, example_values, quick_check_at_worst, up_to_text

INTRODUCTION = """\
# The policy: which door is it?

<!-- Written by docs/make_policy.py (`make docs`) from the policy and the catalogue; do not edit it here. -->

A **two-way door** is started by its team, now, and nobody is asked. A **one-way door** needs a case and
reviews first. This page is policy {version} of {date}, complete: everything that decides between the two is
on it, and nothing else does. The rules are data, in `registry/services/policies/{version}.toml`; the tables
below are written from that file. An organisation may adopt its own ([how](#changing-it)). Every assessment
keeps the number of its policy, a policy that was used is never changed, and a newer one never rewrites an
older assessment.

## What always holds

- **Worse is never safer.** Every rule is of the form “at this level or higher”, and every weight is above
  zero, so a worse answer can never turn a one-way door into a two-way one. The rules' format has no words
  for anything else, and a test tries it on random profiles.
- **Unknown is not zero.** An answer is a value, an upper bound (“at most a day”) or “I don't know”. The
  policy is applied twice: with every open answer at its best and with every open answer at its worst. If both
  give the same door, that is the door. If not, the door is *undecided*, nothing can start, and the one
  question is asked that settles the outcome at the largest share of its possible answers; among equals the
  one that moves the score most.
- **Irreversible alone is not one-way.** A card in a parcel cannot be unsent. Irreversible *and*
  consequential is.
- **Everything is said.** Each assessment lists its reasons: the knock-outs first, then each answer that adds
  to the score, heaviest first, taken at its worst. It also names the smallest change of one answer, in points
  of the score, that leads to the other door.
"""

QUESTIONS_LEAD = """
## The fourteen questions

Every answer has a level. A choice's level is its place in its list; a number's level is how many borders it
lies strictly above, so a share of exactly 5 % has not passed the border at 5. Amounts of money are compared
with the organisation's yearly revenue; while that is not known, an amount counts as unknown. The weight is
the question's part of the score."""

KNOCKOUTS_LEAD = """
## Knock-outs

A knock-out is one answer, or a few together, that makes the door one-way by itself, whatever the score.

| knock-out | when the answers are these, or worse |
|---|---|"""

SCORE_LEAD = """
## The score

Where nothing knocks out, the answers are weighed:

score = 100 × Σ (weight × level ÷ top level) ÷ Σ weight

The weights add up to {weights}. The score lies between 0 and 100 and is computed in whole numbers, so no
rounding decides.

| score | door |
|---|---|
| below {near_hinge} | two-way |
| {near_hinge} to below {one_way} | two-way, near the hinge (close to the border): talk to one person first |
| {one_way} and more | one-way |

*Worked example.* The five rows of the [quick check](#the-quick-check), all true, each at its worst, by
weight × level ÷ top level:
{example}.
Together {points} of {weights}: a score of {score}, a plain two-way door.
"""

JUDGEMENT = """
## Whose judgement this is

The weights, the borders and the efforts are judgements, not measurements: they say what an organisation is
willing to let a team try alone. Whoever sees them differently changes them, in the open.

## Changing it

1. Take the policy in force along as a file, from the page *Policy* of the app, or copy
   `registry/services/policies/{version}.toml`. Change what you see differently, and give it the next number,
   `version = {next}`.
2. Look before you decide: `python -m registry policy FILE` says whether it is a policy, and lists each
   experiment whose last hand-in would be another door under it. Nothing is written. On the page a steward
   sees the same.
3. A steward adopts it: `python -m registry policy FILE --adopt --as E-MAIL`, or one click on the page. It is
   dated with that day, kept in the registry, told in its history, and in force from then on, for the forms
   and for `python -m registry assess` alike. What was judged before keeps its policy. An organisation that
   has adopted one goes on with its own: what a later version of the app brings is not in force there.

It is refused, with the place named, if a question lacks a weight or borders, if a score would have no door,
if a condition could make a worse answer look safer, if a lever would change nothing, if the panel is
impossible, or if it names a question that there is not. So that the screens say what the policy means, a few
things stay:

- as many borders for each number as here, and the figures that the quick check and “Start small” name (1 %
  and 5 % of the customers, 2,000 people, 28 days);
- levers as they are here, all or some of them; their efforts are free;
- knock-outs as they are here, all or some of them; one with conditions of its own brings its own sentence:
  `says = "It needs the regulator's consent."`
"""

PANEL_LEAD = """
## Who looks at a one-way door

At least {reviewers} people of at least {functions} functions, none of them of the proposing team; these must
be heard: {voices}. Whoever is asked and silent is not waited for alone: after {days} days somebody else of
that function is offered. In a review everybody rates what they want to rate, and these functions always rate
what they know best:

| function | always rates |
|---|---|"""

REVIEW = """
## How they look at it

1. The team writes its **case**: what was tried in small, who is hurt if we are wrong, the way back and its
   price, the step of the process that it touches, what is in it for colleagues; and somebody stands up for
   it.
2. Each **review** is one sitting. It begins with a sentence of pre-mortem ("it is next year and it hurt:
   what happened?"), before the case is shown. Then come the ratings. Until enough reviews are in, nobody
   sees another's, nor the proposers' answers; this holds on every page and in the history.
3. With the last voice the panel needs, all is shown. The door is this policy applied to the **upper
   median** of the ratings of each question (of an even number, the worse of the middle two); the proposers'
   answer stands where nobody rated it. Ratings of one person that alone make a knock-out are **never
   averaged away**: until the question was talked through and that person has rated again, the door is the
   one at that rating. Questions on which ratings lie two levels or more apart are marked.
4. If the medians make it a two-way door, it is one, and may start. Else the reviewers answer: **cleared**,
   **cleared, if** one thing holds, which the team accepts like a lever, or **not yet**: exactly one missing
   thing, who could supply it, and that it would clear it. Clearing needs the panel, the whole case and its
   sponsor.
5. Two reviewers of two functions may **sign another door**, either way, with a written reason. Nobody signs
   away a knock-out in which harm, law or data plays a part: where one of them is among the conditions that
   are met, whatever else is met beside it. So `no_way_back` with a repairable harm stands, and with nothing
   but the press it may be signed. Where it stands, only a changed fact in a new proposal helps.
6. A change of what the proposal asks begins a new round; the reviews so far are history. A rating given
   after all was shown is marked as such. A cleared one-way door runs no longer than the reviewers were
   told.
"""

LEVERS_LEAD = """
## Levers

A lever is a change to the proposal that keeps answers at or below a level. For a one-way door, and for one
near the hinge, every combination is tried on the worst case, and up to two are shown: the one of least effort
that makes it a plain two-way door (then the one with fewer levers, then the order of this table), and the
next best that shares no lever with it. A lever that was accepted is a promise the pilot is held to. Lasting
harm and a serious law have no lever: there, no change of size helps, only a change of what it does.

| lever | what the team changes | at most | effort | promise |
|---|---|---|---|---|"""

QUICK_LEAD = """
## The quick check

Five rows to tap. A row that is true answers its questions with “at most”; a row that is not true opens them.
The first row is computed from places, weeks and the number of customers where they are known.

| row | what it means | at most |
|---|---|---|"""


def answer_text(question: Question, level: int, rules: Policy) -> str:
    return say(level_sentence(question, level, rules))


def question_part(question: Question, rules: Policy) -> Iterator[str]:
    """One question with its weight, and each level with an example."""
    yield f"\n### {say(f'question-{question.name}')}\n"
    yield f"`{question.name}`, weight {rules.weights[question.name]}\n"
    yield "| level | answer | for example |"
    yield "|---|---|---|"
    for level in range(top_level(question, rules.cuts) + 1):
        name = question.values[level] if question.kind == "choice" else level
        named = f"`{name}`: " if question.kind == "choice" else ""
        example = say(f"example-{question.name}-{name}")
        yield f"| {level} | {named}{answer_text(question, level, rules)} | {example} |"


def reached_text(name: str, level: int, rules: Policy) -> str:
    """A condition as the policy's file writes it; a number's level with the border that it lies above."""
    question = BY_NAME[name]
    if question.values:
        return f"`{name}` {question.values[level]}"
    return f"`{name}` level {level} ({above_text(rules, name, level)})"


def knockout_rows(rules: Policy) -> Iterator[str]:
    for knockout in rules.knockouts:
        every = " and ".join(reached_text(name, level, rules) for name, level in knockout.all.items())
        some = ", ".join(reached_text(name, level, rules) for name, level in knockout.any.items())
        yield f"| `{knockout.id}` | {every}{f', and any of: {some}' if some else ''} |"


def kept_text(at_most: Levels, rules: Policy) -> str:
    """Bounds as the policy's file writes them; a number's level with the border that it stays below."""
    return "; ".join(
        f"`{name}` {BY_NAME[name].values[level]}"
        if BY_NAME[name].values
        else f"`{name}` level {level} ({up_to_text(rules, name, level)})"
        for name, level in at_most.items()
    )


def lever_rows(rules: Policy) -> Iterator[str]:
    for lever in rules.levers:
        change, promise = say(f"lever-{lever.id}-change"), say(f"lever-{lever.id}-promise")
        kept = kept_text(lever.at_most, rules)
        yield f"| `{lever.id}` {say(f'lever-{lever.id}')} | {change} | {kept} | {lever.effort} | {promise} |"


def panel_part(rules: Policy) -> Iterator[str]:
    """Who looks at a one-way door, and what each function always rates."""
    panel = rules.panel
    voices = ", ".join(panel.voices)
    counts = {"reviewers": panel.reviewers, "functions": panel.functions, "days": panel.days}
    yield PANEL_LEAD.format(voices=voices, **counts)
    for function, questions in rules.owners.items():
        yield f"| {function} | {', '.join(f'`{name}`' for name in questions)} |"
    yield REVIEW.rstrip()


def quick_rows(rules: Policy) -> Iterator[str]:
    for row in ROWS:
        title, means = say(f"quick-{row.id}"), say(f"quick-{row.id}-means")
        yield f"| {title} | {means} | {kept_text(row.at_most, rules)} |"


def score_part(rules: Policy) -> str:
    """The score, with the quick check at its worst as the example."""
    weighed = quick_check_at_worst(rules)
    return SCORE_LEAD.format(
        near_hinge=rules.near_hinge,
        one_way=rules.one_way,
        example=", ".join(f"{name} {weight} × {level}/{top}" for name, weight, level, top in weighed),
        **example_values(rules, weighed),
    )


def page() -> str:
    """The whole page, for the newest policy."""
    rules = newest_shipped()
    lines = [INTRODUCTION.format(version=rules.version, date=rules.date) + QUESTIONS_LEAD]
    for question in QUESTIONS:
        lines += question_part(question, rules)
    lines += [KNOCKOUTS_LEAD, *knockout_rows(rules), score_part(rules) + QUICK_LEAD, *quick_rows(rules)]
    lines += [LEVERS_LEAD, *lever_rows(rules), *panel_part(rules)]
    lines.append(JUDGEMENT.format(version=rules.version, next=rules.version + 1))
    return "\n".join(lines)
