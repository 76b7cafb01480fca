"""tea-tasting over Ibis and DuckDB: `python -m bench.pilot_files.by_tea_tasting FILE THREADS`.

An ordinal answer is a mean to it, and so are shares; answers that are missing count in its n.
"""

import json
import sys

import ibis
import tea_tasting as tt

from bench.pilot_files.pilot import CELLS, CONTROL, READ


def main(file: str, threads: int) -> None:
    """Print the difference of each metric between the arms, and its p."""
    engine = ibis.duckdb.connect(threads=threads)
    if file.endswith(".parquet"):
        rows = engine.read_parquet(file)
    else:
        rows = engine.read_csv(file, columns={name: READ.get(name, "varchar") for name in CELLS}, header=True)
    experiment = tt.Experiment(
        {
            "spend": tt.Mean("spend", "spend_before"),
            "bought again": tt.Mean("again"),
            "satisfaction": tt.Mean("csat"),
            "handle time": tt.Mean("minutes"),
            "returns per order": tt.RatioOfMeans("returns", "orders"),
        },
        variant="arm",
    )
    found = experiment.analyze(rows, control=CONTROL).to_dicts()
    print(json.dumps({"answers": {one["metric"]: [one["effect_size"], one["pvalue"]] for one in found}}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
