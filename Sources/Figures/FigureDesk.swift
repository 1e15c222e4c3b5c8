import Access
import Kernel
import Partnerships
import Store

/// The figures of a partnership, live from its records: for the command, the API and the pages.
///
/// Who sees which records is decided by Access; a viewer without figures is refused with `AccessError.denied`. Every
/// reading of figures is in the journal as a consultation.
package struct FigureDesk: Sendable {
    let desk: Desk
    let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }

    /// Every figure that the viewer may see. The operator without a partnership gets all partnerships together.
    ///
    /// - Parameter filter: should have no `problems`; an impossible period counts nothing.
    package func dashboard(for viewer: Viewer, _ filter: FigureFilter) async throws -> Dashboard {
        guard FigureScope(of: viewer) != nil else { throw AccessError.denied }
        let lists = lists
        return try await desk.read(
            as: viewer,
            Consultation("read-figures", "figures", viewer.partnership?.text ?? "", detail: filter.journalText)
        ) { reading in try reading.dashboard(filter, lists: lists) }
    }

    /// The filter that the command line and the API were asked for, or what is wrong with it.
    ///
    /// Dates are like "2019-04-01"; a town is named by its label in any case. Empty text counts as missing.
    package func filter(
        from: String?, to: String?, town: String?, in partnership: ID<Partnership>?
    ) async throws -> Outcome<FigureFilter> {
        var filter = FigureFilter()
        var problems: [Problem] = []
        func day(_ text: String?, _ field: String) -> Day? {
            guard let text, !text.isEmpty else { return nil }
            let day = Day(text)
            if day == nil { problems.append(Problem(field, "Give the date like 2019-04-01")) }
            return day
        }
        filter.period = Period(from: day(from, "from"), to: day(to, "to"))
        if let town, !town.isEmpty {
            let key = FoldedText(town).key
            let condition: Statement = partnership.map { " AND partnership_id = \($0)" } ?? .none
            filter.towns = try await desk.readOffice { office in
                try office.rows(
                    "SELECT id FROM partnership_terms WHERE kind = 'town' AND label_key = \(key)\(condition) ORDER BY id"
                ) { try $0.next(ID<Term>.self) }
            }
            if filter.towns.isEmpty { problems.append(Problem("town", "No town of this name is known here")) }
        }
        problems += filter.problems
        return problems.isEmpty ? .done(filter) : .refused(problems)
    }
}

extension Reading {
    /// Counts the units that are asked for, all of them unless told otherwise.
    func dashboard(
        _ filter: FigureFilter, units: [UnitOfCount] = UnitOfCount.allCases, lists: CodeLists
    ) throws -> Dashboard {
        let tallies = try Dictionary(uniqueKeysWithValues: units.map { ($0, try tally($0, filter)) })
        func codes(_ tables: [FigureTable]) -> Set<String> {
            Set(tables.flatMap { tallies[$0.unit]?.tables[$0]?.keys.filter { !$0.isEmpty } ?? [] })
        }
        let places = try placeLabels(codes([.concernsByTown, .concernsByWard]))
        let agencies = try organisationNames(codes([.interventionsByAgency]))
        var counts: [FigureTable: [FigureCount]] = [:]
        for (table, tally) in tallies.values.flatMap(\.tables) {
            counts[table] = tally.map { code, count in
                let label: String? =
                    switch table {
                    case .concernsByTown, .concernsByWard: places[code]
                    case .interventionsByAgency: agencies[code]
                    default: code.isEmpty ? nil : table.codeList.map { lists[$0].label(code) } ?? code
                    }
                return FigureCount(label ?? FigureCount.notRecorded, count)
            }
        }
        return Dashboard(period: filter.period, tallies: counts, byDay: tallies.mapValues(\.byDay))
    }
}
