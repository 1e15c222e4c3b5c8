import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("What follows a referral")
struct CourseStoreTests {
    typealias Draft = RecordDecision.Draft

    private func withGround(_ kind: EngineKind, at now: String = "2024-06-03", _ body: (CourseGround) async throws -> Void) async throws {
        try await withDatabase(kind) { engine in try await body(try await CourseGround(engine, at: now)) }
    }

    @Test("is written down step by step, from the acknowledgement to conclusive grounds", arguments: EngineKind.available)
    func wholeCourse(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim, .submitted)
            let steps: [(Draft, ReferralStatus)] = [
                (Draft(.acknowledged, .received, on: try day("2024-03-01"), homeOfficeReference: "HO-1"), .awaitingReasonableGrounds),
                (
                    Draft(.reasonableGrounds, .negative, on: try day("2024-03-08"), authority: "sca", reason: "credibility"),
                    .reasonableGroundsNegative
                ),
                (Draft(.reconsiderationRequest, .asked, on: try day("2024-03-20"), reason: "evidence"), .reconsideration),
                (Draft(.reconsideration, .reversed, on: try day("2024-04-10"), authority: "sca"), .awaitingConclusiveGrounds),
                (Draft(.suspension, .suspended, on: try day("2024-04-12"), authority: "sca", reason: "not-found"), .suspended),
                (Draft(.resumption, .resumed, on: try day("2024-04-20"), authority: "sca"), .awaitingConclusiveGrounds),
                (Draft(.conclusiveGrounds, .positive, on: try day("2024-05-20"), authority: "ieca"), .conclusiveGroundsPositive),
            ]
            for (draft, status) in steps {
                #expect(try await ground.step(draft, on: referral, of: victim).problems == [])
                #expect(try await ground.status(referral, of: victim) == status)
            }
            let file = try await ground.file(referral, of: victim)
            #expect(file.history.entries.map(\.stage) == steps.map { $0.0.stage })
            #expect(file.history.positiveOn?.iso == "2024-04-10")
            #expect(file.referral.homeOfficeReference == "HO-1")
            #expect(file.referral.competentAuthority == "ieca")
            #expect(file.referral.version == 1 + steps.count)
            #expect(file.history.entries.map(\.from).first == .submitted)
        }
    }

    @Test("cannot be recorded out of its order, by hand or twice", arguments: EngineKind.available)
    func order(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim)
            let early = Draft(.conclusiveGrounds, .positive, on: try day("2024-05-20"), authority: "sca")
            #expect(try await ground.step(early, on: referral, of: victim).problems.map(\.field) == ["step"])
            let positive = Draft(.reasonableGrounds, .positive, on: try day("2024-03-08"), authority: "sca")
            let key = ground.key()
            for _ in 0..<2 {
                // The same form twice is one step.
                let outcome = try await ground.desk.record(
                    positive, on: referral, of: victim, by: ground.coordinator, key: key)
                #expect(outcome.problems == [])
            }
            #expect(try await ground.step(positive, on: referral, of: victim).problems.map(\.field) == ["step"])
            #expect(try await ground.file(referral, of: victim).history.entries.count == 1)
        }
    }

    @Test("is open to those who work with the person and to nobody else", arguments: EngineKind.available)
    func access(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let other = try await ground.victim("P-0002")
            let referral = try await ground.referral(of: victim)
            let draft = Draft(.reasonableGrounds, .positive, on: try day("2024-03-08"), authority: "sca", note: "Told by letter")
            await #expect(throws: AccessError.notVisible) {
                _ = try await ground.step(draft, on: referral, of: victim, by: ground.stranger)
            }
            await #expect(throws: AccessError.notVisible) { _ = try await ground.file(referral, of: victim, as: ground.stranger) }
            // Somebody else's address with this referral leads nowhere.
            await #expect(throws: AccessError.notVisible) { _ = try await ground.file(referral, of: other) }
            let id = try #require(try await ground.step(draft, on: referral, of: victim, by: ground.supporter).result)
            await #expect(throws: AccessError.notVisible) { _ = try await ground.desk.readNote(of: id, by: ground.stranger) }
            let note = try #require(try await ground.desk.readNote(of: id, by: ground.supporter).result)
            #expect(note.note == "Told by letter")
            let opened = try await ground.texts("SELECT verb FROM journal_entries WHERE verb LIKE '%read-decision-note'")
            #expect(opened.sorted() == ["read-decision-note", "refused-read-decision-note"])
            let plain = try await ground.plainText()
            #expect(!plain.contains("letter"))
            // A draft has no course yet.
            let draftReferral = try await ground.referral(of: victim, .draft, sent: nil, reference: "R-0002")
            await #expect(throws: AccessError.notVisible) { _ = try await ground.file(draftReferral, of: victim) }
        }
    }

    @Test("can be put right from the newest entry back, and keeps what was struck out", arguments: EngineKind.available)
    func voiding(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim)
            let first = try #require(
                try await ground.step(
                    Draft(.reasonableGrounds, .positive, on: try day("2024-03-08"), authority: "sca"), on: referral, of: victim
                ).result)
            let second = try #require(
                try await ground.step(
                    Draft(.disqualification, .disqualified, on: try day("2024-03-09"), authority: "sca", reason: "bad-faith"),
                    on: referral, of: victim
                ).result)
            func void(_ id: ID<ReferralDecision>, _ reason: String) async throws -> [String] {
                ground.clock.advance(seconds: 1)
                return try await ground.desk.void(
                    id, reason: reason, on: referral, of: victim, by: ground.coordinator, key: ground.key()
                ).problems.map(\.message)
            }
            #expect(try await void(first, "Wrong person") == ["Later steps rest on this one: take out the newest first"])
            #expect(try await void(second, "") == ["Say what was wrong about it"])
            #expect(try await void(second, "Entered for the wrong Elena") == [])
            #expect(try await ground.status(referral, of: victim) == .awaitingConclusiveGrounds)
            #expect(try await void(second, "Again") == ["This step is taken out already"])
            #expect(try await void(first, "Wrong day") == [])
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.status == .awaitingReasonableGrounds)
            #expect(file.history.entries.count == 2)
            #expect(file.history.kept.isEmpty)
            #expect(file.history.positiveOn == nil)
            let note = try #require(try await ground.desk.readNote(of: second, by: ground.coordinator).result)
            #expect(note.voiding == "Entered for the wrong Elena")
            #expect(!(try await ground.plainText()).contains("Elena"))
        }
    }

    @Test("takes back with a step whatever came with it", arguments: EngineKind.available)
    func undone(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let wrong = try await ground.referral(of: victim, .submitted)
            let right = try await ground.referral(of: victim, .submitted, reference: "R-0002")
            let received = Draft(.acknowledged, .received, on: try day("2024-03-02"), homeOfficeReference: "HO-1")
            func void(_ id: ID<ReferralDecision>, on referral: ID<Referral>) async throws -> [String] {
                ground.clock.advance(seconds: 1)
                return try await ground.desk.void(
                    id, reason: "Wrong record", on: referral, of: victim, by: ground.coordinator, key: ground.key()
                ).problems.map(\.message)
            }
            let first = try #require(try await ground.step(received, on: wrong, of: victim).result)
            let decided = try #require(
                try await ground.step(
                    Draft(.reasonableGrounds, .positive, on: try day("2024-03-08"), authority: "sca"), on: wrong, of: victim
                ).result)
            let later = try #require(
                try await ground.step(
                    Draft(.conclusiveGrounds, .positive, on: try day("2024-05-20"), authority: "ieca"), on: wrong, of: victim
                ).result)
            #expect(try await void(later, on: wrong) == [])
            #expect(try await ground.file(wrong, of: victim).referral.competentAuthority == "sca")
            #expect(try await void(decided, on: wrong) == [])
            #expect(try await ground.file(wrong, of: victim).referral.competentAuthority == "")
            #expect(try await void(first, on: wrong) == [])
            #expect(try await ground.file(wrong, of: victim).referral.homeOfficeReference == nil)
            // The reference is free for the referral to which it belongs; a void one holds it no longer either.
            #expect(try await ground.step(received, on: right, of: victim).problems == [])
            let voided = try #require(
                try await ground.step(Draft(.void, .inError, on: try day("2024-03-09")), on: right, of: victim).result)
            let third = try await ground.referral(of: victim, .submitted, reference: "R-0003")
            #expect(try await ground.step(received, on: third, of: victim).problems == [])
            #expect(
                try await void(voided, on: right) == ["Another referral has its Home Office reference by now: put that one right first"])
        }
    }

    @Test("takes no Home Office reference that another referral has", arguments: EngineKind.available)
    func reference(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            _ = try await ground.referral(of: victim, homeOffice: "HO-1")
            let second = try await ground.referral(of: victim, .submitted, reference: "R-0002")
            let outcome = try await ground.step(
                Draft(.acknowledged, .received, on: try day("2024-03-02"), homeOfficeReference: "HO-1"), on: second, of: victim)
            #expect(outcome.problems.map(\.field) == ["home_office_reference"])
        }
    }

    @Test(
        "tells whoever enters a reference of somebody they do not work with that it is in use and nothing else, and the coordinator finds it in the journal",
        arguments: EngineKind.available)
    func referenceOfAnother(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let other = try await ground.victim("P-0001")
            let unseen = try await ground.referral(of: other, reference: "R-0001", homeOffice: "HO-1")
            _ = try await ground.engine.write { try $0.run("DELETE FROM victim_circles WHERE victim_id = \(other)") }
            let own = try await ground.victim("P-0002")
            let referral = try await ground.referral(of: own, .submitted, reference: "R-0002")
            let outcome = try await ground.step(
                Draft(.acknowledged, .received, on: try day("2024-03-02"), homeOfficeReference: "HO-1"), on: referral, of: own,
                by: ground.supporter)
            let told = try #require(outcome.problems.first)
            #expect(outcome.problems.count == 1 && told.field == "home_office_reference")
            #expect(told.message.contains("in use already") && told.message.contains("ask the coordinator"))
            for word in ["P-0001", "R-0001", unseen.text, other.text, "another", "referral"] {
                #expect(!told.message.contains(word), "\(word)")
            }
            let verb = "refused-use-reference-of-another"
            #expect(try await ground.texts("SELECT record_id FROM journal_entries WHERE verb = \(verb)") == [referral.text])
            let entered = try await ground.step(
                Draft(.acknowledged, .received, on: try day("2024-03-02"), homeOfficeReference: "HO-2"), on: referral, of: own,
                by: ground.supporter)
            #expect(entered.problems == [])
            #expect(try await ground.texts("SELECT record_id FROM journal_entries WHERE verb = \(verb)").count == 1)
        }
    }
}
