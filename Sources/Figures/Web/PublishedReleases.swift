import Design
import HTML
import Kernel
import Web

/// Releases with where they are from, newest first.
struct PublishedReleases: Component {
    let slug: String
    let releases: [ReleaseLine]

    @MarkupBuilder var markup: Markup {
        DataTable(
            "Releases",
            columns: [
                .init("Release", .rowHeading), .init("Published", .unbroken), .init("Imported", .unbroken), .init("File"),
                .init("Rows", .number),
            ],
            rows: releases.map { release in
                [
                    a(.href(FigureLinks.release(slug, release.id))) { release.title }, .text(release.publishedOn?.text ?? "Not said"),
                    .text(release.importedAt.day.text), .text(release.fileName), .text(release.rows.grouped),
                ]
            }
        ).markup
        p(.class("unit")) {
            "A later release replaces the quarters that it revises. What was said before stays readable in the release that said it."
        }
    }
}

/// Every release, the newest five hundred of them.
struct PublishedReleasesPage {
    let context: SignedIn
    let releases: [ReleaseLine]

    var markup: Markup {
        let slug = context.place.slug
        return SignedInPage(context, section: .figures, title: "Releases of published statistics") {
            Breadcrumbs([("Published statistics", FigureLinks.published(slug))], current: "Releases")
            PageHeading("Releases")
            PublishedReleases(slug: slug, releases: releases)
        }.markup
    }
}
