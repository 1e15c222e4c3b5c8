import InventedReports
import Kernel
import ReferralForm
import Testing

@Suite("The payload and the key-in pages")
struct ReferralOutputTests {
    @Test("carry an adult's referral in the members of the case-work system")
    func adult() {
        let payload = ReferralForm.payload(InventedReport.of(.adultWithSupport), externalID: "an-identifier")
        let expected = [
            "Type": "560734", "NRMOrDuty": "NRM", "ExternalId": "an-identifier", "AdultOrChild": "Adult",
            "AdultOrChildDuringExploitation": "Adult", "Case.Jurisdiction": "ENGLAND", "Country": "ENG", "CountryLabel": "England",
            "Customer.Forename1": "Zamir", "Customer.DOB": "1994-02-28", "Customer.Custom7": "Yes", "Customer.Custom17": "Male",
            "Customer.ContactMethod": "Email, Post", "HowToNotify": "Email, Post", "SafeToEmail": "Yes", "WhoToSendDecisionTo": "PV",
            "MoreThanOneExploitationSituations": "No", "ExploitationLocationPresented": "UK", "City1": "Birmingham",
            "ComponentForcedToWorkForNothing": "Yes", "OtherVictims": "Not sure", "OtherVictimsFurtherInfo": "No further information given",
            "PVExploitersLastContact": "within-the-last-month", "NeedSupport": "Yes", "Customer.Phone": "07700 900123",
            "Document1.Name": "letter.pdf", "Document1.MimeType": "application/pdf",
        ]
        for (key, value) in expected { #expect(payload[key] == value, "\(key)") }
        #expect(payload["City2"] == nil && payload["LAPhone"] == nil && payload["DTNReason"] == nil)
    }

    @Test("carry a child's referral without a question of consent")
    func child() {
        let payload = ReferralForm.payload(InventedReport.of(.child), externalID: "")
        #expect(payload["AdultOrChild"] == "Unknown" && payload["NRMOrDuty"] == "NRM" && payload["Type"] == "560734")
        #expect(payload["LocalAuthority"] == "Sandwell Metropolitan Borough Council")
        #expect(payload["NeedSupport"] == nil && payload["Customer.Email"] == nil)
    }

    @Test("name nobody in an anonymous report, even where a name was typed before")
    func anonymous() {
        let typed = InventedReport.of(.namedNotification).with("authorities-cooperation", .text("no"))
        let payload = ReferralForm.payload(typed, externalID: "")
        #expect(payload["Type"] == "662265" && payload["NRMOrDuty"] == "DTN" && payload["DTNReason"] == "Wants to go home")
        let keyed = ReferralForm.pages(typed).flatMap(\.values).map(\.text)
        for planted in ["Zamir", "Quillfeather", "zamir@example.org", "1 Invented Street", "DY4 8XX"] {
            #expect(!payload.values.contains(planted) && !keyed.contains(planted))
        }
        #expect(!payload.keys.contains { $0.hasPrefix("Agent.") && $0 != "Agent.Organisation" })
    }

    @Test("come in the form's own order", arguments: ReferralVariant.allCases)
    func order(variant: ReferralVariant) {
        let pages = ReferralForm.pages(InventedReport.of(variant))
        let paths = pages.map(\.path)
        // The page of consent is there twice: as a question to an adult, and to be read for a child.
        let all = ReferralForm.current.pages.map(\.path).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        #expect(paths == all.filter(Set(paths).contains))
        #expect(paths.suffix(2) == ["/confirm", "/confirmation"])
        #expect(paths.dropFirst().prefix(3) == ["/start", "/reports", "/reference"])
        let consent = pages.filter { $0.path == "/pv-want-to-submit-nrm" }
        #expect(consent.map(\.values.isEmpty) == [variant == .child] && consent.map(\.information.isEmpty) == [variant != .child])
        let ends: [ReferralVariant: String] = [
            .namedNotification: "/pv-contact-details-dtn", .anonymousNotification: "/pv-nationality-dtn",
        ]
        #expect(paths.dropLast(2).last == ends[variant] ?? "/what-evidence-you-will-submit")
        let answered = pages.flatMap(\.values).filter { !$0.text.isEmpty }
        #expect(Set(answered.map(\.code)) == Set(InventedReport.of(variant).keys))
        #expect(pages.flatMap(\.values).filter { !$0.isOptional }.allSatisfy { !$0.text.isEmpty })
        #expect(pages.allSatisfy { !$0.heading.isEmpty })
    }

    @Test("warn of a work address that the service does not let in")
    func door() throws {
        for address in ["ada@council.gov.uk", "ADA@Example.Police.UK", "a.b@nspcc.org.uk", "x@example.gov.scot"] {
            #expect(ReferralForm.doorLetsIn(address), "\(address)")
        }
        for address in ["ada@example.org", "ada@gov.uk.example.org", "ada@notnspcc.org.uk", "", "@police.uk", "police.uk"] {
            #expect(!ReferralForm.doorLetsIn(address), "\(address)")
        }
        let given = InventedReport.of(.adultWithSupport).with("user-email", .text("ada@example.org"))
        #expect(ReferralForm.check(given, today: try #require(Day("2026-06-01"))).isAcceptable)
    }

    @Test("give each report an identifier of version 4")
    func identifiers() {
        #expect(ReferralForm.externalID(Array(repeating: 0xFF, count: 16)) == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(ReferralForm.externalID([]) == "00000000-0000-4000-8000-000000000000")
    }

    @Test("tell from when the form is known, and from where")
    func edition() {
        let form = ReferralForm.current
        #expect(form.validity.from?.iso == "2026-04-27")
        #expect(form.source.contains("Home Office"))
        #expect(form.field("pv-dob")?.label == "The person's date of birth")
        #expect(form.field("pigeon") == nil)
    }
}
