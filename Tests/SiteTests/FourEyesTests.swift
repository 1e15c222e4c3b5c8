import Access
import Accounts
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// An administrator, who sees no case, lets nobody see cases alone.
@Suite("A role that opens cases")
struct FourEyesTests {
    private static func send(
        _ site: SiteUnderTest, _ path: String, _ fields: [(String, String)], _ session: SiteUnderTest.Session,
        number: String
    ) async throws -> SiteUnderTest.Answer {
        let own = [(FormFields.secret, session.secret), (FormFields.token, number)]
        return try await site.post(path, FormData(fields: (fields + own).map { (name: $0.0, value: $0.1) }).bytes, as: session)
    }

    private static func person(_ email: String, _ site: SiteUnderTest) async throws -> ID<Person> {
        let found = try await site.installation.engine.read {
            try $0.value("SELECT id FROM people WHERE email = \(email)", as: ID<Person>.self)
        }
        return try #require(found)
    }

    @Test("counts once a coordinator has confirmed it, and for nothing before", arguments: EngineKind.available)
    func waits(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let administrator = try await demonstration.signIn("administrator@sandwell.example")
            let coordinator = try await demonstration.signIn("coordinator@sandwell.example")
            let police = try await site.installation.engine.read {
                try $0.value("SELECT id FROM organisations WHERE name = 'Police'", as: String.self)
            }
            for (number, role) in ["member", "coordinator", "visit-team"].enumerated() {
                let email = "shadow\(number)@police.example"
                let added = try await Self.send(
                    site, "/sandwell/accounts/new",
                    [
                        ("name", "Avery Shade \(number)"), ("email", email), ("organisation", try #require(police)),
                        ("roles", role),
                    ], administrator, number: "add-\(number)")
                #expect(added.status == 200)
                #expect(added.bytes.holds("before a coordinator has confirmed"))
                let person = try await Self.person(email, site)
                // They have chosen a password of their own.
                _ = try await site.installation.engine.write {
                    try $0.run("UPDATE people SET password_hash = 'scrypt$2$1$1$AAAA$AAAA' WHERE id = \(person)")
                }
                let session = try await site.signIn(person)
                for path in ["", "/my-work", "/concerns", "/visits", "/partnership"] {
                    let answer = try await site.get("/sandwell\(path)", as: session)
                    #expect(answer.status == 404, "\(path) is \(answer.status) for a \(role) who waits")
                }
                // The administrator cannot confirm it, nor whoever waits.
                let waiting = "/sandwell/accounts/waiting"
                #expect(try await site.get(waiting, as: administrator).status == 403)
                let confirm = [("decision", "confirm"), ("roles", role)]
                #expect(try await Self.send(site, "\(waiting)/\(person)", confirm, administrator, number: "no").status == 403)
                #expect(try await Self.send(site, "\(waiting)/\(person)", confirm, session, number: "no").status == 404)
                // The coordinator is told, and confirms what was read.
                let work = try await site.get("/sandwell/my-work", as: coordinator)
                #expect(work.bytes.holds("Confirm the roles of Avery Shade \(number)"))
                let other = [("decision", "confirm"), ("roles", "member coordinator")]
                #expect(
                    try await Self.send(site, "\(waiting)/\(person)", other, coordinator, number: "o-\(number)").status == 422)
                #expect(try await site.get("/sandwell/partnership", as: session).status == 404)
                let done = try await Self.send(site, "\(waiting)/\(person)", confirm, coordinator, number: "c-\(number)")
                #expect(done.status == 303)
                #expect(try await site.get("/sandwell/partnership", as: session).status == 200)
                #expect(try await site.get("/sandwell/my-work", as: session).status == 200)
            }
            let events = try await site.installation.engine.read {
                try $0.value(
                    "SELECT COUNT(*) FROM journal_entries WHERE verb IN ('ask-roles', 'confirm-roles')", as: Int.self)
            }
            #expect(events == 6)
        }
    }

    @Test("is forgotten when it is declined, and taken away without asking", arguments: EngineKind.available)
    func declined(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let administrator = try await demonstration.signIn("administrator@sandwell.example")
            let coordinator = try await demonstration.signIn("coordinator@sandwell.example")
            let analyst = try await Self.person("analyst@sandwell.example", site)
            let own = try await demonstration.signIn("analyst@sandwell.example")
            let roles = "/sandwell/accounts/people/\(analyst)/roles"
            let both = [("roles", "analyst"), ("roles", "member")]
            #expect(try await Self.send(site, roles, both, administrator, number: "1").status == 303)
            // What the analyst had goes on.
            #expect(try await site.get("/sandwell/figures", as: own).status == 200)
            #expect(try await site.get("/sandwell/my-work", as: own).status == 403)
            let page = try await site.get("/sandwell/accounts/people/\(analyst)", as: administrator)
            #expect(page.bytes.holds("Agency contact"))
            let waiting = "/sandwell/accounts/waiting/\(analyst)"
            let decline = [("decision", "decline"), ("roles", "member")]
            #expect(try await Self.send(site, waiting, decline, coordinator, number: "2").status == 303)
            #expect(try await Self.send(site, waiting, decline, coordinator, number: "3").status == 404)
            #expect(try await site.get("/sandwell/my-work", as: own).status == 403)
            // A member's role is taken away at once, and given back only with a coordinator.
            let member = try await Self.person("police@sandwell.example", site)
            let session = try await demonstration.signIn("police@sandwell.example")
            let path = "/sandwell/accounts/people/\(member)/roles"
            #expect(try await Self.send(site, path, [("roles", "analyst")], administrator, number: "4").status == 303)
            #expect(try await site.get("/sandwell/my-work", as: session).status == 403)
            #expect(try await Self.send(site, path, [("roles", "member")], administrator, number: "5").status == 303)
            #expect(try await site.get("/sandwell/concerns", as: session).status == 404)
        }
    }

    @Test("is decided by neither whoever asked for it nor whom it is for", arguments: EngineKind.available)
    func ownHand(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let analyst = try await Self.person("analyst@sandwell.example", site)
            let administrator = try await demonstration.signIn("administrator@sandwell.example")
            let roles = "/sandwell/accounts/people/\(analyst)/roles"
            #expect(try await Self.send(site, roles, [("roles", "member")], administrator, number: "1").status == 303)
            // Both become coordinators by the operator's hand before anybody decided.
            let (asker, place) = (
                try await Self.person("administrator@sandwell.example", site),
                try await site.installation.engine.read {
                    try $0.value("SELECT id FROM partnerships WHERE slug = 'sandwell'", as: String.self)
                }
            )
            for person in [asker, analyst] {
                _ = try await site.installation.engine.write { transaction in
                    try transaction.run(
                        """
                        INSERT INTO roles (person_id, partnership_id, role, granted_at)
                        VALUES (\(person), \(place), 'coordinator', 0)
                        """)
                }
                let session = try await site.signIn(person)
                let decided = try await Self.send(
                    site, "/sandwell/accounts/waiting/\(analyst)", [("decision", "confirm"), ("roles", "member")], session,
                    number: "own-\(person)")
                #expect(decided.status == 422)
            }
        }
    }
}
