import Access
import Concerns
import Foundation
import Kernel
import Schema
import Store
import TestSupport
import Testing

@testable import Site

/// The year as it is planned: every margin that the Sandwell partnership published.
@Suite("The demonstration year, planned")
struct DemonstrationYearTests {
    private let year = DemonstrationYear()

    @Test("171 concerns have the published places, types, nationalities and towns")
    func concerns() {
        #expect(year.concerns.count == 171)
        #expect(tally(year.concerns.map(\.locationType)) == Published.locationTypes)
        #expect(tally(year.concerns.flatMap(\.exploitation)) == Published.exploitation)
        #expect(tally(year.concerns.map(\.nationality)) == Published.nationalities)
        #expect(tally(year.concerns.map(\.town)) == Published.towns)
        #expect(year.concerns.allSatisfy { !$0.exploitation.isEmpty && Set($0.exploitation).count == $0.exploitation.count })
        #expect(year.concerns.map(\.number) == Array(1...171))
        #expect(year.concerns.map(\.receivedOn) == year.concerns.map(\.receivedOn).sorted())
        #expect(year.concerns.allSatisfy { Published.period.contains($0.receivedOn) })
    }

    @Test("the concerns lie in all 24 wards, each in its own town")
    func wards() throws {
        let towns = Dictionary(
            uniqueKeysWithValues: try ReferenceData.sandwellTowns.flatMap { town in town.wards.map { ($0.name, town.name) } })
        #expect(Set(year.concerns.map(\.ward)).count == 24)
        for concern in year.concerns { #expect(towns[concern.ward] == concern.town, "\(concern.ward)") }
    }

    @Test("concerns rise through the year")
    func months() {
        let months = tally(year.concerns.map { $0.receivedOn.isoMonth })
        #expect(months.count == 12)
        let quarters = [["04", "05", "06"], ["07", "08", "09"], ["10", "11", "12"], ["01", "02", "03"]].map { quarter in
            year.concerns.count { quarter.contains(String($0.receivedOn.isoMonth.suffix(2))) }
        }
        #expect(quarters == quarters.sorted())
        #expect(quarters.reduce(0, +) == 171)
    }

    @Test("98 visits bring 468 interventions of twenty agencies, police most, and 406 people screened")
    func visits() {
        #expect(year.visits.count == 98)
        let agencies = tally(year.visits.flatMap(\.agencies))
        #expect(agencies.values.reduce(0, +) == 468)
        #expect(agencies.count == 20)
        #expect(agencies.max { $0.value < $1.value }?.key == .police)
        #expect(year.visits.allSatisfy { Set($0.agencies).count == $0.agencies.count && !$0.agencies.isEmpty })
        #expect(year.visits.allSatisfy { Published.period.contains($0.visitedOn) })
        let screened = year.visits.flatMap(\.screened)
        #expect(screened.count == 406)
        #expect(tally(screened.map(\.gender)) == ["male": 261, "female": 145])
        #expect(screened.count { $0.isChild } == 1)
    }

    @Test("no visit comes before its concern, and it is made where the concern is")
    func visitsFollow() {
        for visit in year.visits {
            guard let number = visit.concern else { continue }
            let concern = year.concerns[number - 1]
            #expect(concern.receivedOn < visit.visitedOn)
            #expect(concern.town == visit.town)
        }
    }

    @Test("the factory has all twenty agencies, sixty people and the minor")
    func factory() throws {
        let visit = try #require(year.visits.first { $0.tale == .factory })
        #expect(Set(visit.agencies) == Set(Agency.allCases))
        #expect(visit.screened.count == 60)
        #expect(visit.screened.count { $0.isChild } == 1)
    }

    @Test("sexual exploitation as a theme has its own figures")
    func theme() {
        let concerns = year.concerns.filter(\.isSexual)
        let numbers = Set(concerns.map(\.number))
        let visits = year.visits.filter { $0.concern.map(numbers.contains) ?? false }
        let met = visits.flatMap(\.screened)
        #expect(concerns.count == 45)
        #expect(visits.count == 24)
        #expect(visits.reduce(0) { $0 + $1.agencies.count } == 144)
        #expect(met.count == 128)
        #expect(met.allSatisfy { !$0.isChild })
        #expect(concerns.count { $0.town == "Smethwick" } == 25)
        #expect(concerns.count { $0.town == "West Bromwich" } == 15)
        #expect(met.count { $0.nationality == "chinese" } == 46)
        #expect(met.count { $0.nationality == "romanian" } == 28)
    }

    @Test("every code of the plan is in its list")
    func codes() throws {
        func expect(_ values: [String], in list: CodeListSource) throws {
            let missing = Set(values).subtracting(try list.parsed().map(\.code))
            #expect(missing == [], "\(list.list)")
        }
        let met = year.visits.flatMap(\.screened)
        let courses = ConcernCourse.courses(of: year)
        #expect(courses.count == 165)
        try expect(year.concerns.map(\.locationType), in: ReferenceData.locationTypes)
        try expect(year.concerns.flatMap(\.exploitation), in: ReferenceData.exploitationTypes)
        try expect(year.concerns.map(\.source), in: ReferenceData.concernSources)
        try expect(year.concerns.map(\.nationality) + met.map(\.nationality), in: ReferenceData.nationalities)
        try expect(met.map(\.language), in: ReferenceData.languages)
        try expect(met.map(\.outcome), in: ReferenceData.screeningOutcomes)
        try expect(courses.compactMap { $0.closing?.reason }, in: ReferenceData.closingReasons)
        try expect(courses.flatMap(\.outcomes.keys), in: ReferenceData.outcomeMeasures)
        try expect(courses.map(\.howKnown), in: ReferenceData.waysOfKnowing)
        let purposes = Set(try ReferenceData.visitPurposes.parsed().map(\.label))
        #expect(Set(year.visits.map(\.purpose)).subtracting(purposes) == [])
        let indicators = Set(try ReferenceData.indicators.map(\.code))
        let noted = courses.flatMap(\.words.indicators) + TaleScript.all.flatMap(\.indicators)
        #expect(Set(noted).subtracting(indicators) == [])
    }

    @Test("open concerns stand at every stage, and some questions wait for their answer")
    func open() {
        let courses = ConcernCourse.courses(of: year)
        for status in ["raised", "triaged", "scoping", "response", "closed"] {
            #expect(courses.contains { $0.status.rawValue == status }, "\(status)")
        }
        #expect(courses.count { $0.status.isOpen } > 20)
        #expect(courses.count { $0.closing != nil } > 100)
        let waiting = courses.compactMap(\.round).filter { $0.closedAt == nil }.flatMap(\.requests).filter { $0.answer == nil }
        #expect(waiting.count >= 6)
        #expect(courses.contains { $0.immediateDanger })
    }

    @Test("steps follow each other in time")
    func order() {
        for course in ConcernCourse.courses(of: year) {
            let steps = [
                course.receivedAt, course.triagedAt, course.round?.openedAt, course.round?.closedAt,
                course.decision?.decidedAt, course.closing?.at,
            ].compactMap { $0 }
            #expect(steps == steps.sorted(), "\(course.concern.number)")
            if let closed = course.closing?.at, let visit = course.visits.last { #expect(visit.visitedOn < closed.day) }
            if let decided = course.decision?.decidedAt, let visit = course.visits.first {
                #expect(decided.day <= visit.visitedOn)
            }
            for request in course.round?.requests ?? [] {
                if let at = request.answeredAt { #expect(at > course.round?.openedAt ?? at) }
            }
        }
    }
}

/// The year as it stands in a database.
@Suite("The demonstration, installed")
struct DemonstrationTests {
    private static func install(on engine: any Engine) async throws -> DemonstrationReport {
        let vault = try Vault(keyBytes: [UInt8](repeating: 3, count: 32))
        return try await Demonstration.install(on: engine, vault: vault) { "hash of \($0.count)" }
    }

    @Test("the records show the published figures to the unit", arguments: EngineKind.available)
    func figures(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            #expect(try await Self.install(on: engine).isNew)
            let slug = Demonstration.sandwell
            func counts(_ statement: Statement) async throws -> [String: Int] {
                try await engine.read { transaction in
                    let rows = try transaction.rows(statement) { (try $0.next(String.self), try $0.next(Int.self)) }
                    return Dictionary(uniqueKeysWithValues: rows)
                }
            }
            let concerns: Statement = """
                concerns c JOIN partnerships p ON p.id = c.partnership_id AND p.slug = \(slug)
                WHERE c.status NOT IN ('joined', 'awaiting-check')
                """
            #expect(
                try await counts("SELECT c.location_type, COUNT(*) FROM \(concerns) GROUP BY c.location_type")
                    == Published.locationTypes)
            #expect(
                try await counts("SELECT c.nationality, COUNT(*) FROM \(concerns) GROUP BY c.nationality")
                    == Published.nationalities)
            #expect(
                try await counts(
                    """
                    SELECT t.label, COUNT(*) FROM partnership_terms t, \(concerns) AND t.id = c.town_id GROUP BY t.label
                    """) == Published.towns)
            #expect(
                try await counts(
                    "SELECT exploitation_type, COUNT(*) FROM concern_exploitation GROUP BY exploitation_type")
                    == Published.exploitation)
            #expect(try await engine.read { try $0.concernsCountedWrongly() } == [])
            #expect(try await counts("SELECT 'n', COUNT(*) FROM visits WHERE status IN ('made', 'debriefed')") == ["n": 98])
            let agencies = try await counts(
                """
                SELECT o.name, COUNT(*) FROM visit_agencies a JOIN organisations o ON o.id = a.organisation_id
                JOIN visits v ON v.id = a.visit_id
                WHERE a.attended = 'yes' AND v.status IN ('made', 'debriefed') GROUP BY o.name
                """)
            #expect(agencies.values.reduce(0, +) == 468)
            #expect(Set(agencies.keys) == Set(Agency.allCases.map(\.rawValue)))
            #expect(
                try await counts("SELECT gender, COUNT(*) FROM screenings GROUP BY gender") == [
                    "male": 261, "female": 145,
                ])
            #expect(
                try await counts("SELECT age_group, COUNT(*) FROM screenings GROUP BY age_group") == [
                    "adult": 405, "child": 1,
                ])
            #expect(
                try await counts(
                    """
                    SELECT 'arrests', SUM(o.quantity) FROM concern_outcomes o WHERE o.measure = 'arrests'
                    AND o.concern_id IN (SELECT concern_id FROM concern_exploitation WHERE exploitation_type = 'sexual')
                    """) == ["arrests": 10])
        }
    }

    @Test("the people of the five stories have their pathways, each story at another stage", arguments: EngineKind.available)
    func pathways(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            _ = try await Self.install(on: engine)
            let stages = try await engine.read { transaction in
                try transaction.rows(
                    """
                    SELECT v.location_type, MIN(r.status), COUNT(*) FROM potential_victims p
                    JOIN screenings s ON s.id = p.screening_id JOIN visits v ON v.id = s.visit_id
                    JOIN referrals r ON r.victim_id = p.id GROUP BY v.location_type, v.town_id, r.status ORDER BY 2, 3, 1
                    """
                ) { row in "\(try row.next(String.self)): \(try row.next(String.self)), \(try row.next(Int.self))" }
            }
            #expect(
                stages == [
                    "private-dwelling: awaiting-conclusive-grounds, 1", "private-dwelling: awaiting-reasonable-grounds, 1",
                    "factory: conclusive-grounds-positive, 1", "business: in-review, 1", "private-dwelling: notified, 3",
                    "waste-recycling: notified, 3",
                ])
        }
    }

    @Test("what is kept ready is there: the directory, our pathways, and the reception centres", arguments: EngineKind.available)
    func preparation(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            _ = try await Self.install(on: engine)
            func texts(_ statement: Statement) async throws -> [String] {
                try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
            }
            #expect(
                try await texts("SELECT status || ' ' || CAST(COUNT(*) AS TEXT) FROM support_services GROUP BY status ORDER BY status")
                    == ["approved 6", "proposed 1", "suspended 1"])
            #expect(
                try await texts(
                    "SELECT result || ' ' || CAST(COUNT(*) AS TEXT) FROM service_assessments GROUP BY result ORDER BY result")
                    == ["met 7", "met-with-reason 1", "not-met 1"])
            // Where somebody of the stories stays, the directory knows; nobody stays where nobody is sent, or beyond the places.
            #expect(
                try await texts(
                    """
                    SELECT s.name || ' ' || CAST(COUNT(*) AS TEXT) FROM support_entries e JOIN support_services s ON s.id = e.service_id
                    WHERE e.kind = 'stay' AND e.is_open = 1 AND s.status = 'approved' GROUP BY s.name, s.capacity, s.places_free
                    HAVING COUNT(*) + s.places_free <= s.capacity ORDER BY s.name
                    """) == ["Carers for trafficked children 1", "Heron Court 1", "Larkspur House 1", "Rooms for the first nights 3"])
            #expect(
                try await texts(
                    """
                    SELECT d.title || ': ' || CAST(d.latest AS TEXT) FROM pathway_definitions d WHERE d.has_draft = 0
                    ORDER BY d.title_key
                    """) == ["A child, or somebody who may be one: 1", "An adult who is met at a visit: 2"])
            #expect(try await texts("SELECT kind FROM pathway_tests") == ["tabletop"])
            #expect(try await texts("SELECT CAST(is_open AS TEXT) FROM pathway_fixes ORDER BY is_open") == ["0", "1"])
            #expect(
                try await texts("SELECT name || ' ' || status || ' ' || CAST(plan_number AS TEXT) FROM reception_centres ORDER BY name_key")
                    == ["Church hall, Tipton ready 1", "Sports hall, Oldbury ready 2"])
            #expect(
                try await texts(
                    """
                    SELECT c.name || ' ' || v.location_type || ' ' || CAST(a.is_open AS TEXT) FROM reception_activations a
                    JOIN reception_centres c ON c.id = a.centre_id JOIN visits v ON v.id = a.visit_id
                    """) == ["Sports hall, Oldbury factory 0"])
            let arrivals = try await texts(
                "SELECT age_group FROM reception_arrivals WHERE left_at IS NOT NULL AND screening_id IS NOT NULL AND onward <> ''")
            #expect(arrivals.count == 28 && arrivals.count { $0 == "child" } == 1)
        }
    }

    @Test("every record has its visit, its circle and its timeline", arguments: EngineKind.available)
    func whole(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            _ = try await Self.install(on: engine)
            func number(_ statement: Statement) async throws -> Int? {
                try await engine.read { try $0.value(statement, as: Int.self) }
            }
            #expect(try await number("SELECT COUNT(*) FROM concern_words") == 171)
            #expect(try await number("SELECT COUNT(DISTINCT concern_id) FROM record_changes WHERE concern_id IS NOT NULL") == 171)
            #expect(
                try await number(
                    "SELECT COUNT(*) FROM record_changes WHERE concern_id NOT IN (SELECT id FROM concerns)") == 0)
            #expect(try await number("SELECT COUNT(DISTINCT reference) FROM concerns") == 171)
            #expect(try await number("SELECT COUNT(*) FROM scoping_requests WHERE is_waiting = 1") ?? 0 >= 6)
            #expect(try await number("SELECT COUNT(*) FROM tasks WHERE is_open = 1") ?? 0 > 5)
            #expect(
                try await number(
                    "SELECT COUNT(*) FROM sealed_values WHERE compartment = 'victims' AND record_id IN (SELECT id FROM screenings)")
                    == 7)
            #expect(
                try await number(
                    "SELECT COUNT(*) FROM sealed_values WHERE compartment = 'victims' AND record_id IN (SELECT id FROM mentions)")
                    == 3)
            #expect(
                try await number(
                    "SELECT COUNT(*) FROM sealed_values WHERE compartment = 'safe-addresses' AND record_id IN (SELECT id FROM visits)"
                ) == 98)
            #expect(try await number("SELECT COUNT(*) FROM partnerships WHERE is_demonstration = 1") == 2)
            #expect(try await number("SELECT COUNT(*) FROM partnership_members") == 40)
            #expect(
                try await number(
                    """
                    SELECT COUNT(*) FROM concerns c JOIN partnerships p ON p.id = c.partnership_id
                    WHERE p.slug = 'gloucestershire'
                    """) == 0)
            let next = try await engine.read { transaction in
                try transaction.rows("SELECT next_reference, next_visit_reference FROM partnerships ORDER BY slug") {
                    [try $0.next(Int.self), try $0.next(Int.self)]
                }
            }
            #expect(next == [[1, 1], [172, 99]])
            let sw = try await engine.read { transaction in
                try transaction.rows("SELECT reference FROM visits ORDER BY visited_on, reference") {
                    try $0.next(String.self)
                }
            }
            #expect(sw.sorted() == (1...98).map { "SW-V-00\($0 < 10 ? "0" : "")\($0)" })
        }
    }

    @Test("the full cases end as they were told", arguments: EngineKind.available)
    func tales(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            _ = try await Self.install(on: engine)
            let year = DemonstrationYear()
            for tale in Tale.allCases where tale != .takeaway {
                let planned = try #require(year.concerns.first { $0.tale == tale })
                let reference = "SW-0\(planned.number < 100 ? "0" : "")\(planned.number < 10 ? "0" : "")\(planned.number)"
                let found = try await engine.read { transaction in
                    try transaction.rows(
                        """
                        SELECT c.status, c.received_on, c.location_type,
                            (SELECT COUNT(*) FROM scoping_requests q WHERE q.concern_id = c.id AND q.answer IS NOT NULL),
                            (SELECT COUNT(*) FROM response_decisions d WHERE d.concern_id = c.id),
                            (SELECT COUNT(*) FROM strands s WHERE s.concern_id = c.id AND s.status = 'finished'),
                            (SELECT COUNT(*) FROM tasks t WHERE t.concern_id = c.id AND t.is_open = 0),
                            (SELECT COUNT(*) FROM visits v WHERE v.concern_id = c.id AND v.status = 'debriefed'),
                            (SELECT COUNT(*) FROM concern_outcomes o WHERE o.concern_id = c.id)
                        FROM concerns c WHERE c.reference = \(reference)
                        """
                    ) { row in
                        (
                            try row.next(String.self), try row.next(String.self), try row.next(String.self),
                            try (0..<6).map { _ in try row.next(Int.self) }
                        )
                    }
                }
                let concern = try #require(found.first)
                #expect(concern.0 == "closed", "\(tale)")
                #expect(concern.1 == planned.receivedOn.iso)
                #expect(concern.2 == planned.locationType)
                #expect(concern.3.allSatisfy { $0 > 0 }, "\(tale): \(concern.3)")
            }
        }
    }

    @Test("no concern, visit, strand or task tells what became of a person in a referral", arguments: EngineKind.available)
    func nothingOfPeople(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            _ = try await Self.install(on: engine)
            let texts = try await engine.read { transaction in
                try transaction.rows(
                    """
                    SELECT closing_summary FROM concerns UNION SELECT report_back FROM concerns
                    UNION SELECT outcome FROM strands UNION SELECT plan FROM strands
                    UNION SELECT title FROM tasks UNION SELECT result FROM tasks
                    UNION SELECT debrief FROM visits UNION SELECT lessons FROM visits UNION SELECT briefing FROM visits
                    UNION SELECT found FROM visit_agencies UNION SELECT did FROM visit_agencies
                    UNION SELECT note FROM screenings
                    """
                ) { try $0.next(String?.self) ?? "" }
            }
            #expect(texts.count > 60)
            let told = [
                "referr", "declin", "safe house", "first decision", "grounds", "National Referral", "notify", "in care", "was housed",
                "is housed", "are housed", "accepted",
            ]
            for text in texts {
                for words in told where text.localizedCaseInsensitiveContains(words) {
                    Issue.record("\(words): \(text)")
                }
            }
        }
    }

    @Test("two installations tell the same", arguments: EngineKind.available)
    func deterministic(kind: EngineKind) async throws {
        func everything() async throws -> [String] {
            try await withDatabase(kind) { engine in
                _ = try await Self.install(on: engine)
                let tables: [StaticString] = [
                    "partnerships", "organisations", "partnership_terms", "people", "roles", "concerns",
                    "concern_exploitation", "concern_indicators", "mentions", "circles", "scoping_rounds",
                    "scoping_requests", "response_decisions", "response_team", "strands", "strand_team", "tasks",
                    "concern_outcomes", "visits", "visit_agencies", "screenings", "screening_indicators",
                    "record_changes", "support_entries", "support_services", "service_terms", "service_assessments",
                    "assessment_points", "reception_centres", "reception_plans", "reception_activations", "reception_checks",
                    "reception_roles", "reception_arrivals", "pathway_definitions", "definition_versions", "definition_readings",
                    "pathway_tests", "pathway_test_steps", "pathway_fixes",
                ]
                return try await engine.read { transaction in
                    try tables.flatMap { table in
                        try transaction.rows("SELECT * FROM \(Statement(stringLiteral: table)) ORDER BY 1, 2") { row in
                            try row.columnNames.map { _ in levelled(try row.nextValue()) }.joined(separator: "|")
                        }
                    }
                }
            }
        }
        let first = try await everything()
        let second = try await everything()
        #expect(first.count > 5_000)
        #expect(first.sorted() == second.sorted())
    }

    @Test("a second installation changes nothing, and a database with other records is left alone", arguments: EngineKind.available)
    func again(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            #expect(try await Demonstration.state(of: engine) == .empty)
            _ = try await Self.install(on: engine)
            #expect(try await Demonstration.state(of: engine) == .installed)
            func entries() async throws -> Int? {
                try await engine.read { try $0.value("SELECT COUNT(*) FROM journal_entries", as: Int.self) }
            }
            let before = try await entries()
            let report = try await Self.install(on: engine)
            #expect(!report.isNew)
            #expect(report.text.contains(Demonstration.passPhrase))
            #expect(try await entries() == before)
        }
        try await withDatabase(kind) { engine in
            try await engine.write { transaction in
                _ = try transaction.run(
                    """
                    INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                        requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                    VALUES ('x', 'own', 'Own', 'OW', 1, 1, 0, 0, 48, '', 0)
                    """)
            }
            await #expect(throws: Demonstration.Failure.otherRecords) { try await Self.install(on: engine) }
            let organisations = try await engine.read {
                try $0.value("SELECT COUNT(*) FROM organisations", as: Int.self)
            }
            #expect(organisations == 0)
        }
    }

    @Test("every agency that is asked to sign in has an account of its own kind")
    func accounts() {
        let accounts = Demonstration.accounts
        #expect(Set(accounts.map(\.email)).count == accounts.count)
        #expect(accounts.allSatisfy { $0.email.hasSuffix(".example") })
        #expect(Demonstration.passPhrase.count >= 12)
        #expect(!ReferenceData.commonPasswords.contains(Demonstration.passPhrase))
        for partnership in [Demonstration.sandwell, Demonstration.gloucestershire] {
            #expect(Set(accounts.filter { $0.partnership == partnership }.map(\.role)) == Set(Role.allCases))
        }
    }

    @Test("telephones are numbers for invented people, and no postcode or mark can be real")
    func invented() {
        let courses = ConcernCourse.courses(of: DemonstrationYear())
        let postcodes = courses.map(\.words.postcode) + TaleScript.all.map(\.postcode).filter { !$0.isEmpty }
        #expect(postcodes.allSatisfy { $0.suffix(2).contains { "CIKMOV".contains($0) } })
        let mentions =
            courses.flatMap(\.mentions).map { ($0.kind, $0.value) }
            + TaleScript.all.flatMap(\.mentions).map { ($0.kind, $0.value) }
        for (kind, value) in mentions {
            switch kind {
            case "phone": #expect(value.hasPrefix("07700 900") || value.hasPrefix("0121 496 0"), "\(value)")
            case "vehicle": #expect(value.hasPrefix("QI"), "\(value)")
            default: #expect(value.isEmpty)
            }
        }
    }
}

/// The figures of the Sandwell partnership for 2019/20, by code.
private enum Published {
    static let period = Period(from: Day(year: 2019, month: 4, day: 1), to: Day(year: 2020, month: 3, day: 31))

    static let locationTypes = [
        "private-dwelling": 101, "car-wash": 21, "factory": 13, "takeaway": 8, "shop": 6, "public-place": 4,
        "restaurant": 3, "other": 3, "waste-recycling": 2, "hospital": 2, "business": 1, "letting-agent": 1,
        "night-club": 1, "hotel": 1, "supported-housing": 1, "gp-surgery": 1, "social-club": 1, "church": 1,
    ]
    static let exploitation = ["labour": 129, "sexual": 45, "criminal": 14, "domestic-servitude": 7]
    static let nationalities = [
        "unknown": 52, "romanian": 31, "indian": 28, "polish": 15, "albanian": 12, "british": 9, "chinese": 6,
        "vietnamese": 5, "pakistani": 4, "irish": 2, "bulgarian": 2, "latvian": 2, "lithuanian": 1, "kurdish": 1,
        "israeli": 1,
    ]
    static let towns = [
        "West Bromwich": 65, "Smethwick": 60, "Oldbury": 15, "Tipton": 13, "Wednesbury": 10, "Rowley Regis": 8,
    ]
}

/// A value as text; JSON in one order of its members, which means nothing.
private func levelled(_ value: SQLValue) -> String {
    guard case .text(let text) = value, text.hasPrefix("{") || text.hasPrefix("["),
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
        let bytes = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    else { return "\(value)" }
    return String(decoding: bytes, as: UTF8.self)
}

private func tally<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}
