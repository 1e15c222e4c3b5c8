import Access
import Documents
import Kernel
import Partnerships
import Reviews

/// Signs a locked publication in one of two roles. With the second signature, which is another person's, it is published.
package enum SignPublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "sign-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator, .chair]

    /// Every reason why this person cannot sign in this role; empty means they can.
    ///
    /// - Parameter read: the edition whose words they were shown.
    package static func problems(
        _ file: PublicationFile, as role: SigningRole?, reading read: ID<PublicationEdition>?, by viewer: Viewer
    ) -> [Problem] {
        guard file.publication.state == .locked, let edition = file.current else {
            return [Problem("", "Only what is locked and not published yet is signed")]
        }
        guard let role else { return [Problem("role", "Choose in whose place you sign")] }
        guard viewer.has(role.role) else { return [Problem("role", "You do not hold this role")] }
        if edition.id != read {
            return [Problem("", "It was unlocked and locked again since you read it. Read it again before you sign")]
        }
        var problems: [Problem] = []
        if let signature = edition.signature(role) {
            problems.append(Problem("role", "\(signature.name) has signed as \(role.label.lowercased()) already"))
        }
        if viewer.person == nil || edition.signatures.contains(where: { $0.person == viewer.person }) {
            problems.append(Problem("", "You have signed it already. The other signature has to be somebody else’s"))
        }
        return problems
    }
}

/// Everything that is out with the second signature.
struct PreparedRelease: Sendable {
    struct File: Sendable {
        let name: String
        let title: String
        let mediaType: String
        let digest: String
        let bytes: [UInt8]
    }

    let edition: ID<PublicationEdition>
    let document: Publication
    let notes: [String]
    let licence: String
    let files: [File]
}

extension PublicationDesk {
    /// The licence of what is published from now on, and whether a practitioner has confirmed it.
    package var licence: (label: String, note: String, isConfirmed: Bool) {
        let value = lists["publication_licence"].current(on: desk.world.now().day).first
        return (value?.label ?? "All rights reserved", value?.note ?? "", value?.isConfirmed ?? true)
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func sign(
        _ publication: ID<PartnershipPublication>, edition read: ID<PublicationEdition>?, as role: SigningRole?, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<PublicationState> {
        let file = try await one(publication, as: viewer)
        // Documents are made before the transaction; whether they are still the right ones is asked inside.
        var release: PreparedRelease?
        if let edition = file.current, edition.missing.count == 1,
            SignPublication.problems(file, as: role, reading: read, by: viewer).isEmpty
        {
            release = try await prepareRelease(of: edition, file.publication.facts)
        }
        let made = release
        return try await desk.change(SignPublication.self, on: publication, by: viewer, key: key) { change in
            let file = try change.reading.publicationFile(publication)
            let problems = SignPublication.problems(file, as: role, reading: read, by: viewer)
            guard problems.isEmpty, let role, let edition = file.current else { return .refused(problems) }
            try change.alsoChanges(.publicationEditions, edition.id.text)
            try change.sign(edition.id, as: role)
            guard edition.missing == [role] else {
                change.note("Publication signed as \(role.label.lowercased())")
                return .done(.locked)
            }
            guard let made, made.edition == edition.id else {
                return .refused([Problem("", "Somebody else signed at the same moment. Send this again")])
            }
            try change.publish(made, edition, of: file.publication, after: file.former?.release)
            change.note("Publication signed as \(role.label.lowercased()), and published")
            return .done(.published)
        }
    }

    /// Makes the files that are out with the second signature.
    private func prepareRelease(of edition: EditionDetail, _ facts: PublicationFacts) async throws -> PreparedRelease {
        let kind = facts.kind
        let today = desk.world.now().day
        var document = edition.document
        document.cover.state =
            "Published on \(today.text), edition \(edition.number). Checked and signed for the partnership by two people: the coordinator "
            + "and the chair of the board."
        let stated = document.sections.contains { $0.id.hasPrefix("stated-") || $0.id.hasPrefix("statistics-") }
        var notes = [
            "Counted from the partnership’s own records of its work\(stated ? ", but for figures that have a source of their own" : "").",
            protection.method,
        ]
        let figures = document.statisticalTables.flatMap(\.rows).flatMap(\.figures)
        for value in [FigureValue.withheld, .notAvailable] where figures.contains(where: { $0.value == value }) {
            if let meaning = value.meaning { notes.append("\(value.text) means \(meaning).") }
        }
        for mark in FigureMark.allCases where figures.contains(where: { $0.marks.contains(mark) }) {
            notes.append("\(mark.text) means \(mark.meaning).")
        }
        let licence = licence.label
        let page = HTMLDocument(document).bytes()
        let drawing = InfographicDrawing(edition.sheet).file()
        var files: [PreparedRelease.File] = []
        func printed(_ page: [UInt8], _ name: String, _ title: String) async {
            if let printer, let pdf = try? await printer.pdf(page) {
                files.append(PreparedRelease.File(name, title, "application/pdf", pdf))
            } else {
                notes.append(
                    "There is no PDF, because the program that makes one was not at hand or did not succeed. The page prints as a report.")
            }
        }
        func drawn(_ title: String) async {
            files.append(PreparedRelease.File("infographic.svg", title, "image/svg+xml", drawing))
            if let painter, let picture = try? await painter.png(drawing) {
                files.append(PreparedRelease.File("infographic.png", "\(title), as a picture", "image/png", picture))
            } else {
                notes.append(
                    "There is no PNG, because the program that makes one was not at hand or did not succeed. The SVG is the same sheet.")
            }
        }
        if kind.isSheet {
            await drawn("The sheet")
            await printed(InfographicDrawing(edition.sheet).poster(), "poster.pdf", "The sheet as a poster")
            files.append(PreparedRelease.File("document.html", "The same in words", "text/html; charset=utf-8", page))
        } else {
            files.append(PreparedRelease.File("document.html", "The document as a page", "text/html; charset=utf-8", page))
            files.append(
                PreparedRelease.File(
                    "document.odt", "The document for word processors", "application/vnd.oasis.opendocument.text",
                    OpenDocumentText(document).bytes()))
            await printed(page, "document.pdf", "The document for printing")
            if !kind.isOfMonth { await drawn("The period on one sheet") }
        }
        if !document.statisticalTables.isEmpty {
            files.append(
                PreparedRelease.File(
                    "tables.ods", "All tables as a spreadsheet", "application/vnd.oasis.opendocument.spreadsheet",
                    OpenDocumentSpreadsheet(document, licence: licence).bytes()))
        }
        for table in document.statisticalTables {
            let name = "\(table.id.hasPrefix("table-") ? String(table.id.dropFirst("table-".count)) : table.id).csv"
            files.append(PreparedRelease.File(name, table.caption, "text/csv; charset=utf-8; header=present", TidyTable.csv(table)))
            files.append(
                PreparedRelease.File(
                    name + TableMetadata.suffix, "Columns and units of \(table.caption)", TableMetadata.mediaType,
                    TidyTable.metadata(table, file: name, of: document, days: kind.countedDays(facts.period), licence: licence)))
        }
        return PreparedRelease(edition: edition.id, document: document, notes: notes, licence: licence, files: files)
    }
}
