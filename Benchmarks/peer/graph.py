#!/usr/bin/env python3
"""Asks igraph for components and communities, and networkx for paths, of a list of links.

    graph.py EDGES.csv PAIRS.txt     prints one JSON object; the graphs are built before any time is taken
"""

import csv
import json
import random
import sys
import time

import igraph
import networkx

numbers = {}
edges = []
with open(sys.argv[1], newline="") as file:
    for source, target in list(csv.reader(file))[1:]:
        edges.append((numbers.setdefault(source, len(numbers)), numbers.setdefault(target, len(numbers))))
pairs = [tuple(numbers[name] for name in line.split()) for line in open(sys.argv[2])]
random.seed(1)
graph = igraph.Graph(n=len(numbers), edges=edges)


def least(runs, ask):
    seconds, answer = float("inf"), None
    for _ in range(runs):
        start = time.process_time()
        answer = ask()
        seconds = min(seconds, time.process_time() - start)
    return seconds, answer


component_seconds, components = least(3, lambda: len(graph.connected_components()))
community_seconds, found = least(1, lambda: graph.community_leiden(objective_function="modularity", n_iterations=2))
modularity = graph.modularity(found.membership)
del graph
linked = networkx.Graph()
linked.add_edges_from(edges)
path_seconds, lengths = least(3, lambda: [len(networkx.shortest_path(linked, a, b)) - 1 for a, b in pairs])
print(
    json.dumps(
        {
            "components": components, "component_seconds": component_seconds, "communities": len(found), "modularity": modularity,
            "community_seconds": community_seconds, "path_lengths": lengths, "seconds_per_path": path_seconds / len(pairs),
        }
    )
)
