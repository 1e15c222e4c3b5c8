#!/usr/bin/env python3
"""Invents 1,000,000 records of seven columns and counts them into 20 tables with DuckDB, counts below 5 suppressed.

    tables.py CODES THREADS     writes the columns as `PublishBenchmark tables` reads them, prints one JSON object

The records and the tables are those of the peers' crosstab.py.
"""

import json
import resource
import sys

import numpy

path, threads = sys.argv[1], int(sys.argv[2])
chance, rows = numpy.random.default_rng(3), 1_000_000


def zipf(count, power):
    weights = 1 / numpy.arange(1, count + 1) ** power
    return weights / weights.sum()


COLUMNS = {
    "year": chance.choice(11, rows, p=zipf(11, 0.5)),
    "quarter": chance.integers(1, 5, rows) - 1,
    "force": chance.choice(43, rows, p=zipf(43, 0.7)),
    "exptype": chance.choice(17, rows, p=zipf(17, 0.9)),
    "gender": chance.choice(3, rows, p=[0.75, 0.24, 0.01]),
    "ageband": chance.choice(8, rows, p=zipf(8, 0.5)),
    "nationality": chance.choice(60, rows, p=zipf(60, 1.1)),
}
TABLES = [
    "year", "year quarter", "year gender", "year ageband", "year nationality", "year force", "year exptype", "force exptype",
    "force nationality", "exptype gender ageband", "nationality exptype", "nationality gender ageband", "year quarter force",
    "year quarter exptype", "year force exptype", "year exptype gender ageband", "year nationality exptype",
    "force exptype nationality", "year quarter force exptype", "year quarter force exptype gender ageband",
]
with open(path, "wb") as out:
    for codes in COLUMNS.values():
        out.write(codes.astype("<u2").tobytes())

import duckdb
import pyarrow

database = duckdb.connect()
database.execute(f"set threads={threads}")
records = pyarrow.table({name: codes.astype(numpy.int16 if name == "year" else numpy.int8) for name, codes in COLUMNS.items()})
database.execute("create table t as select * from records")


def count():
    groups = small = 0
    for table in TABLES:
        query = f"select {table.replace(' ', ', ')}, case when count(*) < 5 then null else count(*) end n from t group by all"
        found = database.execute(query).fetch_arrow_table()
        groups += found.num_rows
        small += found["n"].null_count
    return groups, small


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


count()
times = []
for _ in range(5):
    before = cpu()
    groups, small = count()
    times.append(cpu() - before)
times.sort()
print(json.dumps({"version": duckdb.__version__, "groups": groups, "small": small, "seconds": times[0], "median_seconds": times[2]}))
