import Access
import Accounts
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Partnerships

@Suite("The members of a partnership")
struct MemberTests {
    @Test(
        "an organisation that leaves takes its people's access with it, and has it again when it is admitted again",
        arguments: EngineKind.available)
    func leavesAndReturns(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let token = try await ground.token("imani@example.org")
            func places() async throws -> [String]? { try await ground.accounts.signedIn(token: token)?.places.map(\.slug) }
            #expect(try await places() == ["sandwell"])
            let key = IdempotencyKey("form-1")
            let release = { try await ground.partnerships.release(ground.charity, by: ground.administrator, key: key) }
            #expect(try await release().result == true)
            #expect(try await places() == [])
            let left = try await ground.partnerships.member(ground.charity, by: ground.administrator)
            #expect(left.leftOn == ground.clock.now.day && left.people == 1)
            // Another partnership keeps it.
            let elsewhere = ground.gloucestershire
            #expect(try await ground.desk.readOffice { try $0.members(of: elsewhere).count } == 2)

            // The same form again changes nothing, also after the organisation is back.
            #expect(try await release().result == true)
            let again = try await ground.partnerships.admit(
                NewMember(known: ground.charity), by: ground.administrator, key: IdempotencyKey("form-2"))
            #expect(again.result == true)
            #expect(try await places() == ["sandwell"])
            #expect(try await release().result == true)
            #expect(try await places() == ["sandwell"])
            let twice = try await ground.partnerships.admit(
                NewMember(known: ground.charity), by: ground.administrator, key: IdempotencyKey("form-2"))
            #expect(twice.result == true)
            let member = try await ground.partnerships.admit(
                NewMember(known: ground.charity), by: ground.administrator, key: IdempotencyKey("form-3"))
            #expect(member.result == false)

            let lines = try await ground.texts(
                """
                SELECT verb || ' ' || detail FROM journal_entries
                WHERE record_id = \(ground.charity) AND person_id = \(ground.administrator.person)
                ORDER BY chain_id, number
                """)
            #expect(lines == ["release-organisation ", "admit-organisation again"])
        }
    }

    @Test("the operator's admit brings back an organisation that left, by its name", arguments: EngineKind.available)
    func operatorAdmitsAgain(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let founding = FoundPartnership(desk: ground.desk)
            func admit(_ name: String) async throws -> Outcome<Bool> {
                try await founding.admit(organisation: name, kind: "charity", into: ground.sandwell)
            }
            #expect(try await admit("safe harbour").result == false)
            #expect(
                try await ground.partnerships.release(organisation: "SAFE HARBOUR", by: ground.operatorViewer).result
                    == true)
            #expect(
                try await ground.partnerships.release(organisation: "Safe Harbour", by: ground.operatorViewer).result
                    == false)
            #expect(
                try await ground.partnerships.release(organisation: "Nobody", by: ground.operatorViewer).problems
                    .map(\.field) == ["name"])
            let sandwell = ground.sandwell
            #expect(try await ground.desk.readOffice { try $0.members(of: sandwell).map(\.name) } == ["Midland Council"])
            #expect(try await admit("Safe Harbour").result == true)
            #expect(
                try await ground.desk.readOffice { try $0.members(of: sandwell).map(\.name) }
                    == ["Midland Council", "Safe Harbour"])
            #expect(try await ground.count("SELECT COUNT(*) FROM organisations") == 2)
        }
    }

    @Test("a new organisation gets its kind, and with it whether it enforces", arguments: EngineKind.available)
    func newOrganisation(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            for (name, code) in [("Midland Constabulary", "police"), ("Riverside Trust", "charity")] {
                let outcome = try await ground.partnerships.admit(
                    NewMember(name: name, kind: code), by: ground.administrator, key: IdempotencyKey(name))
                #expect(outcome.result == true)
            }
            let sandwell = ground.sandwell
            let members = try await ground.desk.readOffice { try $0.members(of: sandwell) }
            #expect(
                members.map(\.name) == ["Midland Council", "Safe Harbour", "Midland Constabulary", "Riverside Trust"])
            #expect(members.map(\.isEnforcement) == [false, false, true, false])
            let outsiders = try await ground.partnerships.outsiders(
                by: .operator(of: ground.gloucestershire, request: "test"))
            #expect(outsiders.map(\.name) == ["Midland Constabulary", "Riverside Trust"])
        }
    }

    @Test("what is wrong with a new member is said by field", arguments: EngineKind.available)
    func problems(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let long = String(repeating: "a", count: PartnershipDesk.longestName + 1)
            let cases: [(NewMember, [String])] = [
                (NewMember(), ["name", "kind"]),
                (NewMember(name: "—", kind: "charity"), ["name"]),
                (NewMember(name: long, kind: "nonsense"), ["name", "kind"]),
                (NewMember(name: "Riverside Trust"), ["kind"]),
                (NewMember(known: ground.charity, name: "Riverside Trust"), ["name"]),
                (NewMember(known: ground.clock.world.newID()), ["known"]),
            ]
            for (member, fields) in cases {
                let outcome = try await ground.partnerships.admit(member, by: ground.administrator, key: nil)
                #expect(outcome.problems.map(\.field) == fields)
            }
            #expect(try await ground.count("SELECT COUNT(*) FROM organisations") == 2)
        }
    }

    @Test("a form's token that was used for something else is refused", arguments: EngineKind.available)
    func otherUse(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let key = IdempotencyKey("form-1")
            _ = try await ground.partnerships.admit(
                NewMember(name: "Riverside Trust", kind: "charity"), by: ground.administrator, key: key)
            let outcome = try await ground.partnerships.release(ground.charity, by: ground.administrator, key: key)
            #expect(outcome.problems == [RepeatedForm.otherUse.problem])
        }
    }

    @Test("an administrator cannot take out their own organisation or one that never was a member", arguments: EngineKind.available)
    func notYourOwn(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let own = try await ground.partnerships.release(ground.council, by: ground.administrator, key: nil)
            #expect(own.problems == [PartnershipDesk.notYourOwn])
            let stranger: ID<Organisation> = ground.clock.world.newID()
            await #expect(throws: AccessError.notVisible) {
                _ = try await ground.partnerships.release(stranger, by: ground.administrator, key: nil)
            }
        }
    }

    @Test("nobody but an administrator keeps members and settings", arguments: Role.allCases)
    func denied(_ role: Role) async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await PartnershipGround(engine)
            let viewer = ground.viewer(role)
            let partnerships = ground.partnerships
            let settings = PartnershipSettings(agreement: "x", validUntil: nil, scopingHours: 24)
            let attempts: [@Sendable () async throws -> Void] = [
                { _ = try await partnerships.settings(by: viewer) },
                { _ = try await partnerships.changeSettings(to: settings, seen: nil, by: viewer, key: nil) },
                { _ = try await partnerships.outsiders(by: viewer) },
                { _ = try await partnerships.member(ground.council, by: viewer) },
                { _ = try await partnerships.admit(NewMember(known: ground.charity), by: viewer, key: nil) },
                { _ = try await partnerships.release(ground.council, by: viewer, key: nil) },
            ]
            for attempt in attempts {
                if role == .administrator {
                    try await attempt()
                } else {
                    await #expect(throws: AccessError.denied) { try await attempt() }
                }
            }
        }
    }
}
