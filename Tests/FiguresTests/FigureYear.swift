import Access
import Figures
import Kernel
import Partnerships
import Schema
import Store
import TestSupport

/// Two partnerships with a small known year, written straight into the tables: the financial year 2019/20 of "sandwell",
/// with one concern before it, one of each kind that does not count, and a neighbour that must never be counted with it.
struct FigureYear {
    let clock = TestWorld()
    let desk: Desk
    let figures: FigureDesk
    let lists: CodeLists

    let sandwell: ID<Partnership>
    let gloucestershire: ID<Partnership>
    let council: ID<Organisation>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let oldbury: ID<Term>
    let tipton: ID<Term>
    let stroud: ID<Term>

    static let year = Period(from: Day(year: 2019, month: 4, day: 1), to: Day(year: 2020, month: 3, day: 31))

    init(_ engine: any Engine) async throws {
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        lists = try CodeLists.shipped()
        figures = FigureDesk(desk: desk, lists: lists)
        let writer = RecordWriter(world: world)
        sandwell = world.newID()
        gloucestershire = world.newID()
        council = world.newID()
        police = world.newID()
        charity = world.newID()
        oldbury = world.newID()
        tipton = world.newID()
        stroud = world.newID()
        let (langley, princesEnd): (ID<Term>, ID<Term>) = (world.newID(), world.newID())
        let (purpose, otherPurpose): (ID<Term>, ID<Term>) = (world.newID(), world.newID())
        let known = (sandwell, gloucestershire, council, police, charity, oldbury, tipton, stroud)
        try await engine.write { tx in
            let (sandwell, gloucestershire, council, police, charity, oldbury, tipton, stroud) = known
            try writer.partnership(sandwell, "sandwell", tx)
            try writer.partnership(gloucestershire, "gloucestershire", tx)
            try writer.organisation(council, "Sandwell Council", tx)
            try writer.organisation(police, "West Midlands Police", tx)
            try writer.organisation(charity, "=Hope House", tx)
            try writer.term(oldbury, "town", "Oldbury", of: sandwell, tx)
            try writer.term(tipton, "town", "Tipton", of: sandwell, tx)
            try writer.term(stroud, "town", "Stroud", of: gloucestershire, tx)
            try writer.term(langley, "ward", "Langley", of: sandwell, tx)
            try writer.term(princesEnd, "ward", "Princes End", of: sandwell, tx)
            try writer.term(purpose, "purpose", "Disruption", of: sandwell, tx)
            try writer.term(otherPurpose, "purpose", "Disruption", of: gloucestershire, tx)

            func concern(
                _ day: String, _ source: String, _ town: ID<Term>?, _ ward: ID<Term>?, _ place: String,
                _ nationality: String, _ types: [String], status: String = "raised", of partnership: ID<Partnership>
            ) throws -> ID<Concern> {
                try writer.concern(
                    .init(
                        partnership: partnership, day: day, source: source, town: town, ward: ward, place: place,
                        nationality: nationality, types: types, status: status), tx)
            }
            let first = try concern(
                "2019-04-03", "agency", oldbury, langley, "car-wash", "romanian", ["labour", "criminal"], of: sandwell)
            let second = try concern(
                "2019-04-30", "police", oldbury, nil, "private-dwelling", "unknown", ["sexual"], of: sandwell)
            let third = try concern(
                "2019-06-30", "public", tipton, princesEnd, "private-dwelling", "romanian", ["labour"], of: sandwell)
            _ = try concern("2020-03-31", "agency", nil, nil, "factory", "", ["labour"], of: sandwell)
            _ = try concern("2018-05-01", "agency", tipton, nil, "shop", "polish", ["labour"], of: sandwell)
            _ = try concern(
                "2019-05-01", "agency", oldbury, nil, "shop", "polish", ["labour"], status: "joined", of: sandwell)
            _ = try concern(
                "2019-05-02", "public", oldbury, nil, "shop", "polish", ["labour"], status: "awaiting-check",
                of: sandwell)
            let neighbour = try concern(
                "2019-04-10", "helpline", stroud, nil, "car-wash", "indian", ["labour"], of: gloucestershire)

            try writer.circle(first, police, of: sandwell, tx)
            try writer.circle(second, police, of: sandwell, removed: true, tx)
            try writer.circle(third, charity, of: sandwell, seesVictims: true, tx)

            func visit(
                _ concern: ID<Concern>, _ day: String, _ status: String, _ town: ID<Term>, _ place: String,
                _ agencies: [(ID<Organisation>, String)], of partnership: ID<Partnership>
            ) throws -> ID<Visit> {
                let visit = try writer.visit(
                    .init(
                        partnership: partnership, concern: concern, day: day, status: status, town: town, place: place,
                        purpose: partnership == sandwell ? purpose : otherPurpose), tx)
                for (agency, attended) in agencies {
                    try writer.attendance(visit, agency, attended, of: partnership, tx)
                }
                return visit
            }
            let wash = try visit(
                first, "2019-04-20", "made", oldbury, "car-wash", [(council, "yes"), (police, "yes"), (charity, "no")],
                of: sandwell)
            let dwelling = try visit(
                third, "2019-06-30", "debriefed", tipton, "private-dwelling", [(council, "yes"), (charity, "yes")],
                of: sandwell)
            let planned = try visit(
                first, "2019-07-01", "planned", oldbury, "car-wash", [(council, "yes")], of: sandwell)
            _ = try visit(first, "2019-08-01", "cancelled", oldbury, "car-wash", [(council, "")], of: sandwell)
            let elsewhere = try visit(
                neighbour, "2019-04-11", "made", stroud, "car-wash", [(police, "yes")], of: gloucestershire)

            func screening(
                _ visit: ID<Visit>, _ concern: ID<Concern>, _ agency: ID<Organisation>, _ gender: String, _ age: String,
                _ nationality: String, _ outcome: String, of partnership: ID<Partnership>
            ) throws {
                try writer.screening(
                    .init(
                        partnership: partnership, visit: visit, concern: concern, agency: agency, gender: gender,
                        ageGroup: age, nationality: nationality, outcome: outcome), tx)
            }
            try screening(wash, first, police, "male", "adult", "romanian", "no-indicators", of: sandwell)
            try screening(wash, first, council, "female", "adult", "romanian", "disclosure", of: sandwell)
            try screening(dwelling, third, charity, "male", "child", "unknown", "some-indicators", of: sandwell)
            try screening(planned, first, council, "male", "adult", "polish", "disclosure", of: sandwell)
            try screening(elsewhere, neighbour, police, "male", "adult", "indian", "disclosure", of: gloucestershire)

            try writer.round(
                first, of: sandwell, sentAt: Moment(day: Day(number: 17_990), hour: 9), dueHours: 24,
                answers: [
                    .init(agency: police, answer: "held", afterHours: 2),
                    .init(agency: council, answer: "nothing-held", afterHours: 30),
                    .init(agency: charity, answer: nil, afterHours: 0),
                ], tx)
            try writer.round(
                third, of: sandwell, sentAt: Moment(day: Day(number: 18_080), hour: 9), dueHours: 24,
                answers: [.init(agency: police, answer: "nothing-held", afterHours: 5)], tx)
        }
    }

    /// Somebody of this organisation with these roles in "sandwell".
    func viewer(
        _ roles: Set<Role>, of organisation: ID<Organisation>? = nil, town: ID<Term>? = nil,
        agreementInForce: Bool = true
    ) -> Viewer {
        Viewer(
            person: clock.world.newID(), name: "Amber Holt", organisation: organisation ?? council,
            organisationName: "Sandwell Council", partnership: sandwell, roles: roles, town: town,
            agreementInForce: agreementInForce, request: "test")
    }

    /// The dashboard of the known year for a viewer.
    func dashboard(_ viewer: Viewer, _ filter: FigureFilter = FigureFilter(period: FigureYear.year)) async throws
        -> Dashboard
    {
        try await figures.dashboard(for: viewer, filter)
    }
}

/// Runs a test on a database with the known year.
func withYear<Result: Sendable>(
    _ kind: EngineKind, _ body: (FigureYear, any Engine) async throws -> Result
) async throws -> Result {
    try await withDatabase(kind) { engine in try await body(FigureYear(engine), engine) }
}
