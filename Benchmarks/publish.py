#!/usr/bin/env python3
"""Measures what publishing figures costs and how well it is done, beside its peers in the same run; `script/bench publish` calls it.

    publish.py --program PLAINSIGHT --benchmark PUBLISHBENCHMARK [ROW…]

Rows: tables combinations dp kanon police attack sequences review; all of them when none is named. What counts is processor
seconds, with the quality beside them. A peer that is not installed and data that is not there is said and passed over; nothing is
downloaded, and everything is written in one temporary folder.
"""

import argparse
import collections
import csv
import datetime
import itertools
import json
import os
import random
import re
import shutil
import statistics
import sys
import tempfile
import time

import link
from bench import KINDS, NATIONALITIES, SOURCES, TYPES, WORDS
from link import HERE, ROOT, Missing

ROWS = "tables combinations dp kanon police attack sequences review".split()


def spread(values):
    values = sorted(values)
    return f"{values[0]:.2f} / {statistics.median(values):.2f} s"


class Bench(link.Bench):
    def microdata(self):
        return self.data(os.path.join("linkage", "microdata_50k.csv"))

    def tables(self):
        codes, peer, reason = self.path("codes"), None, ""
        try:
            peer, _ = self.report(self.peer("duckdb, numpy, pyarrow"), os.path.join(HERE, "peer", "tables.py"), codes, 2)
        except Missing as missing:
            reason = f"not run: {missing}"
            chance = random.Random(3)
            with open(codes, "wb") as out:
                for size in (11, 4, 43, 17, 3, 8, 60):
                    weights = [1 / (value + 1) ** 0.7 for value in range(size)]
                    for value in chance.choices(range(size), weights, k=1_000_000):
                        out.write(value.to_bytes(2, "little"))
        ours, _ = self.report(self.options.benchmark, "tables", codes)
        text = (
            f"{ours['seconds']:.4f} / {ours['median_seconds']:.4f} s (with all margins {ours['seconds_with_margins']:.4f}), "
            f"{ours['groups']:,} figures"
        )
        if peer is None:
            return self.line("20 tables of 1,000,000 rows", text, reason, "", "10 ×")
        equal = (ours["groups"], ours["small"]) == (peer["groups"], peer["small"])
        ratio = peer["median_seconds"] / ours["median_seconds"]
        self.line(
            "20 tables of 1,000,000 rows", text,
            f"DuckDB {peer['seconds']:.2f} / {peer['median_seconds']:.2f} s, {'the same figures' if equal else 'OTHER FIGURES'}",
            f"{ratio:.0f} ×", "10 ×", equal and ratio >= 10)

    def combinations(self):
        path, out = self.microdata(), self.path("combinations.csv")
        ours, _ = self.report(self.options.benchmark, "combinations", path, out)
        with open(path, newline="", encoding="utf-8") as source:
            table = list(csv.reader(source))
        # Counted again in another way, whether a peer is there or not.
        names, columns, again = table[0], list(zip(*table[1:])), {}
        for length in (1, 2, 3):
            for choice in itertools.combinations(range(len(names)), length):
                for values, count in collections.Counter(zip(*[columns[column] for column in choice])).items():
                    if all(value not in ("", "0") for value in values):
                        again[";".join(f"{names[column]}:{value}" for column, value in zip(choice, values))] = count
        lines = (line.rstrip("\n").rsplit(",", 1) for line in open(out, encoding="utf-8"))
        equal = {key: int(count) for key, count in lines} == again
        theirs, ratio, fast = "", "", ours["median_seconds"] <= 5.75 / 200
        try:
            peer, _ = self.report(self.peer("pacsynth"), os.path.join(HERE, "peer", "combinations.py"), path, out)
            times = peer["seconds"] / ours["median_seconds"]
            theirs, ratio, fast = f"pac-synth {peer['seconds']:.2f} s", f"{times:.0f} ×", times >= 200
            equal = equal and peer["equal"]
        except Missing as missing:
            theirs = f"not run: {missing}; it took 5.75 s"
        self.line(
            "combinations of up to 3 columns",
            f"{ours['seconds']:.4f} / {ours['median_seconds']:.4f} s, {ours['combinations_present']:,} "
            f"{'as counted again' if equal else 'COUNTED OTHERWISE AGAIN'}",
            theirs, ratio, "200 ×, the same counts", equal and fast)

    def dp(self):
        reports = []
        for seed in range(self.options.seed, self.options.seed + self.options.seeds):
            out, report = self.path("dp.csv"), self.path("dp.json")
            self.run(
                self.options.program, "publish", "synthetic", self.microdata(), "--model", "dp", "--epsilon", 4, "--delta",
                "0.000001", "--out", out, "--report", report, "--seed", seed)
            reports.append(json.load(open(report)))
        present = [next(each for each in report["quality"] if each["counting"] == "present") for report in reports]
        errors = [statistics.mean(each["lengths"][length]["relative_error"] for each in present) * 100 for length in range(3)]
        invented = statistics.mean(each["invented_shares"][2] for each in present) * 100
        times = [report["cpu_seconds_of_synthesis"] for report in reports]
        theirs, ratio, least = "not run: ", "", 3.8
        try:
            text, _ = self.run(self.peer("pacsynth"), self.peer_script("pac.py"), 50_000, 3, 2)
            used = sum(
                float(line.split(" cpu ")[1].split()[0]) for line in text.splitlines()
                if line.strip().startswith(("fit", "sample")) and " cpu " in line)
            theirs, least = f"pac-synth {used:.0f} s", used / 20
            ratio = f"{used / statistics.median(times):.0f} ×"
        except Missing as missing:
            theirs += f"{missing}; it took 76 s"
        self.line(
            f"private rows, ε 4, {len(reports)} seeds",
            f"{spread(times)}, errors {', '.join(f'{error:.2f}' for error in errors)} %, {invented:.2f} % invented", theirs, ratio,
            "20 × (3.8 s); 3, 12, 25 %; 2 %",
            statistics.median(times) <= least and errors[0] <= 3 and errors[1] <= 12 and errors[2] <= 25 and invented <= 2)

    def kanon(self):
        out, path = self.path("kanon.csv"), self.path("kanon.json")
        self.run(
            self.options.program, "publish", "synthetic", self.microdata(), "--model", "kanon", "--resolution", 10, "--out", out,
            "--report", path, "--seed", self.options.seed)
        report = json.load(open(path))
        lengths = next(each for each in report["quality"] if each["counting"] == "present")["lengths"]
        errors = [length["relative_error"] * 100 for length in lengths]
        with open(out, newline="", encoding="utf-8") as source:
            columns = list(zip(*list(csv.reader(source))[1:]))
        least = min(
            min(collections.Counter(zip(*[columns[column] for column in choice])).values())
            for length in (1, 2, 3, 4) for choice in itertools.combinations(range(len(columns)), length))
        self.line(
            "k-anonymous rows, resolution 10",
            f"{report['cpu_seconds_of_synthesis']:.2f} s, errors {', '.join(f'{error:.1f}' for error in errors)} %, "
            f"rarest of up to 4 columns {least}",
            "none to be had here", "", "none below 10; 5, 15 %", least >= 10 and errors[0] <= 5 and errors[1] <= 15)

    def police_release(self):
        """The police's referrals over all five dimensions, released once for both rows."""
        if "police" not in self.made:
            source = self.data(os.path.join("nrm", "nrm_referrals_police_2022q2_2023q3.csv"))
            specification, out = self.path("police.json"), self.path("police")
            rows = ["First responder", "Exploitation type", "Age at exploitation", "Gender"]
            json.dump({"tables": [{"name": "police", "rows": rows, "columns": ["Quarter"]}], "count": "People"}, open(specification, "w"))
            text, seconds = self.run(self.options.program, "publish", "tables", source, "--spec", specification, "--out", out)
            # "145600 figures, 13971 hidden: 9576 that say too much by themselves and …"
            _, lost, primary = (int(number) for number in re.findall(r"\d+", text)[:3])
            self.made["police"] = (out, seconds, lost, primary, json.load(open(os.path.join(out, "audit.json"))))
        return self.made["police"]

    def police(self):
        out, seconds, lost, primary, audit = self.police_release()
        # It ends with 1 where anything is pinned down.
        self.run(self.options.program, "publish", "audit", out)
        ratio = lost / primary
        kept = ", ".join(f"{margin['shown']:,} of {margin['figures_above_zero']:,}" for margin in audit["margins"])
        self.line(
            "police referrals, all margins",
            f"{ratio:.2f} times ({lost:,} for {primary:,}), {audit['seconds']:.1f} s; {seconds:.1f} s with all files",
            f"none to be had here; proved, audit pins nothing down; shown of figures over 0 to 5 dimensions: {kept}", "", "1.5 times, 10 s, proved", ratio <= 1.5 and seconds < 10)

    def attack(self):
        out = self.police_release()[0]
        report, _ = self.report(
            self.peer("scipy"), os.path.join(HERE, "peer", "attack.py"), os.path.join(out, "police.csv"), 5, self.options.attacked,
            self.options.seed)
        self.line(
            "an attacker with another solver",
            f"{report['attacked']} hidden figures, {report['pinned']} pinned down, none narrower than {report['narrowest']:.0f}",
            f"HiGHS {report['seconds']:.0f} s: {report['unknowns']:,} unknowns, {report['equations']:,} equations", "",
            "none narrower than 5", report["pinned"] == 0)

    def sequences(self):
        report, _ = self.report(self.options.benchmark, "sequences", self.options.sequences, 42, self.path(""))
        self.line(
            f"{report['sequences']:,} sequences of releases",
            f"{report['released']:,} of {report['steps']:,} released, {report['pinned']} pinned down, {report['seconds']:.0f} s",
            "none to be had here", "", "nothing pinned down", report["pinned"] == 0 and report["released"] > 0)

    def review(self):
        concerns, chance = self.path("concerns.csv"), random.Random(7)
        first = datetime.date(2019, 4, 1)
        with open(concerns, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow([
                "reference", "received_on", "source", "town", "ward", "location_type", "exploitation_types", "nationality", "response",
                "lead_agency", "summary"])
            for row in range(self.options.concerns):
                town, day = chance.randrange(8), first + datetime.timedelta(days=chance.randrange(366))
                rows.writerow([
                    f"F{row:07}", day.isoformat(), chance.choice(SOURCES), f"Town {town}", f"Ward {town}-{chance.randrange(4)}",
                    chance.choice(TYPES), ";".join(chance.sample(KINDS, chance.choice([1, 1, 2]))), chance.choice(NATIONALITIES), "", "",
                    " ".join(chance.choices(WORDS, k=14))])
        self.measure_review("SQLite", concerns, f"sqlite:{self.path('review.sqlite')}")
        os.remove(self.path("review.sqlite"))
        if self.options.postgres:
            self.measure_review("PostgreSQL", concerns, self.options.postgres)
        else:
            self.skip("regional review, PostgreSQL", "name a server that may be filled with --postgres")

    def measure_review(self, engine, concerns, database):
        os.environ["PLAINSIGHT_KEY_FILE"] = self.path(f"{engine}.key/key")
        os.environ["PLAINSIGHT_LOG_LEVEL"] = "error"
        # The time of WeasyPrint is not ours: no PDF is made.
        os.environ["PLAINSIGHT_WEASYPRINT"] = shutil.which("true") or "/bin/true"

        def command(*words):
            return self.run(self.options.program, *words, "--database", database)[1]

        command("partnership", "add", "--slug", "region", "--name", "Region", "--prefix", "R")
        command("partnership", "admit", "--partnership", "region", "--name", "Police", "--kind", "police")
        command("import", "concerns", concerns, "--partnership", "region")
        used, clock = [], []
        for _ in range(5):
            before = time.monotonic()
            used.append(
                command(
                    "publish", "review", "--partnership", "region", "--from", "2019-04-01", "--to", "2020-03-31", "--kind", "regional",
                    "--out", self.path("review")))
            clock.append(time.monotonic() - before)
        # Where a server counts, the command's own processor seconds say nothing.
        counts = statistics.median(used) if engine == "SQLite" else min(clock)
        self.line(
            f"regional review, {engine}",
            f"{spread(used)}, by the clock {spread(clock)}" if engine == "SQLite" else f"by the clock {spread(clock)}", "", "",
            "under 5 s" + ("" if engine == "SQLite" else " by the clock"), counts < 5)


def main():
    parser = argparse.ArgumentParser(
        prog="script/bench publish", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=" ".join(ROWS))
    parser.add_argument("--program", required=True)
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--peers", default=os.path.join(ROOT, "..", "shared", "tools", "peers"), help="the folder of the peers' scripts")
    parser.add_argument("--data", default=os.path.join(ROOT, "..", "shared", "data"), help="the folder of the data")
    default = os.path.join(ROOT, ".venv-peers", "bin", "python")
    parser.add_argument(
        "--python", default=default if os.path.exists(default) else sys.executable,
        help="the interpreter that has the peers (default: .venv-peers/bin/python)")
    parser.add_argument("--seed", type=int, default=9001, help="the first seed of the synthetic rows")
    parser.add_argument("--seeds", type=int, default=10, help="how many seeds the private rows are made with")
    parser.add_argument("--sequences", type=int, default=1_000, help="sequences of releases")
    parser.add_argument("--attacked", type=int, default=30, help="hidden figures that the attacker tries")
    parser.add_argument("--concerns", type=int, default=1_000_000, help="concerns of the regional review")
    parser.add_argument("--postgres", help="an empty database for the regional review, postgresql://…")
    options = parser.parse_args()
    for row in options.rows:
        if row not in ROWS:
            parser.error(f"there is no row {row}; there are {' '.join(ROWS)}")
    options.peers, options.data = os.path.abspath(options.peers), os.path.abspath(options.data)
    # The commands run in a folder of their own.
    options.program, options.benchmark = os.path.abspath(options.program), os.path.abspath(options.benchmark)
    # A virtual environment is known by the path of its interpreter: a link must not be followed.
    options.python = os.path.abspath(options.python) if os.sep in options.python else options.python
    print("Processor seconds, the best of several runs and the median.")
    print(f"{'on':32} {'ours':44} {'peer':44} {'ratio':>9}  {'wanted':34}")
    with tempfile.TemporaryDirectory(prefix="plainsight-publish-") as folder:
        bench = Bench(options, folder)
        for row in options.rows or ROWS:
            try:
                getattr(bench, row)()
            except Missing as missing:
                bench.skip(row, missing)


if __name__ == "__main__":
    main()
