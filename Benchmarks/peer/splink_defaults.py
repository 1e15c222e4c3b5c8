#!/usr/bin/env python3
"""Links a file of people with Splink as its tutorial does: the ready-made comparison of each kind of column, its usual blocks.

    splink_defaults.py PEOPLE.csv TRUTH_COLUMN      prints one JSON object
"""

import json
import logging
import resource
import sys

import duckdb
import splink.comparison_library as comparisons
from splink import Linker, SettingsCreator, block_on

try:
    from splink import DuckDBAPI
except ImportError:
    from splink.backends.duckdb import DuckDBAPI

logging.getLogger("splink").setLevel(logging.ERROR)
path, truth = sys.argv[1:3]


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


connection = duckdb.connect()
connection.execute("set threads=1")
heading = [row[0] for row in connection.execute(f"describe select * from read_csv('{path}', header=true, all_varchar=true)").fetchall()]
identifier, columns = heading[0], [name for name in heading[1:] if name != truth]
cleaned = {
    "postcode": "nullif(upper(replace(postcode, ' ', '')), '')",
    "phone": "nullif(regexp_replace(phone, '^\\+44', '0'), '')",
}
values = ", ".join(f"{cleaned.get(name, f'''nullif(lower(strip_accents(trim({name}))), '')''')} as {name}" for name in columns)
split = ""
if "full_name" in columns:
    split = (
        ", nullif(regexp_replace(lower(strip_accents(full_name)), ' [^ ]*$', ''), '') as forename"
        ", nullif(regexp_extract(lower(strip_accents(full_name)), '[^ ]*$'), '') as surname"
    )
    columns = ["forename", "surname"] + [name for name in columns if name != "full_name"]
connection.execute(
    f"create table people as select {identifier} as unique_id, {truth} as truth, {values}{split} "
    f"from read_csv('{path}', header=true, all_varchar=true)"
)
shortest = connection.execute("select min(length(dob)) from people").fetchone()[0] if "dob" in columns else 0
ready_made = {
    "forename": lambda: comparisons.NameComparison("forename"),
    "surname": lambda: comparisons.NameComparison("surname"),
    "first_name": lambda: comparisons.NameComparison("first_name"),
    "dob": lambda: comparisons.DateOfBirthComparison("dob", input_is_string=True)
    if shortest == 10
    else comparisons.LevenshteinAtThresholds("dob", 1),
    "postcode": lambda: comparisons.LevenshteinAtThresholds("postcode", [1, 2]),
    "phone": lambda: comparisons.LevenshteinAtThresholds("phone", [1, 2]),
    "plate": lambda: comparisons.LevenshteinAtThresholds("plate", 1),
    "email": lambda: comparisons.EmailComparison("email"),
    "address": lambda: comparisons.JaroWinklerAtThresholds("address", [0.9, 0.7]),
    "city": lambda: comparisons.ExactMatch("city").configure(term_frequency_adjustments=True),
}
forename = "first_name" if "first_name" in columns else "forename"
blocks = [block_on(forename, "surname")]
for name in columns:
    if name == "dob":
        blocks += [block_on("dob", "substr(surname, 1, 1)"), block_on("dob", f"substr({forename}, 1, 1)")]
    elif name in ("postcode", "address"):
        blocks.append(block_on(name, "substr(surname, 1, 1)"))
    elif name in ("phone", "plate", "email"):
        blocks.append(block_on(name))
settings = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=blocks,
    comparisons=[ready_made.get(name, lambda name=name: comparisons.ExactMatch(name))() for name in columns],
    additional_columns_to_retain=["truth"],
)
interface = DuckDBAPI(connection=connection)
linker = Linker(interface.register("people"), settings) if hasattr(interface, "register") else Linker("people", settings, db_api=interface)
certain = [block_on(forename, "surname", name) for name in columns if name in ("dob", "phone", "postcode", "email")][:2]
linker.training.estimate_probability_two_random_records_match(certain or [block_on(forename, "surname")], recall=0.7)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
train = linker.training.estimate_parameters_using_expectation_maximisation
for name in ("dob", "postcode", "phone"):
    if name in columns:
        train(block_on(name))
        break
train(block_on(forename, "surname"))
predictions = linker.inference.predict(threshold_match_probability=0.01)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.95)
seconds = cpu()
true_pairs = connection.execute("select sum(n * (n - 1) / 2) from (select count(*) as n from people group by truth)").fetchone()[0]


def quality(found, correct):
    precision, recall = correct / max(found, 1), correct / max(true_pairs, 1)
    return {"precision": precision, "recall": recall, "f1": 2 * correct / max(found + true_pairs, 1)}


rows = connection.execute(
    f"select round(match_probability, 4), count(*), sum((truth_l = truth_r)::int) from {predictions.physical_name} group by 1 order by 1 desc"
).fetchall()
found = correct = 0
best, at_half = quality(0, 0), quality(0, 0)
for probability, count, right in rows:
    found, correct = found + count, correct + right
    measured = quality(found, correct)
    if measured["f1"] > best["f1"]:
        best = measured | {"threshold": probability}
    if probability >= 0.5:
        at_half = measured
name = clusters.physical_name
inside, right = connection.execute(
    f"""select (select sum(n * (n - 1) / 2) from (select count(*) as n from {name} group by cluster_id)),
        (select sum(n * (n - 1) / 2) from (select count(*) as n from {name} group by cluster_id, truth))"""
).fetchone()
print(
    json.dumps(
        {
            "pairs": at_half, "pairs_at_best_threshold": best, "clusters": quality(inside, right), "cpu_seconds": seconds,
            "peak_memory_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        }
    )
)
