import Access
import Accounts
import Foundation
import HTTPTypes
import Kernel
import Partnerships
import Pathways
import Store
import TestSupport
import Testing

@testable import Site

/// Every viewer against every relation, page, table, download and interface, judged by `PolicyOracle`.
@Suite("Separation", .serialized)
struct SeparationMatrixTests {
    /// What one actor was shown of one thing.
    private struct Observation: Sendable {
        let actor: PolicyOracle.Actor
        let relation: Relation
        let keys: Set<String>
    }

    /// How what was shown differs from what the policy says; nil where it does not.
    private static func difference(_ observation: Observation, from oracle: PolicyOracle) -> String? {
        let expected = oracle.keys(observation.relation, for: observation.actor)
        if expected == observation.keys { return nil }
        let (more, less) = (observation.keys.subtracting(expected), expected.subtracting(observation.keys))
        return "\(observation.actor) sees of \(observation.relation) \(more.count) too many (\(more.first ?? "")) "
            + "and \(less.count) too few (\(less.first ?? ""))"
    }

    private static func differences(_ observed: [Observation], from oracle: PolicyOracle) -> [String] {
        observed.compactMap { difference($0, from: oracle) }
    }

    private static let people = TestWorld(seed: 7)

    /// Everybody in a world, with the viewer that Access gets for them.
    private static func actors(of world: CaseWorld) -> [(PolicyOracle.Actor, Viewer)] {
        var actors: [(PolicyOracle.Actor, Viewer)] = []
        for person in world.people {
            for place in world.places {
                guard let actor = PolicyOracle.Actor(person, in: place) else { continue }
                actors.append((actor, viewer(actor, person.id)))
            }
        }
        for place in world.places {
            for agency in world.agencies {
                // Signed in, and without a role.
                let nobody = PolicyOracle.Actor(
                    door: .person, roles: [], agency: agency.id, place: place.id, town: nil, agreementInForce: true)
                actors.append((nobody, viewer(nobody, people.world.newID())))
            }
            let door = PolicyOracle.Actor(
                door: .publicForm, roles: [], agency: nil, place: place.id, town: nil, agreementInForce: true)
            actors.append((door, .publicForm(of: place.id, request: "test")))
            let machine = PolicyOracle.Actor(
                door: .operator, roles: [], agency: nil, place: place.id, town: nil, agreementInForce: true)
            actors.append((machine, .operator(of: place.id, request: "test")))
        }
        let machine = PolicyOracle.Actor(
            door: .operator, roles: [], agency: nil, place: nil, town: nil, agreementInForce: true)
        actors.append((machine, .operator(request: "test")))
        return actors
    }

    private static func viewer(_ actor: PolicyOracle.Actor, _ person: ID<Person>) -> Viewer {
        Viewer(
            person: person, name: "Somebody", organisation: actor.agency ?? people.world.newID(), organisationName: "",
            partnership: actor.place ?? people.world.newID(), roles: actor.roles, town: actor.town,
            agreementInForce: actor.agreementInForce, request: "test")
    }

    /// What makes a row recognisable.
    private static func key(_ relation: Relation) -> Statement {
        switch relation {
        case .concerns, .mentions, .scopingRounds, .scopingRequests, .responseDecisions, .strands, .tasks, .files,
            .visits, .screenings, .recordChanges, .potentialVictims, .victimAccounts, .consents, .referrals,
            .referralDecisions, .victimCrimes, .safeguardingNotices, .childPanels, .childPanelMembers, .supportEntries, .metAgain,
            .referralFigures, .referralDecisionFigures, .consentFigures, .supportServices, .serviceAssessments, .receptionCentres,
            .receptionActivations,
            .receptionArrivals, .pathwayDefinitions, .definitionVersions, .pathwayTests, .pathwayFixes, .concernFigures, .visitFigures,
            .screeningFigures, .subjects, .subjectMentions, .subjectProposals, .subjectMerges, .blindAnswersHeard,
            .blindAnswersGiven, .linkRuns, .blindComparisons, .licencesAndOrders, .premisesParties,
            .publications, .publicationSections, .publicationEditions, .publicationSignatures, .registeredDocuments,
            .statedFigures, .statedFigureVersions, .settledFigures:
            "t.id"
        case .concernExploitation, .exploitationFigures: "t.concern_id || '/' || t.exploitation_type"
        case .victimExploitation: "t.victim_id || '/' || t.exploitation_type"
        case .victimCircles: "t.victim_id || '/' || t.organisation_id"
        case .comparisonSides: "t.comparison_id || '/' || t.organisation_id"
        // With the number of the pair, which is told later.
        case .comparisonMatches: "t.comparison_id || '/' || t.organisation_id || '/' || t.place || '/' || COALESCE(t.pair, 0)"
        case .mentionMarks: "t.mention_id || '/' || t.mark"
        case .concernIndicators: "t.concern_id || '/' || t.indicator"
        case .circles, .responseTeam: "t.concern_id || '/' || t.organisation_id"
        case .strandTeam: "t.strand_id || '/' || t.organisation_id"
        case .concernOutcomes: "t.concern_id || '/' || t.measure"
        case .notTheSame: "t.concern_id || '/' || t.other_id"
        case .fileChunks: "t.file_id || '/' || t.number"
        case .concernWords, .concernWordRows: "t.concern_id"
        case .visitAgencies, .attendanceFigures: "t.visit_id || '/' || t.organisation_id"
        case .serviceTerms: "t.service_id || '/' || t.code"
        case .assessmentPoints: "t.assessment_id || '/' || t.point"
        case .receptionPlans: "t.centre_id || '/' || t.number"
        case .receptionChecks: "t.activation_id || '/' || t.number"
        case .receptionRoles: "t.activation_id || '/' || t.organisation_id"
        case .definitionReadings: "t.version_id || '/' || t.organisation_id"
        case .pathwayTestSteps: "t.test_id || '/' || t.number"
        case .screeningIndicators: "t.screening_id || '/' || t.indicator"
        }
    }

    /// Asks every relation as everybody.
    private static func observe(
        _ actors: [(PolicyOracle.Actor, Viewer)], through desk: Desk
    ) async throws -> [Observation] {
        var observed: [Observation] = []
        for (actor, viewer) in actors {
            let found = try await desk.read(as: viewer, Consultation("test", "concerns")) { reading in
                try Relation.allCases.map { relation in
                    let statement: Statement = "SELECT \(key(relation)) FROM \(reading.visible(relation)) t"
                    return (relation, try reading.rows(statement) { try $0.next(String.self) })
                }
            }
            for (relation, keys) in found {
                #expect(Set(keys).count == keys.count, "\(relation) answers a row twice")
                observed.append(Observation(actor: actor, relation: relation, keys: Set(keys)))
            }
        }
        return observed
    }

    private static func withWorld(
        _ kind: EngineKind, seed: UInt64, size: Int, _ body: (CaseWorld, any Engine, Desk, TestWorld) async throws -> Void
    ) async throws {
        try await withDatabase(kind) { engine in
            let clock = TestWorld()
            let vault = try SiteUnderTest.vault()
            let world = CaseWorldMaker.make(seed: seed, size: size, clock: clock)
            try await CaseWorldWriter(world: world, vault: vault, now: clock.now).write(to: engine)
            let journal = clock.journal(on: engine, vault: vault, server: "test")
            let desk = Desk(engine: engine, vault: vault, world: clock.world, journal: journal)
            try await body(world, engine, desk, clock)
        }
    }

    @Test("holds in every relation for everybody", arguments: EngineKind.available, [1, 2] as [UInt64])
    func relations(kind: EngineKind, seed: UInt64) async throws {
        try await Self.withWorld(kind, seed: seed, size: 30) { world, _, desk, _ in
            let observed = try await Self.observe(Self.actors(of: world), through: desk)
            #expect(Self.differences(observed, from: PolicyOracle(world)) == [])
            // The world is rich enough that members see some and not all.
            for relation in Relation.allCases where relation != .concernWords && relation != .concernWordRows {
                let counts = Set(observed.filter { $0.relation == relation }.map(\.keys.count))
                #expect(counts.count > 3, "\(relation) is the same for everybody")
            }
        }
    }

    @Test("holds in the count of those who stay in a service, whoever owns it", arguments: EngineKind.available, [1, 2] as [UInt64])
    func stays(kind: EngineKind, seed: UInt64) async throws {
        try await Self.withWorld(kind, seed: seed, size: 30) { world, engine, desk, _ in
            // Everybody who is looked after stays in one of two services of their partnership.
            var stays: [(person: CaseWorld.Helped, service: ID<SupportService>)] = []
            for place in world.places {
                let services = world.support.services.filter { $0.place == place.id }.map(\.id).prefix(2)
                for (number, person) in world.helped.filter({ $0.place == place.id }).enumerated() where !services.isEmpty {
                    stays.append((person, services[number % services.count]))
                }
            }
            let (written, used) = (stays, Set(stays.map(\.service)))
            try await engine.write { transaction in
                for stay in written {
                    try transaction.run(
                        """
                        UPDATE support_entries SET kind = 'stay', code = 'safe-house', status = 'current',
                            service_id = \(stay.service) WHERE id = \(stay.person.entry)
                        """)
                }
            }
            let oracle = PolicyOracle(world)
            let services = ServiceDesk(desk: desk, lists: try CodeLists.shipped())
            var found: Set<Int> = []
            for (actor, viewer) in Self.actors(of: world) where actor.door == .person {
                for service in world.support.services where used.contains(service.id) && oracle.sees(actor, ofAllMembers: service.place) {
                    let expected = stays.count { $0.service == service.id && oracle.sees(actor, $0.person) }
                    let count = try await services.one(service.id, as: viewer).staysKnown
                    #expect(count == expected, "\(actor) at a service of \(service.place)")
                    found.insert(count)
                }
            }
            #expect(found.count > 3, "the count is the same for everybody")
        }
    }

    // MARK: The test of the test

    @Test("is seen to fail when any sentence of the policy is taken away", arguments: EngineKind.available)
    func everyRuleCounts(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 1, size: 30) { world, _, desk, _ in
            let observed = try await Self.observe(Self.actors(of: world), through: desk)
            for rule in PolicyOracle.Rule.allCases {
                let oracle = PolicyOracle(world, without: rule)
                let isNoticed = observed.contains { Self.difference($0, from: oracle) != nil }
                #expect(isNoticed, "without \(rule) nothing is noticed")
            }
        }
    }

    @Test("is seen to fail when somebody reads with the eyes of another organisation", arguments: EngineKind.available)
    func swappedOrganisation(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 1, size: 30) { world, _, desk, _ in
            for (actor, _) in Self.actors(of: world) where actor.roles == [.member] && actor.agreementInForce {
                var other = actor
                other.agency = world.agencies.first { $0.id != actor.agency }?.id
                let stolen = Self.viewer(other, Self.people.world.newID())
                let observed = try await Self.observe([(actor, stolen)], through: desk)
                #expect(!Self.differences(observed, from: PolicyOracle(world)).isEmpty)
            }
        }
    }

    @Test("is seen to fail on pages and at the interface when one predicate is broken", arguments: EngineKind.available)
    func brokenPredicate(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 3, size: 7) { world, engine, _, clock in
            try await SiteUnderTest.run(over: engine, vault: try SiteUnderTest.vault(), clock: clock) { site in
                let place = world.places[0]
                for rule in [PolicyOracle.Rule.namedInCircle, .answersOfOthers, .victimsStrand, .onTheVisit] {
                    let (broken, whole) = (PolicyOracle(world, without: rule), PolicyOracle(world))
                    // Somebody for whom this sentence of the policy makes a difference.
                    let person = try #require(
                        world.people.first { person in
                            guard let actor = PolicyOracle.Actor(person, in: place), actor.roles == [.member] else {
                                return false
                            }
                            return broken.marks(for: actor) != whole.marks(for: actor)
                        }, "\(rule) makes no difference to any member")
                    let actor = try #require(PolicyOracle.Actor(person, in: place))
                    let session = try await site.signIn(person.id)
                    let token = try await site.token(for: person.id, in: place.id)
                    let pages = try await PageWalk(
                        site: site, session: session, world: world, oracle: broken, place: place, actor: actor
                    ).check()
                    #expect(!pages.isEmpty, "without \(rule) the pages are taken as right")
                    // The interface does not show strands.
                    guard rule != .victimsStrand else { continue }
                    let answers = try await InterfaceWalk(
                        site: site, token: token, world: world, oracle: broken, place: place, actor: actor
                    ).check()
                    #expect(!answers.isEmpty, "without \(rule) the interface is taken as right")
                }
            }
        }
    }

    // MARK: Through the site

    @Test("holds on every page", arguments: EngineKind.available)
    func pages(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 3, size: 7) { world, engine, _, clock in
            try await SiteUnderTest.run(over: engine, vault: try SiteUnderTest.vault(), clock: clock) { site in
                let oracle = PolicyOracle(world)
                for person in world.people {
                    let session = try await site.signIn(person.id)
                    for place in world.places {
                        let walk = PageWalk(
                            site: site, session: session, world: world, oracle: oracle, place: place,
                            actor: PolicyOracle.Actor(person, in: place))
                        let differences = try await walk.check()
                        #expect(differences == [])
                    }
                }
            }
        }
    }

    @Test("holds at every path of the interface", arguments: EngineKind.available)
    func interface(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 4, size: 8) { world, engine, _, clock in
            try await SiteUnderTest.run(over: engine, vault: try SiteUnderTest.vault(), clock: clock) { site in
                let oracle = PolicyOracle(world)
                for person in world.people {
                    for place in world.places {
                        let walk = InterfaceWalk(
                            site: site, token: try await site.token(for: person.id, in: place.id), world: world,
                            oracle: oracle, place: place, actor: PolicyOracle.Actor(person, in: place))
                        let differences = try await walk.check()
                        #expect(differences == [])
                    }
                }
            }
        }
    }

    @Test("holds for tokens of every single scope", arguments: EngineKind.available)
    func scopes(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 5, size: 2) { world, engine, _, clock in
            try await SiteUnderTest.run(over: engine, vault: try SiteUnderTest.vault(), clock: clock) { site in
                let place = world.places[0]
                let coordinator = try #require(world.people.first { $0.grants.first?.role == .coordinator })
                let reads: [(String, TokenScope)] = [
                    ("concerns", .readConcerns), ("concerns/\(world.cases[0].id)", .readConcerns),
                    ("answers", .readConcerns), ("visits", .readVisits), ("visits/\(world.calls[0].id)", .readVisits),
                    ("visits/\(world.calls[0].id)/screenings", .readScreenings), ("dashboard", .readDashboard),
                ]
                let writes: [(String, TokenScope)] = [
                    ("concerns", .writeConcerns), ("answers/\(world.questions[0].id)", .writeScoping),
                    ("visits", .writeVisits), ("screenings", .writeScreenings),
                ]
                for scope in TokenScope.allCases {
                    let token = try await site.token(for: coordinator.id, in: place.id, scopes: [scope])
                    for (path, needed) in reads {
                        let answer = try await site.api("/api/v1/\(path)", token: token)
                        #expect(answer.status == (scope == needed ? 200 : 403), "\(path) with \(scope)")
                    }
                    for (path, needed) in writes {
                        let answer = try await site.api("/api/v1/\(path)", token: token, method: .post, body: "{}")
                        #expect(answer.status == (scope == needed ? 422 : 403), "\(path) with \(scope)")
                    }
                }
                for (path, _) in reads {
                    for token in [nil, "", "ps_nothing", "ps_" + clock.world.newToken()] {
                        let answer = try await site.api("/api/v1/\(path)", token: token)
                        #expect(answer.status == 401)
                        #expect(answer.type.hasPrefix("application/problem+json"))
                    }
                }
            }
        }
    }

    @Test("follows every change of roles, memberships and circles with the next request", arguments: EngineKind.available)
    func nextRequest(kind: EngineKind) async throws {
        try await Self.withWorld(kind, seed: 6, size: 10) { world, engine, _, clock in
            try await SiteUnderTest.run(over: engine, vault: try SiteUnderTest.vault(), clock: clock) { site in
                let place = world.places[0]
                let oracle = PolicyOracle(world)
                let member = try #require(
                    world.people.first { person in
                        guard let actor = PolicyOracle.Actor(person, in: place), actor.roles == [.member] else { return false }
                        return world.cases.contains { oracle.sees(actor, $0) }
                    })
                let actor = try #require(PolicyOracle.Actor(member, in: place))
                let concern = try #require(world.cases.first { oracle.sees(actor, $0) })
                let session = try await site.signIn(member.id)
                let token = try await site.token(for: member.id, in: place.id)
                func statuses() async throws -> [Int] {
                    let page = try await site.get("/\(place.slug)/concerns/\(concern.id)", as: session)
                    let entry = try await site.api("/api/v1/concerns/\(concern.id)", token: token)
                    return [page.status, entry.status]
                }
                func change(_ statement: Statement, _ undo: Statement, _ expected: [Int]) async throws {
                    _ = try await engine.write { try $0.run(statement) }
                    let during = try await statuses()
                    #expect(during == expected)
                    _ = try await engine.write { try $0.run(undo) }
                    let after = try await statuses()
                    #expect(after == [200, 200])
                }
                let before = try await statuses()
                #expect(before == [200, 200])
                try await change(
                    """
                    UPDATE circles SET removed_at = 1
                    WHERE concern_id = \(concern.id) AND organisation_id = \(member.agency)
                    """,
                    """
                    UPDATE circles SET removed_at = NULL
                    WHERE concern_id = \(concern.id) AND organisation_id = \(member.agency)
                    """, [404, 404])
                try await change(
                    "UPDATE partnerships SET agreement_valid_until = '2020-02-02' WHERE id = \(place.id)",
                    "UPDATE partnerships SET agreement_valid_until = NULL WHERE id = \(place.id)", [404, 404])
                try await change(
                    """
                    UPDATE partnership_members SET left_on = '2020-02-02'
                    WHERE partnership_id = \(place.id) AND organisation_id = \(member.agency)
                    """,
                    """
                    UPDATE partnership_members SET left_on = NULL
                    WHERE partnership_id = \(place.id) AND organisation_id = \(member.agency)
                    """, [404, 401])
                try await change(
                    "UPDATE roles SET role = 'administrator' WHERE person_id = \(member.id)",
                    "UPDATE roles SET role = 'member' WHERE person_id = \(member.id)", [404, 404])
                try await change(
                    "UPDATE people SET is_active = 0 WHERE id = \(member.id)",
                    "UPDATE people SET is_active = 1 WHERE id = \(member.id)", [303, 401])
            }
        }
    }
}
