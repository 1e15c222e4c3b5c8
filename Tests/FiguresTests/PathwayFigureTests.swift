import Access
import Kernel
import Partnerships
import Store
import TestSupport
import Testing
import Web

@testable import Figures

/// A small invented year of referrals, counted by hand.
@Suite("The figures of referrals")
struct PathwayFigureTests {
    private struct Sent {
        let reference: String
        let victim: Int
        var kind = "nrm"
        var status = "awaiting-reasonable-grounds"
        let on: String
        var quality: Int?
        var authority = ""
        var steps: [(String, String, String)] = []
        var voided: [(String, String, String)] = []
    }

    private static let year: [Sent] = [
        Sent(
            reference: "R-1", victim: 0, status: "conclusive-grounds-positive", on: "2019-04-01", quality: 80, authority: "Sandwell",
            steps: [("reasonable-grounds", "positive", "2019-04-06"), ("conclusive-grounds", "positive", "2019-07-10")]),
        Sent(
            reference: "R-2", victim: 1, status: "reasonable-grounds-negative", on: "2019-04-20", quality: 61, authority: "Sandwell",
            steps: [("reasonable-grounds", "negative", "2019-04-24")],
            voided: [("reasonable-grounds", "positive", "2019-04-22")]),
        Sent(
            reference: "R-3", victim: 2, status: "awaiting-conclusive-grounds", on: "2019-06-01",
            steps: [("reasonable-grounds", "positive", "2019-06-30")]),
        Sent(reference: "R-4", victim: 2, on: "2020-01-31", quality: 90),
        Sent(reference: "D-1", victim: 3, kind: "duty-to-notify", status: "notified", on: "2019-06-15", authority: "Dudley"),
        // None of these counts: a draft, one made void, one of the year before.
        Sent(reference: "R-5", victim: 0, status: "draft", on: "2019-05-01", quality: 10),
        Sent(reference: "R-6", victim: 0, status: "void", on: "2019-05-01", quality: 10),
        Sent(reference: "R-7", victim: 1, status: "withdrawn", on: "2019-03-31", quality: 10),
    ]

    private func fill(_ year: FigureYear, _ engine: any Engine) async throws {
        let people: [(town: ID<Term>?, gender: String, nationality: String, child: String, types: [String])] = [
            (year.oldbury, "male", "romanian", "no", ["labour", "criminal"]), (year.oldbury, "female", "unknown", "yes", ["sexual"]),
            (year.tipton, "male", "romanian", "not-sure", ["labour"]), (nil, "female", "indian", "no", ["unknown"]),
        ]
        let world = year.clock.world
        let victims = people.map { _ in world.newID(PotentialVictim.self) }
        let (partnership, police, charity) = (year.sandwell, year.police, year.charity)
        try await engine.write { tx in
            for (index, person) in people.enumerated() {
                try tx.run(
                    """
                    INSERT INTO potential_victims (id, partnership_id, reference, version, status, opened_on, nation, town_id,
                        age_basis, age_group, adult_from_month, child_at_exploitation, gender, nationality, second_nationality,
                        language, interpreter, capacity, has_identity, contact_rule, unsafe_ways, closing_reason)
                    VALUES (\(victims[index]), \(partnership), \("P-\(index)"), 1, 'open', '2019-01-02', 'england', \(person.town),
                        'known', 'adult', '', \(person.child), \(person.gender), \(person.nationality), '', 'unknown', '',
                        'not-in-doubt', 0, '', '', '')
                    """)
                for type in person.types {
                    try tx.run(
                        """
                        INSERT INTO victim_exploitation (victim_id, partnership_id, exploitation_type)
                        VALUES (\(victims[index]), \(partnership), \(type))
                        """)
                }
            }
            // The charity works with the first person alone.
            try tx.run(
                """
                INSERT INTO victim_circles (victim_id, organisation_id, partnership_id, added_at)
                VALUES (\(victims[0]), \(charity), \(partnership), 0)
                """)
            for one in Self.year {
                let id = world.newID(Referral.self)
                try tx.run(
                    """
                    INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status,
                        started_on, encountered_on, organisation_id, first_responder_id, quality, age_group, gender, nationality,
                        child_at_exploitation, exploitation, local_authority, submitted_on, competent_authority)
                    VALUES (\(id), \(victims[one.victim]), \(partnership), \(one.reference), 1, \(one.kind), 0, \(one.status),
                        \(one.on), \(one.on), \(charity), \(one.reference == "R-1" ? police : nil), \(one.quality), '',
                        \(people[one.victim].gender), \(people[one.victim].nationality), \(people[one.victim].child),
                        \(people[one.victim].types.joined(separator: " ")),
                        \(one.authority), \(one.on), '')
                    """)
                for (steps, voidedAt) in [(one.steps, nil as Int64?), (one.voided, 1)] {
                    for (stage, outcome, on) in steps {
                        try tx.run(
                            """
                            INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome,
                                decided_on, authority, reason, recorded_at, from_status, voided_at)
                            VALUES (\(world.newID(ReferralDecision.self)), \(id), \(victims[one.victim]), \(partnership), \(stage),
                                \(outcome), \(on), 'sca', '', 0, 'x', \(voidedAt))
                            """)
                    }
                }
            }
            for (victim, answer, on, reason) in [
                (0, "declined", "2019-05-01", "fears-exploiter"), (0, "declined", "2019-06-01", "fears-exploiter"),
                (1, "withdrawn", "2019-07-01", "fears-exploiter"), (2, "declined", "2019-08-01", "too-soon"),
                (2, "given", "2019-09-01", ""), (3, "declined", "2018-09-01", "too-soon"),
            ] {
                try tx.run(
                    """
                    INSERT INTO consents (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at, explained_by,
                        method, language, interpreter, capacity, reason)
                    VALUES (\(world.newID(ConsentEntry.self)), \(victims[victim]), \(partnership),
                        (SELECT COUNT(*) + 1 FROM consents c WHERE c.victim_id = \(victims[victim])), 'nrm', \(answer), \(on), 0, '',
                        'spoken', 'unknown', '', 'not-in-doubt', \(reason))
                    """)
            }
        }
    }

    private static func table(_ figures: PathwayFigures, _ table: PathwayTable) -> [String] {
        figures[table].map { row in ([row.label] + row.numbers.map { $0.map(String.init) ?? "-" }).joined(separator: "|") }
    }

    private static let whole = FigureFilter(period: FigureYear.year)

    private func figures(_ year: FigureYear, _ viewer: Viewer, _ filter: FigureFilter = whole) async throws -> PathwayFigures {
        let lists = year.lists
        return try await year.desk.read(as: viewer, Consultation("test", "figures")) {
            try $0.pathwayFigures(filter, lists: lists)
        }
    }

    @Test("are those that were worked out by hand", arguments: EngineKind.available)
    func year(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            try await fill(year, engine)
            for roles: Set<Role> in [[.coordinator], [.analyst]] {
                let figures = try await figures(year, year.viewer(roles))
                #expect(figures.referrals == 4)
                #expect(figures.reports == 1)
                #expect(figures.people == 4)
                #expect(figures.declined == 4)
                let expected: [PathwayTable: [String]] = [
                    .byMonth: [
                        "2019-04|2|0", "2019-05|0|0", "2019-06|1|1", "2019-07|0|0", "2019-08|0|0", "2019-09|0|0", "2019-10|0|0",
                        "2019-11|0|0", "2019-12|0|0", "2020-01|1|0",
                    ], .byQuarter: ["2019-Q2|3|1", "2020-Q1|1|0"],
                    .byTown: ["Oldbury|2|0", "Tipton|2|0", "Not specified or unknown|0|1"],
                    .byLocalAuthority: ["Sandwell|2|0", "Dudley|0|1", "Not specified or unknown|2|0"],
                    .byFirstResponder: ["=Hope House|3|1", "West Midlands Police|1|0"],
                    .byExploitation: ["Labour|3|0", "Criminal|1|0", "Sexual|1|0", "Not specified or unknown|0|1"],
                    .byCombination: ["Labour|2|0", "Labour & Criminal|1|0", "Sexual|1|0", "Not specified or unknown|0|1"],
                    .byAgeGroup: ["Adult (18 or over)|1|1", "Child (17 or under)|1|0", "Not specified or unknown|2|0"],
                    .byNationality: ["Romanian|3|0", "Indian|0|1", "Not specified or unknown|1|0"],
                    .outcomes: [
                        "Conclusive grounds decision: positive|1", "Reasonable grounds decision: negative|1",
                        "Reasonable grounds decision: positive|2",
                    ],
                    // 5, 4 and 29 days: the mean is 12.67, the median 5. Then 100 days.
                    .daysToReasonableGrounds: ["2019-Q2|3|13|5"], .daysToConclusiveGrounds: ["2019-Q3|1|100|100"],
                    // On 3 February 2020: R-4 for 3 days, R-3 for 247.
                    .waiting: [
                        "0 to 30|1|0", "31 to 90|0|0", "91 to 180|0|0", "181 to 365|0|1", "More than 365|0|0", "Mean days|3|247",
                        "Median days|3|247", "Longest, days|3|247",
                    ],
                    .declined: ["Fears whoever exploits them|3|2", "Wants time|1|1"],
                    // 80 and 61: 70.5 is rounded up.
                    .quality: ["2019-04|2|71|71", "2020-01|1|90|90"],
                ]
                for (table, rows) in expected { #expect(Self.table(figures, table) == rows, "\(table)") }
                #expect(figures[.byGender].reduce(0) { $0 + ($1.numbers[0] ?? 0) } == 4)
            }
        }
    }

    @Test("count people as they were when their referral was approved", arguments: EngineKind.available)
    func asApproved(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            try await fill(year, engine)
            let before = try await figures(year, year.viewer([.analyst]))
            try await engine.write { tx in
                // A child then, of whom nobody answered whether they were one when they were exploited.
                try tx.run(
                    """
                    UPDATE referrals SET age_group = 'child' WHERE victim_id IN
                        (SELECT v.id FROM potential_victims v WHERE v.child_at_exploitation = 'not-sure')
                    """)
                try tx.run("DELETE FROM victim_exploitation")
                // What is found out later changes no figure; the local authority of an adult is taken from the record.
                try tx.run(
                    """
                    UPDATE potential_victims SET gender = 'other', nationality = 'indian', child_at_exploitation = 'yes',
                        local_authority = 'Walsall'
                    """)
            }
            let after = try await figures(year, year.viewer([.analyst]))
            #expect(Set(Self.table(after, .byAgeGroup)) == ["Adult (18 or over)|1|1", "Child (17 or under)|3|0"])
            #expect(Self.table(after, .byCombination) == Self.table(before, .byCombination))
            #expect(Self.table(after, .byGender) == Self.table(before, .byGender))
            #expect(Self.table(after, .byNationality) == Self.table(before, .byNationality))
            #expect(Set(Self.table(after, .byLocalAuthority)) == ["Sandwell|2|0", "Dudley|0|1", "Walsall|2|0"])
        }
    }

    @Test("follow the viewer, the period and the town", arguments: EngineKind.available)
    func scope(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            try await fill(year, engine)
            let lead = try await figures(year, year.viewer([.townLead], town: year.tipton))
            #expect(Self.table(lead, .byTown) == ["Tipton|2|0"])
            #expect(Self.table(lead, .declined) == ["Wants time|1|1"])
            let member = try await figures(year, year.viewer([.member], of: year.charity))
            #expect(Self.table(member, .byMonth) == ["2019-04|1|0"])
            #expect(Self.table(member, .daysToConclusiveGrounds) == ["2019-Q3|1|100|100"])
            let lapsed = try await figures(year, year.viewer([.member], of: year.charity, agreementInForce: false))
            #expect(PathwayTable.allCases.allSatisfy { lapsed[$0].isEmpty })
            let town = try await figures(
                year, year.viewer([.coordinator]), FigureFilter(period: .everything, towns: [year.oldbury]))
            #expect(Self.table(town, .byMonth) == ["2019-03|1|0", "2019-04|2|0"])
            #expect(Self.table(town, .outcomes).count == 3)
            #expect(town[.waiting].isEmpty)
            await #expect(throws: AccessError.denied) {
                _ = try await year.figures.pathways(for: year.viewer([.visitTeam]), FigureChoice(.init()))
            }
            let sheet = try await year.figures.pathways(for: year.viewer([.analyst]), FigureChoice(.init()))
            #expect(sheet.filter?.period == FigureYear.year)
        }
    }

    @Test("say of every table what is counted, and are written as CSV")
    func tables() {
        for table in PathwayTable.allCases {
            #expect(!table.unitText.isEmpty && table.columns.count > 1, "\(table)")
        }
        let figures = PathwayFigures(sent: [], waiting: [], decisions: [], declined: [], today: Day(number: 18_000))
        for table in PathwayTable.allCases { #expect(figures[table].isEmpty, "\(table)") }
        #expect(CSVTable(.declined, of: figures).text == "Reason,Answers,People\r\n")
    }

    @Test("add up places by what is offered, and say nothing of places that nobody told")
    func places() {
        let services: [PathwayFigures.Service] = [
            .init(offers: "Safe house", places: 6, free: 1), .init(offers: "Safe house", places: 4, free: nil),
            .init(offers: "Legal advice", places: nil, free: nil),
        ]
        let figures = PathwayFigures(
            sent: [], waiting: [], decisions: [], declined: [], services: services, today: Day(number: 18_000))
        #expect(
            figures[.places] == [
                .init(label: "Legal advice", numbers: [1, nil, nil]), .init(label: "Safe house", numbers: [2, 10, 1]),
            ])
    }

    @Test("round halves up", arguments: [([1], 1, 1), ([1, 2], 2, 2), ([1, 2, 6], 3, 2), ([0, 0, 1], 0, 0), ([4, 1, 1, 3], 2, 2)])
    func rounding(values: [Int], mean: Int, median: Int) {
        #expect(PathwayFigures.mean(values) == mean)
        #expect(PathwayFigures.median(values) == median)
        #expect(PathwayFigures.mean([]) == nil && PathwayFigures.median([]) == nil)
    }
}
