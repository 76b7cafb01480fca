"""What was expected against what was observed."""

from registry.domain.evidence import Estimate, Method
from registry.domain.facts import Note, Reading
from registry.domain.learning import Expectation
from registry.domain.plan import Role
from registry.web.surprise import expectation_text, observed
from tests.nouns import NOON, OLGA, PLAN, dossier, evidence, pilot

BY = {"at": NOON, "by": OLGA.id}


def estimate(**values: float | None) -> Estimate:
    told = {"control_value": 0.31, "arm_value": 0.35, "alpha_used": 0.05, "n_control": 400, "n_arm": 400}
    named = {"metric": "came back", "role": Role.PRIMARY, "arm": "card", "control": "no card"}
    return Estimate.model_validate({**named, **told, "method": next(iter(Method)), **values})


def test_counts_of_one_thing_are_told_together():
    seen = [Note(**BY, words=words, count=n) for words, n in (("smiles", 3), ("Smiles", 4), ("sighs", 1))]

    assert observed(dossier(pilot(), *seen)) == ("7 × smiles", "1 × sighs")


def test_a_share_is_told_in_percentage_points_with_its_interval():
    seen = estimate(difference=0.04, low=-0.01, high=0.09, standard_error=0.025)
    read = Reading(**BY, file_name="all.csv", evidence=evidence().model_copy(update={"estimates": (seen,)}))

    (line,) = observed(dossier(pilot(plan=PLAN), read))

    assert line == "came back, “card” against “no card”: +4.0 percentage points (−1.0 to +9.0)"


def test_a_number_that_is_not_shown_yet_is_not_told_here_either():
    hidden = estimate(difference=0.04, low=None, high=None)
    read = Reading(**BY, file_name="all.csv", evidence=evidence().model_copy(update={"estimates": (hidden,)}))

    assert observed(dossier(pilot(plan=PLAN), read)) == ()


def test_a_reviewer_is_called_by_what_they_do():
    assert (
        expectation_text(Expectation("legal", "Two complaints"), PLAN) == "Expected by legal: Two complaints"
    )
    team = expectation_text(Expectation("", "Ten come back", 0.1), PLAN)
    assert team == "Expected by the team: 10 percentage points. Ten come back"
