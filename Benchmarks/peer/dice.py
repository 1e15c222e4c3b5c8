#!/usr/bin/env python3
"""Finds the pairs of encodings that are alike with anonlink.

    dice.py A.json B.json THRESHOLD OUT.csv     prints one JSON object with the seconds of the comparison alone
"""

import base64
import json
import sys
import time

import anonlink
from bitarray import bitarray


def read(path):
    encodings = []
    for text in json.load(open(path))["clks"]:
        bits = bitarray()
        bits.frombytes(base64.b64decode(text))
        encodings.append(bits)
    return encodings


first, second = read(sys.argv[1]), read(sys.argv[2])
start = time.process_time()
similarities, (left, right) = anonlink.similarities.dice_coefficient_accelerated((first, second), float(sys.argv[3]))
seconds = time.process_time() - start
with open(sys.argv[4], "w") as out:
    out.write("id_a,id_b\n")
    for a, b in zip(left, right):
        out.write(f"{a},{b}\n")
print(json.dumps({"seconds": seconds, "comparisons": len(first) * len(second), "pairs": len(similarities)}))
