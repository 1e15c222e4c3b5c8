#!/usr/bin/env python3
"""Encodes people with clkhash.

    clks.py PEOPLE.csv SCHEMA.json SECRET_FILE OUT.json     prints one JSON object
"""

import base64
import json
import sys
import time

from clkhash import clk
from clkhash.schema import from_json_dict

people, schema, secret, out = sys.argv[1:5]
schema = from_json_dict(json.load(open(schema)))
start = time.process_time()
with open(people, encoding="utf-8", newline="") as rows:
    encodings = clk.generate_clk_from_csv(rows, open(secret).read().strip(), schema, validate=False, progress_bar=False, max_workers=1)
seconds = time.process_time() - start
json.dump({"clks": [base64.b64encode(bits.tobytes()).decode() for bits in encodings]}, open(out, "w"))
print(json.dumps({"seconds": seconds, "records": len(encodings)}))
