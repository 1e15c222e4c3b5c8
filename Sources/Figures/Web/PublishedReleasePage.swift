import Design
import HTML
import Kernel
import Web

/// One release: what it said, what it replaced, and what replaced it.
struct PublishedReleasePage {
    let context: SignedIn
    let sheet: PublishedReleaseSheet

    private var slug: String { context.place.slug }

    var markup: Markup {
        let release = sheet.release
        return SignedInPage(context, section: .figures, title: "Release of published statistics", layout: .wide) {
            Breadcrumbs([("Published statistics", FigureLinks.published(slug))], current: "Release")
            PageHeading(release.title)
            Card("Where it is from") {
                SummaryList([
                    .init("Published", .text(release.publishedOn?.text ?? "")), .init("Imported", .text(release.importedAt.day.text)),
                    .init("File", .text(release.fileName)), .init("Rows", .text(release.rows.grouped)),
                    .init("SHA-256 of the file", .text(release.fileHash)),
                ])
            }
            if !sheet.versions.isEmpty {
                Card(
                    "Quarters of this release",
                    aside: { a(.href(FigureLinks.releasedFigures(slug, release.id)), .download("")) { "CSV of all its figures" } }
                ) {
                    table
                    p(.class("unit")) {
                        "All figures of a quarter together, as this release has them, as they were before it, and as a later release has them."
                    }
                }
            }
        }.markup
    }

    private var table: DataTable {
        DataTable(
            "Quarters of this release",
            columns: [
                .init("Quarter", .rowHeading), .init("Part"), .init("In this release", .number), .init("Before", .number),
                .init("Now", .number), .init("Difference", .number), .init("Replaced by"),
            ],
            rows: sheet.versions.map { version in
                [
                    .text(version.quarter.text), .text(version.section.isEmpty ? "All" : version.section.replacing("-", with: " ")),
                    .text(version.total.grouped + StatisticTable.shorthand(version.mark)), .text(version.before?.grouped ?? "[z]"),
                    .text((version.after ?? version.total).grouped),
                    .text(version.before.map { (version.total - $0).grouped } ?? "[z]"),
                    version.replacedBy.map { next in a(.href(FigureLinks.release(slug, next))) { sheet.names[next] ?? "A later release" } }
                        ?? .text("Nothing: it stands"),
                ]
            }, stacks: false)
    }
}
