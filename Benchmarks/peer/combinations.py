#!/usr/bin/env python3
"""All combinations up to three columns as pac-synth counts them, and whether they are the same as ours.

    combinations.py MICRODATA.csv OURS.csv     prints one JSON object

OURS.csv has a line `column:value;column:value,count` for each combination of values that are present.
"""

import json
import resource
import sys

import pacsynth
import pandas

table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
usage = resource.getrusage(resource.RUSAGE_SELF)
before = usage.ru_utime + usage.ru_stime
counts = pacsynth.Dataset.from_data_frame(table).get_aggregates(3, ";")
usage = resource.getrusage(resource.RUSAGE_SELF)
seconds = usage.ru_utime + usage.ru_stime - before
ours = {}
for line in open(sys.argv[2], encoding="utf-8"):
    key, count = line.rstrip("\n").rsplit(",", 1)
    ours[frozenset(key.split(";"))] = int(count)
theirs = {frozenset(key.split(";")): int(count) for key, count in counts.items()}
print(json.dumps({"seconds": seconds, "combinations": len(theirs), "equal": ours == theirs}))
