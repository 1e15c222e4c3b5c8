import Access
import Concerns
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Subjects

@Suite("The page of a place")
struct PlaceTests {
    /// Three places that one company lets: two of the housing team's, one of the charity's.
    private struct Town {
        let anvil: ID<Subject>
        let mill: ID<Subject>
        let quay: ID<Subject>
        let company: ID<Subject>
        let concerns: [ID<Concern>]
    }

    private static let landlord = "Quillmoor Lettings Ltd"

    private func town(_ ground: SubjectGround) async throws -> Town {
        let company = [MentionDraft(kind: "company", value: Self.landlord)]
        let concerns = [
            try await ground.raise(company, place: "12 Anvil Street", postcode: "B69 4AA", by: ground.housing),
            try await ground.raise(company, place: "3 Mill Row", postcode: "B69 4AB", by: ground.housing),
            try await ground.raise(company, place: "7 Quay Lane", postcode: "B69 4AC", by: ground.charity),
        ]
        func kept(_ concern: ID<Concern>, _ kind: MentionedKind) async throws -> ID<Subject> {
            let mention = try await ground.read(as: ground.coordinator) { reading in
                try #require(try reading.mentions(of: concern).first { $0.kind == kind })
            }
            if let subject = mention.subject { return subject }
            let outcome = try await ground.subjects.keepSubject(of: mention.id, by: ground.coordinator, key: nil)
            return try #require(outcome.result)
        }
        let town = Town(
            anvil: try await kept(concerns[0], .premises), mill: try await kept(concerns[1], .premises),
            quay: try await kept(concerns[2], .premises), company: try await kept(concerns[0], .company), concerns: concerns)
        #expect(try await kept(concerns[2], .company) == town.company)
        return town
    }

    private static let licence = [
        ("kind", "alcohol-licence"), ("number", "SW/2019/17"), ("holder", Self.landlord), ("party", ""), ("authority", "Borough council"),
        ("from-day", "1"), ("from-month", "4"), ("from-year", "2019"), ("until-day", ""), ("until-month", ""), ("until-year", ""),
        ("state", "in-force"), ("source", "Public register"),
    ]

    private func with(_ changes: [(String, String)], _ fields: [(String, String)] = licence) -> [(String, String)] {
        fields.filter { field in !changes.contains { $0.0 == field.0 } } + changes
    }

    @Test(
        "shows a landlord's other premises that its reader may see, and neither shows nor counts the others",
        arguments: EngineKind.available)
    func otherPremises(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let town = try await town(ground)
            for place in [town.anvil, town.mill, town.quay] {
                let answer = try await ground.post(
                    "/subjects/\(place)/parties/new",
                    [("party", town.company.text), ("role", "landlord"), ("source", "Land register"), ("from-year", "")],
                    as: ground.coordinator)
                #expect(answer.status == .seeOther)
            }
            let (housing, charity) = (ground.viewer(ground.housing), ground.viewer(ground.charity))
            let ours = try await ground.get("/subjects/\(town.anvil)", as: housing).body
            #expect(ours.contains("Landlord") && ours.contains(Self.landlord) && ours.contains("3 Mill Row"))
            #expect(!ours.contains("7 Quay Lane") && !ours.contains(town.quay.text))
            let theirs = try await ground.get("/subjects/\(town.quay)", as: charity).body
            #expect(theirs.contains("Landlord") && !theirs.contains("Anvil") && !theirs.contains("Mill Row"))
            #expect(try await ground.get("/subjects/\(town.anvil)", as: ground.coordinator).body.contains("7 Quay Lane"))
            #expect(try await ground.get("/subjects/\(town.anvil)", as: charity).status == .notFound)
            #expect(try await ground.get("/subjects/\(town.anvil)", as: ground.viewer(ground.police)).status == .notFound)
            // From the side of the company.
            let company = try await ground.get("/subjects/\(town.company)", as: housing).body
            #expect(company.contains("Their premises") && company.contains("3 Mill Row") && !company.contains("7 Quay Lane"))
            // Two places that were said to be one are one, and an owner taken back is gone.
            let before = try await ground.texts("SELECT id FROM premises_parties WHERE premises_id = \(town.mill)")
            let tie = try #require(before.first)
            #expect(try await ground.post("/subjects/\(town.mill)/parties/\(tie)/remove", [], as: charity).status == .notFound)
            #expect(try await ground.post("/subjects/\(town.mill)/parties/\(tie)/remove", [], as: housing).status == .forbidden)
            #expect(try await ground.post("/subjects/\(town.anvil)/parties/\(tie)/remove", [], as: ground.coordinator).status == .notFound)
            #expect(try await ground.post("/subjects/\(town.mill)/parties/\(tie)/remove", [], as: ground.coordinator).status == .seeOther)
            #expect(try await !ground.get("/subjects/\(town.anvil)", as: housing).body.contains("3 Mill Row"))
        }
    }

    @Test("shows licences and orders with their holder, whose other premises are found by them too", arguments: EngineKind.available)
    func licences(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let town = try await town(ground)
            let (housing, charity) = (ground.viewer(ground.housing), ground.viewer(ground.charity))
            let path = "/subjects/\(town.anvil)/licences/new"
            #expect(try await ground.get(path, as: housing).body.contains("Gangmaster&#39;s licence"))
            #expect(try await ground.post(path, with([("party", town.company.text)]), as: housing).status == .seeOther)
            let closure = [
                ("kind", "closure-order"), ("authority", "Magistrates"), ("until-day", "1"), ("until-month", "7"), ("until-year", "2019"),
            ]
            #expect(try await ground.post(path, with(closure), as: housing).status == .seeOther)
            #expect(
                try await ground.post("/subjects/\(town.mill)/licences/new", with([("party", town.company.text)]), as: housing).status
                    == .seeOther)
            let page = try await ground.get("/subjects/\(town.anvil)", as: housing).body
            for words in [
                "Premises licence for alcohol or late food", "SW/2019/17", "Borough council", "Since 1 April 2019", "In force",
                "Public register", "Closure order", "1 April 2019 to 1 July 2019", "3 Mill Row",
                try await ground.reference(town.concerns[0]),
            ] { #expect(page.contains(words), "\(words)") }
            // Whoever does not see the place neither reads nor writes there.
            let id = try #require(
                try await ground.texts("SELECT id FROM licences_and_orders WHERE kind = 'alcohol-licence' AND subject_id = \(town.anvil)")
                    .first)
            for viewer in [charity, ground.viewer(ground.police)] {
                for path in [path, "/subjects/\(town.anvil)/licences/\(id)", "/subjects/\(town.anvil)/parties/new"] {
                    #expect(try await ground.get(path, as: viewer).status == .notFound, "\(path)")
                    #expect(try await ground.post(path, with([]), as: viewer).status == .notFound, "\(path)")
                }
            }
            // What is recorded at one place is none of another, and what is no place has none.
            #expect(try await ground.get("/subjects/\(town.quay)/licences/\(id)", as: ground.coordinator).status == .notFound)
            #expect(try await ground.get("/subjects/\(town.company)/licences/new", as: ground.coordinator).status == .notFound)
            #expect(try await ground.post("/subjects/\(town.company)/licences/new", with([]), as: ground.coordinator).status == .notFound)
            // The coordinator changes it; an old form is not saved over it.
            let change = "/subjects/\(town.anvil)/licences/\(id)"
            #expect(
                try await ground.post(change, with([("state", "revoked"), ("version", "1")]), as: ground.coordinator).status == .seeOther)
            #expect(try await ground.get("/subjects/\(town.anvil)", as: housing).body.contains("Revoked"))
            #expect(try await ground.post(change, with([("state", "suspended"), ("version", "1")]), as: housing).status == .conflict)
            // Recorded by another: to be read, not to be changed.
            let theirs = ground.viewer(ground.housing)
            try await ground.change("UPDATE licences_and_orders SET organisation_id = \(ground.charity) WHERE id = \(id)")
            #expect(try await ground.get(change, as: theirs).status == .forbidden)
            #expect(try await ground.post(change, with([("version", "2")]), as: theirs).status == .forbidden)
            let verbs = try await ground.texts("SELECT DISTINCT verb FROM journal_entries WHERE verb LIKE '%-licence' ORDER BY verb")
            #expect(
                verbs == [
                    "change-licence", "open-licence", "record-licence", "refused-change-licence", "refused-open-licence",
                    "refused-record-licence",
                ])
        }
    }

    @Test("refuses what is not of the lists, dates that are none, and people whom nobody sees", arguments: EngineKind.available)
    func badInput(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let town = try await town(ground)
            let housing = ground.viewer(ground.housing)
            let wrong: [([(String, String)], String)] = [
                ([("kind", "")], "Choose what it is"), ([("kind", "in-force")], "Choose what it is"),
                ([("state", "x")], "Choose where it stands"),
                ([("authority", "")], "Say which authority"), ([("source", "")], "Say where this is known from"),
                ([("from-day", "40")], "Give a date such as"), ([("until-day", "1")], "Give a date such as"),
                ([("until-day", "1"), ("until-month", "1"), ("until-year", "1999")], "not before the first"),
                ([("number", String(repeating: "<", count: 301))], "Shorten the number"),
                ([("party", town.mill.text)], "Choose a person or a company"),
                ([("party", town.concerns[0].text)], "Choose a person or a company"),
            ]
            for (changes, words) in wrong {
                let answer = try await ground.post("/subjects/\(town.anvil)/licences/new", with(changes), as: housing)
                #expect(answer.status == .unprocessableContent, "\(changes)")
                #expect(answer.body.contains(words), "\(changes)")
            }
            for fields in [
                [], [("party", town.company.text)], [("party", town.company.text), ("role", "king"), ("source", "x")],
                [("party", town.mill.text), ("role", "owner"), ("source", "x")],
                [("party", town.company.text), ("role", "owner"), ("source", "x"), ("from-day", "x")],
            ] {
                #expect(try await ground.post("/subjects/\(town.anvil)/parties/new", fields, as: housing).status == .unprocessableContent)
            }
            #expect(try await ground.texts("SELECT id FROM licences_and_orders UNION ALL SELECT id FROM premises_parties").isEmpty)
            let hostile = try await ground.post(
                "/subjects/\(town.anvil)/licences/new", with([("number", "<script>alert(1)</script>")]), as: housing)
            #expect(hostile.status == .seeOther)
            #expect(try await !ground.get("/subjects/\(town.anvil)", as: housing).body.contains("<script>alert"))
            for role in [Role.visitTeam, .analyst, .administrator, .townLead] {
                let answer = try await ground.post(
                    "/subjects/\(town.anvil)/licences/new", with([]), as: ground.viewer(ground.housing, [role]))
                #expect(answer.status == .forbidden || answer.status == .notFound)
            }
        }
    }

    @Test("counts the people met there and names those who were met again, for whoever sees the visit", arguments: EngineKind.available)
    func metAgain(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let town = try await town(ground)
            let world = ground.clock.world
            let visits: [ID<Visit>] = [world.newID(), world.newID()]
            let screenings: [ID<Screening>] = [world.newID(), world.newID(), world.newID()]
            let (person, purpose): (ID<Subject>, ID<Term>) = (world.newID(), world.newID())
            let label = "12 Anvil Street, B69 4AA"
            try await ground.change(
                """
                INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, created_at)
                VALUES (\(purpose), \(ground.partnership), 'purpose', 'Look', 'look', 0)
                """)
            try await ground.change(
                """
                INSERT INTO subjects (id, partnership_id, kind, reference, root_id, made_at)
                VALUES (\(person), \(ground.partnership), 'person', 'S-AAAA1111', \(person), 0)
                """)
            for (number, visit) in visits.enumerated() {
                try await ground.change(
                    """
                    INSERT INTO visits (id, partnership_id, reference, version, status, visited_on, starts_at, purpose_id, place, postcode,
                        location_type, is_occupied, lead_reason, notice, warrant, risks, risk_level, safety_officer, interpreters,
                        reception, meeting_point, briefing, debrief, lessons, created_at)
                    VALUES (\(visit), \(ground.partnership), \("V-000\(number)"), 1, 'made', '2020-01-03', '', \(purpose), '', '', 'farm',
                        '', '', '', '', '', '', '', '', '', '', '', '', '', 0)
                    """)
                try await ground.change(
                    """
                    INSERT INTO visit_agencies (visit_id, organisation_id, partnership_id, version, role, power, attended, power_used, entry,
                        found, did)
                    VALUES (\(visit), \(number == 0 ? ground.housing : ground.charity), \(ground.partnership), 1, '', '', 'yes', '', '', '', '')
                    """)
            }
            for (number, screening) in screenings.enumerated() {
                let visit = visits[number == 2 ? 1 : 0]
                try await ground.change(
                    """
                    INSERT INTO screenings (id, visit_id, partnership_id, reference, organisation_id, recorded_at, gender, age_group,
                        nationality, language, outcome, consent, next_step, note, has_identity)
                    VALUES (\(screening), \(visit), \(ground.partnership), \("S-000\(number)"), \(number == 2 ? ground.charity : ground.housing),
                        0, 'male', 'adult', 'unknown', '', 'no-indicators', '', '', '', 0)
                    """)
                // The first and the third are one person.
                try await ground.change(
                    """
                    INSERT INTO subject_mentions (id, partnership_id, kind, source, screening_id, field, label, label_key, noted_on,
                        subject_id, reason)
                    VALUES (\(world.newID(Mention.self)), \(ground.partnership), 'person', 'screening', \(screening), 'a', '', '', '2020-01-03',
                        \(number == 1 ? nil : person), '')
                    """)
            }
            try await ground.change(
                """
                INSERT INTO subject_mentions (id, partnership_id, kind, source, visit_id, field, label, label_key, noted_on, subject_id, reason)
                VALUES (\(world.newID(Mention.self)), \(ground.partnership), 'premises', 'visit', \(visits[0]), 'place', \(label), '',
                    '2020-01-03', \(town.anvil), '')
                """)
            let whole = try await ground.get("/subjects/\(town.anvil)", as: ground.coordinator).body
            #expect(whole.contains("2 people were met here") && whole.contains("S-AAAA1111") && whole.contains("S-0002"))
            // The housing team met both; where else the one was met is the charity's.
            let own = try await ground.get("/subjects/\(town.anvil)", as: ground.viewer(ground.housing)).body
            #expect(own.contains("2 people were met here") && !own.contains("S-AAAA1111") && !own.contains("S-0002"))
        }
    }
}
