#!/usr/bin/env python3
"""Attacks a published table by linear programming with HiGHS, a solver that is not ours.

    attack.py TABLE.csv THRESHOLD NUMBER SEED     prints one JSON object

The unknowns are the hidden figures over all dimensions; each published sum is an equation. For some hidden figures, chosen by
chance from all kinds of sums, the least and the greatest value that is possible is computed.
"""

import collections
import csv
import itertools
import json
import random
import resource
import sys

import numpy
import scipy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

path, threshold, number, seed = sys.argv[1], *map(int, sys.argv[2:5])
rows = csv.reader(open(path, newline="", encoding="utf-8"))
width = len(next(rows)) - 1
figures = {tuple(row[:width]): None if row[width] == "[c]" else int(row[width]) for row in rows}
unknown, terms, known = {}, collections.defaultdict(list), collections.Counter()
for labels, figure in figures.items():
    if "Total" in labels or figure == 0:
        continue
    sums = itertools.product(*[(label, "Total") for label in labels])
    if figure is None:
        unknown[labels] = len(unknown)
        for each in sums:
            terms[each].append(unknown[labels])
    else:
        for each in sums:
            known[each] += figure
at, places, right = [], [], []
for labels, columns in terms.items():
    if figures.get(labels) is not None:
        at += [len(right)] * len(columns)
        places += columns
        right.append(figures[labels] - known[labels])
matrix = csr_matrix((numpy.ones(len(at)), (at, places)), shape=(len(right), len(unknown)))
chance = random.Random(seed)
hidden = collections.defaultdict(list)
for labels, figure in figures.items():
    if figure is None:
        hidden[labels.count("Total")].append(labels)
# As many of each kind as there are kinds, the rest where there are most.
chosen = []
while len(chosen) < min(number, sum(map(len, hidden.values()))):
    for kind in sorted(hidden):
        labels = chance.choice(hidden[kind])
        if labels not in chosen and len(chosen) < number:
            chosen.append(labels)
narrowest, pinned, solved = float("inf"), 0, 0
for labels in chosen:
    goal = numpy.zeros(len(unknown))
    goal[terms[labels]] = 1
    ends = []
    for sign in (1, -1):
        found = linprog(sign * goal, A_eq=matrix, b_eq=right, bounds=(0, None), method="highs")
        if found.status not in (0, 3):
            sys.exit(f"HiGHS could not say: {found.message}")
        ends.append(sign * found.fun if found.status == 0 else float("inf"))
    solved += 1
    gap = ends[1] - ends[0]
    narrowest = min(narrowest, gap)
    pinned += gap < threshold - 1e-6
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "version": scipy.__version__, "unknowns": len(unknown), "equations": len(right), "attacked": solved, "pinned": pinned,
            "narrowest": narrowest, "seconds": usage.ru_utime + usage.ru_stime,
        }))
