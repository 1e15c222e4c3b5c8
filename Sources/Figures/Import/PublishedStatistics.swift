import Access
import Concerns
import Kernel
import Partnerships
import Store

/// A release of published statistics.
package enum StatisticRelease {}
/// The figures of one quarter in one release.
package enum StatisticPart {}

/// Published statistics: brings them in, and reads them. They are public and stand beside the records, not among them.
package struct PublishedStatistics: Sendable {
    let desk: Desk
    let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }

    /// What is said of a file besides what stands in it.
    package struct Source: Sendable {
        package let fileName: String
        package let title: String
        package let publishedOn: Day?
        /// One of `FigureMark` without its brackets: "p", "r", "b"; or empty.
        package let mark: String

        package init(fileName: String, title: String = "", publishedOn: Day? = nil, mark: String = "") {
            self.fileName = fileName
            self.title = title
            self.publishedOn = publishedOn
            self.mark = mark
        }
    }

    /// Brings a file of published statistics in, in any shape of `StatisticDataset`. Everything is checked first; any problem
    /// means that nothing is written. A quarter whose figures are there already is left as it is; one whose figures differ is
    /// replaced by the new release, and the earlier figures stay readable.
    ///
    /// - Parameter request: names the run in the journal.
    package func importFile(_ file: [UInt8], from source: Source, isDryRun: Bool, request: String) async throws -> StatisticReport {
        let lists = lists
        let authorities = try await desk.readOffice { try $0.authorityNames() }
        let read = StatisticFile.read(file, categories: StatisticCategories(lists: lists, authorities: authorities), mark: source.mark)
        let hash = HexDigits.hash(of: file)
        let ids = ReleaseIDs(desk.world, parts: read.parts.count)
        @Sendable func settle(_ office: Office, writing: Bool) throws -> StatisticReport {
            var report = StatisticReport(title: read.dataset?.title ?? "", rows: read.rows, problems: read.problems, isDryRun: isDryRun)
            guard let dataset = read.dataset, report.problems.isEmpty else { return report }
            let standing = try office.currentParts(of: dataset)
            let plan = try ReleasePlan(read, dataset, standing, source: source) { try office.nationalityTotals(of: $0) }
            report.problems = plan.problems
            guard report.problems.isEmpty else { return report }
            report.changes = !plan.fresh.isEmpty
            report.notes = plan.notes(read)
            guard writing, report.changes else { return report }
            try office.write(plan, of: read, dataset, source: source, hash: hash, ids: ids)
            office.journal(
                "import-statistics", "statistic_releases", ids.release.text, by: nil, event: .collection, request: request,
                detail: "\(dataset.rawValue) \(plan.fresh.count)")
            return report
        }
        let first = try await desk.readOffice { try settle($0, writing: false) }
        guard first.problems.isEmpty, first.changes, !isDryRun else { return first }
        // Looked at again in the transaction: somebody may have imported meanwhile.
        return try await desk.changeOffice { try settle($0, writing: true) }
    }
}

/// The identifiers of a release and its parts, made before the transaction, which may be run again.
struct ReleaseIDs: Sendable {
    let release: ID<StatisticRelease>
    let parts: [ID<StatisticPart>]

    init(_ world: World, parts count: Int) {
        release = world.newID()
        var sequence = IDSequence(at: world.now(), seed: world.randomBytes(16))
        parts = (0..<count).map { _ in sequence.next(StatisticPart.self) }
    }
}

/// The figures of a quarter that stand now, as far as an import looks at them.
struct StandingPart: Sendable {
    let id: ID<StatisticPart>
    let quarter: CalendarQuarter
    let section: String
    let hasDetail: Bool
    let hash: String
    let total: Int
    let publishedOn: Day?
    let title: String
}

/// What a file comes to beside what stands.
struct ReleasePlan: Sendable {
    struct Fresh: Sendable {
        /// Its place among the parts of the file.
        let index: Int
        let part: StatisticFile.Part
        let replaces: StandingPart?

        /// Whether it says the same as before, now by first responder.
        var onlyAddsDetail: Bool {
            guard let replaces else { return false }
            return part.hasDetail && !replaces.hasDetail && part.total == replaces.total
        }
    }

    var fresh: [Fresh] = []
    var unchanged = 0
    var problems: [ImportProblem] = []

    /// - Parameter totals: by nationality of a part that stands, to compare a part without detail with it.
    init(
        _ file: StatisticFile, _ dataset: StatisticDataset, _ standing: [StandingPart], source: PublishedStatistics.Source,
        totals: (ID<StatisticPart>) throws -> [String: Int]
    ) throws {
        struct Key: Hashable {
            let quarter: CalendarQuarter
            let section: String
        }
        let known = Dictionary(standing.map { (Key(quarter: $0.quarter, section: $0.section), $0) }) { first, _ in first }
        for (index, part) in file.parts.enumerated() {
            let old = known[Key(quarter: part.quarter, section: part.section)]
            guard let old else {
                fresh.append(Fresh(index: index, part: part, replaces: nil))
                continue
            }
            if old.hash == part.hash {
                unchanged += 1
                continue
            }
            let name = part.section.isEmpty ? part.quarter.text : "\(part.quarter.text), \(part.section)"
            if old.hasDetail, !part.hasDetail {
                // A summary of what stands in detail says nothing new, as long as it says the same.
                var sums: [String: Int] = [:]
                for cell in part.cells { sums["\(cell.nationality) \(cell.secondNationality)", default: 0] += cell.count }
                if try totals(old.id) == sums {
                    unchanged += 1
                } else {
                    problems.append(
                        ImportProblem(
                            row: part.row, column: "First responder",
                            message:
                                "\(name): this file counts \(part.total) and the figures by first responder that are here \(old.total), or it differs by nationality. Import the release with the figures by first responder first"
                        ))
                }
                continue
            }
            if let before = old.publishedOn, let now = source.publishedOn, now < before {
                problems.append(
                    ImportProblem(
                        row: part.row, column: "Quarter",
                        message:
                            "\(name): figures that were published later, on \(before.iso), are here already. A release cannot be replaced by an earlier one"
                    ))
                continue
            }
            fresh.append(Fresh(index: index, part: part, replaces: old))
        }
    }

    /// What is done, in words.
    func notes(_ file: StatisticFile) -> [String] {
        let leaves = file.parts.reduce(0) { $0 + $1.cells.count }
        var notes = ["\(leaves) figures and \(file.totals) totals, each of which is what its parts add up to."]
        let new = fresh.filter { $0.replaces == nil }.count
        if new > 0 { notes.append("New: \(new == 1 ? "1 quarter" : "\(new) quarters") of a series.") }
        let detailed = fresh.count { $0.onlyAddsDetail }
        if detailed > 0 {
            notes.append("Now by first responder, with the same totals: \(detailed == 1 ? "1 quarter" : "\(detailed) quarters").")
        }
        for one in fresh where !one.onlyAddsDetail {
            guard let old = one.replaces else { continue }
            notes.append(
                "Revised: \(one.part.quarter.text)\(one.part.section.isEmpty ? "" : ", \(one.part.section)"): \(old.total) before, \(one.part.total) now. The earlier figures stay readable."
            )
        }
        if unchanged > 0, !fresh.isEmpty { notes.append("Unchanged: \(unchanged).") }
        return notes
    }
}
