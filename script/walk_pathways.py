"""Takes five people who may be victims from a screening, or from nothing, to a decision in a browser.

`script/walk-pathways` starts the server and calls this. It stops at the first thing that is not as somebody should see
it, says who saw what where, and ends with status 1. After every step of everybody it looks whether anything by which one
of the five could be known stands on a page that nobody unsealed, in a title or in an address.
"""

import datetime
import re
import sys
import urllib.parse

from playwright.sync_api import expect

from browser import NARROW, WIDE
from steps import WHOLE, Person, Walk, Wrong, day_text, today, walk_with, words

SLUG = "/sandwell"

# The parts of the Home Office's form, in its order.
PARTS = {
    "first-responder": "First Responder Details", "age": "Age Confirmation", "background": "Background",
    "exploitation": "Exploitation Details", "insight": "Professional Insight", "locations": "Exploitation Location",
    "exploiters": "Exploiters' Details", "consent": "Consent and Support", "duty-to-notify": "Duty to Notify",
    "person": "Personal Details", "contact": "Decision Making and Contact",
}

# Pages on which something sealed may stand, because whoever opens them opens the seal.
ID = r"[0-9a-f-]{36}"
UNSEALED = re.compile(
    rf"^/[a-z-]+/pathways/(new|{ID}/(identity|contact|accounts|support/{ID}/address"
    rf"|referrals/{ID}/(parts/[a-z-]+|check|review|pack)))$")

# What is told about everybody. A field that the record filled in already is left as it is.
ANSWERS = {
    "birthplace": "Vlorë, Albania", "family": "Two sisters; parents not known, because an aunt raised them",
    "education": "Left school in 2012", "employment-history": "Farm work until 2018",
    "potential-victim-exploitative-situation-multiple": "no",
    "when-did-the-exploitation-take-place": "From March 2019 to 4 June 2020",
    "how-did-the-exploitation-start": "A man met in a bar promised a job with lodging and paid the way to Dover by lorry",
    "were-they-taken-somewhere-by-their-exploiter": "no",
    "what-were-they-required-to-do": "Washed cars from seven to seven, six days a week, with no breaks and for no pay",
    "living-conditions": "Slept on the floor of a container with five others",
    "how-they-were-treated": "Was threatened with a beating, and the passport was taken for a debt",
    "still-in-exploitative-situation": "no", "how-why-did-they-leave-the-situation": "Left when the premises were visited",
    "when-last-contact": "within-the-last-month", "is-this-the-first-chance-to-report": "no",
    "why-report-now": "Was afraid because the exploiter knows where the family lives",
    "modern-slavery-indicators": "yes",
    "modern-slavery-indicators-details": "No wages, passport held by the manager, debt for the journey, bruises on both arms",
    "where-how-interview-carried-out": "In a private room with an interpreter, two breaks",
    "professional-insight": "In my judgement the debt and the threats kept this person there",
    "evidence-of-dishonesty": "no", "are-others-involved": "no", "where-exploitation-happened": "uk",
    "where-exploitation-happened-uk-city-1": "Birmingham", "current-pv-location-uk-city": "Birmingham",
    "current-pv-location-uk-region": "Unknown", "who-exploited-pv": "A man called the boss", "exploiters-location": "no",
    "types-of-exploitation-forced-to-work": True, "any-other-pvs": "not-sure", "future-exploitation-concerns": "no",
    "reported-to-police": "no", "authorities-cooperation": "yes", "pv-gender": "female", "pv-nationality": "Albanian",
    "user-organisation": "Unseen", "fr-location": "england", "pv-under-age": "no",
    "pv-under-age-at-time-of-exploitation": "no", "does-pv-have-children": "no", "pv-interpreter-requirements": "no",
    "pv-other-help-with-communication": "no", "pv-ho-reference": "no", "fr-details-role": "Caseworker",
    "fr-details-phone": "0121 496 0001", "fr-alternative-contact": "team@example.org", "upload-file": "letter.pdf",
    "what-evidence-you-will-submit": "Letter of the doctor of 5 June 2020", "who-contact": "potential-victim",
    "pv-contact-details-email-check": True, "pv-contact-details-post-check": True, "pv-phone-number": "no",
    "local-authority-contacted-about-child-local-authority-name": "Sandwell Metropolitan Borough Council",
    "local-authority-contacted-about-child-local-authority-phone": "0121 496 0000",
    "local-authority-contacted-about-child-local-authority-email": "front.door@example.gov.uk",
}

# The fields of a page by name, and whether anything stands in them.
FIELDS = r"""() => {
    const found = {};
    for (const node of document.querySelectorAll('main form [name]')) {
        if (node.type === 'hidden' || node.localName === 'button') continue;
        const isFilled = ['radio', 'checkbox'].includes(node.type) ? node.checked : node.value !== '';
        found[node.name] = found[node.name] || isFilled;
    }
    return found;
}"""


class Victim:
    """One of the five: what is told of them under seal, and where their record stands."""

    def __init__(self, first, last, born, *, street, email, phone, code_word):
        self.first, self.last, self.born = first, last, born
        self.street, self.email, self.phone, self.code_word = street, email, phone, code_word
        self.address = self.reference = self.referral = ""

    @property
    def secrets(self):
        born = self.born
        days = [
            day_text(born), born.isoformat(), f"{born:%d/%m/%Y}", f"{born.day}/{born.month}/{born.year}", f"{born:%d.%m.%Y}",
            f"{born.day} {born.month} {born.year}",
        ]
        return [self.first, self.last, self.street, self.email, self.phone, self.code_word, *days]


# All invented; the telephone numbers are kept for fiction.
WITH_SUPPORT = Victim(
    "Zamirelle", "Quillfeather", datetime.date(1994, 2, 28), street="1 Thistlemarch Street", email="zamirelle@example.org",
    phone="07700 900123", code_word="marigold teapot")
CHILD = Victim(
    "Pravindesh", "Ottershaw", datetime.date(today().year - 16, 1, 9), street="22 Fennelgate Row", email="pravindesh@example.org",
    phone="07700 900151", code_word="copper kestrel")
WITHOUT_SUPPORT = Victim(
    "Janislav", "Umberwick", datetime.date(1988, 7, 14), street="7 Larkhollow Mews", email="janislav@example.org",
    phone="07700 900188", code_word="velvet anchor")
NAMED = Victim(
    "Ngocthu", "Silverthorpe", datetime.date(1999, 11, 3), street="63 Bracklewood Lane", email="ngocthu@example.org",
    phone="07700 900204", code_word="amber paddock")
ANONYMOUS = Victim(
    "Ionelcho", "Greywhistle", datetime.date(1991, 5, 21), street="9 Sorrelbank Close", email="ionelcho@example.org",
    phone="07700 900236", code_word="hollow juniper")
EVERYBODY = [WITH_SUPPORT, CHILD, WITHOUT_SUPPORT, NAMED, ANONYMOUS]


class Worker(Person):
    """Somebody who works with them; what they see is looked through after each step."""

    def open(self, path):
        super().open(path)
        return self.guard()

    def press(self, name, within="main"):
        super().press(name, within)
        return self.guard()

    def follow(self, name, within="main"):
        super().follow(name, within)
        return self.guard()

    @property
    def path(self):
        return urllib.parse.urlsplit(self.page.url).path

    def guard(self):
        address = urllib.parse.unquote_plus(self.page.url).lower()
        title = self.page.title().lower()
        secrets = {secret.lower() for victim in EVERYBODY for secret in victim.secrets}
        for victim in EVERYBODY:
            # The parts of a date, as a form that is sent by its address would leave them there.
            parts = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.page.url).query))
            if {str(victim.born.day), str(victim.born.month), str(victim.born.year)} <= {value.lstrip("0") for value in parts.values()}:
                raise Wrong(f"a date of birth stands in the address of {self.path}")
        for secret in secrets:
            if secret in address or secret in title:
                raise Wrong(f"“{secret}” stands in the address or the title of {self.path}")
        if not UNSEALED.search(self.path):
            whole = words(self.page.evaluate(WHOLE)).lower()
            for secret in secrets:
                if secret in whole:
                    raise Wrong(f"“{secret}” stands on {self.path}, which nobody unsealed")
        return self

    def see_status(self, text):
        found = [words(tag) for tag in self.page.locator("main .tag").all_inner_texts()]
        if text not in found:
            raise Wrong(f"the page says {found[:4]} in place of “{text}”")
        return self

    def fill_part(self, changes):
        """Fills in what is empty, or what is to be changed, and nothing else."""
        for name, is_filled in self.page.evaluate(FIELDS).items():
            if name in changes:
                value = changes[name]
            elif is_filled or name not in ANSWERS:
                continue
            else:
                value = ANSWERS[name]
            if isinstance(value, list):
                for one in self.field(name).all():
                    one.set_checked(one.get_attribute("value") in value)
            else:
                self.fill_field(name, value)
        return self

    def choose(self, name, label):
        """By its words, whether the choices lie open or are folded into a list."""
        return self.fill_field(name, label) if self.kind(name) == "select-one" else self.pick(name, label)

    def copied(self, button):
        """What the button beside a value puts on the clipboard."""
        self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=self.walk.options.server)
        button.click()
        self.page.wait_for_function("() => document.querySelector('[data-copy-status]').textContent !== ''")
        return self.page.evaluate("() => navigator.clipboard.readText()")


class PathwayWalk(Walk):
    """The five stories, and what they hand on to each other."""

    def person(self, name, size=WIDE):
        account = self.account(name)
        return Worker(self, account.person, account, size).sign_in()

    def run(self):
        self.take([
            ("1  From a screening: consents, safe contact, account", self.begin_with_support),
            ("1  The referral is written, reviewed and keyed in", self.refer_with_support),
            ("1  The course until conclusive grounds", self.course_with_support),
            ("2  Perhaps a child: no consent asked, panel, crime", self.child),
            ("3  Without support: negative, asked again, reversed", self.without_support),
            ("4  Declines and is named: duty to notify", self.named),
            ("5  Declines, without a name: the report", self.anonymous),
            ("5  Looked after without a referral", self.looked_after),
            ("Nobody else sees them, and nothing is left open", self.separation),
            ("Nothing of them is in the server's log", self.log),
        ])

    # What several of the stories do

    def from_screening(self, worker, victim, fits, **facts):
        """Begins the pathway of the first person met at a visit of whom `fits` holds and who has none yet."""
        for status in ("made", "debriefed"):
            worker.open(f"{SLUG}/visits?show=past&status={status}")
            links = worker.page.locator("main tbody tr").evaluate_all("rows => rows.map(row => row.querySelector('a').pathname)")
            for visit in links:
                worker.open(visit).unfold()
                rows = worker.page.locator("main tr").filter(has=worker.page.get_by_role("link", name="Begin a pathway"))
                for place, text in enumerate(rows.all_inner_texts()):
                    if not fits(words(text)):
                        continue
                    rows.nth(place).get_by_role("link", name="Begin a pathway").click()
                    worker.page.wait_for_load_state("load")
                    worker.expect_heading("Begin a pathway").see("From a screening at visit SW-V-")
                    screening = words(text)
                    if self.begin(worker, victim, **facts):
                        return screening
                    worker.open(visit).unfold()
        raise Wrong(f"no screening that {worker.name} may see begins this pathway")

    def screen_child(self, worker):
        """Records somebody under 18 who was met at the first visit that this worker sees."""
        worker.open(f"{SLUG}/visits?show=past&status=debriefed")
        visit = worker.page.locator("main tbody tr a").first.evaluate("link => link.pathname")
        worker.open(visit + "/screen").fill(
            gender="female", age_group="child", nationality="Romanian", outcome="strong-indicators")
        worker.page.get_by_role("button", name="Save, next person").click()
        expect(worker.page.locator("[data-offline-bar]")).to_contain_text("Recorded at")

    def begin(self, worker, victim, **facts):
        if worker.page.locator("main [name=age_group]:checked").count() == 0 and "age_group" not in facts:
            facts = {"age_basis": "known", "age_group": "adult"} | facts
        worker.fill(**({"capacity": "not-in-doubt", "interpreter": "no"} | facts))
        worker.fill(first_name=victim.first, last_name=victim.last)
        worker.press("Begin the pathway")
        if "has a pathway already" in worker.text:
            return False
        worker.see("The pathway is begun. Your organisation leads it").see_status("Open")
        victim.address = worker.path
        victim.reference = re.search(r"P-[0-9A-F]{8}", worker.heading).group()
        return True

    def identity(self, worker, victim):
        worker.open(victim.address + "/identity").expect_heading("Who they are").miss(victim.first)
        worker.press("Open the seal").see("There is a problem")
        worker.fill(purpose="To write the referral").press("Open the seal").see_value("first_name", victim.first)
        worker.date("born_on", victim.born).press("Seal it").see("Saved")

    def safe_contact(self, worker, victim, unsafe):
        worker.open(victim.address).follow("Open or change").expect_heading("Safe contact")
        worker.press("Open the seal").fill(
            rule="safe-ways-only", phone=victim.phone, email=victim.email, address=f"{victim.street}, Tipton, DY4 8XX",
            times="Not at weekends", code_word=victim.code_word, warnings="Never name the partnership")
        worker.pick("unsafe", unsafe).press("Seal it").see("Saved", "Not safe", unsafe)

    def consent(self, worker, victim, purpose, answer, **more):
        worker.open(victim.address + "/consent").expect_heading("What they agree to")
        worker.fill(**({
            "purpose": purpose, "answer": answer, "capacity": "not-in-doubt", "explained_by": worker.name, "method": "spoken",
        } | more))
        worker.date("answered_on", today()).press("Write it into the ledger").see("Saved")

    def start_referral(self, worker, victim, kind):
        worker.open(victim.address).follow("Begin a referral").expect_heading("Begin a referral").see("Nothing is sent")
        worker.press("Begin the referral").see("The referral is begun, filled in from what is on record", kind)
        worker.see_status("Draft")
        victim.referral = worker.path

    def write(self, worker, victim, **changes):
        """Every part of the form that is asked on this way, in its order."""
        changes = {name.replace("_", "-"): value for name, value in changes.items()}
        asked = []
        worker.open(victim.referral)
        for title in PARTS.values():
            if worker.page.locator("main").get_by_role("link", name=title, exact=True).count() == 0:
                continue
            asked.append(title)
            worker.follow(title).expect_heading(title)
            for _ in range(6):
                worker.fill_part(changes).press("Save")
                if worker.path == victim.referral:
                    worker.see("Saved. That part is complete")
                    break
                worker.see("Saved. Something is still open in this part")
            else:
                raise Wrong(f"{title} does not become complete: {self.said(worker)}")
        worker.miss("Not started", "In progress")
        return asked

    @staticmethod
    def said(worker):
        errors = worker.page.locator(".error-summary")
        return words(errors.first.inner_text()) if errors.count() else "it names no problem"

    def send(self, worker, victim):
        worker.open(victim.referral).follow("Check and send for review").expect_heading("Check")
        worker.see("Nothing is missing", "of 100", "It decides nothing").press("Send for review").see("Sent for review")
        worker.see_status("With the supervisor")

    def approve(self, reviewer, victim):
        reviewer.open(f"{victim.referral}/review").expect_heading("Review").fill(decision="approve").press("Save the review")
        reviewer.see("Approved. It can be keyed in").see_status("Ready to be keyed in")

    def record_reference(self, worker, victim, reference, status):
        worker.open(victim.referral).follow("Record the reference").expect_heading("Record the reference")
        worker.fill(reference=reference).press("Record it").see("Recorded", reference).see_status(status)

    def decide(self, worker, victim, step, **more):
        worker.open(f"{victim.referral}/decision").expect_heading("What was decided or happened?")
        if worker.page.locator("main select[name=authority]").count():
            more = {"authority": "Single Competent Authority"} | more
        worker.fill(**({"step": step} | more))
        return worker.date("decided_on", today()).press("Record this step")

    # 1 An adult who agrees and wants support

    def begin_with_support(self):
        self.coordinator = self.person("coordinator")
        self.adults = adults = self.person("adults")
        screening = self.from_screening(adults, WITH_SUPPORT, lambda row: "Female, Adult" in row and "Unknown" not in row)
        victim = WITH_SUPPORT
        # What was screened is taken over; the coordinator sees it at once.
        nationality = re.search(r"Female, Adult, ([A-Za-z ]+?) (?:Strong|Some|Disclosure)", screening).group(1)
        adults.see("Female", nationality, "Adult (known)", "Explain the National Referral Mechanism and ask").shot("1-begun")
        adults.miss(victim.first)
        self.identity(adults, victim)
        self.safe_contact(adults, victim, "E-mail")
        adults.shot("1-safe-contact")
        for purpose, answer in (("nrm", "given"), ("support", "given"), ("police", "given"), ("statistics", "declined")):
            self.consent(adults, victim, purpose, answer)
        adults.see("Refer to the National Referral Mechanism", "They agreed to be referred.").shot("1-agreed")
        adults.open(victim.address + "/consent").see("The ledger", "Being asked later how they are: declined").shot("1-ledger")
        adults.open(victim.address + "/accounts").press("Seal it").see("There is a problem")
        adults.date("taken_on", today()).fill(
            source="first-hand", words=f"{victim.first} was promised work and was never paid.", circumstances="Quiet room")
        adults.press("Seal it").see("Saved", "Told by themselves")
        adults.open(victim.address + "/accounts").miss(victim.first).press("Open and read").see(f"{victim.first} was promised work")
        adults.shot("1-account")

    def refer_with_support(self):
        adults, coordinator, victim = self.adults, self.coordinator, WITH_SUPPORT
        self.start_referral(adults, victim, "Referral to the National Referral Mechanism")
        adults.shot("1-parts")
        # What the record knows stands in the form; the way that is not safe does not.
        adults.open(victim.referral + "/parts/person").see_value("pv-name-first-name", victim.first)
        adults.see_value("pv-dob-year", str(victim.born.year)).shot("1-person-prefilled")
        self.write(adults, victim)
        adults.shot("1-parts-complete")
        adults.open(victim.referral + "/parts/contact").miss(victim.email)
        self.send(adults, victim)
        adults.open(victim.referral + "/review").see("You wrote in this referral last: somebody else reviews it")
        if adults.page.get_by_role("button", name="Save the review").count():
            raise Wrong("whoever wrote the referral last may review it")

        coordinator.go("My work").see("Review the referral", victim.reference).shot("1-my-work-review")
        coordinator.open(victim.referral).follow("Review").expect_heading("Review").see(adults.name).shot("1-review")
        coordinator.fill(decision="return").press("Save the review").see("There is a problem", "Say in a sentence what is missing")
        coordinator.fill(note="Say who took the passport, and when.").press("Save the review")
        coordinator.see("Returned, with your note").see_status("Draft")
        adults.go("My work").see("Go on with the referral and send it for review", victim.reference)
        adults.open(victim.referral).see("Say who took the passport, and when.", f"{coordinator.name} returned it")
        # The unsafe way is refused by the check, even where somebody types it in.
        adults.open(victim.referral + "/parts/contact").fill_part({"pv-contact-details": ["email", "post"]})
        adults.fill_part({"pv-contact-details-email-input": victim.email, "pv-contact-details-email-check": True}).press("Save")
        adults.open(victim.referral + "/check").see("E-mail is not safe for this person").shot("1-unsafe-way")
        adults.open(victim.referral + "/parts/contact").fill_part({"pv-contact-details": ["post"]})
        adults.fill_part({"pv-contact-details-email-input": "", "pv-contact-details-email-check": False}).press("Save")
        adults.open(victim.referral + "/parts/exploitation").fill_part({
            "how-they-were-treated": "Was threatened with a beating; the manager took the passport in March 2019 for a debt"})
        adults.press("Save").see("That part is complete")
        self.send(adults, victim)
        self.approve(coordinator, victim)
        self.pack(adults, victim)
        adults.go("My work").see("Key in the referral and record its reference", victim.reference)
        # The reference comes later than the form is keyed in.
        adults.open(victim.referral).follow("Record the reference").expect_heading("Record the reference").press("Record it")
        adults.see("Recorded", "The reference has not been recorded yet").see_status("Sent, no reference yet").shot("1-keyed-in")
        adults.go("My work").see("Record the reference of the referral", victim.reference)

    def pack(self, worker, victim):
        worker.open(victim.referral).follow("Open the key-in pack").expect_heading("Key-in pack").see(
            "OFFICIAL-SENSITIVE", "Nothing has been sent", victim.first)
        titles = [words(title) for title in worker.page.locator("main h2").all_inner_texts()]
        asked = [title for title in PARTS.values() if title in titles]
        if [title for title in titles if title in asked] != asked or len(asked) < 6:
            raise Wrong(f"the parts of the pack are not in the form's order: {titles}")
        pages = worker.page.locator("main h3 code").all_inner_texts()
        read = worker.page.locator("main p", has_text="Nothing to key in.").count()
        if len(pages) != len(set(pages)) or f"Pages to key in {len(pages) - read}" not in worker.text:
            raise Wrong(f"the pack has {len(pages)} pages, some twice or wrongly counted: {pages}")
        buttons = worker.page.get_by_role("button", name="Copy")
        values = worker.page.locator("main .copy-value pre").all_inner_texts()
        if buttons.count() != len(values) or not values:
            raise Wrong(f"{buttons.count()} buttons copy {len(values)} values")
        place = values.index(victim.first)
        if worker.copied(buttons.nth(place)) != victim.first:
            raise Wrong("the button beside the first name copies something else")
        worker.shot("pack-" + victim.reference)

    def course_with_support(self):
        adults, victim = self.adults, WITH_SUPPORT
        adults.go("My work").see("Ask the police for the crime reference", victim.reference)
        adults.open(victim.address).see("What follows the referral").see_status("Sent, no reference yet")
        self.decide(adults, victim, "acknowledged/received", home_office_reference="")
        adults.see("There is a problem", "Enter the reference that the Home Office gave")
        adults.fill(home_office_reference="NRM-20-10417").press("Record this step")
        adults.see("The step is recorded", "Received by the Home Office").see_status("Awaiting reasonable grounds")
        adults.see("Waiting for the reasonable grounds decision", "A safe place before the decision")
        adults.go("My work").miss("Record the reference of the referral")
        self.decide(adults, victim, "reasonable-grounds/positive", note="The letter names no condition.")
        adults.see("The step is recorded", "Reasonable grounds decision: positive", "days left", "conclusive grounds decision")
        adults.see("They are not removed from the country during the recovery period.").see_status("Positive reasonable grounds")
        adults.shot("1-recovery-period")
        self.decide(adults, victim, "conclusive-grounds/positive")
        adults.see("There is a problem", "The period of", "runs until", "confirm that the person asked for an earlier decision")
        adults.shot("1-too-early")
        adults.fill(asked_early=True).press("Record this step")
        adults.see("Conclusive grounds decision: positive", "Before the period was over, because the person asked for it")
        adults.see("They are confirmed as a victim of modern slavery.").see_status("Positive conclusive grounds").shot("1-decided")

    # 2 Somebody who may be a child; the worker holds a telephone

    def child(self):
        children, coordinator, victim = self.person("children", NARROW), self.coordinator, CHILD
        self.children = children
        self.screen_child(children)
        self.from_screening(
            children, victim, lambda row: "Child" in row, age_basis="unknown", age_group="perhaps-child")
        children.see("Refer to the National Referral Mechanism as a child", "Tell children's services now", "Not asked of a child")
        children.shot("2-begun").open(victim.address + "/consent").see("is referred without being asked for consent")
        if children.page.locator("main [name=purpose][value=nrm], main [name=purpose][value=identity]").count():
            raise Wrong("a child is asked for consent to a referral")
        children.shot("2-consent")
        self.start_referral(children, victim, "Referral to the National Referral Mechanism")
        asked = self.write(children, victim, pv_dob_day="", pv_dob_month="", pv_dob_year="")
        if PARTS["consent"] in asked and children.page.locator("main [name=pv-want-to-submit-nrm]").count():
            raise Wrong("the form asks a child for consent")
        self.send(children, victim)
        self.approve(coordinator, victim)
        self.record_reference(children, victim, "NRM-20-20418", "Awaiting reasonable grounds")
        self.panel(children, victim)
        children.open(victim.referral + "/crime").expect_heading("Crime records").see("No crime record is noted")
        children.fill(force="West Midlands Police", reference="20/99417/26", told_at="09:10", recorded_at="15:40")
        children.date("told_on", today() - datetime.timedelta(days=2)).date("recorded_on", today() - datetime.timedelta(days=2))
        children.press("Note this record").see("The crime record is noted", "20/99417/26", "Yes").shot("2-crime")
        children.open(victim.referral + "/course").see("1 noted: see", "The council looks after them as a child")
        children.go("My work").miss("Ask the police for the crime reference").shot("2-my-work")

    def panel(self, worker, victim):
        worker.open(victim.referral + "/panel").expect_heading("Children's panel")
        worker.date("meets_on", today()).press("Convene the panel").see("The panel is saved", "Not yet").shot("2-panel")
        for name, agency, chair in (
            ("Head of service", "council", True), ("Detective inspector", "police", False), ("Designated nurse", "health", False),
        ):
            worker.fill(name=name, agency=agency, is_chair=chair, conflict="none").press("Add this member").see(name)
        worker.see("It can decide").fill(outcome="positive", evidence="The account of two social workers, and the container.")
        worker.date("decided_on", today())
        buttons = [words(text) for text in worker.page.locator("main button").all_inner_texts()]
        worker.press(next(text for text in buttons if text.startswith("Record")))
        worker.open(victim.referral + "/course").see("Reasonable grounds decision: positive").see_status("Positive reasonable grounds")
        worker.shot("2-course")

    # 3 An adult without support; a charity writes, and the council keys in what the charity cannot send

    def without_support(self):
        aid, coordinator, victim = self.person("womens.aid"), self.coordinator, WITHOUT_SUPPORT
        self.from_screening(aid, victim, lambda row: "Male, Adult" in row, child_at_exploitation="no")
        self.identity(aid, victim)
        self.safe_contact(aid, victim, "Telephone call")
        self.consent(aid, victim, "nrm", "given")
        self.consent(aid, victim, "support", "declined")
        self.consent(aid, victim, "police", "given")
        aid.see("Your organisation cannot send the form")
        self.start_referral(aid, victim, "Referral to the National Referral Mechanism")
        self.write(aid, victim)
        self.send(aid, victim)
        self.approve(coordinator, victim)
        aid.open(victim.referral + "/submission").see("Your organisation cannot send this form").shot("3-cannot-send")
        aid.fill(reference="NRM-20-30419").press("Record it").see("There is a problem", "pass it to a first responder")
        self.record_reference(coordinator, victim, "NRM-20-30419", "Awaiting reasonable grounds")
        self.decide(aid, victim, "reasonable-grounds/negative").see("There is a problem", "Choose the reason from the list")
        aid.fill(**{"reason-negative_reason": "Not enough information"}).press("Record this step")
        aid.see("Reasonable grounds decision: negative", "Not enough information", "They can ask for the decision to be looked at again")
        aid.see_status("Reasonable grounds negative").shot("3-negative")
        self.decide(aid, victim, "reconsideration-request/asked", **{"reason-reconsideration_ground": "There is more evidence"})
        aid.see("Reconsideration asked for", "There is more evidence").see_status("Reconsideration asked for")
        self.decide(aid, victim, "reconsideration/reversed")
        aid.see("the decision is reversed").see_status("Positive reasonable grounds").shot("3-reversed")
        aid.close()
        self.people.remove(aid)

    # 4 An adult who declines and agrees to be named; the circle grows by somebody who reviews

    def named(self):
        coordinator, victim = self.coordinator, NAMED
        self.from_screening(coordinator, victim, lambda row: "Adult" in row, child_at_exploitation="no")
        self.identity(coordinator, victim)
        coordinator.open(victim.address + "/consent").fill(
            purpose="nrm", answer="declined", capacity="not-in-doubt", explained_by="Margaret Ashdown", method="spoken")
        coordinator.date("answered_on", today()).press("Write it into the ledger")
        coordinator.see("There is a problem", "Choose why they declined").fill(reason="Fears the authorities")
        coordinator.press("Write it into the ledger").see("Duty to notify report, without their name").shot("4-declined")
        self.consent(coordinator, victim, "identity", "given")
        coordinator.see("Duty to notify report, with their name")
        self.police = police = self.person("police")
        police.refused(victim.address)
        coordinator.open(victim.address + "/circle").pick("organisation", "Police").press("Add the organisation")
        coordinator.see("There is a problem", "They have not agreed to contact with the police")
        self.consent(coordinator, victim, "police", "given")
        coordinator.open(victim.address + "/circle").pick("organisation", "Police").press("Add the organisation")
        coordinator.see("Imran Suleman").shot("4-circle")
        self.safe_contact(coordinator, victim, "E-mail")
        self.start_referral(coordinator, victim, "Duty to notify report, with a name")
        self.write(coordinator, victim, authorities_cooperation="yes", pv_contact_details=["post"], **{
            "pv-contact-details-street": victim.street, "pv-contact-details-town": "Tipton",
            "pv-contact-details-postcode": "DY4 8XX"})
        self.send(coordinator, victim)
        police.open(SLUG + "/my-work").see("Review the referral", victim.reference)
        self.approve(police, victim)
        self.pack(coordinator, victim)
        self.record_reference(coordinator, victim, "DTN-20-40420", "Duty to notify report received")
        coordinator.open(victim.referral + "/course").see("No support follows from a duty to notify report").shot("4-notified")

    # 5 An adult who declines and is not named

    def anonymous(self):
        police, coordinator, victim = self.police, self.coordinator, ANONYMOUS
        police.go("Pathways").follow("Begin a pathway").expect_heading("Begin a pathway").shot("5-begin")
        police.press("Begin the pathway").see("There is a problem", "Choose how the age is known")
        police.fill(gender="male", nationality="Romanian", language="Romanian", child_at_exploitation="no").pick("exploitation", "Labour")
        if not self.begin(police, victim):
            raise Wrong("somebody of whom nothing was known has a pathway already")
        self.identity(police, victim)
        self.safe_contact(police, victim, "Post")
        self.consent(police, victim, "nrm", "declined", reason="Wants to go home")
        police.see("Duty to notify report, without their name", "nothing in the report may tell who they are").shot("5-declined")
        self.start_referral(police, victim, "Duty to notify report, without a name")
        asked = self.write(police, victim, authorities_cooperation="no")
        if PARTS["person"] in asked and police.page.locator("main [name=pv-name-first-name]").count():
            raise Wrong("the report without a name asks for the name")
        for part in PARTS:
            police.open(f"{victim.referral}/parts/{part}").miss(*victim.secrets)
        self.send(police, victim)
        coordinator.open(victim.referral + "/review").miss(*victim.secrets)
        self.approve(coordinator, victim)
        police.open(victim.referral + "/pack").expect_heading("Key-in pack").miss(*victim.secrets).shot("5-pack")
        self.record_reference(police, victim, "DTN-20-50421", "Duty to notify report received")

    def looked_after(self):
        police, victim = self.police, ANONYMOUS
        support = victim.address + "/support"
        police.open(support).see("They declined a referral: what to do instead", "They are helped all the same").shot("5-support")
        later = today() + datetime.timedelta(days=30)
        police.follow("Ask what they need").press("Save").see("There is a problem").choose("code", "Somewhere safe to sleep")
        police.choose("status", "Not met").date("review_on", later).fill(note="Sleeps at the works").press("Save")
        police.open(support).see("1 need is not met").follow("See that they have somewhere to stay")
        police.choose("code", "Refuge").choose("status", "Stays there now").date("starts_on", today())
        police.fill(address=victim.street).press("Save")
        police.open(support).follow("See that they have somewhere to stay").see("Sealed. Open it only").shot("5-stay")
        police.press("Show the address").see(victim.street)
        police.open(support).follow("Leave the way back open").choose("code", "Referral to the National Referral Mechanism")
        police.choose("status", "To be asked again").date("review_on", later).press("Save")
        police.open(support).see("To be asked again on " + day_text(later), "Due next").shot("5-looked-after")
        police.open(SLUG + "/my-work").shot("5-my-work")

    # Nobody else

    def separation(self):
        hope = self.person("hope")
        for victim in EVERYBODY:
            for page in ("", "/identity", "/contact", "/consent", "/accounts", "/circle", "/support", "/journal", "/crime"):
                hope.refused(victim.address + page)
            for page in ("", "/check", "/review", "/pack", "/course", "/parts/person"):
                hope.refused(victim.referral + page)
        references = [victim.reference for victim in EVERYBODY]
        for page in ("/my-work", "/pathways", "/pathways/referrals?stage=all", "/pathways/decisions", "/pathways/crimes"):
            hope.open(SLUG + page).miss(*references)
        # Adult social care sees its own, and nobody's of the others.
        self.adults.open(SLUG + "/pathways").see(WITH_SUPPORT.reference).miss(*references[1:]).shot("6-list")
        # Where somebody of the five could stand openly, nobody does: `guard` looks through each of these pages.
        coordinator = self.coordinator
        for page in ("/identity", "/contact", "/accounts", "/consent", "/circle", "/support", "/crime"):
            coordinator.open(ANONYMOUS.address + page).miss(*ANONYMOUS.secrets)
        for victim in EVERYBODY:
            coordinator.open(victim.address).open(victim.address + "/journal").open(victim.referral)
            # What was searched for stands in the box and in the address; the record may not come up.
            coordinator.search(victim.last)
            if victim.reference in coordinator.text:
                raise Wrong(f"the search for the name of {victim.reference} finds it")
        for page in ("/my-work", "/pathways", "/pathways/referrals?stage=all", "/pathways/decisions", "/concerns", "/visits", "/figures"):
            coordinator.open(SLUG + page)
        coordinator.open(SLUG + "/pathways").see(*references).shot("6-list-coordinator")

    def log(self):
        self.read_log([secret for victim in EVERYBODY for secret in victim.secrets])


if __name__ == "__main__":
    try:
        walk_with(PathwayWalk, "Takes five people through their pathways in a browser.", "All five pathways went as they should")
    except KeyboardInterrupt:
        sys.exit(130)
