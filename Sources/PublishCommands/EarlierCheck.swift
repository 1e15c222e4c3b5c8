import Disclosure

/// What a new release would tell beside those that are out already.
struct EarlierCheck {
    let earlier: [[PublishedTable]]
    let threshold: Int

    /// Why a release may not follow the earlier ones; nothing where it may.
    ///
    /// Where the tables together are too many for an exact attack, the answer is no: what cannot be proved is not published.
    func reasons(against tables: [PublishedTable]) throws(DisclosureProblem) -> [String] {
        let attack: Attack
        do { attack = try Attack(earlier + [tables], threshold: threshold) } catch {
            return ["Together with what was published before it contradicts itself: \(error)"]
        }
        let before = try Attack(earlier, threshold: threshold)
        var known: [String: FigureInterval] = [:]
        for finding in before.findings { known[finding.key] = finding.interval }
        var reasons: [String] = []
        for finding in attack.findings {
            guard let width = finding.interval.width, width < threshold else { continue }
            if let past = known[finding.key], let earlierWidth = past.width, earlierWidth <= width { continue }
            let range =
                width == 0
                ? "is exactly \(finding.interval.lower)" : "lies between \(finding.interval.lower) and \(finding.interval.upper ?? 0)"
            reasons.append(
                finding.isDifference
                    ? "Whoever puts this release beside an earlier one can tell that the change in the figure for \(finding.cell) \(range): that is so few that it could point at a person"
                    : "Whoever puts this release beside an earlier one can tell that the hidden figure for \(finding.cell) \(range)")
        }
        if reasons.isEmpty, !attack.isExact {
            reasons.append(
                "This release and the earlier ones are too many figures together for an exact attack, so that nobody can prove that it is safe"
            )
        }
        return reasons
    }

    /// The release that is nearest to the wanted one and safe, in words.
    func alternative(to tables: [PublishedTable]) throws(DisclosureProblem) -> String {
        // First without single tables, then with what was added hidden everywhere but in the totals.
        if tables.count > 1 {
            for index in tables.indices {
                var fewer = tables
                fewer.remove(at: index)
                if try reasons(against: fewer).isEmpty { return "publish the other tables without “\(tables[index].name)”" }
            }
        }
        for table in tables {
            for dimension in table.dimensions.indices where table.dimensions.count > 1 {
                let coarser = PublishedTable(
                    name: table.name, dimensions: table.dimensions, parents: table.parents,
                    cells: table.cells.filter { $0.labels[dimension] == TableDimension.totalLabel })
                if try reasons(against: [coarser]).isEmpty {
                    return "publish “\(table.name)” without the dimension “\(table.dimensions[dimension])”"
                }
            }
            let total = PublishedTable(
                name: table.name, dimensions: table.dimensions, parents: table.parents,
                cells: table.cells.filter { $0.labels.allSatisfy { $0 == TableDimension.totalLabel } })
            if try reasons(against: [total]).isEmpty { return "publish the total of “\(table.name)” alone" }
        }
        return "wait until more has changed since the last release, and publish then; the figures that are out already can be repeated"
    }
}
