"""Any plan that the rules take: every design, kind and key, for laws about plans."""

from typing import Any

from hypothesis import strategies as st

from registry.domain.plan import Plan, plan_from
from registry.domain.plan_rules import folded

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: text.strip() != ""
)
AMOUNTS = st.floats(1e-9, 1e12)
FLAGS = st.booleans()

DESIGNS: dict[str, dict[str, Any]] = {
    "randomised": {},
    "clustered": {"cluster": WORDS},
    "switchback": {"block": WORDS},
    "diff_in_diff": {"cluster": WORDS, "period": WORDS},
    "pre_post": {"period": WORDS},
}
DESIGNS_OPTIONS: dict[str, dict[str, Any]] = {
    "clustered": {"within_cluster": FLAGS, "weight": st.sampled_from(["cluster", "unit"])},
    "switchback": {"burn_in": st.integers(0, 10**6)},
    "diff_in_diff": {"pair": WORDS, "within_cluster": FLAGS, "weight": st.just("cluster")},
}
KINDS: dict[str, dict[str, Any]] = {
    "mean": {},
    "proportion": {},
    "ratio": {"denominator": WORDS},
    "ordinal": {"scale": st.just([1, 5])},
    "nps": {},
    "top_box": {"scale": st.just([0, 10]), "threshold": st.floats(0, 10)},
    "quantile": {"q": st.floats(0.001, 0.999)},
}
KINDS_OPTIONS: dict[str, dict[str, Any]] = {"mean": {"covariate": WORDS, "scale": st.just([0, 7])}}


@st.composite
def metrics(draw: st.DrawFn, role: str, name: str, by_itself: bool) -> dict[str, Any]:
    """One metric of a *role*; where stores are compared *by_itself*, without what that leaves no room for."""
    kind = draw(st.sampled_from([kind for kind in KINDS if not (by_itself and kind == "quantile")]))
    required = {"column": WORDS, **KINDS[kind]}
    optional = {"mde": AMOUNTS, "survey": FLAGS, **KINDS_OPTIONS.get(kind, {})}
    if by_itself:
        optional.pop("covariate", None)
    if role == "guardrail":
        required["margin"] = st.floats(0, 1e12)
        optional["counter_metric"] = FLAGS
    (optional if role == "watch" else required)["better"] = st.sampled_from(["higher", "lower"])
    said = draw(st.fixed_dictionaries(required, optional=optional))
    return {"name": name, "role": role, "kind": kind, **said}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of any design that takes data."""
    design = draw(st.sampled_from(list(DESIGNS)))
    optional: dict[str, Any] = {
        "unit": WORDS,
        "day": WORDS,
        "segments": st.lists(WORDS, unique=True, max_size=5),
        "alpha": st.floats(0.001, 0.4),
        "power": st.floats(0.5, 0.999),
        "planned_units": st.integers(1, 10**20),
        "start": st.dates(),
        **DESIGNS_OPTIONS.get(design, {}),
    }
    values = draw(st.fixed_dictionaries(DESIGNS[design], optional=optional))
    if design == "clustered" and values.get("weight") != "unit" and draw(FLAGS):
        values["pair"] = draw(WORDS)
    by_itself = design == "diff_in_diff" or "pair" in values or values.get("within_cluster") is True
    if design != "pre_post":
        values["arm"] = draw(WORDS)
        names = draw(st.lists(WORDS, min_size=2, max_size=8, unique_by=folded))
        values["control"] = names[0]
        if draw(FLAGS):
            shares = draw(st.one_of(st.just(1.0), st.floats(1e-6, 1e9)).map(lambda share: [share]))
            values["shares"] = {name: draw(st.sampled_from([1.0, *shares])) for name in names}
    if draw(FLAGS):
        values["units_return"] = True if "day" not in values else draw(FLAGS)
    if "unit" in values and draw(FLAGS):
        values["rows"] = draw(st.sampled_from(["unit", "finer"]))
    if draw(FLAGS):
        values["look"] = draw(st.sampled_from(["once", "planned", "anytime"]))
        if values["look"] == "planned":
            values["looks"] = draw(st.integers(2, 200))
    if "start" in values and draw(FLAGS):
        values["end"] = draw(st.dates(min_value=values["start"]))
    roles = ["primary", *draw(st.lists(st.sampled_from(["guardrail", "watch"]), max_size=3))]
    values["metric"] = [
        draw(metrics(role, f"metric {n}", by_itself)) for n, role in enumerate(draw(st.permutations(roles)))
    ]
    return plan_from({"design": design, **values})
