import Access
import Accounts
import Concerns
import Figures
import Kernel
import Partnerships
import Pathways
import Publications
import Schema
import Store
import Subjects
import Visits

/// The demonstration: one year of the Sandwell partnership with its published totals and invented cases, and a second
/// partnership that starts empty with the same agencies as members.
package enum Demonstration {
    /// What a database holds, as far as the demonstration is concerned.
    package enum State: Sendable, Hashable {
        /// No partnership at all.
        case empty
        case installed
        /// An installation was interrupted.
        case unfinished
        /// Partnerships of somebody's own.
        case otherRecords
    }

    /// Why the demonstration was not installed.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case otherRecords
        case unfinished
        /// The rules of the product refused a step of a case.
        case refused(step: String, problems: [Problem])
        /// Reference data that the demonstration names is not there.
        case missing(String)

        package var description: String {
            switch self {
            case .otherRecords:
                "This database holds records of its own. Give the demonstration a database of its own: "
                    + "plainsight demo --database sqlite:data/demonstration.sqlite"
            case .unfinished:
                "The demonstration in this database was interrupted. Remove the database and start again"
            case .refused(let step, let problems):
                "The demonstration stopped at “\(step)”: "
                    + problems.map { "\($0.field): \($0.message)" }.joined(separator: "; ")
            case .missing(let what):
                "The reference data lacks \(what), which the demonstration needs"
            }
        }
    }

    /// Looks what a migrated database holds.
    package static func state(of engine: any Engine) async throws -> State {
        try await engine.read { transaction in
            let found = try transaction.rows("SELECT slug, is_demonstration FROM partnerships") { row in
                (try row.next(String.self), try row.next(Bool.self))
            }
            if found.isEmpty { return .empty }
            let slugs = Set(found.filter(\.1).map(\.0))
            if slugs.isSuperset(of: [sandwell, gloucestershire]) { return .installed }
            return slugs.contains(sandwell) ? .unfinished : .otherRecords
        }
    }

    /// Writes the demonstration into a migrated database; one that has it already is left as it is.
    ///
    /// Everything is told at its own time, with chance that is always the same: only sealed values and the hash of the
    /// pass phrase differ from one installation to the next. Throws `Failure`.
    ///
    /// - Parameter hash: hashes the pass phrase; called once, for all accounts together.
    package static func install(
        on engine: any Engine, vault: Vault, hash: @Sendable (String) async throws -> String
    ) async throws -> DemonstrationReport {
        switch try await state(of: engine) {
        case .installed: return DemonstrationReport(isNew: false)
        case .unfinished: throw Failure.unfinished
        case .otherRecords: throw Failure.otherRecords
        case .empty: break
        }
        try await ReferenceLoader.load(into: engine)
        let year = DemonstrationYear()
        let clock = DemonstrationClock(at: Moment(day: PlannedConcern.day(2018, 4, 3), hour: 9), seed: 20_180_403)
        let world = clock.world
        // The journal writes beside the story: what it draws may not move what the story draws.
        let apart = DemonstrationClock(at: clock.world.now(), seed: 20_180_404).world
        let journal = Journal(
            engine: engine, vault: vault, world: World(now: world.now, randomBytes: apart.randomBytes), server: "demonstration")
        let desk = Desk(engine: engine, vault: vault, world: world, journal: journal)
        let password = try await hash(passPhrase)
        let founding = DemonstrationFounding(desk: desk, world: world, password: password)
        let ground = try await founding.found(
            slug: sandwell, name: "Sandwell partnership", prefix: "SW", towns: try sandwellTowns())
        try await tell(year, on: ground, clock: clock, desk: desk)
        clock.set(DemonstrationYear.end, 17)
        try await founding.found(
            slug: gloucestershire, name: "Gloucestershire partnership", prefix: "GL",
            towns: ["Cheltenham", "Cotswold", "Forest of Dean", "Gloucester", "Stroud", "Tewkesbury"].map { ($0, []) })
        return DemonstrationReport(isNew: true)
    }

    private static func sandwellTowns() throws -> [(town: String, wards: [String])] {
        try ReferenceData.sandwellTowns.map { ($0.name, $0.wards.map(\.name)) }
    }

    private static func tell(
        _ year: DemonstrationYear, on ground: DemonstrationGround, clock: DemonstrationClock, desk: Desk
    ) async throws {
        let lists = try await desk.readOffice { try $0.codeLists() }
        let courses = ConcernCourse.courses(of: year)
        let preventive = year.visits.filter { $0.concern == nil && $0.tale == nil }
        if let first = courses.first { clock.set(first.concern.receivedOn, 9) }
        let viewer = Viewer.operator(of: ground.partnership, request: "demonstration")
        _ = try await desk.create(InstallDemonstration.self, by: viewer, key: nil) { change in
            try change.write(courses, preventive: preventive, on: ground, lists: lists)
            return .done(courses.count)
        }
        let indicators = try ReferenceData.indicators
        let catalogue = IndicatorCatalogue(
            indicators.map { .init(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight) })
        let visits = VisitDesk(
            desk: desk, lists: lists, powers: try PowersOfEntry.shipped(), questions: ScreeningQuestions.shipped(indicators))
        let teller = TaleTeller(
            year: year, ground: ground, clock: clock,
            concerns: ConcernDesk(desk: desk, lists: lists, indicators: catalogue), visits: visits)
        let made = try await teller.tellAll()
        let preparation = PreparationTeller(
            ground: ground, clock: clock, services: ServiceDesk(desk: desk, lists: lists),
            definitions: DefinitionDesk(desk: desk, lists: lists, templates: try .shipped()),
            reception: ReceptionDesk(desk: desk, lists: lists), visits: visits)
        let services = try await preparation.tellStanding()
        try await PathwayTeller(
            ground: ground, clock: clock, visits: visits,
            pathways: PathwayDesk(desk: desk, lists: lists, bodies: try .shipped(), indicators: catalogue),
            courses: CourseDesk(desk: desk, lists: lists, rules: try .shipped()), made: made, services: services
        ).tellAll()
        try await preparation.tellReception(after: made, services: services)
        clock.set(DemonstrationYear.end, 15)
        try await LinkTales(ground: ground, subjects: SubjectDesk(desk: desk, lists: lists)).tell()
        try await PublicationTale(
            ground: ground,
            publications: PublicationDesk(desk: desk, figures: FigureDesk(desk: desk, lists: lists), lists: lists),
            figures: StatedFigureDesk(desk: desk, figures: FigureDesk(desk: desk, lists: lists), lists: lists)
        ).tell()
        clock.set(DemonstrationYear.end, 16)
        let (partnership, concerns, count) = (ground.partnership, year.concerns.count, year.visits.count)
        try await desk.changeOffice { office in
            try office.run(
                """
                UPDATE partnerships SET next_reference = \(concerns + 1), next_visit_reference = \(count + 1)
                WHERE id = \(partnership)
                """)
        }
    }
}

/// What the command says when the demonstration is there.
package struct DemonstrationReport: Hashable, Sendable {
    /// False when the database had the demonstration already: nothing was changed.
    package let isNew: Bool
    package var passPhrase: String { Demonstration.passPhrase }
    package var accounts: [DemonstrationAccount] { Demonstration.accounts }

    /// The report as the command prints it.
    package var text: String {
        var lines = [
            isNew
                ? "The demonstration is ready: the Sandwell year 2019 to 2020, and Gloucestershire, which is empty."
                : "The demonstration is there already. Nothing was changed.",
            "Sign in with any of these addresses and the pass phrase: \(passPhrase)",
        ]
        for account in accounts {
            let town = account.town.map { " for \($0)" } ?? ""
            lines.append(
                "  \(account.email): \(account.name), \(account.organisation), \(account.role.label.lowercased())\(town), "
                    + account.partnership)
        }
        return lines.joined(separator: "\n")
    }
}
