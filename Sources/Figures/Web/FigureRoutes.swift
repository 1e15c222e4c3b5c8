import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The pages of figures of one partnership, mounted below its address at "figures".
package struct FigureRoutes: Sendable {
    private let desk: FigureDesk

    package init(_ desk: FigureDesk) {
        self.desk = desk
    }

    /// `figures`, `figures/answers`, `figures/pathways` with its tables, `figures/towns/{town}` and `figures/{table}.csv`.
    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get { request, context in
            page(try await desk.sheet(for: context.viewer, FigureChoice(request.query)), context)
        }
        routes.get("answers") { request, context in
            let sheet = try await desk.answers(for: context.viewer, FigureChoice(request.query))
            let markup = AnswerFiguresPage(context: context, sheet: sheet).markup
            return sheet.figures.problems.isEmpty ? Response.page(markup) : .unprocessable(markup)
        }
        routes.get("pathways") { request, context in
            let sheet = try await desk.pathways(for: context.viewer, FigureChoice(request.query))
            let markup = PathwayFiguresPage(context: context, sheet: sheet).markup
            return sheet.figures.problems.isEmpty ? Response.page(markup) : .unprocessable(markup)
        }
        routes.get("pathways/{table}.csv") { request, context in
            guard let table = PathwayTable(rawValue: context.parameters.get("table") ?? "") else { throw AccessError.notVisible }
            let sheet = try await desk.pathways(for: context.viewer, FigureChoice(request.query), isDownload: true)
            guard let figures = sheet.figures.result, let filter = sheet.filter else {
                return Response.unprocessable(PathwayFiguresPage(context: context, sheet: sheet).markup)
            }
            return Response.csv(
                CSVTable(table, of: figures).text, name: fileName(context.place.slug, table.rawValue, filter.period))
        }
        routes.get("towns/{town}") { request, context in
            let town = try context.id("town", of: Term.self)
            return page(try await desk.sheet(for: context.viewer, FigureChoice(request.query), town: town), context)
        }
        routes.get("{table}.csv") { request, context in
            try await download(context.parameters.get("table") ?? "", FigureChoice(request.query), context)
        }
        return routes
    }

    private func page(_ sheet: FigureSheet, _ context: SignedIn) -> Response {
        let markup = FiguresPage(context: context, sheet: sheet, lists: desk.lists).markup
        return sheet.figures.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }

    private func download(_ name: String, _ choice: FigureChoice, _ context: SignedIn) async throws -> Response {
        let slug = context.place.slug
        if name == "answers" {
            let sheet = try await desk.answers(for: context.viewer, choice)
            guard let figures = sheet.figures.result else {
                return .unprocessable(AnswerFiguresPage(context: context, sheet: sheet).markup)
            }
            return .csv(CSVTable(figures).text, name: fileName(slug, name, figures.period))
        }
        guard let table = FigureTable(rawValue: name) else { throw AccessError.notVisible }
        let sheet = try await desk.sheet(for: context.viewer, choice, part: .table(table))
        guard let figures = sheet.figures.result else { return page(sheet, context) }
        return .csv(CSVTable(table, of: figures.dashboard).text, name: fileName(slug, name, figures.filter.period))
    }

    /// "sandwell-concerns-by-town-2019-04-01-2020-03-31.csv".
    private func fileName(_ slug: String, _ table: String, _ period: Period) -> String {
        ([slug, table] + [period.from?.iso, period.to?.iso].compactMap { $0 }).joined(separator: "-") + ".csv"
    }
}
