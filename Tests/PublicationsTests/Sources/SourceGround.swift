import Access
import Documents
import Figures
import Foundation
import Kernel
import Partnerships
import Reviews
import Store
import TestSupport
import Testing

@testable import Publications

/// A partnership without a case, for what a published source says: figures with their sources, and the document of them.
struct SourceGround {
    let clock = TestWorld(at: Moment(day: Day(number: 18_700), hour: 9))
    let publications: PublicationDesk
    let figures: StatedFigureDesk
    let coordinator: Viewer
    let chair: Viewer

    init(_ engine: any Engine, named name: String) async throws {
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 9, count: 32))
        let desk = Desk(engine: engine, vault: vault, world: world, journal: clock.journal(on: engine, vault: vault, server: "test"))
        let place: ID<Partnership> = world.newID()
        let agency = TestAgency(world.newID(), "Council", "other")
        let people = [world.newID(Person.self), world.newID(Person.self)]
        try await engine.write { transaction in
            try transaction.addShippedLists()
            try transaction.found([(place, "here")], of: [agency])
            try transaction.run("UPDATE partnerships SET name = \(name) WHERE id = \(place)")
            for (number, person) in people.enumerated() {
                try transaction.run(
                    """
                    INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
                    VALUES (\(person), \(agency.id), \("Invented \(number)"), \("n\(number)@example.org"), \("n\(number)@example.org"), 0)
                    """)
            }
        }
        func viewer(_ person: ID<Person>, _ role: Role) -> Viewer {
            Viewer(
                person: person, name: "Invented", organisation: agency.id, organisationName: "Council", partnership: place, roles: [role],
                town: nil, agreementInForce: true, request: "test")
        }
        (coordinator, chair) = (viewer(people[0], .coordinator), viewer(people[1], .chair))
        let lists = try await desk.readOffice { try $0.codeLists() }
        let counts = FigureDesk(desk: desk, lists: lists)
        publications = PublicationDesk(desk: desk, figures: counts, lists: lists)
        figures = StatedFigureDesk(desk: desk, figures: counts, lists: lists)
    }

    /// Takes figures in as a coordinator does, as rows of a file.
    ///
    /// - Parameter rows: `key|measure|category|value|exactness|period|about|reach`, and behind them what else is said as `name=value`.
    func record(_ rows: String, of source: StatedSource) async throws {
        let columns = ["key", "measure", "category", "value", "exactness", "period", "about", "reach"]
        let further = ["target", "part-of", "numerator", "denominator", "page", "note", "mark"]
        var lines = [(columns + further + ["title", "publisher", "published"]).joined(separator: ",")]
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            let named = Dictionary(
                parts.dropFirst(columns.count).compactMap { part -> (String, String)? in
                    let pair = part.split(separator: "=", maxSplits: 1)
                    return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
                }
            ) { first, _ in first }
            try #require(parts.count >= columns.count, "\(row)")
            let values =
                parts.prefix(columns.count) + further.map { named[$0] ?? "" } + [source.title, source.publisher, source.date]
            lines.append(values.map { "\"\($0)\"" }.joined(separator: ","))
        }
        clock.advance(seconds: 60)
        let count = try done(try await figures.takeIn(lines.joined(separator: "\n"), by: coordinator, key: nil))
        #expect(count == lines.count - 1)
    }

    /// What a publication says once it is locked: the text of its page, with one space between words.
    ///
    /// - Parameters:
    ///   - words: for the written sections of the kind, in their order.
    ///   - further: sections that are added; the figures of records are taken out, because there are none.
    func locked(
        _ kind: PublicationKind, titled title: String, from first: String, to last: String, words: [SectionDraft], further: [SectionDraft]
    ) async throws -> (text: String, document: Publication, sheet: String) {
        clock.advance(seconds: 60)
        let days = (try #require(Day(first)), try #require(Day(last)))
        let id = try done(
            try await publications.begin(
                PublicationFacts(kind: kind, title: title, first: days.0, last: days.1), by: coordinator, key: nil))
        var left = words
        for section in try await publications.one(id, as: coordinator).sections {
            guard let place = left.firstIndex(where: { $0.kind == section.draft.kind }) else {
                _ = try done(try await publications.remove(section.id, of: id, by: coordinator, key: nil))
                continue
            }
            _ = try done(
                try await publications.change(
                    section.id, of: id, to: left.remove(at: place), version: section.version, by: coordinator, key: nil))
        }
        #expect(left.map(\.title) == [], "the kind begins with these sections")
        for section in further { _ = try done(try await publications.add(section, to: id, by: coordinator, key: nil)) }
        let prepared = try await publications.prepare(id, as: coordinator)
        #expect(prepared.reasons.map(\.message) == [])
        _ = try done(try await publications.lock(id, by: coordinator, key: nil))
        let edition = try await publications.edition(1, of: id, as: chair)
        let page = String(decoding: HTMLDocument(edition.document).bytes(), as: UTF8.self)
        return (SourceGround.text(of: page), edition.document, edition.sheet.text())
    }

    func done<Result>(_ outcome: Outcome<Result>) throws -> Result {
        switch outcome {
        case .done(let result): return result
        case .refused(let problems): throw Refused(problems: problems)
        }
    }

    /// The words of a page, with one space between them.
    private static func text(of page: String) -> String {
        let body = page.range(of: "<body").map { page[$0.lowerBound...] } ?? page[...]
        let plain = body.replacing(#/<[^>]*>/#, with: " ")
        return plain.replacing("&amp;", with: "&").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Looks for each statement, and for the lines of the documentation that say what is left.
    static func expect(
        _ text: String, states statements: [String], in source: String, left: [(figure: String, why: String)],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        for statement in statements { #expect(text.contains(statement), "\(source) states: \(statement)", sourceLocation: location) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let documentation = try String(contentsOf: root.appendingPathComponent("docs/publishing-documents.md"), encoding: .utf8)
        for (figure, why) in left {
            #expect(documentation.contains("| \(figure) | \(why) |"), "\(source) leaves: \(figure)", sourceLocation: location)
        }
    }

    /// Objectives as a section holds them.
    static func objectives(_ title: String, _ entries: [ObjectiveFile.Entry]) -> SectionDraft {
        SectionDraft(.objectives, title: title, objectives: entries)
    }

    /// One objective as its fields.
    static func objective(
        _ number: String, _ item: String = "", _ words: String, status: String = "", progress: [String] = [], why: [String] = [],
        how: [String] = [], outcomes: [String] = [], figures: [String] = []
    ) -> ObjectiveFile.Entry {
        var entry = ObjectiveFile.Entry()
        (entry.number, entry.item, entry.objective, entry.status) = (number, item, words, status)
        (entry.progress, entry.why, entry.how, entry.outcomes, entry.figures) = (progress, why, how, outcomes, figures)
        return entry
    }
}

/// The keys of rows of figures.
func keys(of rows: String) -> String {
    rows.split(separator: "\n").map { $0.prefix { $0 != "|" }.trimmingCharacters(in: .whitespaces) }.joined(separator: ",")
}
