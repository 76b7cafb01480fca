"""Each stage of the journey and each channel says by what evidence we know it, or that nobody tried."""

from registry.domain.blind_spots import spots, without_a_place
from registry.domain.evidence import Grade
from tests.domain.lines import Line, line

STAGES, CHANNELS = ("buy", "leave"), ("phone", "web")


def tried(experiment: int, stage: str, channel: str, grade: Grade | None) -> Line:
    return line(experiment, journey_stage=stage, channel=channel, grade=grade)


def test_a_spot_has_its_best_evidence_and_all_that_was_tried_there_the_best_first():
    rows = [tried(1, "buy", "web", Grade.E), tried(2, "buy", "web", Grade.A), tried(3, "buy", "web", Grade.E)]

    (_, spot), _ = spots(rows, STAGES, CHANNELS)

    assert (spot.stage, spot.channel, spot.best) == ("buy", "web", Grade.A)
    assert [row.experiment for row in spot.tried] == [2, 3, 1]


def test_every_stage_meets_every_channel_and_where_nobody_tried_there_is_no_evidence():
    table = spots([], STAGES, CHANNELS)

    assert [[(spot.stage, spot.channel, spot.best) for spot in row] for row in table] == [
        [("buy", "phone", None), ("buy", "web", None)],
        [("leave", "phone", None), ("leave", "web", None)],
    ]


def test_what_is_only_proposed_is_no_evidence():
    (first, *_), _ = spots([tried(1, "buy", "phone", None)], STAGES, CHANNELS)

    assert first.tried == ()


def test_a_stage_and_a_channel_that_the_organisation_no_longer_names_come_last():
    table = spots([tried(1, "subscribe", "fax", Grade.D)], STAGES, CHANNELS)

    assert [row[0].stage for row in table] == ["buy", "leave", "subscribe"]
    assert [spot.channel for spot in table[2]] == ["phone", "web", "fax"]
    assert table[2][2].best is Grade.D


def test_what_was_tried_without_a_place_is_counted_apart():
    rows = [
        tried(1, "", "web", Grade.A),
        tried(2, "buy", "", Grade.E),
        tried(3, "", "", None),
        tried(4, "buy", "web", Grade.A),
    ]

    assert [row.experiment for row in without_a_place(rows)] == [1, 2]
    assert sum(len(spot.tried) for row in spots(rows, STAGES, CHANNELS) for spot in row) == 1
