import Access
import Disclosure
import Documents
import Figures
import Foundation
import Kernel
import Partnerships
import Reviews
import Schema
import Store
import TestSupport
import Testing

@testable import Publications
@testable import Site

/// The six towns of the demonstration year, each in a profile of its own, beside the annual review.
@Suite("Town profiles")
struct TownProfileTests {
    private static let period = Period(from: Day("2019-04-01"), to: Day("2020-03-31"))

    /// The demonstration with the desk of its publications and somebody who coordinates it.
    private struct Ground {
        let engine: any Engine
        let desk: PublicationDesk
        let coordinator: Viewer
        let towns: [TermSummary]

        init(_ engine: any Engine) async throws {
            self.engine = engine
            let vault = try Vault(keyBytes: [UInt8](repeating: 3, count: 32))
            _ = try await Demonstration.install(on: engine, vault: vault) { "hash of \($0.count)" }
            let clock = TestWorld(at: Moment(microseconds: 1_588_233_600_000_000))
            let desk = Desk(
                engine: engine, vault: vault, world: clock.world, journal: clock.journal(on: engine, vault: vault, server: "test"))
            let slug = Demonstration.sandwell
            let partnership = try #require(try await desk.readOffice { try $0.partnership(slug: slug) })
            towns = try await desk.readOffice { try $0.terms(of: partnership.id, kind: "town") }
            let lists = try CodeLists.shipped()
            self.desk = PublicationDesk(desk: desk, figures: FigureDesk(desk: desk, lists: lists), lists: lists)
            let somebody = try await engine.read { transaction in
                try transaction.first(
                    """
                    SELECT p.id, p.name, p.organisation_id FROM roles r JOIN people p ON p.id = r.person_id
                    WHERE r.role = 'coordinator' AND r.partnership_id = \(partnership.id) ORDER BY p.id LIMIT 1
                    """
                ) { (try $0.next(ID<Person>.self), try $0.next(String.self), try $0.next(ID<Organisation>.self)) }
            }
            let (person, name, organisation) = try #require(somebody)
            coordinator = Viewer(
                person: person, name: name, organisation: organisation, organisationName: "", partnership: partnership.id,
                roles: [.coordinator], town: nil, agreementInForce: true, request: "test")
        }

        /// A document without written sections.
        func draft(
            _ kind: PublicationKind, town: ID<Term>? = nil, last: Day? = TownProfileTests.period.to
        ) async throws -> ID<PartnershipPublication> {
            let first = try #require(TownProfileTests.period.from)
            let last = try #require(last)
            let begun = try await desk.begin(
                PublicationFacts(kind: kind, title: "A document", first: first, last: last, town: town), by: coordinator, key: nil)
            let publication = try #require(begun.result, "\(begun.problems)")
            for section in try await desk.one(publication, as: coordinator).sections
            where section.draft.kind.isWritten || section.draft.kind == .objectives {
                _ = try await desk.remove(section.id, of: publication, by: coordinator, key: nil)
            }
            return publication
        }

        /// Everything that is locked.
        func stated() async throws -> [[StatedCounts]] {
            try await engine.read { transaction in
                try transaction.rows("SELECT stated FROM publication_editions ORDER BY locked_at, id") {
                    try StoredJSON.value(try $0.next(String.self))
                }
            }
        }
    }

    @Test("of all six towns and the review tell nothing that is withheld, and what would is refused with the reason")
    func sixTowns() async throws {
        // The check knows no database: one of them is enough.
        try await withDatabase(.sqlite) { engine in
            let ground = try await Ground(engine)
            #expect(ground.towns.count == 6)
            let review = try await ground.draft(.boroughReport)
            _ = try #require(try await ground.desk.lock(review, by: ground.coordinator, key: nil).result)
            var locked: [String] = []
            for town in ground.towns {
                let profile = try await ground.draft(.townProfile, town: town.id)
                let outcome = try await ground.desk.lock(profile, by: ground.coordinator, key: nil)
                if outcome.result != nil { locked.append(town.label) }
            }
            // They are protected together, so that no town has to wait for another one's figures to be forgotten.
            #expect(locked == ground.towns.map(\.label))
            // Whoever reads all of them together can tell no withheld figure to within fewer than five.
            let stated = try await ground.stated()
            let attack = try Attack(ReleaseLedger.tables(of: stated), threshold: 5)
            let withheld = Set(
                stated.joined().flatMap { counts in
                    counts.rows.filter { $0.value == nil }.map { row in
                        "\(counts.counts)/\(row.days.text)/"
                            + (counts.within + (row.label.map { [$0] } ?? [])).map { "\($0.dimension) \($0.text)" }.sorted().joined(
                                separator: "/")
                    }
                })
            #expect(withheld.count > 50)
            let told = attack.findings.filter { finding in
                guard let width = finding.interval.width, width < 5 else { return false }
                let parts = finding.cell.split(separator: ", ").map { $0.trimmingCharacters(in: .whitespaces) }
                let name = "\(parts[0])/\(parts[1].dropFirst("from ".count))/" + parts.dropFirst(2).sorted().joined(separator: "/")
                return withheld.contains(name)
            }
            #expect(told.isEmpty, "\(told.prefix(5))")
            #expect(attack.isExact)
            // A profile of fewer days is taken from the year: what is left is a month of one town.
            let shorter = try await ground.draft(
                .townProfile, town: ground.towns.first { $0.label == "Smethwick" }?.id, last: Day("2020-02-29"))
            let refused = try await ground.desk.lock(shorter, by: ground.coordinator, key: nil)
            #expect(refused.result == nil)
            #expect(
                refused.problems.contains { $0.message.hasPrefix("The figure for ") && $0.message.contains("Town Smethwick") },
                "\(refused.problems.map(\.message))")
            #expect(refused.problems.contains { $0.message.hasPrefix("What would be safe: ") })
        }
    }

    @Test("stand beside the whole partnership, name no other town's figures, and no ward", arguments: EngineKind.available)
    func profile(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await Ground(engine)
            let smethwick = try #require(ground.towns.first { $0.label == "Smethwick" })
            let document = try await ground.desk.preview(
                try await ground.draft(.townProfile, town: smethwick.id), as: ground.coordinator)
            let page = String(decoding: HTMLDocument(document).bytes(), as: UTF8.self)
            #expect(page.contains("Tackling modern slavery and human trafficking in Smethwick"))
            let tables = Dictionary(uniqueKeysWithValues: document.statisticalTables.map { ($0.id, $0) })
            let whole = try #require(tables["table-town-and-partnership"])
            #expect(whole.columns == ["What is counted", "Smethwick", "Whole partnership", "Share of the whole"])
            #expect(whole.rows[0].figures.map(\.value) == [.number(60), .number(171), .percent(35)])
            #expect(whole.rows.map(\.label) == ["Concerns raised", "Visits made", "Agency interventions", "People screened"])
            for id in [
                "concerns-by-quarter", "concerns-by-source", "concerns-by-location-type", "concerns-by-exploitation-type",
                "concerns-by-nationality", "screened-by-gender",
            ] {
                let table = try #require(tables["table-\(id)"], "\(id)")
                #expect(table.columns.contains("Smethwick") && table.columns.contains("Whole partnership"), "\(id)")
                // No figure from 1 to 4, of the town or of the whole.
                for row in table.rows {
                    for figure in row.figures {
                        if case .number(let number) = figure.value { #expect(number == 0 || number >= 5, "\(id) \(row.label)") }
                    }
                }
            }
            for other in ["Oldbury", "Rowley Regis", "Tipton", "Wednesbury"] { #expect(!page.contains(other), "\(other)") }
            #expect(!page.contains("Ward</th>"))
        }
    }
}
