/// What a new release would tell beside those that are out already.
package struct EarlierCheck: Sendable {
    /// What somebody could find out.
    package enum Danger: Hashable, Sendable {
        /// The figures contradict each other, in words.
        case contradiction(String)
        /// A hidden figure, or a change of few people, comes within less than the threshold.
        case tells(Attack.Finding)
        /// There are too many figures together for an exact attack, so that nobody can prove that it is safe.
        case unproved
    }

    let earlier: [[PublishedTable]]
    let threshold: Int
    let exactLimit: Int?

    /// - Parameters:
    ///   - earlier: the tables of each release, in the order in which they were published.
    ///   - exactLimit: how many entries a table of equations may have for linear programming.
    package init(earlier: [[PublishedTable]], threshold: Int, exactLimit: Int? = nil) {
        self.earlier = earlier
        self.threshold = threshold
        self.exactLimit = exactLimit
    }

    /// Why a release may not follow the earlier ones; nothing where it may.
    ///
    /// Where the tables together are too many for an exact attack, the answer is no: what cannot be proved is not published.
    package func dangers(of tables: [PublishedTable]) throws(DisclosureProblem) -> [Danger] {
        let attack: Attack
        do { attack = try Attack(earlier + [tables], threshold: threshold, exactLimit: exactLimit) } catch {
            return [.contradiction("\(error)")]
        }
        let before = try Attack(earlier, threshold: threshold, exactLimit: exactLimit)
        var known: [String: FigureInterval] = [:]
        for finding in before.findings { known[finding.key] = finding.interval }
        let told = attack.findings.filter { finding in
            guard let width = finding.interval.width, width < threshold else { return false }
            if let past = known[finding.key], let earlierWidth = past.width, earlierWidth <= width { return false }
            return true
        }
        if told.isEmpty, !attack.isExact { return [.unproved] }
        return told.map(Danger.tells)
    }

    /// The same in words.
    package func reasons(against tables: [PublishedTable]) throws(DisclosureProblem) -> [String] {
        try dangers(of: tables).map { danger in
            switch danger {
            case .contradiction(let words): return "Together with what was published before it contradicts itself: \(words)"
            case .unproved:
                return
                    "This release and the earlier ones are too many figures together for an exact attack, so that nobody can prove that it is safe"
            case .tells(let finding):
                let interval = finding.interval
                let range =
                    interval.width == 0
                    ? "is exactly \(interval.lower)" : "lies between \(interval.lower) and \(interval.upper ?? 0)"
                return finding.isDifference
                    ? "Whoever puts this release beside an earlier one can tell that the change in the figure for \(finding.cell) \(range): that is so few that it could point at a person"
                    : "Whoever puts this release beside an earlier one can tell that the hidden figure for \(finding.cell) \(range)"
            }
        }
    }

    /// The release that is nearest to the wanted one and safe, in words.
    package func alternative(to tables: [PublishedTable]) throws(DisclosureProblem) -> String {
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
