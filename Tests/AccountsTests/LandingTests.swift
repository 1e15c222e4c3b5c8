import Access
import HTML
import Kernel
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Where a sign-in leads")
struct LandingTests {
    private let world = TestWorld().world

    private func place(_ slug: String, _ roles: Set<Role>) -> PartnershipPlace {
        PartnershipPlace(
            id: world.newID(), slug: slug, name: slug, roles: roles, town: nil, isDemonstration: false,
            requiresSecondFactor: false, agreementInForce: true)
    }

    private func person(_ places: [PartnershipPlace]) -> SignedInPerson {
        SignedInPerson(
            id: world.newID(), name: "Rowan Ashdown", organisation: world.newID(), organisationName: "", formSecret: "",
            hasSecondFactor: false, passedSecondFactor: false, places: places)
    }

    @Test(
        "the first page is that of the role with the most to do",
        arguments: [
            ([.coordinator, .administrator], "/sandwell/my-work"), ([.member], "/sandwell/my-work"),
            ([.visitTeam, .analyst], "/sandwell/my-work"), ([.analyst], "/sandwell/figures"),
            ([.townLead, .administrator], "/sandwell/figures"), ([.administrator], "/sandwell/accounts"),
            ([.chair], "/sandwell/publications"),
        ] as [(Set<Role>, String)])
    func roles(_ roles: Set<Role>, _ address: String) {
        #expect(Landing.link(for: person([place("sandwell", roles)])).text == address)
    }

    @Test("with several partnerships there is a choice, with none the own account")
    func places() {
        let two = person([place("gloucestershire", [.member]), place("sandwell", [.member])])
        #expect(Landing.link(for: two).text == "/partnerships")
        #expect(Landing.link(for: person([])).text == "/account")
    }

    @Test(
        "the page that was asked for comes first, when it is one of ours",
        arguments: [
            ("/sandwell/concerns?town=x", "/sandwell/concerns?town=x"),
            ("https://elsewhere.example", "/sandwell/my-work"),
            ("//elsewhere.example", "/sandwell/my-work"), ("/sign-in", "/sandwell/my-work"), ("/", "/sandwell/my-work"),
            ("/sign-out", "/sandwell/my-work"), ("", "/sandwell/my-work"),
        ])
    func returned(_ wanted: String, _ address: String) {
        let person = person([place("sandwell", [.member])])
        #expect(Landing.link(for: person, returned: wanted).text == address)
    }
}
