#!/usr/bin/env python3
"""Measures the server beside a limit of its own and a peer, in one run.

Fills partnerships by `plainsight import`, serves them, and drives pages with wrk. What counts is requests for each CPU
second of the server process, read from the operating system before and after; the ratio to the server's own hello page
and to the same page made by uvicorn, Jinja2 and sqlite3 are printed beside it. Everything happens in one temporary folder.
"""

import argparse
import csv
import http.cookiejar
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

TICKS = os.sysconf("SC_CLK_TCK")
TYPES = ["Private dwelling", "Car wash", "Factory", "Takeaway", "Shop", "Restaurant", "Farm", "Nail bar"]
SOURCES = ["Agency", "Police", "Helpline", "Public", "Charity", "Anonymous"]
NATIONALITIES = ["Romanian", "Indian", "Polish", "Albanian", "British", "Vietnamese", "Unknown"]
KINDS = ["Labour", "Sexual", "Criminal", "Domestic servitude"]
WORDS = (
    "workers arrive before five by minibus doors chained at the rear cash paid weekly passport held by manager woman never "
    "leaves alone neighbours heard shouting mattresses above the unit caravan behind the yard minibus queue wages owed"
).split()


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_megabytes(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.database = options.database or f"sqlite:{folder}/bench.sqlite"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("PLAINSIGHT_")},
            "PLAINSIGHT_KEY_FILE": f"{folder}/keys/key",
            "PLAINSIGHT_LOG_LEVEL": "error",
        }

    def command(self, *words, text=None):
        before = os.times()
        done = subprocess.run(
            [self.options.program, *words, "--database", self.database],
            input=text, capture_output=True, text=True, env=self.environment)
        after = os.times()
        if done.returncode != 0:
            sys.exit(f"{' '.join(words[:3])}: {done.stdout}{done.stderr}")
        return done.stdout, (after.children_user - before.children_user) + (after.children_system - before.children_system)

    def fill(self):
        each = self.options.concerns // self.options.partnerships
        seconds = 0.0
        chance = random.Random(7)
        for number in range(1, self.options.partnerships + 1):
            slug = f"force-{number}"
            self.command("partnership", "add", "--slug", slug, "--name", f"Force {number}", "--prefix", "F")
            self.command("partnership", "admit", "--partnership", slug, "--name", f"Police {number}", "--kind", "police")
            path = f"{self.folder}/{slug}.csv"
            with open(path, "w", newline="") as file:
                rows = csv.writer(file)
                rows.writerow([
                    "reference", "received_on", "source", "town", "ward", "location_type", "exploitation_types",
                    "nationality", "response", "lead_agency", "summary"])
                for row in range(each):
                    town = chance.randrange(8)
                    day = f"{2015 + row * 5 // each}-{chance.randrange(12) + 1:02}-{chance.randrange(28) + 1:02}"
                    rows.writerow([
                        f"F{number}-{row:06}", day, chance.choice(SOURCES), f"Town {town}", f"Ward {town}-{chance.randrange(4)}",
                        chance.choice(TYPES), ";".join(chance.sample(KINDS, chance.choice([1, 1, 2]))),
                        chance.choice(NATIONALITIES), "", "", " ".join(chance.choices(WORDS, k=14))])
            _, used = self.command("import", "concerns", path, "--partnership", slug)
            seconds += used
            os.remove(path)
        total = each * self.options.partnerships
        print(f"import.concerns[n={total}]  {total / seconds:,.0f} rows per CPU second (start-up of each command included)")

    def serve(self):
        self.command(
            "user", "add", "--email", "bench@force.example", "--name", "Bench Coordinator", "--organisation", "Police 1",
            "--partnership", "force-1", "--role", "coordinator", "--password-stdin", text="measured slowly at dawn\n")
        port = free_port()
        began = time.monotonic()
        server = subprocess.Popen(
            [self.options.program, "serve", "--database", self.database, "--listen", f"127.0.0.1:{port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=1)
                break
            except OSError:
                if server.poll() is not None:
                    sys.exit("the server ended")
                time.sleep(0.01)
        print(f"start-up on the full database  {time.monotonic() - began:.2f} s (limit 1 s)")
        return server, port

    def sign_in(self, port):
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = browser.open(f"http://127.0.0.1:{port}/sign-in").read().decode()
        secret = re.search(r'name="form_secret" value="([^"]+)"', page).group(1)
        fields = {"form_secret": secret, "return": "", "email": "bench@force.example", "password": "measured slowly at dawn"}
        browser.open(f"http://127.0.0.1:{port}/sign-in", urllib.parse.urlencode(fields).encode()).read()
        listing = browser.open(f"http://127.0.0.1:{port}/force-1/concerns").read().decode()
        concern = re.search(r'href="(/force-1/concerns/[0-9a-f-]{36})"', listing).group(1)
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar), concern

    def drive(self, pid, port, path, cookie="", anew=False):
        """Requests for each CPU second: the median of several runs. `anew` asks for another address each time."""
        results = []
        script = []
        if anew:
            sign = "&" if "?" in path else "?"
            script = ["-s", f"{self.folder}/anew.lua"]
            with open(script[1], "w") as file:
                file.write(
                    "local count = 0\nrequest = function()\n  count = count + 1\n"
                    f'  return wrk.format("GET", "{path}{sign}run={time.monotonic_ns()}." .. count)\nend\n')
        for _ in range(self.options.runs):
            before = cpu_seconds(pid)
            out = subprocess.run(
                ["wrk", "-t1", "-c64", f"-d{self.options.seconds}s", *script, "-H", f"Cookie: {cookie}", f"http://127.0.0.1:{port}{path}"],
                capture_output=True, text=True).stdout
            used = cpu_seconds(pid) - before
            requests = int(re.search(r"(\d+) requests in", out).group(1))
            if "Non-2xx" in out:
                sys.exit(f"{path}: {out}")
            results.append(requests / used)
        results.sort()
        return results[len(results) // 2], results[0], results[-1]

    def pages(self, server, port):
        """A page asked for again while nothing has changed is answered from what the server kept, so both are measured."""
        cookie, concern = self.sign_in(port)
        pages = [
            ("hello", "/health/live"), ("list", "/force-1/concerns"), ("search", "/force-1/search?q=minibus+wages"),
            ("case", concern),
        ]
        found = {}
        for name, path in pages:
            for anew in [False, True] if name != "hello" else [False]:
                middle, low, high = self.drive(server.pid, port, path, cookie, anew)
                if name == "hello":
                    found[name] = (middle, low, high)
                elif not anew:
                    hello = self.drive(server.pid, port, pages[0][1], cookie)[0]
                    found[name] = (middle, low, high)
                    ratio = f"{middle / hello:.2f} of hello beside it (wanted 0.33)"
                label = f"{name}.anew" if anew else name
                if anew:
                    ratio = f"{middle / hello:.2f} of hello: worked out each time"
                print(f"page.{label:12} {middle:9,.0f} requests per CPU second ({low:,.0f} to {high:,.0f})  "
                      f"{ratio if name != 'hello' else ''}".rstrip())
        return found, cookie

    def peer(self, found):
        port = free_port()
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peer")
        environment = {**os.environ, "PEER_DATABASE": self.database.removeprefix("sqlite:")}
        peer = subprocess.Popen(
            [self.options.python, "-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", str(port), "--log-level",
             "error", "--app-dir", path], env=environment)
        try:
            for _ in range(200):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/list", timeout=1)
                    break
                except OSError:
                    time.sleep(0.05)
            for name in ["list", "search", "case"]:
                middle, low, high = self.drive(peer.pid, port, f"/{name}")
                ratio = f"ours is {found[name][0] / middle:.2f} times that" if middle else "it answered none in this time"
                print(f"peer.{name:7} {middle:9,.0f} requests per CPU second ({low:,.0f} to {high:,.0f})  {ratio}")
        finally:
            peer.terminate()
            peer.wait()

    def dashboard(self):
        words = ["dashboard", "--partnership", "force-1", "--from", "2018-04-01", "--to", "2019-03-31", "--format", "json"]
        empty = min(self.command("dashboard", "--partnership", "force-1", "--from", "1990-01-01", "--to", "1990-01-02",
                                 "--format", "json")[1] for _ in range(5))
        full = min(self.command(*words)[1] for _ in range(5))
        total = json.loads(self.command(*words)[0])["concerns"]["total"]
        print(f"dashboard[concerns={total}]  {1000 * (full - empty):.0f} ms of CPU above the command's start-up (limit 50 ms)")

    def run(self):
        self.fill()
        server, port = self.serve()
        try:
            found, _ = self.pages(server, port)
            print(f"memory after the pages  {memory_megabytes(server.pid):.0f} MB (limit 150 MB)")
            if self.database.startswith("sqlite:"):
                self.peer(found)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)
        self.dashboard()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the plainsight program, built for release")
    parser.add_argument("--python", default=sys.executable, help="a Python that has uvicorn and jinja2")
    parser.add_argument("--database", help="postgresql://… ; default: a SQLite file of its own")
    parser.add_argument("--concerns", type=int, default=1_000_000)
    parser.add_argument("--partnerships", type=int, default=43)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="plainsight-bench-")
    try:
        Bench(options, folder).run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
