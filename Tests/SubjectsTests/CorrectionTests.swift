import Access
import Concerns
import HTTPTypes
import Kernel
import PageTestSupport
import Partnerships
import Store
import TestSupport
import Testing
import Visits

@testable import Subjects

@Suite("A correction of what was read before")
struct CorrectionTests {
    private static let screened = ScreeningAnswers(
        gender: "female", ageGroup: "adult", nationality: "romanian", language: "romanian", indicators: [], outcome: "no-indicators",
        consent: "yes", nextStep: "information-given", note: "")

    /// A visit that was made, and somebody met there.
    private func screen(_ name: String, _ ground: SubjectGround) async throws -> ID<Screening> {
        let visit: ID<Visit> = ground.clock.world.newID()
        try await ground.change(
            """
            INSERT INTO visits (id, partnership_id, reference, version, status, visited_on, starts_at, purpose_id, place, postcode,
                location_type, is_occupied, lead_reason, notice, warrant, risks, risk_level, safety_officer, interpreters,
                reception, meeting_point, briefing, debrief, lessons, created_at)
            VALUES (\(visit), \(ground.partnership), \("V-\(visit.text.suffix(4))"), 1, 'made', \(ground.clock.now.day), '', \(ground.town),
                '', '', 'farm', '', '', '', '', '', '', '', '', '', '', '', '', '', 0)
            """)
        let outcome = try await desk(ground).recordScreening(
            at: visit, .init(answers: Self.screened, identity: name), by: ground.coordinator, key: nil)
        return try #require(outcome.result)
    }

    private func desk(_ ground: SubjectGround) throws -> VisitDesk {
        VisitDesk(
            desk: ground.subjects.desk, lists: ground.subjects.lists, powers: PowersOfEntry(powers: [], premisesOfLocation: [:]),
            questions: ScreeningQuestions(signs: []))
    }

    private func correct(_ screening: ID<Screening>, name: String, gender: String = "female", _ ground: SubjectGround) async throws {
        let stored = try await ground.read(as: ground.coordinator) { try $0.screening(screening).answers }
        var answers = stored
        answers.gender = gender
        ground.clock.advance(seconds: 60)
        let outcome = try await desk(ground).correctScreening(
            screening, .init(answers: answers, identity: name), stamp: stored.stamp, by: ground.coordinator, key: nil)
        #expect(outcome.problems == [])
    }

    private func open(_ ground: SubjectGround) async throws -> [ProposalDetail] {
        try await ground.read(as: ground.coordinator) { try $0.proposals(.open) }
    }

    @Test("of a name on a screening takes the old key away at once, and the new one is looked for", arguments: EngineKind.available)
    func screening(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            _ = try await ground.raise([MentionDraft(kind: "person", name: "Zorica Quillmoor")], by: ground.housing)
            _ = try await ground.raise([MentionDraft(kind: "person", name: "Mihaela Ostrander")], by: ground.charity)
            let screening = try await screen("Zorica Quilmoor", ground)
            _ = try await ground.subjects.linkAll(by: ground.machine)
            let first = try #require(try await open(ground).first)
            #expect(try await open(ground).count == 1)
            let marks =
                "SELECT mark FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id WHERE m.screening_id IS NOT NULL"
                as Statement
            let before = try await ground.texts(marks)
            try await correct(screening, name: "Mihaela Ostrander", ground)
            #expect(try await open(ground).isEmpty)
            let after = try await ground.texts(marks)
            #expect(!after.isEmpty && Set(before).isDisjoint(with: after))
            _ = try await ground.subjects.linkAll(by: ground.machine)
            let found = try await open(ground)
            #expect(found.count == 1)
            #expect(found.first?.id != first.id)
            // It is one mention all the time.
            #expect(try await ground.texts("SELECT id FROM subject_mentions WHERE screening_id = \(screening)").count == 1)
            // Corrected in something else, it is compared anew and the proposal has the new weight.
            let weight = try #require(found.first?.weight)
            try await correct(screening, name: "", gender: "male", ground)
            #expect(try await ground.subjects.linkAll(by: ground.machine).records == 1)
            #expect(try await open(ground).map(\.weight) == [weight])
            #expect(try await open(ground).map(\.id) == found.map(\.id))
            #expect(try await ground.subjects.linkAll(by: ground.machine).records == 0)
        }
    }

    @Test("leaves what was said before, and says so where it is read", arguments: EngineKind.available)
    func settled(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            _ = try await ground.raise([MentionDraft(kind: "person", name: "Zorica Quillmoor")], by: ground.housing)
            let screening = try await screen("Zorica Quillmoor", ground)
            _ = try await ground.subjects.linkAll(by: ground.machine)
            let proposal = try #require(try await open(ground).first)
            #expect(try await ground.subjects.settle(proposal.id, .same, by: ground.coordinator, key: nil).result != nil)
            let words = "corrected after this"
            let subject = try #require(
                try await ground.read(as: ground.coordinator) { try $0.subjects(matching: SubjectQuery(kind: .person)) }.first)
            #expect(try await !ground.get("/subjects/\(subject.id)", as: ground.coordinator).body.contains(words))
            #expect(try await !ground.get("/subjects/proposals/\(proposal.id)", as: ground.coordinator).body.contains(words))
            try await correct(screening, name: "Mihaela Ostrander", ground)
            _ = try await ground.subjects.linkAll(by: ground.machine)
            let page = try await ground.get("/subjects/\(subject.id)", as: ground.coordinator)
            #expect(page.body.contains("A record was corrected after this: look whether it is still right."))
            #expect(page.body.contains("after it was said to be of its subject"))
            #expect(page.body.contains("Undo"))
            #expect(try await ground.get("/subjects/proposals/\(proposal.id)", as: ground.coordinator).body.contains(words))
            #expect(try await ground.read(as: ground.coordinator) { try $0.subject(subject.id) }.mentions.count == 2)
            #expect(try await ground.read(as: ground.coordinator) { try $0.proposals(.same) }.map(\.id) == [proposal.id])
        }
    }

    @Test("of an address keeps the mention and its subject; what was told blindly is of what stood there", arguments: EngineKind.available)
    func address(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let first = try await ground.raise([], place: "12 Anvil Street", postcode: "B69 4AA", by: ground.housing)
            let second = try await ground.raise([], place: "12 Anvil Street", postcode: "B69 4AA", by: ground.charity)
            _ = try await ground.subjects.linkAll(by: ground.machine)
            let proposal = try #require(try await open(ground).first)
            let own = try #require(try await ground.read(as: ground.coordinator) { try $0.mentions(of: second) }.first)
            #expect(try await ground.subjects.keepSubject(of: own.id, by: ground.coordinator, key: nil).result != nil)
            #expect(try await ground.read(as: ground.viewer(ground.charity)) { try $0.heardBlindly(of: second) }.count == 1)
            ground.clock.advance(seconds: 60)
            let draft = AmendConcern.Draft(concern: ground.draft([], place: "14 Anvil Street", postcode: "B69 4AA"))
            #expect(try await ground.concerns.amend(second, draft, by: ground.coordinator, expecting: nil, key: nil).result == second)
            let line = try #require(try await ground.read(as: ground.coordinator) { try $0.mentions(of: second) }.first)
            #expect(line.id == own.id && line.label == "14 Anvil Street, B69 4AA" && line.subject != nil)
            #expect(line.isCorrected(since: line.attachedAt))
            #expect(try await open(ground).map(\.id) != [proposal.id])
            let charity = ground.viewer(ground.charity)
            let page = try await ground.get("/concerns/\(second)/links", as: charity)
            #expect(page.body.contains("holds an interest in premises that stood here and was corrected or struck out since"))
            #expect(!page.body.contains("holds an interest in these premises"))
            let told = try await ground.read(as: ground.viewer(ground.housing)) { try $0.toldBlindly(of: first) }
            #expect(told.map(\.label) == ["12 Anvil Street, B69 4AA"])
            // Written otherwise and the same, nothing is corrected.
            let again = AmendConcern.Draft(concern: ground.draft([], place: "14 ANVIL STREET", postcode: "b694aa"))
            let before = try await ground.texts("SELECT mark FROM mention_marks WHERE mention_id = \(own.id) ORDER BY mark")
            ground.clock.advance(seconds: 60)
            #expect(try await ground.concerns.amend(second, again, by: ground.coordinator, expecting: nil, key: nil).result == second)
            #expect(try await ground.texts("SELECT mark FROM mention_marks WHERE mention_id = \(own.id) ORDER BY mark") == before)
            let after = try #require(try await ground.read(as: ground.coordinator) { try $0.mentions(of: second) }.first)
            #expect(after.correctedAt == line.correctedAt && after.label == "14 ANVIL STREET, b694aa")
        }
    }

    @Test("that strikes out leaves the merge, and says that nothing mentions one side any more", arguments: EngineKind.available)
    func struckOut(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            _ = try await ground.raise(by: ground.housing)
            let second = try await ground.raise(by: ground.charity)
            _ = try await ground.subjects.linkAll(by: ground.machine)
            let proposal = try #require(try await open(ground).first)
            #expect(try await ground.subjects.settle(proposal.id, .same, by: ground.coordinator, key: nil).result != nil)
            let mention = try #require(try await ground.read(as: ground.coordinator) { try $0.concern(second).mentions.first })
            let draft = AmendConcern.Draft(
                concern: ground.draft([MentionDraft(kind: "phone", value: "07700 900999")]), struckOut: [mention.id])
            #expect(try await ground.concerns.amend(second, draft, by: ground.coordinator, expecting: nil, key: nil).result == second)
            let subject = try #require(
                try await ground.read(as: ground.coordinator) { try $0.subjects(matching: SubjectQuery()) }.first)
            #expect(subject.mentions == 1)
            let page = try await ground.get("/subjects/\(subject.id)", as: ground.coordinator)
            #expect(page.body.contains("No record mentions one of them any more"))
        }
    }
}
