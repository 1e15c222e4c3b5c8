"""What the scripts that look at Plainsight in a browser have in common."""

import argparse
import pathlib
import re

SIGN_IN = "/sign-in"
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 800}
BROWSER_ARGUMENTS = ["--disable-gpu", "--disable-dev-shm-usage"]

# How far a page scrolls sideways, and what is too wide; null when it does not.
OVERFLOW = r"""() => {
    const root = document.documentElement;
    const room = Math.min(root.clientWidth, window.innerWidth);
    if (root.scrollWidth <= room) return null;
    const clipped = node => {
        for (let up = node.parentElement; up && up !== root; up = up.parentElement) {
            if (getComputedStyle(up).overflowX !== 'visible') return true;
        }
        return false;
    };
    const name = node => node.localName + (node.id ? '#' + node.id : '')
        + [...node.classList].map(value => '.' + value).join('');
    const reach = node => {
        const box = node.getBoundingClientRect();
        const words = getComputedStyle(node).overflowX === 'visible' ? box.left + node.scrollWidth : 0;
        return Math.max(box.right, words) + window.scrollX;
    };
    const wide = [...document.body.querySelectorAll('*')].filter(node => reach(node) > room + 0.5 && !clipped(node));
    const widest = wide.filter(node => !wide.some(other => other !== node && node.contains(other)));
    return {by: root.scrollWidth - room, nodes: [...new Set(widest.map(name))].slice(0, 3)};
}"""


class Account:
    """Who looks at the pages; without an address, somebody who has not signed in."""

    def __init__(self, entry=None):
        entry = entry or {}
        self.email = entry.get("email")
        self.password = entry.get("password")
        self.partnership = entry.get("partnership") or ""
        self.role = entry.get("role") or ""
        self.person = entry.get("name") or ""

    @property
    def name(self):
        return f"{self.role}, {self.partnership}" if self.email else "public"

    @property
    def file_name(self):
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


class Arguments(argparse.ArgumentParser):
    """What each of the scripts is told: the server, its accounts, the browser, and where pictures go."""

    def __init__(self, description, *, seconds, pictures):
        super().__init__(description=description)
        self.add_argument("--server", required=True, help="the address of the running server")
        self.add_argument("--accounts", required=True, type=pathlib.Path, help="what `plainsight demo --format json` wrote")
        self.add_argument("--log", required=True, type=pathlib.Path, help="where the server writes its log")
        self.add_argument("--chromium", required=True, help="the browser")
        self.add_argument("--screenshots", type=pathlib.Path, help=f"a folder for pictures of {pictures}")
        self.add_argument("--timeout", type=int, default=seconds, help="seconds at most for one page")

    def read(self):
        options = self.parse_args()
        options.server = options.server.rstrip("/")
        return options


def first_line(error):
    return str(error).strip().splitlines()[0]


def describe(overflow, width):
    """What OVERFLOW found, in words."""
    nodes = ", ".join(overflow["nodes"]) or "an element that could not be named"
    return f"the page scrolls sideways by {overflow['by']} pixels at {width}: {nodes}"
