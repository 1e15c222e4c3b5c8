#!/usr/bin/env python3
"""What is in the data for one who is told the truth: a classifier learns from half of the people who is who, and is measured on the
other half.

    labels.py PEOPLE.csv TRUTH_COLUMN PAIRS.csv     prints one JSON object

PAIRS.csv is what `plainsight link dedupe --explain --threshold 0.0005` wrote: every pair that may be one person, with what each field
says. The classifier sees what each field says and knows from the labels how often each mistake is made, alone and together: gradient
boosting (Friedman 2001) as scikit-learn has it. Pairs that no key brings together are lost to it as they are to us.
"""

import collections
import csv
import json
import sys

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

people, truth_column, pairs = sys.argv[1:4]
truth = {}
with open(people, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        truth[next(iter(row.values()))] = row[truth_column]
features, same, ours, halves = [], [], [], []
with open(pairs, newline="", encoding="utf-8") as file:
    rows = csv.reader(file)
    next(rows)
    for row in rows:
        first, second = truth[row[0]], truth[row[1]]
        half = int(min(first, second)) % 2
        # A pair of two people is of neither half unless both are.
        if int(first) % 2 != int(second) % 2:
            half = 2
        features.append([float(value) for value in row[3:]])
        same.append(first == second)
        ours.append(float(row[2]))
        halves.append(half)
features, same, ours, halves = numpy.array(features), numpy.array(same), numpy.array(ours), numpy.array(halves)
sizes = collections.Counter(truth.values())


def best(score, chosen, true_pairs):
    order = numpy.argsort(-score[chosen], kind="stable")
    correct = numpy.cumsum(same[chosen][order])
    return float((2 * correct / (numpy.arange(1, len(order) + 1) + true_pairs)).max())


told, limit, own = [], [], []
for half in (0, 1):
    classifier = HistGradientBoostingClassifier(max_iter=200, learning_rate=0.06, random_state=1)
    classifier.fit(features[halves == half], same[halves == half])
    score = classifier.predict_proba(features)[:, 1]
    # Pairs across the halves are all false: they are shared out evenly, and each half is measured with its share.
    across = numpy.flatnonzero(halves == 2)
    chosen = numpy.zeros(len(same), dtype=bool)
    chosen[halves == 1 - half] = True
    chosen[across[half::2]] = True
    true_pairs = sum(size * (size - 1) / 2 for person, size in sizes.items() if int(person) % 2 == 1 - half)
    limit.append(best(score, chosen, true_pairs))
    own.append(best(ours, chosen, true_pairs))
    told.append(float(same[chosen].sum() / true_pairs))
print(json.dumps({"told": sum(limit) / 2, "ours": sum(own) / 2, "brought_together": sum(told) / 2}))
