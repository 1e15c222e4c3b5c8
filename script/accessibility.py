"""Walks a running Plainsight in a browser and reports whatever keeps a person from using a page.

`script/accessibility` starts the server and calls this. Every page is looked at with scripts and without, 1280 and
320 pixels wide. A page fails when axe-core finds a violation of WCAG 2.2 A or AA, when it scrolls sideways, when it
lacks a title, a main region or its one first heading, when a form has no button to send it, when the console shows an
error or a breach of the content security policy, or when a link leads to an error. Each kind of form is also sent
empty once, so that the pages with error messages are looked at as well.
"""

import collections
import json
import re
import sys
import time
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from browser import BROWSER_ARGUMENTS, NARROW, OVERFLOW, SIGN_IN, WIDE, Account, Arguments, describe, first_line

PUBLIC_PAGES = ["/", "/sign-in", "/report", "/published", "/accessibility", "/help"]
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    # Off unless it is asked for by name.
    "rules": {"target-size": {"enabled": True}},
}

# What a page is made of, without its words: neighbours of the same make count once, numbers and identifiers are
# levelled. Two pages with the same make get the same verdict from axe-core, which is by far the slowest step.
MAKE = r"""() => {
    const level = value => value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, '#');
    const hash = text => {
        let a = 0x811c9dc5, b = 0x1b873593;
        for (let i = 0; i < text.length; i++) {
            const c = text.charCodeAt(i);
            a = Math.imul(a ^ c, 0x01000193);
            b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 13);
        }
        return (a >>> 0).toString(16) + (b >>> 0).toString(16);
    };
    const free = new Set(['href', 'src', 'content', 'datetime', 'action', 'd', 'x', 'y', 'width', 'height', 'points']);
    // A form answers an input of that name for `form.children`, so the property is taken from its prototype.
    const childrenOf = Object.getOwnPropertyDescriptor(Element.prototype, 'children').get;
    const make = node => {
        const attributes = [...node.attributes].map(attribute => {
            const value = free.has(attribute.name) ? (attribute.value ? '1' : '')
                : attribute.name === 'value' || attribute.name === 'alt' || attribute.name === 'title'
                    || attribute.name === 'aria-label' ? (attribute.value.trim() ? '1' : '')
                : level(attribute.value);
            return attribute.name + '=' + value;
        }).sort().join(' ');
        const words = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
        const parts = [];
        for (const child of childrenOf.call(node)) {
            const part = make(child);
            if (part !== parts[parts.length - 1]) parts.push(part);
        }
        return hash(node.localName + ' ' + attributes + (words ? ' w' : '') + parts.join(''));
    };
    return make(document.documentElement);
}"""

FACTS = r"""() => {
    const sent = form => [...document.querySelectorAll('button, input')].some(control =>
        control.form === form && ['submit', 'image'].includes(control.type));
    const answered = form => [...form.elements].some(control =>
        !['hidden', 'submit', 'button', 'image', 'reset', 'fieldset', 'output'].includes(control.type));
    const forms = [...document.forms];
    const links = [...document.querySelectorAll('a[href], area[href]')];
    const inside = href => href.length > 1 && href.startsWith('#');
    const exists = id => id === 'top' || document.getElementById(id) !== null;
    return {
        title: document.title.trim(),
        language: document.documentElement.lang,
        mains: document.querySelectorAll('main').length,
        headings: document.querySelectorAll('h1').length,
        unsent: forms.filter(form => !sent(form)).map(form => form.getAttribute('action') || '(this page)'),
        forms: forms.map((form, index) => ({index, action: form.action, method: form.method, answered: answered(form)})),
        links: links.filter(link => !inside(link.getAttribute('href'))).map(link => link.href),
        lost: links.map(link => link.getAttribute('href')).filter(inside)
            .filter(href => !exists(decodeURIComponent(href.slice(1)))),
    };
}"""

# Where scripts are off, a browser shows what stands in noscript; once they are on again for axe-core it would not.
SHOW_NOSCRIPT = "() => document.querySelectorAll('noscript').forEach(node => node.replaceWith(...node.childNodes))"

SEND_EMPTY = r"""index => {
    const form = document.forms[index];
    for (const control of form.elements) {
        if (control.type === 'checkbox' || control.type === 'radio') control.checked = false;
        else if (control.tagName === 'SELECT') control.selectedIndex = control.multiple ? -1 : 0;
        else if (control.tagName === 'TEXTAREA') control.value = '';
        else if (control.tagName === 'INPUT' && !['hidden', 'submit', 'button', 'image', 'reset'].includes(control.type))
            control.value = '';
    }
    form.noValidate = true;
    const button = [...document.querySelectorAll('button, input')].find(control =>
        control.form === form && control.type === 'submit');
    form.requestSubmit(button);
}"""


class Findings:
    """What was found, each once, with the pages on which it was found."""

    def __init__(self):
        self.pages = collections.defaultdict(list)

    def add(self, what, page):
        if page not in self.pages[what]:
            self.pages[what].append(page)

    def __len__(self):
        return len(self.pages)

    def print(self):
        for what, pages in self.pages.items():
            print(f"\n{what}")
            for page in pages[:3]:
                print(f"    {page}")
            if len(pages) > 3:
                print(f"    and on {len(pages) - 3} more")


class Walk:
    """One account's way through the site."""

    def __init__(self, checker, account):
        self.checker = checker
        self.account = account
        self.findings = checker.findings
        self.context = checker.browser.new_context(viewport=WIDE, accept_downloads=True)
        self.context.set_default_timeout(checker.options.timeout * 1000)
        self.page = self.context.new_page()
        self.session = self.context.new_cdp_session(self.page)
        self.console = []
        self.opened = set()
        self.page.on("console", self.note_message)
        self.page.on("request", lambda request: self.opened.add(request.url) if request.is_navigation_request() else None)
        self.page.on("pageerror", lambda error: self.console.append(f"script error: {error.message}"))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.counts = collections.Counter()

    def close(self):
        self.context.close()

    def note_message(self, message):
        # The browser notes a page's own refusal as well; that is judged by its status.
        if message.text.startswith("Failed to load resource") and message.location.get("url") in self.opened:
            return
        if message.type == "error" or "Content Security Policy" in message.text:
            # The hashes that the browser proposes make each message another one.
            text = re.sub(r" Either the 'unsafe-inline' keyword.*", "", message.text, flags=re.DOTALL)
            asked = message.location.get("url") if message.text.startswith("Failed to load resource") else None
            self.console.append(f"{text}: {self.path(asked)}" if asked else text)

    def scripts(self, on):
        self.session.send("Emulation.setScriptExecutionDisabled", {"value": not on})

    # Signing in

    def sign_in(self, scripts=True):
        """Signs in through the form; the answer is the address of the first page, or None when that failed."""
        self.scripts(scripts)
        self.page.set_viewport_size(WIDE)
        who = self.account.name if scripts else f"{self.account.name}, without scripts"
        self.page.goto(self.checker.address(SIGN_IN))
        form = self.page.locator("form", has=self.page.locator("input[name=password]"))
        if form.count() != 1:
            self.findings.add("the sign-in page has no form with a password", f"{SIGN_IN} ({who})")
            return None
        form.locator("input[name=email]").fill(self.account.email)
        form.locator("input[name=password]").fill(self.account.password)
        with self.page.expect_navigation() as navigation:
            form.locator("button:not([type]), button[type=submit], input[type=submit]").first.click()
        answer = navigation.value
        if self.path(self.page.url) == SIGN_IN or answer is None or answer.status >= 400:
            status = answer.status if answer else "no answer"
            self.findings.add(f"signing in failed ({status})", f"{SIGN_IN} ({who})")
            return None
        return self.page.url

    # Following links

    def run(self):
        started = time.monotonic()
        start = [self.checker.address(path) for path in PUBLIC_PAGES]
        if self.account.email:
            if not self.checker.signed_in_without_scripts:
                self.checker.signed_in_without_scripts = True
                self.sign_in(scripts=False)
                self.context.clear_cookies()
            landing = self.sign_in()
            start = [landing, self.checker.address("/")] if landing else []
        only = self.checker.options.path
        if only:
            start = [self.checker.address(path) for path in only] if start else []
        seen, left, forms = set(), [], []
        waiting = collections.deque()
        patterns = collections.Counter()

        def meet(address):
            address = urllib.parse.urldefrag(address)[0]
            if not self.checker.in_site(address) or address in seen or self.path(address).endswith("/sign-out"):
                return
            seen.add(address)
            pattern = self.checker.pattern(address)
            if patterns[pattern] >= self.checker.options.per_pattern:
                left.append(address)
                return
            patterns[pattern] += 1
            waiting.append(address)

        for address in start:
            meet(address)
        while waiting and self.counts["pages"] < self.checker.options.max_pages:
            address = waiting.popleft()
            facts = self.visit(address)
            if facts is None:
                continue
            for form in facts["forms"]:
                if form["method"] == "post" and form["answered"]:
                    forms.append((address, form))
            if not only:
                for link in facts["links"]:
                    meet(link)
        left.extend(waiting)
        for address in left[: self.checker.options.max_links]:
            self.ask(address)
        self.counts["not followed"] = max(0, len(left) - self.checker.options.max_links)
        for address, form in forms:
            self.send_empty(address, form)
        if self.account.email and start and not only and self.counts["pages"] < 2:
            self.findings.add("nothing can be reached from the first page", self.account.name)
        self.counts["seconds"] = round(time.monotonic() - started)

    def ask(self, address):
        """Asks for an address without showing it: a download, or one more of a kind that has been looked at."""
        self.counts["links"] += 1
        try:
            answer = self.context.request.get(address, max_redirects=5)
        except Error as error:
            self.findings.add(f"a link has no answer: {first_line(error)}", self.label(address))
            return
        if answer.status >= 400:
            self.findings.add(f"a link answers {answer.status}", self.label(address))
        elif self.signed_out(address, answer.url):
            self.findings.add("a link leads back to the sign-in page", self.label(address))
        answer.dispose()

    def signed_out(self, asked, reached):
        return bool(self.account.email) and self.path(reached) == SIGN_IN and self.path(asked) != SIGN_IN

    # Looking at a page

    def visit(self, address):
        """Looks at a page in all four ways; the answer is what it holds, or None when it is not a page."""
        facts = None
        for scripts in (True, False):
            self.scripts(scripts)
            self.page.set_viewport_size(WIDE)
            self.console = []
            try:
                answer = self.page.goto(address, wait_until="load")
            except Error as error:
                if "Download is starting" in str(error) or "ERR_ABORTED" in str(error):
                    self.ask(address)
                else:
                    self.findings.add(f"a page could not be opened: {first_line(error)}", self.label(address))
                return None
            if answer is not None and answer.status >= 400:
                self.findings.add(f"a link answers {answer.status}", self.label(address))
                return None
            if self.signed_out(address, self.page.url):
                self.findings.add("a link leads back to the sign-in page", self.label(address))
                return None
            if answer is not None and "html" not in answer.headers.get("content-type", "html"):
                self.counts["links"] += 1
                return None
            if scripts:
                self.counts["pages"] += 1
            found = self.look(self.label(address), self.picture_name(address), scripts)
            if facts is None:
                facts = found
            else:
                facts["links"] += found["links"]
        return facts

    def look(self, label, picture, scripts):
        """Checks the page that is open at both widths; the answer is what it holds."""
        label += "" if scripts else " (without scripts)"
        facts = self.page.evaluate(FACTS)
        if not facts["title"]:
            self.findings.add("the page has no title", label)
        if not facts["language"]:
            self.findings.add("the page does not tell its language", label)
        if facts["mains"] != 1:
            self.findings.add(f"the page has {facts['mains']} main regions in place of one", label)
        if facts["headings"] != 1:
            self.findings.add(f"the page has {facts['headings']} first headings (h1) in place of one", label)
        for action in facts["unsent"]:
            self.findings.add(f"a form has no button to send it: {action}", label)
        for href in facts["lost"]:
            self.findings.add(f"a link leads to a place that is not on the page: {href}", label)
        for message in self.console:
            self.findings.add(f"the console shows: {message}", label)
        if not scripts:
            self.page.evaluate(SHOW_NOSCRIPT)
            self.scripts(True)
        for size in (WIDE, NARROW):
            self.page.set_viewport_size(size)
            overflow = self.page.evaluate(OVERFLOW)
            if overflow:
                self.findings.add(describe(overflow, size["width"]), label)
            self.examine(size, label)
            if self.checker.options.screenshots and scripts:
                folder = self.checker.options.screenshots / self.account.file_name
                folder.mkdir(parents=True, exist_ok=True)
                self.page.screenshot(path=folder / f"{picture}--{size['width']}.png", full_page=True)
        return facts

    def examine(self, size, label):
        make = (self.page.evaluate(MAKE), size["width"])
        if make in self.checker.examined:
            self.counts["same make"] += 1
            return
        self.checker.examined.add(make)
        self.counts["examined"] += 1
        self.page.evaluate(self.checker.axe)
        result = self.page.evaluate("options => axe.run(options)", AXE_OPTIONS)
        for violation in result["violations"]:
            for node in violation["nodes"]:
                target = " ".join(str(part) for part in node["target"])
                html = " ".join(node["html"].split())[:160]
                self.findings.add(
                    f"{violation['id']} ({violation['impact']}): {violation['help']}\n  {level(target)}\n  {level(html)}",
                    f"{label} at {size['width']}")

    # Forms

    def send_empty(self, address, form):
        """Sends a form without answers, once for each kind, and looks at the page that says so."""
        kind = (self.checker.pattern(address, everywhere=True), self.checker.pattern(form["action"], everywhere=True))
        if kind in self.checker.sent or self.path(form["action"]).endswith("/sign-out"):
            return
        self.checker.sent.add(kind)
        self.scripts(True)
        self.page.set_viewport_size(WIDE)
        label = f"{self.label(address)}, form sent empty"
        try:
            self.page.goto(address, wait_until="load")
            if self.signed_out(address, self.page.url):
                # An earlier form ended the session, which is its right.
                if not self.sign_in():
                    return
                self.page.goto(address, wait_until="load")
            if self.page.evaluate("() => document.forms.length") <= form["index"]:
                return
            self.console = []
            with self.page.expect_navigation(wait_until="load", timeout=5000) as navigation:
                self.page.evaluate(SEND_EMPTY, form["index"])
            answer = navigation.value
        except Error as error:
            # A script that keeps the answers to itself (screening without a signal) leaves the page where it is.
            if "Timeout" not in str(error) and "Download is starting" not in str(error):
                self.findings.add(f"a form could not be sent: {first_line(error)}", label)
            return
        self.counts["forms"] += 1
        if answer is not None and answer.status >= 500:
            self.findings.add(f"a form answers {answer.status}", label)
            return
        if answer is not None and "html" not in answer.headers.get("content-type", "html"):
            return
        self.look(label, self.picture_name(address) + "--sent-empty", scripts=True)

    # Names

    @staticmethod
    def path(address):
        return urllib.parse.urlsplit(address).path.rstrip("/") or "/"

    def label(self, address):
        parts = urllib.parse.urlsplit(address)
        return f"{parts.path}{'?' + parts.query if parts.query else ''} ({self.account.name})"

    @staticmethod
    def picture_name(address):
        parts = urllib.parse.urlsplit(address)
        return re.sub(r"[^A-Za-z0-9]+", "-", f"{parts.path} {parts.query}").strip("-")[:120] or "home"


class Checker:
    """What all walks share: the browser, what has been examined, and what was found."""

    def __init__(self, options, browser, accounts):
        self.options = options
        self.browser = browser
        self.findings = Findings()
        self.examined = set()
        self.sent = set()
        self.signed_in_without_scripts = False
        self.axe = Axe().axe_script
        self.slugs = {re.sub(r"[^a-z0-9]+", "-", account.partnership.lower()).strip("-") for account in accounts}

    def address(self, path):
        return urllib.parse.urljoin(self.options.server + "/", path)

    def in_site(self, address):
        return address == self.options.server or address.startswith(self.options.server + "/")

    def pattern(self, address, everywhere=False):
        """The address without what makes it one of many; `everywhere` levels the partnership too."""
        parts = urllib.parse.urlsplit(address)
        segments = [":id" if re.search(r"\d", part) else part for part in parts.path.strip("/").split("/")]
        if everywhere and segments[0] in self.slugs:
            segments[0] = ":partnership"
        names = sorted({name for name, _ in urllib.parse.parse_qsl(parts.query, keep_blank_values=True)})
        return "/" + "/".join(segments) + ("?" + "&".join(names) if names else "")


def level(text):
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "#", text)


def chosen(entries, only):
    """Nobody, then one account for each role in each partnership."""
    accounts, met = [Account()], set()
    for entry in entries:
        account = Account(entry)
        if (account.partnership, account.role) not in met:
            met.add((account.partnership, account.role))
            accounts.append(account)
    if only:
        text = only.lower()
        accounts = [account for account in accounts if text in f"{account.name} {account.email or ''}".lower()]
    return accounts


def arguments():
    parser = Arguments(
        "Walks a running Plainsight and checks every page in a browser.", seconds=30, pictures="every page")
    parser.add_argument("--only", help="only accounts whose role, partnership or address contains this")
    parser.add_argument("--path", action="append", help="only this page; may be repeated")
    parser.add_argument("--max-pages", type=int, default=150, help="pages at most for each account")
    parser.add_argument("--per-pattern", type=int, default=2, help="pages at most for each pattern of addresses")
    parser.add_argument("--max-links", type=int, default=100,
                        help="further links at most for each account that are only asked for")
    return parser.read()


def main():
    options = arguments()
    entries = json.loads(options.accounts.read_text(encoding="utf-8"))["accounts"]
    if not entries:
        sys.exit("The demonstration names no accounts.")
    accounts = chosen(entries, options.only)
    if not accounts:
        sys.exit(f"No account has '{options.only}' in its role, partnership or address.")
    columns = ["pages", "links", "forms", "examined", "same make", "not followed", "seconds"]
    width = max(len(account.name) for account in accounts)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=BROWSER_ARGUMENTS)
        checker = Checker(options, browser, [Account(entry) for entry in entries])
        print(f"{'account':{width}}  " + "  ".join(columns) + "  found", flush=True)
        for account in accounts:
            before = len(checker.findings)
            walk = Walk(checker, account)
            try:
                walk.run()
            finally:
                walk.close()
            cells = [f"{walk.counts[column]:>{len(column)}}" for column in columns]
            print(f"{account.name:{width}}  " + "  ".join(cells) + f"  {len(checker.findings) - before:>5}", flush=True)
        browser.close()
    checker.findings.print()
    print(f"\n{len(checker.findings)} things to mend." if len(checker.findings) else "\nNothing to mend.")
    sys.exit(1 if len(checker.findings) else 0)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
