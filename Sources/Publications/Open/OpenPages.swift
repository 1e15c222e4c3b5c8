import Design
import Documents
import HTML
import Kernel
import Web

/// What partnerships have published, for anybody.
struct OpenListPage {
    let releases: [OpenRelease]

    var markup: Markup {
        let publishers = releases.reduce(into: [(slug: String, name: String)]()) { found, release in
            if !found.contains(where: { $0.slug == release.slug }) { found.append((release.slug, release.publisher)) }
        }.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
        return PublicPage(title: "Published", isDemonstration: releases.contains { $0.isDemonstration }) {
            PageHeading("Published") { "Reviews, reports, strategies and figures of anti-slavery partnerships" }
            p {
                "What stands here is made so that nobody can be recognised: small numbers are withheld, and two people sign each document. New documents are announced in a "
                a(.href(OpenLinks.feed)) { "feed" }
                "."
            }
            if releases.isEmpty { EmptyState("Nothing is published yet.") { p { "Documents appear here as soon as they are signed." } } }
            for publisher in publishers {
                let own = releases.filter { $0.slug == publisher.slug }
                Card(publisher.name) {
                    DataTable(
                        "Published by \(publisher.name)",
                        columns: [.init("Title", .rowHeading), .init("Days"), .init("Published"), .init("Files")],
                        rows: own.map(row))
                }
            }
        }.markup
    }

    private func row(_ release: OpenRelease) -> [Markup] {
        [
            Markup {
                a(.href(OpenLinks.release(release.slug, release.number))) {
                    release.edition > 1 ? "\(release.title), edition \(release.edition)" : release.title
                }
                if release.withdrawnAt != nil {
                    " "
                    Tag("Withdrawn", .warn)
                } else if release.supersededBy != nil {
                    " "
                    Tag("There is a newer edition", .quiet)
                }
            }, .text(release.period.text), .text(release.publishedAt.day.text),
            Markup {
                for (name, words) in [
                    ("document.html", "HTML"), ("tables.ods", "ODS"), ("document.pdf", "PDF"), ("poster.pdf", "PDF"),
                ]
                where release.files.contains(where: { $0.name == name }) {
                    a(.href(OpenLinks.file(name, of: release.slug, release.number))) {
                        words
                        span(.class("unseen")) { " of \(release.title)" }
                    }
                    " "
                }
                let tables = release.files.count { $0.name.hasSuffix(".csv") }
                if tables > 0 {
                    a(.href(OpenLinks.release(release.slug, release.number).fragment("files"))) {
                        "\(tables) CSV"
                        span(.class("unseen")) { " of \(release.title)" }
                    }
                }
            },
        ]
    }
}

/// One release: its files, its notes, its licence, and what it changes.
struct OpenReleasePage {
    let release: OpenRelease
    let licence: (label: String, note: String, isConfirmed: Bool)

    var markup: Markup {
        PublicPage(title: release.title, isDemonstration: release.isDemonstration) {
            Breadcrumbs([("Published", OpenLinks.list)], current: release.title)
            PageHeading(release.title) { "\(release.publisher), \(release.period.text)" }
            if let withdrawn = release.withdrawnAt {
                WarningText { "This was withdrawn on \(withdrawn.day.text). \(release.withdrawnReason)" }
            } else if let newer = release.supersededBy {
                InsetText {
                    p {
                        "There is a newer edition of this document. This one stays readable. "
                        a(.href(OpenLinks.release(release.slug, newer))) { "Read the newer edition" }
                    }
                }
            }
            SummaryList([
                .init("Published by", .text(release.publisher)), .init("Kind", .text(release.kind.label)),
                .init("Days", .text(release.period.text)), .init("Published on", .text(release.publishedAt.day.text)),
                .init("Edition", .text(String(release.edition))),
                .init("Licence") {
                    release.licence
                    if release.licence == licence.label {
                        if !licence.note.isEmpty {
                            br()
                            span(.class("soft")) { licence.note }
                        }
                        if !licence.isConfirmed {
                            " "
                            Tag("To be confirmed", .warn)
                        }
                    }
                },
            ])
            if release.withdrawnAt == nil { files }
            if !release.notes.isEmpty { Card("Notes") { ul { for note in release.notes { li { note } } } } }
            if !release.changes.isEmpty {
                Card("What this edition changes") { ChangeTable(changes: release.changes) }
            }
        }.markup
    }

    private var files: Markup {
        Card("Files", id: "files") {
            ul(.class("plain")) {
                for file in release.files where !file.name.hasSuffix(TableMetadata.suffix) {
                    li {
                        a(.href(OpenLinks.file(file.name, of: release.slug, release.number))) { file.title }
                        span(.class("soft")) { " \(OpenReleasePage.words(file))" }
                        if let metadata = release.files.first(where: { $0.name == file.name + TableMetadata.suffix }) {
                            " "
                            a(.href(OpenLinks.file(metadata.name, of: release.slug, release.number))) {
                                "Columns and units"
                                span(.class("unseen")) { " of \(file.title)" }
                            }
                        }
                    }
                }
            }
        }.markup
    }

    /// "CSV, 2 kB".
    private static func words(_ file: OpenFile) -> String {
        let kind = file.name.split(separator: ".").last.map { $0.uppercased() } ?? ""
        let size = file.size < 1_000 ? "\(file.size) bytes" : "\((file.size + 500) / 1_000) kB"
        return "\(kind), \(size)"
    }
}
