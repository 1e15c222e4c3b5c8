import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The pages of published statistics, mounted below a partnership at "figures/published". Everybody who is signed in may read them;
/// what stands beside them of one's own records is as narrow as on the pages of figures.
package struct PublishedRoutes: Sendable {
    private let statistics: PublishedStatistics

    package init(_ statistics: PublishedStatistics) {
        self.statistics = statistics
    }

    /// The overview, `authorities`, a page for each force, authority, nation and release, and `tables/{table}.csv` of each.
    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get { _, context in
            Response.page(PublishedPage(context: context, overview: try await statistics.overview(for: context.viewer)).markup)
        }
        routes.get("tables/{table}.csv") { _, context in
            let overview = try await statistics.overview(for: context.viewer, isDownload: true)
            let slug = context.place.slug
            return try download([overview.forcesTable(slug)] + overview.tables(slug), "national", context)
        }
        routes.get("authorities") { _, context in
            Response.page(
                PublishedAuthoritiesPage(context: context, authorities: try await statistics.authorities(for: context.viewer)).markup)
        }
        routes.get("authorities/tables/{table}.csv") { _, context in
            let authorities = try await statistics.authorities(for: context.viewer, isDownload: true)
            return try download([authorities.table(context.place.slug)], "authorities", context)
        }
        add(.force, "forces", to: routes)
        add(.authority, "authorities", to: routes)
        add(.nation, "nations", to: routes)
        routes.get("releases") { _, context in
            Response.page(
                PublishedReleasesPage(context: context, releases: try await statistics.releases(for: context.viewer)).markup)
        }
        routes.get("releases/:release") { _, context in
            let release = try context.id("release", of: StatisticRelease.self)
            let sheet = try await statistics.release(release, for: context.viewer)
            return Response.page(PublishedReleasePage(context: context, sheet: sheet).markup)
        }
        routes.get("releases/:release/figures.csv") { _, context in
            let release = try context.id("release", of: StatisticRelease.self)
            let table = try await statistics.releasedFigures(release, for: context.viewer)
            return Response.csv(table.text, name: "release-\(release.text).csv")
        }
        return routes
    }

    private func add(_ kind: PublishedArea.Kind, _ path: String, to routes: RouteCollection<SignedIn>) {
        let statistics = statistics
        routes.get("\(path)/:code") { _, context in
            let sheet = try await statistics.area(kind, context.parameters.get("code") ?? "", for: context.viewer)
            return Response.page(PublishedAreaPage(context: context, sheet: sheet).markup)
        }
        routes.get("\(path)/:code/tables/{table}.csv") { _, context in
            let code = context.parameters.get("code") ?? ""
            let sheet = try await statistics.area(kind, code, for: context.viewer, isDownload: true)
            return try download([sheet.trend] + sheet.tables(context.place.slug), sheet.area.code, context)
        }
    }

    /// The table of this name as a file. Throws `AccessError.notVisible` where there is none.
    private func download(_ tables: [StatisticTable], _ about: String, _ context: SignedIn) throws -> Response {
        let name = context.parameters.get("table") ?? ""
        guard let table = tables.first(where: { $0.name == name }) else { throw AccessError.notVisible }
        return Response.csv(table.csv.text, name: "published-\(about)-\(table.name).csv")
    }
}
