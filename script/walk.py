"""Takes one new concern through all twelve steps in a browser, as the people who do it.

`script/walk` starts the server and calls this. It stops at the first thing that is not as somebody should see it, says
who saw what where, and ends with status 1. People at a desk work at 1280 pixels, officers on a visit at 320.
"""

import datetime
import re
import struct
import sys
import time
import urllib.parse
import zlib

from playwright.sync_api import expect

from browser import NARROW
from steps import PICK, Person, Walk, Wrong, day_text, today, walk_with, words

SLUG = "/sandwell"

# What the case is about. Everything is invented; the telephone numbers are kept for fiction, the marks are never issued.
PLACE = "Hand car wash, 12 Wrenhollow Lane"
POSTCODE = "B66 9QX"
TELEPHONE = "07700 900417"
VEHICLE = "QA17 QVQ"
EARLIER_VEHICLE = "QI14 QIQ"
VICTIM = "Petru Vasile"
REPORTER = "Carys Bowen"
HOME = "Flat 2, 31 Marlhook Road"
INCIDENT = "WMP-20-4471"


def png(width, height):
    """A small picture, made here so that no file of the repository has to be one."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(
        b"\x00" + bytes(value for x in range(width) for value in (20 + x % 200, 90, 60 + y % 150)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


class ConcernWalk(Walk):
    """The twelve steps, and what they hand on to each other."""

    def run(self):
        steps = [
            ("1  A member of the public reports", self.public_report),
            ("1  Police raise a concern, and nothing typed is lost", self.agency_form),
            ("1  The coordinator logs a call", self.telephone_log),
            ("2  Immediate danger", self.danger),
            ("3  Triage, matches and duplicates", self.triage),
            ("4  Scoping round", self.scoping),
            ("5  Graded response", self.response),
            ("6  Three strands", self.strands),
            ("7  The visit is planned", self.plan),
            ("8  Screening without signal", self.screening),
            ("7  What the agencies did, debrief", self.debrief),
            ("12 Files", self.files),
            ("10 Timeline and search", self.timeline),
            ("9  Closing and report-back", self.closing),
            ("11 The dashboard", self.dashboard),
            ("5  One agency alone, and its report-back", self.single_agency),
            ("Nothing of it is in the server's log", self.log),
        ]
        self.take(steps)
        print(f"\nA new coordinator records a first concern with {self.first_concern}.")

    def log(self):
        self.read_log([PLACE, POSTCODE, TELEPHONE, VEHICLE, EARLIER_VEHICLE, VICTIM, REPORTER, HOME, INCIDENT])

    # 1 Intake

    def public_report(self):
        # The coordinator and the figures before anything of this case is recorded.
        self.coordinator = self.person("coordinator")
        self.before = self.totals()
        visitor = Person(self, "a member of the public")
        self.people.append(visitor)
        visitor.open("/").shot("01-start").follow("Tell us what you saw").expect_heading("Tell us what you saw")
        visitor.see("call 999", "Which area is it in?").shot("01-choose-area")
        visitor.follow(self.area(visitor))
        visitor.see("need not give your name", "Exit this page", "08000 121 700", "call 999").shot("01-public-form")
        visitor.press("Send what you saw").see("There is a problem", "Say what you saw or heard")
        visitor.shot("01-public-form-empty")
        visitor.fill(
            seen="Young men wash cars from six in the morning and sleep in the back of the building.",
            place=PLACE, postcode=POSTCODE, town="Smethwick", happens_when="Every morning before seven",
            person_1_description="Five or six men, thin, no coats", vehicle_1_value=VEHICLE,
            how_known="saw-or-heard", reporter_contact="no")
        visitor.press("Send what you saw").see("Thank you. We have what you told us.", "999").shot("01-public-thanks")
        self.quote = words(visitor.page.locator(".panel").inner_text()).split()[-1]
        # Whoever has to leave at once is elsewhere, and the way back does not lead here.
        visitor.context.route(
            lambda url: not url.startswith(self.options.server),
            lambda route: route.fulfill(status=200, content_type="text/html", body="<title>Elsewhere</title>"))
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("link", name="Exit this page").first.click()
        if visitor.page.url.startswith(self.options.server):
            raise Wrong("“Exit this page” stays on the site")
        visitor.close()
        self.people.remove(visitor)

        coordinator = self.coordinator.open(SLUG + "/my-work").see("Check a public report")
        coordinator.go("Concerns").shot("01-concerns-list")
        coordinator.see("1 report to check").follow("1 report to check").expect_heading("Reports to check")
        coordinator.shot("01-reports-to-check")
        with coordinator.page.expect_navigation():
            coordinator.page.locator("main tr").filter(has_text="Smethwick").get_by_role("link", name="Check").click()
        coordinator.expect_heading("Check this report").see("sleep in the back of the building", self.quote)
        coordinator.shot("01-check-report")
        self.public_address = urllib.parse.urlsplit(coordinator.page.url).path.removesuffix("/check")
        coordinator.fill(decision="accept").press("Save").see("accepted", "No report waits to be checked")
        coordinator.open(self.public_address).see("Raised").shot("01-public-concern")
        self.public_concern = self.reference(coordinator)

    def area(self, person):
        names = [words(text) for text in person.page.locator("main a").all_inner_texts()]
        return next(name for name in names if "Sandwell" in name)

    @staticmethod
    def reference(person):
        found = re.search(r"SW-\d{4,}", person.heading)
        if not found:
            raise Wrong("the page of the concern does not show its reference")
        return found.group()

    def agency_form(self):
        police = self.police = self.person("police")
        police.shot("01-my-work-police").follow("Record a concern").expect_heading("Record a concern")
        police.shot("01-agency-form")
        seen = "Two men ran from the car wash at night and asked a taxi driver for help. They were brought back in a van."
        police.fill(seen=seen, inferred="They may not be free to leave.")
        expect(police.page.locator("[data-draft-status]")).to_contain_text("Draft saved")
        police.go("My work").see("Not finished", "A concern").shot("01-draft-in-my-work")
        police.follow("A concern").see("This is the form as you left it").see_value("seen", seen)
        police.fill(
            source="Police", location_type="Car wash", place=PLACE, postcode=POSTCODE, town="Smethwick",
            people_count="6", phone_1_value=TELEPHONE, phone_1_description="Rings the men at night",
            vehicle_1_value="qa17qvq", vehicle_1_description="White van", how_known="It came up in records or in daily work")
        police.pick("exploitation", "Labour")
        # The session ends while the form is filled in: the entry travels through the sign-in.
        police.context.clear_cookies(name="plainsight_session")
        police.press("Record the concern").see("Sign in to send your entry", "what you typed is still here")
        police.shot("01-session-ended")
        police.fill_sign_in()
        police.expect_heading("Your entry is still here").shot("01-entry-kept").press("Send it now")
        police.see(seen, "White van", "Raised").shot("01-police-concern")
        self.police_concern = self.reference(police)
        self.police_address = urllib.parse.urlsplit(police.page.url).path
        police.go("My work").miss("Not finished")

    def telephone_log(self):
        # Counted from the start page, as somebody who has never been here: what does a first concern need?
        newcomer = Person(self, "a new coordinator", self.account("coordinator"))
        self.people.append(newcomer)
        newcomer.open("/").follow("Sign in")
        newcomer.fill_sign_in()
        newcomer.expect_heading("My work").shot("01-my-work-coordinator").follow("Log a call").shot("01-call-form")
        newcomer.fill(
            seen="A caller says that nobody answers at the shop and the shutters have been down for a week.",
            location_type="Shop", source="Public")
        newcomer.press("Record the call").see("The concern is recorded")
        self.first_concern = f"{newcomer.clicks} clicks and {newcomer.fields} fields from the start page"
        self.small_address = urllib.parse.urlsplit(newcomer.page.url).path
        newcomer.close()
        self.people.remove(newcomer)

        coordinator = self.coordinator.open(SLUG + "/concerns/call").expect_heading("Log a call")
        coordinator.press("Record the call").see("There is a problem", "Say what was seen or heard")
        coordinator.shot("01-call-form-empty")
        coordinator.fill(
            seen="An inspector saw six men washing cars without gloves. One had a fresh burn and was not allowed to speak.",
            inferred="Somebody holds their wages and their papers.", summary="Six men at a hand car wash, one of them hurt",
            happens_when="Every day from six to eight", how_known="They saw or heard it themselves",
            location_type="Car wash", place=PLACE, postcode=POSTCODE, town="Smethwick", ward="St Pauls", residence=HOME,
            residence_town="Smethwick", people_count="6", children_present="unknown", nationality="Romanian",
            person_1_role="Potential victim", person_1_description="Man in his twenties with a burnt hand",
            person_1_name=VICTIM, phone_1_value="+44 7700 900417", phone_1_description="On the sign above the gate",
            vehicle_1_value=VEHICLE, vehicle_1_description="White van that brings the men",
            vehicle_2_value=EARLIER_VEHICLE, vehicle_2_description="Minibus in the yard",
            source="Agency", source_organisation="Environmental health", reporter_name=REPORTER,
            reporter_details="Desk 4, call before ten", reporter_contact="yes", reporter_safe_way="Telephone call")
        coordinator.pick("exploitation", "Labour", "Criminal")
        coordinator.page.locator("main details", has_text="General").first.evaluate("node => { node.open = true; }")
        coordinator.page.locator("main [name=indicators]").first.check()
        coordinator.press("Record the call").see("The concern is recorded", "What is inferred", "Environmental health")
        coordinator.miss(VICTIM, REPORTER).shot("01-concern-raised")
        self.main = self.reference(coordinator)
        self.address = urllib.parse.urlsplit(coordinator.page.url).path
        # A concern that belongs to nobody else: agencies that were not asked see nothing of it.
        self.outsider = self.person("housing.quality")
        self.outsider.miss(self.main).refused(self.address)

    # 2 Danger

    def danger(self):
        coordinator = self.coordinator.open(self.address)
        coordinator.follow("Somebody is in danger now").expect_heading("Immediate danger").see("Act first", "Call 999")
        coordinator.shot("02-danger-form").press("Note the danger").see("There is a problem", "police incident number")
        coordinator.fill(police_incident=INCIDENT, note="One man is burnt and is kept from a doctor.")
        coordinator.press("Note the danger")
        coordinator.see("Immediate danger.", INCIDENT, "Act on this before anything else").shot("02-danger-noted")
        coordinator.go("My work").shot("02-my-work")
        rows = [words(text) for text in coordinator.page.locator("main tbody tr").all_inner_texts()]
        above = [row for row in rows[: next(n for n, row in enumerate(rows) if self.main in row) + 1]]
        if not all("Immediate danger" in row for row in above):
            raise Wrong(f"what is not in danger stands above {self.main} in My work: {above}")
        coordinator.go("Concerns")
        if self.main not in words(coordinator.page.locator("main tbody tr").first.inner_text()):
            raise Wrong("the concern in danger does not stand first in the list")

    # 3 Triage

    def triage(self):
        coordinator = self.coordinator.open(self.address)
        coordinator.see(
            "Also seen in", self.police_concern, "same telephone", "same vehicle", "same place", self.public_concern)
        coordinator.follow("Screen the concern").expect_heading("Screen").shot("03-triage-form")
        if not coordinator.field("immediate_danger").first.is_checked():
            raise Wrong("the screening has forgotten the danger")
        coordinator.fill(
            threat="A man who runs the place and takes the wages.", harm="Burns that nobody treats.",
            risk="Likely today: the man is hurt now.", investigation="Who owns the van, and where do the wages go?",
            vulnerability="No papers, no English, debts at home.", engagement="One of them asked for help once.")
        coordinator.press("Save the screening").see("Screening (THRIVE)", "Burns that nobody treats", "Screened")
        coordinator.shot("03-screened")

        # The duplicate that police raised: side by side, then joined, with whoever newly sees the other one named.
        coordinator.open(self.police_address).see("Also seen in", self.main)
        self.compare(self.main)
        coordinator.expect_heading("Is it the same?").see("Same", TELEPHONE, "Police").shot("03-side-by-side")
        coordinator.press(f"Join {self.police_concern} to {self.main}").see("There is a problem", "Confirm")
        coordinator.pick("confirmed", "Police").press(f"Join {self.police_concern} to {self.main}").see("Joined")
        coordinator.open(self.police_address).see("Joined", "This concern was joined to another").shot("03-joined")
        coordinator.open(self.public_address)
        self.compare(self.main)
        coordinator.see(f"Nobody new will see {self.main}").press(f"Join {self.public_concern} to {self.main}")
        coordinator.open(self.address).see("Joined to this", self.police_concern, self.public_concern)

        # The minibus was seen before, at a concern that is closed: it stays a link, and can be told apart.
        earlier = coordinator.page.locator("main li").filter(has_text="same vehicle").filter(
            has_not_text=self.police_concern).filter(has_not_text=self.public_concern)
        if earlier.count() == 0:
            raise Wrong("the minibus of an earlier concern is not found")
        with coordinator.page.expect_navigation():
            earlier.first.get_by_role("link", name=re.compile("side by side")).click()
        coordinator.see("is closed: open it again before you join another to it").shot("03-earlier-closed")
        coordinator.press("Not the same")
        # Police see the one that goes on, since their own was joined to it.
        self.police.open(self.address).see(self.main, "An inspector saw six men").miss(VICTIM, REPORTER)

    def compare(self, other):
        page = self.coordinator.page
        with page.expect_navigation():
            page.locator("main li").filter(has_text=other).get_by_role("link", name=re.compile("side by side")).first.click()

    # 4 Scoping

    def scoping(self):
        coordinator = self.coordinator.open(self.address).follow("Ask the agencies").expect_heading("Ask the agencies")
        coordinator.shot("04-ask")
        asked = ["Police", "West Midlands Fire", "GLAA", "HMRC", "Immigration", "Hope for Justice"]
        due = today() + datetime.timedelta(days=2)
        coordinator.fill(question="What do you hold on the car wash, its owner, the van and the telephone?")
        coordinator.pick("organisations", *asked).date("due", due).fill(due_time="12:00").press("Send the question")
        coordinator.see("What the agencies hold", "Waiting", f"due {day_text(due)}", "Scoping, 0 of 6").shot("04-asked")

        fire = self.fire = self.person("fire")
        fire.see("Say what you hold", self.main, "Immediate danger").shot("04-my-work-fire")
        self.answer(fire).shot("04-answer-form").press("Send the answer").see("There is a problem")
        fire.fill(answer="nothing-held").press("Send the answer").see("Nothing held").shot("04-fire-answered")

        police = self.police.open(SLUG + "/my-work").see("Say what you hold")
        self.answer(police).fill(answer="held").press("Send the answer").see("There is a problem").shot("04-answer-refused")
        police.fill(summary="Three calls in a year about shouting at night; the van is known.", conditions="For planning only")
        for name, code in (("grading_source", "2"), ("grading_assessment", "C"), ("grading_handling", "C")):
            police.field(name).select_option(value=code)
        police.press("Send the answer").see("Held", "the van is known")

        glaa = self.glaa = self.person("glaa")
        self.answer(glaa).fill(answer="cannot-share").press("Send the answer").see("There is a problem")
        glaa.fill(speak_to="Midlands desk, duty officer").press("Send the answer").see("Held, cannot share")
        # What others answered is not shown to those who were only asked.
        glaa.miss("the van is known", "Nothing held")

        hmrc = self.person("hmrc")
        self.answer(hmrc).fill(answer="conflict", speak_to="Lead officer of the operation").press("Send the answer")
        hmrc.see("live operation")
        hope = self.hope = self.person("hope")
        self.answer(hope).fill(answer="nothing-held").press("Send the answer").see("Nothing held")

        coordinator.open(self.address).see(
            "5 of 6 answered", "2 with nothing held", "Scoping, 5 of 6", "Speak to Midlands desk").shot("04-picture")
        coordinator.press("Remind").see("reminded")
        immigration = self.person("immigration")
        immigration.see("The coordinator has reminded you").shot("04-reminded").close()
        self.people.remove(immigration)
        # Who was not asked sees nothing anywhere.
        outsider = self.outsider
        outsider.go("My work").miss(self.main).go("Concerns").miss(self.main)
        outsider.search(PLACE).miss(self.main).refused(self.address).search(TELEPHONE).miss(self.main)
        outsider.search(self.main).see("No concern that you may see has these words").shot("04-not-asked")

        # Overdue marks are on the rounds of the demonstration, which are years old.
        coordinator.open(SLUG + "/concerns?stage=scoping")
        with coordinator.page.expect_navigation():
            coordinator.page.locator("main tbody tr").filter(has_not_text=self.main).first.get_by_role("link").first.click()
        coordinator.see("Overdue")
        coordinator.open(self.address).follow("Close the round").expect_heading("Close the round")
        coordinator.see("No answer", "Immigration")
        coordinator.shot("04-closing-sheet").press("Close the round").see("There is a problem")
        coordinator.fill(closing_summary="Police know the van; two agencies hold more than they can share. Nobody visits before HMRC agrees.")
        coordinator.press("Close the round").see("The picture", "Nobody visits before HMRC agrees", "No answer")
        coordinator.shot("04-closed")

    def answer(self, person):
        person.open(SLUG + "/my-work")
        with person.page.expect_navigation():
            person.page.locator("main tr").filter(has_text=self.main).get_by_role("link", name="Say what you hold").first.click()
        return person.expect_heading("What do you hold?")

    # 5 Response

    def response(self):
        coordinator = self.coordinator.open(self.address).see("Suggested response")
        coordinator.follow("Decide the response").expect_heading("Decide the response")
        coordinator.see("Significant", "risk to life", "another member’s live operation").shot("05-decide")
        coordinator.fill(response="significant").press("Decide")
        coordinator.see("There is a problem", "Give the reasons", "at least two agencies")
        coordinator.shot("05-decide-refused")
        coordinator.fill(
            rationale="A man is hurt and kept from a doctor, six people are held, and HMRC works there: one plan for all.",
            approver="Chair of the partnership", lead="Police")
        coordinator.pick("team", "Police", "West Midlands Fire", "GLAA", "Hope for Justice").press("Decide")
        coordinator.see(
            "Response", "Chair of the partnership", "No visit can be marked ready before the planning meeting").shot("05-decided")
        # The team sees what the others answered.
        self.fire.open(self.address).see("the van is known", "Significant")

    # 6 Strands

    def strands(self):
        coordinator = self.coordinator
        for kind, lead, team in (
            ("location", "West Midlands Fire", ["Police", "GLAA"]), ("offenders", "Police", ["HMRC"]),
            ("victims", "Hope for Justice", []),
        ):
            coordinator.open(f"{self.address}/strands/{kind}").expect_heading("strand")
            coordinator.fill(lead=lead, plan=f"What is to be reached in the {kind} strand, and how.")
            coordinator.pick("team", *team)
            coordinator.press("Open the strand").see("strand")
        coordinator.open(f"{self.address}/strands/victims").shot("06-strand-victims")
        coordinator.open(f"{self.address}/tasks/new").expect_heading("Add a task").shot("06-add-task")
        coordinator.press("Add the task").see("There is a problem", "Choose who does it")
        coordinator.fill(title="Find beds for six people", organisation="Hope for Justice", strand="victims")
        coordinator.date("due_on", today() + datetime.timedelta(days=1)).press("Add the task")
        coordinator.open(self.address).see("Find beds for six people", "Victims strand", "Led by Police")
        coordinator.shot("06-strands")
        # The lead has the task in its own list and says what came of it; enforcement sees neither strand nor task.
        hope = self.hope.open(SLUG + "/my-work").see("Find beds for six people")
        hope.follow("Find beds for six people").shot("06-task").press("Finish the task").see("There is a problem")
        hope.fill(result="Six beds are ready from tonight, with somebody who speaks Romanian.").press("Finish the task")
        hope.see("Finished")
        self.police.open(self.address).miss("Find beds for six people", "Hope for Justice leads")
        self.see_no_victims_strand()
        hope.open(f"{self.address}/strands/victims").fill(status="paused").press("Save the strand").see("Paused")
        hope.open(f"{self.address}/strands/victims").fill(status="open").press("Save the strand").see("Under way")

    def see_no_victims_strand(self):
        police = self.police.open(self.address)
        victims = words(police.page.locator(".strand").filter(has_text="Victims").inner_text())
        if "Not opened" not in victims or "Hope for Justice" in victims:
            raise Wrong(f"police see the victims strand: {victims}")

    # 7 The visit

    def plan(self):
        coordinator = self.coordinator.open(self.address).follow("Plan a visit").expect_heading("Plan a visit")
        coordinator.see_value("place", PLACE).shot("07-plan-form")
        coordinator.fill(purpose="Disruption", occupancy="living", starts_at="06:30").date("visited_on", today())
        coordinator.pick("agencies", "Red Cross").press("Check powers")
        coordinator.see("None of the chosen agencies has a power to enter this place", "Police are not among")
        coordinator.shot("07-no-power")
        coordinator.page.evaluate_handle(PICK, ["agencies", "Red Cross"]).as_element().uncheck()
        coordinator.pick("agencies", "Police", "West Midlands Fire", "GLAA", "Hope for Justice").press("Check powers")
        coordinator.see("Suggested lead", "Powers of each agency", "Notice", "Warrant").shot("07-powers")
        coordinator.press("Plan the visit").see("The visit is planned")
        self.visit_reference = re.search(r"SW-V-\d+", coordinator.heading).group()
        self.visit = urllib.parse.urlsplit(coordinator.page.url).path
        # Neither meeting nor plan: the visit cannot be ready, and all that is missing is said at once.
        coordinator.press("Mark the visit ready").see(
            "There is a problem", "record the planning meeting", "record the tactical plan", "Assess the risk").shot("07-not-ready")
        coordinator.open(self.address).follow("Record the planning meeting").expect_heading("Planning meeting")
        coordinator.date("planning_meeting_on", today())
        coordinator.fill(planning_meeting_notes="Police, fire, GLAA and Hope for Justice met; HMRC agrees.")
        coordinator.press("Save").see("There is a problem", "write the tactical plan").shot("07-planning-meeting")
        coordinator.fill(tactical_plan="Fire enters first at half past six; police at both gates; the men go by bus to the hall.")
        coordinator.press("Save").see("Tactical plan", "Fire enters first")
        coordinator.open(self.visit).press("Mark the visit ready").see("There is a problem", "Assess the risk")
        coordinator.miss("record the planning meeting")
        coordinator.follow("Change the plan").expect_heading("Change the plan")
        coordinator.fill(
            risk_level="high", risks="A dog in the yard, hot water under pressure. Police hold the gates.",
            safety_officer="Fire officer in charge", interpreters="Romanian, two, from outside the town",
            reception="Sports hall in Oldbury, warm room and doctor", meeting_point="Fire station yard, six o’clock",
            briefing="Everybody met is screened. Ask how they are before you ask who they are.",
            notice="None: it would warn whoever runs the place", warrant="Search warrant of the magistrates’ court")
        coordinator.press("Save the plan").see("The plan is changed").miss("Sports hall in Oldbury")
        coordinator.press("Mark the visit ready").see("The visit is marked ready").shot("07-ready")
        coordinator.follow("Briefing sheet").see("Sports hall in Oldbury", "Interpreters", "Who does what", "High")
        coordinator.shot("07-briefing")
        coordinator.page.emulate_media(media="print")
        for hidden in (".nav", ".actions", ".back"):
            part = coordinator.page.locator(hidden)
            if part.count() and part.first.is_visible():
                raise Wrong(f"the printed briefing shows {hidden}")
        self.keep(coordinator.page, "07-briefing-on-paper")
        coordinator.page.emulate_media(media="screen")
        # Those who enforce learn that a place is named, and not which.
        officer = self.officer = self.person("visits", NARROW)
        officer.see("Read the briefing for visit").shot("07-my-work-officer")
        officer.follow(f"Read the briefing for visit {self.visit_reference}").follow("Briefing sheet")
        officer.see("Named, and not on this sheet").miss("Sports hall in Oldbury").shot("07-briefing-officer")
        self.outsider.refused(self.visit)

    # 8 Screening

    def screening(self):
        officer = self.officer.open(self.visit).follow("Screen people").expect_heading("Who did you meet?")
        officer.shot("08-screening")
        page = officer.page
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        expect(page.locator("body")).to_be_visible()
        # With signal: what is missing is said, and the entry is recorded.
        self.save_person(officer, gender=None)
        expect(page.locator("[data-offline-bar]")).to_contain_text("Not accepted")
        officer.shot("08-not-accepted")
        page.locator("main [name=gender][value=male]").check()
        page.get_by_role("button", name="Save, next person").click()
        expect(page.locator("[data-offline-bar]")).to_contain_text("Recorded at")
        self.expect_screened(1)

        # Without signal: three more, one of them like the last.
        self.offline(officer, True)
        self.save_person(officer, gender="male", age="adult", nationality="Romanian", language="Romanian", outcome="some-indicators")
        expect(page.locator("[data-offline-bar]")).to_contain_text("1 entry waits to be sent")
        expect(page.locator("[data-offline-bar]")).to_contain_text("There is no signal. You can go on.")
        page.get_by_role("button", name="Same as the last").or_(page.get_by_role("link", name="Same as the last")).click()
        expect(page.locator("[data-offline-bar]")).to_contain_text("Filled in as the last person")
        officer.see_value("nationality", "Romanian")
        if page.locator("main [name=consent]:checked").count():
            raise Wrong("“Same as the last” takes over the consent of somebody else")
        page.locator("main [name=consent][value=yes]").check()
        page.get_by_role("button", name="Save, next person").click()
        expect(page.locator("[data-offline-bar]")).to_contain_text("2 entries wait to be sent")
        officer.see("person 4").shot("08-waiting")
        # The telephone is switched off and on again without signal: page and entries are still there.
        page.reload(wait_until="load")
        officer.expect_heading("Who did you meet?")
        expect(page.locator("[data-offline-bar]")).to_contain_text("2 entries wait to be sent")
        self.save_person(
            officer, gender="male", age="child", nationality="Romanian", language="Romanian", outcome="disclosure",
            identity=VICTIM, note="Burnt hand; was told not to speak.")
        expect(page.locator("[data-offline-bar]")).to_contain_text("3 entries wait to be sent")
        # What has to happen now for a child and for a disclosure is said without signal too, and the count goes on.
        officer.see("Tell children's social care and the police now", "Let the child tell it once", "person 5")
        officer.shot("08-three-waiting")
        self.expect_screened(1)
        self.offline(officer, False)
        expect(page.locator("[data-offline-bar]")).to_be_hidden(timeout=30_000)
        self.expect_screened(4)

        # The server takes an entry and its answer is lost on the way: it is sent again and counted once.
        lost = []

        def lose(route):
            if route.request.method == "POST" and not lost:
                lost.append(route.fetch().status)
                route.abort()
            else:
                route.continue_()

        page.route(f"**{self.visit}/screen", lose)
        self.save_person(officer, gender="male", age="adult", nationality="Moldovan", outcome="no-indicators")
        expect(page.locator("[data-offline-bar]")).to_contain_text("1 entry waits to be sent")
        if not lost or lost[0] >= 400:
            raise Wrong(f"the entry whose answer was to be lost did not reach the server: {lost}")
        self.expect_screened(5)
        self.offline(officer, True)
        self.offline(officer, False)
        expect(page.locator("[data-offline-bar]")).to_be_hidden(timeout=30_000)
        self.expect_screened(5)
        page.unroute(f"**{self.visit}/screen")

        # The session ends while an entry waits: it is kept, and sent after signing in again.
        self.offline(officer, True)
        self.save_person(officer, gender="male", age="adult", nationality="Romanian", outcome="strong-indicators")
        expect(page.locator("[data-offline-bar]")).to_contain_text("1 entry waits to be sent")
        officer.context.clear_cookies(name="plainsight_session")
        self.offline(officer, False)
        expect(page.locator("[data-offline-bar]")).to_contain_text("Sign in again", timeout=30_000)
        officer.shot("08-signed-out")
        officer.follow("Sign in again")
        officer.fill_sign_in()
        officer.expect_heading("Who did you meet?")
        expect(page.locator("[data-offline-bar]")).to_be_hidden(timeout=30_000)
        self.expect_screened(6)
        # A child or a disclosure: the steps to take are on the page.
        officer.unfold().see("A child, or somebody who may be one", "Somebody discloses exploitation")

    @staticmethod
    def offline(person, is_offline):
        person.is_offline = True
        person.context.set_offline(is_offline)
        person.is_offline = is_offline

    @staticmethod
    def save_person(officer, gender="male", age="adult", nationality="Romanian", language="", outcome="some-indicators",
                    identity="", note=""):
        page = officer.page
        if gender:
            page.locator(f"main [name=gender][value={gender}]").check()
        page.locator(f"main [name=age_group][value={age}]").check()
        officer.fill(nationality=nationality, language=language)
        page.locator("main [name=indicators]").first.check()
        page.locator(f"main [name=outcome][value={outcome}]").check()
        if identity:
            officer.fill(identity=identity)
        if note:
            officer.fill(note=note)
        page.get_by_role("button", name="Save, next person").click()

    def expect_screened(self, count):
        """The coordinator sees so many; entries that waited in the browser may still be on their way."""
        people = "1 person" if count == 1 else f"{count} people"
        until = time.monotonic() + 30
        while True:
            self.coordinator.open(self.visit)
            found = words(self.coordinator.page.locator("#screened").inner_text())
            if f"{people} as far as you may see them" in found:
                return
            if time.monotonic() > until:
                raise Wrong(f"the visit does not show {people} screened: {found[:80]}")
            time.sleep(0.5)

    # 7 After the visit

    def debrief(self):
        coordinator = self.coordinator.open(self.visit).shot("08-visit-with-screenings")
        coordinator.press("Record that it took place")
        coordinator.see("There is a problem", "Record at least one agency that attended")
        officer = self.officer.open(self.visit).follow("Record what we did").expect_heading("What Police did")
        officer.shot("07-attendance")
        officer.fill(attended="yes", minutes="180", entry="power", found="Wages in a drawer, two telephones.", did="One man was arrested.")
        officer.press("Save").see("The attendance is recorded")
        fire = self.fire.open(self.visit).follow("Record what we did")
        fire.fill(attended="yes", minutes="150", entry="power", found="Beds behind the wash bay, no alarm.", did="Served a notice.")
        fire.press("Save").see("There is a problem", "Say which power or warrant was used")
        fire.fill(own_power="The warrant of the police").press("Save").see("The attendance is recorded")
        hope = self.hope.open(self.visit).follow("Record what we did")
        hope.fill(attended="yes", minutes="240", entry="consent", did="Went with the men to the hall.").press("Save")
        glaa = self.glaa.open(self.visit).follow("Record what we did").fill(attended="no").press("Save")
        glaa.see("The attendance is recorded")
        coordinator.open(self.visit).see("3 interventions").press("Record that it took place").see("recorded as made")
        coordinator.follow("Debrief").expect_heading("Debrief").shot("07-debrief-form")
        coordinator.fill(
            debrief="Six men were met and screened; one of them is a minor and is in care.",
            lessons="Bring the second interpreter at once.")
        coordinator.fill_field("task-1", "See the men again").fill_field("task-1-organisation", "Hope for Justice")
        coordinator.fill_field("task-1-strand", "The victims: not shown to enforcement")
        coordinator.date("task-1-due", today() + datetime.timedelta(days=7))
        coordinator.fill_field("task-2", "Check that nobody sleeps there")
        coordinator.fill_field("task-2-organisation", "West Midlands Fire")
        coordinator.date("task-2-due", today() + datetime.timedelta(days=7))
        coordinator.press("Keep the debrief").see("The debrief is kept", "See the men again").shot("07-debriefed")
        for person, title, result in (
            (self.hope, "See the men again", "All six were seen; five accepted support."),
            (self.fire, "Check that nobody sleeps there", "The beds are gone."),
        ):
            person.open(SLUG + "/my-work").see(title).follow(title).fill(result=result).press("Finish the task")
            person.see("Finished")
        self.police.open(self.visit).miss("See the men again", "five accepted support")

    # 12 Files

    def files(self):
        coordinator = self.coordinator
        picture = png(64, 48)
        answer = self.answer_address(self.police)
        for person, path, name in (
            (coordinator, self.address, "concern"), (self.officer, self.visit, "visit"), (self.police, answer, "answer"),
        ):
            person.open(f"{path}/files").see("No file is attached")
            person.add_file("yard.png", "image/png", picture).see("The file is attached", "yard.png")
            person.add_file("notes of the meeting.pdf", "application/pdf", PDF).see("notes of the meeting.pdf")
            person.open_file("yard.png", picture).open_file("notes of the meeting.pdf", PDF)
            # The content decides, not the name.
            person.add_file("photo.jpg", "image/jpeg", b"MZ\x90\x00 this is a program and no photograph")
            person.see("There is a problem")
            person.miss("photo.jpg").shot(f"12-files-{name}")
        coordinator.open(self.address).see("Files", "Open or add files")
        self.outsider.refused(f"{self.address}/files")
        self.fire.open(f"{self.visit}/files").open_file("yard.png", picture)

    def answer_address(self, person):
        person.open(self.address)
        link = person.page.locator("main a[href*='/answers/']").first
        if link.count() == 0:
            raise Wrong("the concern does not lead an agency back to its own answer")
        return link.get_attribute("href").removesuffix("/files")

    # 10 Timeline and search

    def timeline(self):
        coordinator = self.coordinator.open(self.address)
        coordinator.follow("Change", within="main .card:has(h2:text-is('What was seen'))")
        coordinator.expect_heading("Change the concern")
        coordinator.fill(happens_when="Every day from five to nine").press("Save the change")
        coordinator.unfold().see("Before: Every day from six to eight", "After: Every day from five to nine")
        coordinator.shot("10-timeline")
        coordinator.follow("The whole timeline").expect_heading("Timeline").unfold().see(
            "Concern raised", "Immediate danger", "Round 1 sent to 6 agencies", "Response decided", "recorded as made")
        coordinator.shot("10-whole-timeline")
        for text in (self.main, "Wrenhollow", TELEPHONE, "+44 7700 900417", "qa17 qvq", "without gloves", POSTCODE):
            coordinator.search(text)
            if self.main not in coordinator.text:
                raise Wrong(f"the search for “{text}” does not find {self.main}")
        coordinator.shot("10-search")
        # The name of the victim is sealed: it is found nowhere, and opened only for a reason.
        coordinator.search(VICTIM).see("No concern that you may see has these words")
        coordinator.open(self.address).follow("Open them for a reason").shot("10-sealed-names")
        coordinator.press("Open the names").see("There is a problem")
        coordinator.fill(reason="The doctor in the hall asks whom he is treating.").press("Open the names")
        coordinator.see(VICTIM, REPORTER)

    # 9 Closing

    def closing(self):
        coordinator = self.end_danger()
        coordinator.open(self.address).follow("Close the concern").expect_heading("Close the concern")
        coordinator.see("Still open", "Location strand").shot("09-close-form")
        for kind in ("location", "offenders", "victims"):
            coordinator.open(f"{self.address}/strands/{kind}")
            coordinator.fill(status="finished", outcome=f"The {kind} strand has come to its end.")
            coordinator.press("Save the strand")
        coordinator.open(f"{self.address}/close").miss("Still open").press("Close the concern")
        coordinator.see("There is a problem", "Choose")
        coordinator.fill(reason="The people concerned are safe and supported", summary="Six men are safe; one man is charged.")
        coordinator.fill_field("outcome_arrests", "1").fill_field("outcome_adults-safeguarded", "5")
        coordinator.fill_field("outcome_children-safeguarded", "1").fill_field("outcome_wages-recovered", "12400")
        for unsafe, reason in (
            (f"Thank you: {VICTIM} is safe.", "a name or an address that is sealed"),
            ("Thank you: the men at 12 Wrenhollow Lane are safe.", "the address of this concern"),
            (f"Thank you: we rang {TELEPHONE}.", "a telephone number"),
        ):
            coordinator.fill(report_back=unsafe).press("Close the concern").see("There is a problem", reason)
            coordinator.see_value("report_back", unsafe)
        coordinator.shot("09-unsafe-report-back")
        self.report_back = "Thank you for what you told us. The people are safe, and the place is being dealt with."
        coordinator.fill(report_back=self.report_back).press("Close the concern")
        coordinator.see("What came of it", "Wages recovered", "12,400", self.report_back, "Closed").shot("09-closed")
        # Whoever raised it reads what came of it, in the words that are safe to send.
        health = self.person("environmental.health")
        health.open(self.address).see("Told to whoever raised it", self.report_back).shot("09-report-back-read")
        health.close()
        self.people.remove(health)

    def end_danger(self):
        coordinator = self.coordinator.open(f"{self.address}/danger").shot("02-danger-again")
        coordinator.fill(danger="no", note="The man was treated and is safe.").press("Save")
        return coordinator.open(self.address).miss("Act on this before anything else")

    # 11 Dashboard

    TABLES = (
        "concerns-by-month", "concerns-by-quarter", "concerns-by-source", "concerns-by-town", "concerns-by-ward",
        "concerns-by-location-type", "concerns-by-exploitation-type", "concerns-by-nationality", "visits-by-month",
        "interventions-by-agency", "screened-by-gender", "screened-by-age-group", "screened-by-nationality",
        "screened-by-outcome",
    )

    def totals(self):
        """Every table of the figures over everything recorded, as counts by label."""
        tables = {}
        for table in self.TABLES:
            rows = self.coordinator.table(f"{SLUG}/figures/{table}.csv?period=all")
            tables[table] = {row[0]: int(row[1]) for row in rows[1:] if len(row) > 1 and row[1].isdigit()}
        return tables

    def moved(self):
        after = self.totals()
        return {
            table: {
                label: after[table].get(label, 0) - self.before[table].get(label, 0)
                for label in after[table] | self.before[table]
                if after[table].get(label, 0) != self.before[table].get(label, 0)
            }
            for table in self.TABLES
        }

    def dashboard(self):
        month = f"{today():%Y-%m}"
        quarter = f"{today().year}-Q{(today().month + 2) // 3}"
        # The case, and the small one with which a newcomer began; the two duplicates count nowhere.
        expected = {
            "concerns-by-month": {month: 2}, "concerns-by-quarter": {quarter: 2},
            "concerns-by-source": {"Agency": 1, "Public": 1}, "concerns-by-town": {"Smethwick": 1, "Not recorded": 1},
            "concerns-by-ward": {"St Pauls": 1, "Not recorded": 1}, "concerns-by-location-type": {"Car wash": 1, "Shop": 1},
            "concerns-by-exploitation-type": {"Labour": 1, "Criminal": 1},
            "concerns-by-nationality": {"Romanian": 1, "Unknown": 1}, "visits-by-month": {month: 1},
            "interventions-by-agency": {"Police": 1, "West Midlands Fire": 1, "Hope for Justice": 1},
            "screened-by-gender": {"Male": 6}, "screened-by-age-group": {"Adult": 5, "Child": 1},
            "screened-by-nationality": {"Romanian": 5, "Moldovan": 1},
            "screened-by-outcome": {"Some indicators": 3, "Disclosure": 1, "No indicators": 1, "Strong indicators": 1},
        }
        found = self.moved()
        for table in self.TABLES:
            if found[table] != expected[table]:
                raise Wrong(f"{table} moved by {found[table]} in place of {expected[table]}")
        coordinator = self.coordinator.go("Figures").shot("11-figures")
        coordinator.see("concerns raised", "visit", "people screened")
        coordinator.open(f"{SLUG}/figures?period=this-year")
        coordinator.see("2 concerns raised", "1 visit made", "3 interventions", "6 people screened")
        coordinator.shot("11-figures-this-year")
        coordinator.open(f"{SLUG}/figures/answers").shot("11-answers")

    # 5 One agency alone

    def single_agency(self):
        coordinator = self.coordinator.open(self.small_address).follow("Screen the concern")
        coordinator.fill(
            threat="Not known.", harm="None seen.", risk="Low.", investigation="Who rents the shop?", vulnerability="Not known.",
            engagement="The caller may be rung.").press("Save the screening").follow("Decide the response")
        due = today() + datetime.timedelta(days=3)
        coordinator.fill(response="single", rationale="One agency can see whether anybody is there.", lead="Housing quality team")
        coordinator.date("report_back_on", due).press("Decide")
        coordinator.see("Single agency", "Reports back by", day_text(due)).shot("05-single")
        # The lead finds it among its own work and reports back; the coordinator learns of it.
        lead = self.outsider.go("My work").see("Look into the place and report back").shot("05-my-work-lead")
        coordinator.go("My work").see("Ask Housing quality team to report back")
        with lead.page.expect_navigation():
            lead.page.locator("main tr").filter(has_text="Shop").get_by_role(
                "link", name="Look into the place and report back").click()
        lead.fill(result="The shop is empty and to let.").press("Finish the task").see("Finished")
        coordinator.open(SLUG + "/my-work").see("Read what Housing quality team reported back")
        coordinator.open(self.small_address).unfold().see("The shop is empty and to let.").shot("05-reported-back")


if __name__ == "__main__":
    try:
        walk_with(ConcernWalk, "Takes one concern through all twelve steps in a browser.", "All twelve steps went as they should")
    except KeyboardInterrupt:
        sys.exit(130)
