"""People with a browser of their own, who take something through Plainsight step by step and stop at the first thing that
is not as somebody should see it. What `walk.py` and `walk_pathways.py` have in common.
"""

import csv
import datetime
import io
import json
import pathlib
import sys
import time
import traceback
import urllib.parse
import zoneinfo

from playwright.sync_api import Error, sync_playwright

from browser import BROWSER_ARGUMENTS, NARROW, OVERFLOW, SIGN_IN, WIDE, Account, Arguments, describe

# Finds the box or circle of a field by the words beside it, without its hint.
PICK = r"""([name, words]) => [...document.getElementsByName(name)].find(input => {
    const label = input.closest('label');
    const text = label && label.querySelector('span') ? label.querySelector('span').childNodes[0].textContent : '';
    return text.trim() === words;
}) || null"""

# Unfolds what holds a field and tells of which kind it is; null where the page has none of that name.
FIELD = r"""name => {
    const node = [...document.querySelectorAll('main [name]')].find(node => node.name === name && node.type !== 'hidden');
    if (!node) return null;
    for (let up = node.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
    return node.type;
}"""

UNFOLD = "node => { for (let up = node.closest('details'); up; up = up.parentElement.closest('details')) up.open = true; }"

# Everything that a page could hold, to show that something is nowhere on it.
WHOLE = "() => document.documentElement.outerHTML"

FOLDER = str(pathlib.Path(__file__).parent)


class Wrong(Exception):
    """Something is not as somebody should see it."""


def words(text):
    return " ".join(text.replace("\u00a0", " ").split())


def day_text(day):
    return f"{day.day} {day:%B %Y}"


def today():
    """The day that the server has."""
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/London")).date()


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, walk, name, account=None, size=WIDE):
        self.walk = walk
        self.name = name
        self.account = account
        self.size = size
        self.context = walk.browser.new_context(viewport=size, accept_downloads=True, locale="en-GB", timezone_id="Europe/London")
        self.context.set_default_timeout(walk.options.timeout * 1000)
        self.page = self.context.new_page()
        self.console = []
        self.opened = set()
        self.is_offline = False
        self.clicks = self.fields = 0
        self.page.on("console", self.note_message)
        self.page.on("pageerror", lambda error: self.console.append(f"script error: {error.message}"))
        self.page.on("request", lambda request: self.opened.add(request.url) if request.is_navigation_request() else None)

    def close(self):
        self.context.close()

    def note_message(self, message):
        if message.text.startswith("Failed to load resource"):
            # A refusal of the page itself is judged by what it says; without signal, nothing loads.
            if self.is_offline or message.location.get("url") in self.opened or "ERR_FAILED" in message.text:
                return
        if message.type == "error" or "Content Security Policy" in message.text:
            self.console.append(message.text)

    # What somebody does

    def open(self, path):
        self.page.goto(urllib.parse.urljoin(self.walk.options.server + "/", path), wait_until="load")
        return self

    def sign_in(self):
        self.walk.people.append(self)
        self.open(SIGN_IN)
        self.fill_sign_in()
        self.expect_heading("My work")
        return self

    def fill_sign_in(self):
        form = self.page.locator("form", has=self.page.locator("input[name=password]"))
        form.locator("input[name=email]").fill(self.account.email)
        form.locator("input[name=password]").fill(self.account.password)
        self.fields += 2
        self.clicks += 1
        with self.page.expect_navigation(wait_until="load"):
            form.get_by_role("button", name="Sign in", exact=True).click()

    def kind(self, name):
        """Of which kind a field is, which is to be seen from then on."""
        found = self.page.evaluate(FIELD, name)
        if found is None:
            raise Wrong(f"there is no field {name}")
        return found

    def field(self, name):
        self.kind(name)
        return self.page.locator(f"main [name='{name}']:not([type=hidden])")

    def fill(self, **values):
        for name, value in values.items():
            self.fill_field(name, value)
        return self

    def fill_field(self, name, value):
        kind = self.kind(name)
        field = self.page.locator(f"main [name='{name}']:not([type=hidden])")
        self.fields += 1
        if kind == "radio":
            self.page.locator(f"main [name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            field.first.set_checked(bool(value))
        elif kind == "select-one":
            offered = [words(text) for text in field.locator("option").all_inner_texts()]
            if value not in offered:
                raise Wrong(f"the field {name} does not offer “{value}”: {', '.join(offered[:30])}")
            field.select_option(label=value)
        else:
            field.fill(str(value))
        return self

    def date(self, name, day):
        self.fields += 1
        for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
            self.field(f"{name}-{part}").fill(str(value))
        return self

    def pick(self, name, *labels):
        for label in labels:
            handle = self.page.evaluate_handle(PICK, [name, label]).as_element()
            if handle is None:
                raise Wrong(f"there is no choice “{label}” for {name}")
            handle.evaluate(UNFOLD)
            handle.check()
            self.fields += 1
        return self

    def press(self, name, within="main"):
        """Presses a button and waits for the page that follows."""
        self.clicks += 1
        button = self.page.locator(within).get_by_role("button", name=name, exact=True)
        if button.count() == 0:
            raise Wrong(f"there is no button “{name}”")
        with self.page.expect_navigation(wait_until="load"):
            button.first.click()
        return self

    def follow(self, name, within="main"):
        self.clicks += 1
        link = self.page.locator(within).get_by_role("link", name=name, exact=True)
        if link.count() == 0:
            raise Wrong(f"there is no link “{name}”")
        link.first.evaluate(UNFOLD)
        with self.page.expect_navigation(wait_until="load"):
            link.first.click()
        return self

    def go(self, section):
        return self.follow(section, within=".nav")

    def unfold(self):
        """Opens everything that is folded away."""
        self.page.evaluate("() => document.querySelectorAll('main details').forEach(node => { node.open = true; })")
        return self

    def search(self, text):
        with self.page.expect_navigation(wait_until="load"):
            box = self.page.locator("header input[name=q], .top input[name=q]").first
            box.fill(text)
            box.press("Enter")
        return self

    # What somebody sees

    @property
    def text(self):
        return words(self.page.inner_text("body"))

    @property
    def heading(self):
        return words(self.page.inner_text("h1"))

    def expect_heading(self, text):
        if text not in self.heading:
            raise Wrong(f"the page is headed “{self.heading}” in place of “{text}”")
        return self

    def see(self, *texts):
        seen = self.text.lower()
        for text in texts:
            if words(text).lower() not in seen:
                errors = self.page.locator(".error-summary")
                said = f"; the page says: {words(errors.first.inner_text())}" if errors.count() else ""
                raise Wrong(f"“{text}” is not to be seen by {self.name} under “{self.heading}”{said}")
        return self

    def miss(self, *texts):
        whole = words(self.page.evaluate(WHOLE)).lower()
        for text in texts:
            if text.lower() in whole:
                raise Wrong(f"“{text}” is on the page and should not be")
        return self

    def see_value(self, name, value):
        found = self.field(name).first.input_value()
        if found != value:
            raise Wrong(f"the field {name} holds “{found}” in place of “{value}”")
        return self

    def refused(self, path, status=404):
        answer = self.context.request.get(self.walk.options.server + path)
        if answer.status != status:
            raise Wrong(f"{path} answers {answer.status} in place of {status}")
        return self

    def shot(self, name):
        """Keeps a picture of the page at both widths, and fails on what scrolls sideways."""
        for size in (WIDE, NARROW):
            self.page.set_viewport_size(size)
            overflow = self.page.evaluate(OVERFLOW)
            if overflow:
                raise Wrong(describe(overflow, size["width"]))
            self.walk.keep(self.page, f"{name}--{size['width']}")
        self.page.set_viewport_size(self.size)
        return self

    def table(self, path):
        """A table of figures as rows."""
        answer = self.context.request.get(self.walk.options.server + path)
        if answer.status != 200 or "text/csv" not in answer.headers.get("content-type", ""):
            raise Wrong(f"{path} is no table: {answer.status}")
        return list(csv.reader(io.StringIO(answer.text())))

    def add_file(self, name, kind, content):
        self.page.locator("main input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
        return self.press("Add the file")

    def open_file(self, name, content):
        with self.page.expect_download() as download:
            self.page.locator("main").get_by_role("link", name=name, exact=True).click()
        found = pathlib.Path(download.value.path()).read_bytes()
        if found != content:
            raise Wrong(f"the file {name} does not come back as it was sent")
        if download.value.suggested_filename != name:
            raise Wrong(f"the file {name} comes back as {download.value.suggested_filename}")
        return self


class Walk:
    """Some steps one after the other, and who takes them."""

    def __init__(self, options, browser, accounts):
        self.options = options
        self.browser = browser
        self.accounts = {entry["email"]: Account(entry) for entry in accounts}
        self.people = []
        self.title = ""

    def account(self, name):
        return self.accounts[f"{name}@sandwell.example"]

    def person(self, name, size=WIDE):
        account = self.account(name)
        return Person(self, account.person, account, size).sign_in()

    def keep(self, page, name):
        if self.options.screenshots:
            self.options.screenshots.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=self.options.screenshots / f"{name}.png", full_page=True)

    def take(self, steps):
        """Takes each of the steps, which are pairs of a title and what to do."""
        for title, step in steps:
            started = time.monotonic()
            self.title = title
            step()
            for person in self.people:
                if person.console:
                    raise Wrong(f"the console of {person.name} shows: {person.console[0]}")
            print(f"{title:56} {time.monotonic() - started:5.1f} s", flush=True)

    def read_log(self, secrets):
        """Looks for what was typed in all that the server has logged: as it was typed, and as an address holds it."""
        log = self.options.log.read_text(encoding="utf-8", errors="replace").casefold()
        if not log.strip():
            raise Wrong("the server has logged nothing at all, so its log shows nothing")
        for secret in secrets:
            for form in (secret, urllib.parse.quote(secret), urllib.parse.quote_plus(secret)):
                if form.casefold() in log:
                    raise Wrong(f"the server's log holds “{secret}”")


def where_in(problem):
    """The line of the walk that stopped."""
    frames = traceback.extract_tb(problem.__traceback__)
    lines = [
        frame for frame in frames
        if frame.filename != __file__ and frame.filename.startswith(FOLDER) and frame.name not in vars(Person)]
    step = (lines or frames)[-1]
    return f"  {pathlib.Path(step.filename).name}, line {step.lineno}: {step.line}"


def walk_with(kind, description, end):
    """Takes a walk of this kind; ends with status 1 and says who was where when something is not as it should be."""
    options = Arguments(description, seconds=15, pictures="what each step shows").read()
    accounts = json.loads(options.accounts.read_text(encoding="utf-8"))["accounts"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=BROWSER_ARGUMENTS)
        walk = kind(options, browser, accounts)
        started = time.monotonic()
        try:
            walk.run()
        except (Wrong, Error, AssertionError) as problem:
            print(f"\nStopped at “{walk.title}”: {str(problem).strip()}", file=sys.stderr)
            print(where_in(problem), file=sys.stderr)
            for number, person in enumerate(walk.people):
                where = urllib.parse.urlsplit(person.page.url).path
                print(f"  {person.name} is at {where}: {person.page.title()}", file=sys.stderr)
                walk.keep(person.page, f"stopped-{number}")
            sys.exit(1)
        browser.close()
    print(f"{end}, in {time.monotonic() - started:.0f} seconds.")
