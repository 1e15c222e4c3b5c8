import Disclosure
import Documents
import Foundation
import Kernel

/// Counts records into tables, protects them, proves it, and writes the release.
package struct PublishTables {
    package let microdata: String
    package let specification: String
    package let output: String

    package init(microdata: String, specification: String, output: String) {
        self.microdata = microdata
        self.specification = specification
        self.output = output
    }

    /// What was released, for whoever ran it.
    package struct Outcome: Hashable, Sendable {
        package let cells: Int
        package let primary: Int
        package let lost: Int
        package let valueLost: Int
        /// What of each kind of margin is shown.
        package let kept: [Suppression.Kept]
        package let seconds: Double
    }

    /// So many figures are attacked for the audit at the most.
    private static let mostAttacked = 400_000

    /// Nothing is written unless everything is safe. Throws `PublishProblem`.
    package func run() throws(PublishProblem) -> Outcome {
        let start = ProcessUse().cpuSeconds
        let specification = try ReleaseSpecification(contentsOf: specification)
        var earlier: [PublishedDirectory] = []
        for path in specification.earlier { earlier.append(try PublishedDirectory(path)) }
        let file = try MicrodataFile(
            microdata, needed: ReleasePlan.columns(of: specification), count: specification.count)
        let plan = try ReleasePlan(specification, file, path: microdata)
        let release = try protect(specification, plan, file, earlier)
        let seconds = ProcessUse().cpuSeconds - start
        try write(specification, release, seconds: seconds)
        return Outcome(
            cells: release.tables.reduce(0) { $0 + $1.cells.count }, primary: release.primaryCount, lost: release.lostCount,
            valueLost: release.valueLost, kept: release.kept, seconds: ProcessUse().cpuSeconds - start)
    }

    private struct Release {
        var tables: [FinishedTable]
        var figures: [Int32]
        var isHidden: [Bool]
        var intervals: [Attack.Finding]
        var isExact: Bool
        var primaryCount: Int
        var lostCount: Int
        var valueLost: Int
        var kept: [Suppression.Kept]
        var space: CellSpace
    }

    private func protect(
        _ specification: ReleaseSpecification, _ plan: ReleasePlan, _ file: MicrodataFile, _ earlier: [PublishedDirectory]
    ) throws(PublishProblem) -> Release {
        let method = specification.tables[0].method
        do throws(any Error) {
            let records = try CodedRecords(columns: plan.columns, counts: file.counts)
            let space = try CellSpace(dimensions: plan.dimensions, tables: plan.designs)
            let figures = FigureCounter(space: space, columns: plan.columns, records: records).figures()
            let combinations = RecordCombinations(space: space, columns: plan.columns, records: records)
            let tables = plan.designs.indices.map { index in
                FinishedTable(index, of: space, name: plan.designs[index].name, names: plan.names[index], method: method)
            }
            let least = plan.designs.map(\.threshold).max() ?? 5
            guard records.total >= least else {
                throw PublishProblem.refused(
                    reasons: [
                        "There are \(records.total) in all, fewer than the threshold of \(least): whatever is said of them is said of few people"
                    ],
                    alternative: "wait until there are more, or publish them together with those of another period or place")
            }
            if method == .round {
                return try round(specification, combinations, figures, tables, earlier, base: least)
            }
            let past = PastFigures(earlier)
            let told = past.consequences(for: tables, figures: figures, threshold: least)
            // In tables of many dimensions nearly every fine figure is small, and looking for groups would hide the rest.
            let isWide = plan.designs.contains { $0.axes.count > 3 }
            let primary = PrimarySuppression(
                figures, of: space, groupLimit: specification.groups ?? (isWide ? 0 : 2 * least), isTold: told.mustHide)
            let width: (Int) -> Int = { space.views[$0].threshold }
            let suppression = try Suppression.least(
                records: combinations, figures: figures, primary: primary, width: width, isShown: told.isShown.contains)
            _ = try ProtectionProof(suppression, records: combinations, figures: figures, width: width)
            guard figures.indices.contains(where: { figures[$0] > 0 && !suppression.isHidden[$0] }) else {
                throw PublishProblem.refused(
                    reasons: [
                        "Every figure above zero would have to be hidden: nearly all are smaller than \(least), or could be worked out"
                    ],
                    alternative: "publish fewer dimensions, wider categories or longer periods, or rounded figures (\"method\": \"round\")")
            }
            let published = tables.map { $0.published(figures, suppression.isHidden, base: 1) }
            if !earlier.isEmpty {
                let check = EarlierCheck(earlier: earlier.map(\.tables), threshold: least)
                let reasons = try check.reasons(against: published)
                guard reasons.isEmpty else {
                    throw PublishProblem.refused(reasons: Array(reasons.prefix(10)), alternative: try check.alternative(to: published))
                }
            }
            // The proof stands by itself; the attack says what the audit tells of each figure.
            let isAttacked = published.reduce(0) { $0 + $1.cells.count } <= PublishTables.mostAttacked
            let attack = try Attack(isAttacked ? [published] : [], threshold: least, exactLimit: 400_000)
            for finding in attack.findings where finding.interval.width.map({ $0 < least }) ?? false {
                throw PublishProblem.refused(
                    reasons: [
                        "\(finding.cell) in \(finding.table) could be worked out to lie between \(finding.interval.lower) and \(finding.interval.upper ?? 0)"
                    ],
                    alternative: "publish fewer dimensions or wider categories")
            }
            let lost = suppression.hiddenCount
            let value = figures.indices.reduce(0) { $0 + (suppression.isHidden[$1] ? Int(figures[$1]) : 0) }
            let isHidden = suppression.isHidden
            return Release(
                tables: tables, figures: figures, isHidden: isHidden, intervals: attack.findings, isExact: isAttacked && attack.isExact,
                primaryCount: primary.count, lostCount: lost, valueLost: value,
                kept: suppression.kept(figures, in: space), space: space)
        } catch let problem as DisclosureProblem {
            throw .at(microdata, problem)
        } catch let problem as PublishProblem {
            throw problem
        } catch {
            throw .input(path: microdata, message: "The figures cannot be counted")
        }
    }

    private func round(
        _ specification: ReleaseSpecification, _ combinations: RecordCombinations, _ figures: [Int32], _ tables: [FinishedTable],
        _ earlier: [PublishedDirectory], base: Int
    ) throws(PublishProblem) -> Release {
        let rounding = ControlledRounding(records: combinations, figures: figures, base: base)
        let isHidden = [Bool](repeating: false, count: figures.count)
        let now = tables.map { $0.published(rounding.figures, isHidden, base: base) }
        let past = PastFigures(earlier)
        if let cell = past.overlap(with: now) {
            throw .refused(
                reasons: ["\(cell) was published before in another form: two forms of one figure together tell more than either"],
                alternative: "publish it in the form of the first release (\"method\": \"suppress\"), or only what was not published before"
            )
        }
        return Release(
            tables: tables, figures: rounding.figures, isHidden: isHidden, intervals: [], isExact: true, primaryCount: 0, lostCount: 0,
            valueLost: rounding.valueLost, kept: [], space: combinations.space)
    }

    // MARK: Files

    private func write(_ specification: ReleaseSpecification, _ release: Release, seconds: Double) throws(PublishProblem) {
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for table in release.tables {
                try put(table.name + ".csv", table.csv(release.figures, release.isHidden))
                try put(table.name + ".csv" + TableMetadata.suffix, table.metadata)
            }
            let workbook = OpenDocumentWorkbook(
                title: specification.title, tables: release.tables, figures: release.figures, isHidden: release.isHidden)
            try put("tables.ods", workbook.bytes())
            try put("audit.json", try audit(release, seconds: seconds))
        } catch {
            throw .input(path: output, message: "The release cannot be written there")
        }
    }

    private func put(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: output).appendingPathComponent(name), options: .atomic)
    }

    /// Only what anybody could compute from the release: how it was protected in the single case is not in it.
    private func audit(_ release: Release, seconds: Double) throws -> [UInt8] {
        let isRounded = release.tables[0].method == .round
        let isTotalHidden = release.space.views.contains { $0.mask == 0 && release.isHidden[$0.offset] }
        let object: [String: Any] = [
            "method": release.tables[0].method.rawValue,
            "threshold": release.tables.map(\.threshold).max() ?? 5,
            "cells": release.space.cellCount,
            "cells_lost": release.lostCount,
            "margins": release.kept.map { kept in
                ["dimensions": kept.dimensions, "figures_above_zero": kept.figures, "shown": kept.shown]
            },
            // What is hidden in all follows from the total of all, where that is shown; elsewhere it would be one equation more.
            "value_lost": isRounded || isTotalHidden ? NSNull() : release.valueLost,
            "seconds": (seconds * 1000).rounded() / 1000,
            "proof": isRounded
                ? "Every figure is a sum of combinations that were each rounded to one of the two multiples beside it."
                : "For every hidden figure, other sets of records were found that give exactly this publication and in which it differs by at least the threshold; each was checked against every published figure of all tables together.",
            "proved_width": isRounded ? 0 : release.tables.map(\.threshold).min() ?? 5,
            "intervals_are": release.isExact
                ? "exact"
                : "exact where the method says linear programming; otherwise bounds of lines, within which the proved width holds",
            "tables": release.tables.map { table -> [String: Any] in
                [
                    "name": table.name, "cells": table.cells.count,
                    "cells_lost": table.cells.count { release.isHidden[Int($0)] },
                ]
            },
            "suppressed": release.intervals.map { finding -> [String: Any] in
                var entry: [String: Any] = [
                    "table": finding.table, "cell": finding.cell, "lower": finding.interval.lower,
                    "method": finding.interval.method.rawValue,
                ]
                entry["upper"] = finding.interval.upper.map { $0 as Any } ?? NSNull()
                return entry
            },
        ]
        return Array(try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]))
    }
}
