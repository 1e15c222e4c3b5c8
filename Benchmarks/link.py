#!/usr/bin/env python3
"""Measures linkage beside its peers, on the same data in the same run; `script/bench link` calls it.

    link.py --program PLAINSIGHT --benchmark LINKBENCHMARK --subjects SUBJECTBENCHMARK [ROW…]

Rows: people-100k people-1m febrl unseen known database encode blind graph growth limit; all of them when none is named. What counts is
processor seconds, with the quality beside them. A peer that is not installed and data that is not there is said and passed over;
nothing is downloaded, and everything is written in one temporary folder.
"""

import argparse
import base64
import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

import invented_people

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
ROWS = "people-100k people-1m febrl unseen known database encode blind graph growth limit".split()


class Missing(Exception):
    """What a row needs and is not there."""


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.made = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *command):
        """Runs a command; answers what it printed and the processor seconds of it."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=self.folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            raise Missing(f"{os.path.basename(str(command[0]))} failed: {(done.stderr.strip().splitlines() or ['no reason'])[-1]}")
        return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def report(self, *command):
        text, seconds = self.run(*command)
        return json.loads(text[text.index("{") :]), seconds

    def link(self, *arguments):
        return self.report(self.options.program, "link", *arguments)

    # Peers and data

    def peer(self, module):
        """The interpreter of the peers, where `module` can be imported."""
        python = self.options.python
        if not python or subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode != 0:
            raise Missing(f"{module} is not installed for {python or 'any interpreter named by --python'}")
        return python

    def peer_script(self, name):
        path = os.path.join(self.options.peers, name)
        if not os.path.exists(path):
            raise Missing(f"{name} is not in {self.options.peers}")
        return path

    def data(self, name):
        path = os.path.join(self.options.data, name)
        if not os.path.exists(path):
            raise Missing(f"{name} is not in {self.options.data}")
        return path

    def people(self, records):
        """People of several agencies: the file that lies there, else made by the peers' generator with its seed."""
        if records in self.made:
            return self.made[records]
        name = {10_000: "people_10k.csv", 100_000: "people_100k.csv"}.get(records)
        if name and os.path.exists(os.path.join(self.options.data, name)):
            return self.data(name)
        path = self.path(f"people_{records}.csv")
        self.run(sys.executable, self.peer_script("make_people.py"), records, 42, path)
        self.made[records] = path
        return path

    # What is printed

    def line(self, what, ours, peer="", ratio="", bar="", met=None):
        verdict = "" if met is None else "reached" if met else "MISSED"
        print(f"{what:32} {ours:44} {peer:44} {ratio:>9}  {bar:34} {verdict}".rstrip(), flush=True)

    def skip(self, what, reason):
        print(f"{what:32} not measured: {reason}", flush=True)

    # The rows

    def measure_people(self, records, bars):
        f1, cluster_f1, seconds, megabytes = bars
        report, _ = self.link("dedupe", self.people(records), "--truth", "entity_id")
        truth = report["truth"]
        ours = (truth["pairs"]["f1"], truth["clusters"]["f1"], report["cpu_seconds"], report["peak_memory_bytes"] / 1e6)
        theirs, ratio = "", ""
        try:
            if records >= 1_000_000 and self.options.no_splink_million:
                raise Missing("--no-splink-million")
            python, out = self.peer("splink"), self.path("splink.json")
            # Its expert's settings (its README): names in either order, and the order of training.
            self.run(python, self.peer_script("splink_people.py"), self.people(records), 2, "--tuned", "PQSR", "--json", out)
            peer = json.load(open(out))
            theirs = (
                f"Splink tuned {peer['best']['f1']:.3f} / {peer['cluster95']['f1']:.3f}, {peer['cpu_job']:.1f} s, "
                f"{peer['peak_rss_mib'] * 1.048576:,.0f} MB"
            )
            ratio = f"{peer['cpu_job'] / ours[2]:.1f} ×"
        except Missing as missing:
            theirs = f"not run: {missing}"
        met = ours[0] >= f1 and ours[1] >= cluster_f1 and ours[2] <= seconds and (not megabytes or ours[3] <= megabytes)
        self.line(
            f"people, {records:,} records",
            f"F1 {ours[0]:.4f} / {ours[1]:.4f} clusters, {ours[2]:.2f} s, {ours[3]:,.0f} MB", theirs, ratio,
            f"{f1} / {cluster_f1}, {seconds} s" + (f", {megabytes:,} MB" if megabytes else ""), met)

    def people_100k(self):
        self.measure_people(100_000, (0.94, 0.93, 0.8, None))

    def people_1m(self):
        self.measure_people(1_000_000, (0.92, 0.90, 10, 1_000))

    def febrl(self):
        def with_truth(name):
            path = self.path(name)
            with open(self.data(name), newline="", encoding="utf-8") as source, open(path, "w", newline="", encoding="utf-8") as out:
                rows = csv.reader(source, skipinitialspace=True)
                table = csv.writer(out)
                table.writerow(["person", *next(rows)])
                for row in rows:
                    table.writerow([row[0].split("-")[1], *row])
            return path

        fields = self.path("febrl.json")
        json.dump({"soc_sec_id": "ignore", "rec_id": "id"}, open(fields, "w"))
        for which, files, command, bar in (
            ("3", ["febrl_dataset3.csv"], "dedupe", 0.989),
            ("4", ["febrl_dataset4a.csv", "febrl_dataset4b.csv"], "match", 0.997),
        ):
            what = f"FEBRL {which}, no identity number"
            try:
                report, _ = self.link(command, *[with_truth(name) for name in files], "--truth", "person", "--fields", fields)
                f1, theirs, ratio = report["truth"]["pairs"]["f1"], "", ""
                try:
                    out = self.path("splink.json")
                    self.run(self.peer("splink"), self.peer_script("splink_febrl.py"), which, "--noid", "--json", out)
                    peer = json.load(open(out))
                    theirs, ratio = f"Splink {peer['best']['f1']:.4f}, {peer['cpu']:.1f} s", f"{peer['cpu'] / report['cpu_seconds']:.0f} ×"
                except Missing as missing:
                    theirs = f"not run: {missing}"
                self.line(what, f"F1 {f1:.4f}, {report['cpu_seconds']:.2f} s", theirs, ratio, f"no worse than {bar}", f1 >= bar)
            except Missing as missing:
                self.skip(what, missing)

    def unseen(self):
        for name in invented_people.SCENARIOS:
            path = self.path("unseen.csv")
            invented_people.Maker(name, self.options.seed).write(path)
            report, _ = self.link("dedupe", path, "--truth", "person")
            truth = report["truth"]
            f1, cluster_f1 = truth["pairs"]["f1"], truth["clusters"]["f1"]
            theirs, ratio, met = "", "", None
            try:
                peer, _ = self.report(self.peer("splink"), os.path.join(HERE, "peer", "splink_defaults.py"), path, "person")
                best = peer["pairs_at_best_threshold"]["f1"]
                theirs = f"Splink {best:.4f} at best / {peer['clusters']['f1']:.4f}, {peer['cpu_seconds']:.1f} s"
                ratio = f"{peer['cpu_seconds'] / report['cpu_seconds']:.0f} ×"
                met = f1 > best and cluster_f1 > peer["clusters"]["f1"]
            except Missing as missing:
                theirs = f"not run: {missing}"
            self.line(
                f"invented: {name}", f"F1 {f1:.4f} / {cluster_f1:.4f} clusters, {report['cpu_seconds']:.2f} s", theirs, ratio,
                "better than its defaults", met)

    def known(self):
        report, _ = self.report(self.options.benchmark, "known", self.people(1_000_000), 2_000)
        theirs, ratio = "", ""
        milliseconds = report["cpu_milliseconds_per_question"]
        try:
            text, _ = self.run(self.peer("splink"), self.peer_script("splink_realtime.py"), self.people(100_000))
            # "…(1 vs table): wall median 190 ms p90 220; cpu median 173 ms (n=39)"
            asked = float(text.strip().splitlines()[-1].split("cpu median ")[1].split(" ms")[0])
            theirs, ratio = f"Splink {asked:.0f} ms against 100,000", f"{asked / milliseconds:,.0f} ×"
        except Missing as missing:
            theirs = f"not run: {missing}"
        self.line(
            f"one record against {report['records']:,}",
            f"{milliseconds:.3f} ms; {report['found']:,} of {report['questions']:,} found", theirs, ratio, "below 1 ms, in memory",
            milliseconds < 1)

    def database(self):
        """One against all as the product asks it, with the journal, on both databases; and what is seen more than once."""
        size = [self.options.mentions, self.options.partnerships, 200]
        server = ["bash", "-c", 'exec "$1" "$PLAINSIGHT_TEST_POSTGRES" "${@:2}"', "bash", self.options.subjects, self.path("postgres.key")]
        for command in (
            [self.options.subjects, f"sqlite:{self.path('mentions.sqlite')}", self.path("sqlite.key"), *size],
            [os.path.join(ROOT, "script", "with-postgres"), *server, *size],
        ):
            report, _ = self.report(*command)
            for what, kind, bar in (
                ("in the circle", "in the circle", 10), ("elsewhere, told blindly", "blind answer", 10),
                ("people elsewhere, told nothing", "told nothing", 10), ("not known", "not known", 10),
                ("as one record in twenty says", "one record in twenty", 10), ("seen more than once, all", "once, coordinator", 50),
                ("seen more than once, a member", "once, member", 50),
            ):
                rows = [row for row in report["rows"] if row["what"].endswith(kind)]
                parts = [f"{row['what'].split(',')[0].split()[0]} {row['mean_milliseconds']:.1f}" for row in rows]
                asked, right = sum(row["asked"] for row in rows), sum(row["right"] for row in rows)
                self.line(
                    f"{report['engine']}, {what}", f"{', '.join(parts)} ms; {right:,} of {asked:,} right",
                    f"at most {max(row['worst_milliseconds'] for row in rows):.1f} ms", "", f"below {bar} ms",
                    right == asked and all(row["mean_milliseconds"] < bar for row in rows))
        if os.path.exists(self.path("mentions.sqlite")):
            os.remove(self.path("mentions.sqlite"))

    def encode(self):
        def feature(name, size, bits):
            return {
                "identifier": name, "format": {"type": "string", "encoding": "utf-8"},
                "hashing": {"comparison": {"type": "ngram", "n": size}, "strategy": {"bitsPerToken": bits}, "hash": {"type": "blakeHash"}},
            }

        schema, secret, clks = self.path("schema.json"), self.path("secret"), self.path("clks.json")
        key = base64.b64encode(bytes(range(64))).decode()
        features = [feature("forename", 2, 15), feature("surname", 2, 15), feature("dob", 1, 10), feature("postcode", 2, 10), feature("phone", 2, 8)]
        json.dump(
            {"version": 3, "clkConfig": {"l": 1024, "kdf": {"type": "HKDF", "hash": "SHA256", "info": "", "salt": key, "keySize": 64}},
             "features": features}, open(schema, "w"))
        open(secret, "w").write("a secret of the benchmark")
        people, few = self.path("encode.csv"), self.path("encode_few.csv")
        names = [one["identifier"] for one in features]
        with open(self.people(100_000), newline="", encoding="utf-8") as source:
            rows = [[row[name] for name in names] for row in csv.DictReader(source)]
        for path, chosen in ((people, rows), (few, rows[:20_000])):
            with open(path, "w", newline="", encoding="utf-8") as out:
                csv.writer(out).writerows([names, *chosen])
        report, seconds = self.link("encode", people, "--schema", schema, "--secret-file", secret, "--out", clks)
        rate = report["records"] / seconds
        theirs, ratio, met = "", "", None
        try:
            out = self.path("peer_clks.json")
            peer, _ = self.report(self.peer("clkhash"), os.path.join(HERE, "peer", "clks.py"), few, schema, secret, out)
            peer_rate = peer["records"] / peer["seconds"]
            count = peer["records"]
            equal = json.load(open(out))["clks"] == json.load(open(clks))["clks"][:count]
            theirs = f"clkhash {peer_rate:,.0f} a second; {'every bit equal' if equal else 'BITS DIFFER'}"
            ratio, met = f"{rate / peer_rate:.1f} ×", equal and rate >= 20 * peer_rate
        except Missing as missing:
            theirs = f"not run: {missing}"
        self.line("encoding 100,000 people", f"{rate:,.0f} a second", theirs, ratio, "20 ×, bit for bit equal", met)

    def blind(self):
        source = random.Random(7)
        bits = source.getrandbits

        def encoding():
            fill = source.random()
            rest = bits(1024) | bits(1024)
            return bits(1024) & (rest if fill < 0.3 else rest | bits(1024)) if fill < 0.8 else bits(1024)

        count = 100_000
        first = [encoding() for _ in range(count)]
        # Three in ten of the second are noisy copies of the first.
        second = [
            one ^ (bits(1024) & bits(1024) & bits(1024) & bits(1024) & bits(1024)) if source.random() < 0.3 else encoding() for one in first
        ]
        source.shuffle(second)

        def write(name, encodings):
            path = self.path(name)
            texts = [base64.b64encode(one.to_bytes(128, "big")).decode() for one in encodings]
            json.dump({"clks": texts}, open(path, "w"))
            return path

        a, b, out = write("a.json", first), write("b.json", second), self.path("blind.csv")
        report, seconds = self.link("blind", a, b, "--threshold", "0.8", "--out", out)
        rate = report["comparisons"] / seconds / 1e6
        theirs, ratio, met = "", "", None
        try:
            part = 10_000
            peer_out = self.path("peer_pairs.csv")
            script = os.path.join(HERE, "peer", "dice.py")
            peer, _ = self.report(self.peer("anonlink"), script, write("part.json", first[:part]), b, "0.8", peer_out)
            pairs = {tuple(row[:2]) for row in list(csv.reader(open(out)))[1:] if int(row[0]) < part}
            equal = pairs == {tuple(row) for row in list(csv.reader(open(peer_out)))[1:]}
            peer_rate = peer["comparisons"] / peer["seconds"] / 1e6
            theirs = f"anonlink {peer_rate:,.0f} million; {f'the same {len(pairs):,} pairs' if equal else 'OTHER PAIRS'} of {part:,}"
            ratio, met = f"{rate / peer_rate:.1f} ×", equal and rate >= 5 * peer_rate
        except Missing as missing:
            theirs = f"not run: {missing}"
        self.line(
            "100,000 × 100,000 encodings", f"{rate:,.0f} million a second, {report['pairs']:,} pairs ({report['kernel']})", theirs, ratio,
            "5 ×, the same pairs", met)

    def graph(self):
        source = random.Random(11)
        edges, pairs = self.path("edges.csv"), self.path("pairs.txt")
        persons, kinds = 400_000, (("phone", 250_000, 0.42), ("vehicle", 90_000, 0.56), ("place", 120_000, 0.86))
        links = set()
        while len(links) < 1_000_000:
            person, kind = source.randrange(persons), source.random()
            for name, size, share in kinds:
                if kind < share:
                    # A few are shared by very many.
                    links.add((f"person{person}", f"{name}{int(size * source.random() ** 1.35)}"))
                    break
            else:
                links.add((f"person{person}", f"person{(person + 1 + int(source.expovariate(0.05))) % persons}"))
        links = sorted(links)
        source.shuffle(links)
        with open(edges, "w", newline="") as out:
            csv.writer(out).writerows([("source", "target"), *links])
        parents = {}

        def root(name):
            while parents.setdefault(name, name) != name:
                parents[name] = parents[parents[name]]
                name = parents[name]
            return name

        for one, other in links:
            parents[root(one)] = root(other)
        sizes = {}
        for name in list(parents):
            sizes[root(name)] = sizes.get(root(name), 0) + 1
        greatest = max(sizes, key=sizes.get)
        members = sorted(name for name in parents if root(name) == greatest)
        with open(pairs, "w") as out:
            for _ in range(40):
                out.write(f"{source.choice(members)} {source.choice(members)}\n")
        ours, _ = self.report(self.options.benchmark, "graph", edges, pairs)
        peer, reason = None, ""
        try:
            self.peer("networkx")
            peer, _ = self.report(self.peer("igraph"), os.path.join(HERE, "peer", "graph.py"), edges, pairs)
        except Missing as missing:
            reason = f"not run: {missing}"
        rows = (
            ("components of 1,000,000 links", "component_seconds", "igraph", 1, "s", 10, lambda: ours["components"] == peer["components"]),
            ("one path", "seconds_per_path", "networkx", 1_000, "ms", 5, lambda: ours["path_lengths"] == peer["path_lengths"]),
            ("communities", "community_seconds", "igraph Leiden", 1, "s", 1, lambda: ours["modularity"] >= peer["modularity"] - 0.0005),
        )
        for what, key, name, scale, unit, bar, agrees in rows:
            quality = f", modularity {ours['modularity']:.4f}" if key == "community_seconds" else ""
            if peer is None:
                self.line(what, f"{ours[key] * scale:.3f} {unit}{quality}", reason)
                continue
            peer_quality = f", modularity {peer['modularity']:.4f}" if quality else "" if agrees() else "; ANSWERS DIFFER"
            ratio = peer[key] / max(ours[key], 1e-9)
            self.line(
                what, f"{ours[key] * scale:.3f} {unit}{quality}", f"{name} {peer[key] * scale:.3f} {unit}{peer_quality}", f"{ratio:.1f} ×",
                f"{bar} ×" if bar > 1 else "no slower, equal modularity", agrees() and ratio >= bar)

    def growth(self):
        for records in (10_000, 100_000, 1_000_000, 3_000_000):
            report, _ = self.link("dedupe", self.people(records), "--truth", "entity_id")
            truth = report["truth"]
            seconds, size = report["cpu_seconds"], report["peak_memory_bytes"]
            self.line(
                f"growth, {records:,} records",
                f"{seconds:.2f} s, {size / 1e6:,.0f} MB; F1 {truth['pairs']['f1']:.4f} / {truth['clusters']['f1']:.4f}",
                f"{seconds / records * 1e6:.2f} µs and {size / records:,.0f} bytes a record")

    def limit(self):
        """How near we come to one who is told the truth about half of the people."""
        script = os.path.join(HERE, "peer", "labels.py")
        python = self.peer("sklearn")
        unseen = {name: self.path(f"limit_{number}.csv") for number, name in enumerate(("heavy", "census", "vietnamese"))}
        for name, path in unseen.items():
            invented_people.Maker(name, self.options.seed).write(path)
        sets = [("people, 100,000", lambda: self.people(100_000), "entity_id")]
        sets += [(f"invented: {name}", lambda path=path: path, "person") for name, path in unseen.items()]
        for name, people, truth in sets:
            try:
                path, pairs = people(), self.path("limit_pairs.csv")
                self.link("dedupe", path, "--explain", "--threshold", "0.0005", "--pairs", pairs)
                report, _ = self.report(python, script, path, truth, pairs)
                self.line(
                    f"limit, {name}", f"F1 {report['ours']:.4f} without a label",
                    f"{report['told']:.4f} told half of the truth", "",
                    f"{report['brought_together']:.4f} of pairs in reach")
            except Missing as missing:
                self.skip(f"limit, {name}", missing)


def main():
    parser = argparse.ArgumentParser(prog="script/bench link", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=" ".join(ROWS))
    parser.add_argument("--program", required=True)
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--subjects", required=True)
    parser.add_argument("--mentions", type=int, default=1_000_000, help="mentions of the row `database`")
    parser.add_argument("--partnerships", type=int, default=43, help="partnerships of the row `database`")
    parser.add_argument("--peers", default=os.path.join(ROOT, "..", "shared", "tools", "peers"), help="the folder of the peers' scripts")
    parser.add_argument("--data", default=os.path.join(ROOT, "..", "shared", "data", "linkage"), help="the folder of the data")
    default = os.path.join(ROOT, ".venv-peers", "bin", "python")
    parser.add_argument(
        "--python", default=default if os.path.exists(default) else sys.executable,
        help="the interpreter that has the peers (default: .venv-peers/bin/python)")
    parser.add_argument("--no-splink-million", action="store_true", help="leave Splink's run on 1,000,000 records out (minutes, 8 GB)")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the invented people")
    options = parser.parse_args()
    for row in options.rows:
        if row not in ROWS:
            parser.error(f"there is no row {row}; there are {' '.join(ROWS)}")
    options.peers, options.data = os.path.abspath(options.peers), os.path.abspath(options.data)
    # The commands run in a folder of their own.
    options.program, options.benchmark, options.subjects = (
        os.path.abspath(path) for path in (options.program, options.benchmark, options.subjects))
    # A virtual environment is known by the path of its interpreter: a link must not be followed.
    options.python = os.path.abspath(options.python) if os.sep in options.python else options.python
    print(f"{'on':32} {'ours':44} {'peer':44} {'ratio':>9}  {'wanted':34}")
    with tempfile.TemporaryDirectory(prefix="plainsight-link-") as folder:
        bench = Bench(options, folder)
        for row in options.rows or ROWS:
            try:
                getattr(bench, row.replace("-", "_"))()
            except Missing as missing:
                bench.skip(row, missing)


if __name__ == "__main__":
    main()
