import Disclosure
import Foundation

/// Attacks releases that anybody made: all tables of all directories together, in the order in which they are given.
package struct PublishAudit {
    package let directories: [String]
    /// A difference between two releases of fewer than so many tells of few people.
    package var threshold: Int?

    package init(directories: [String]) { self.directories = directories }

    package struct Outcome: Hashable, Sendable {
        /// One line for each figure that can be pinned down, and what was done to find it.
        package let lines: [String]
        package let pinned: Int
    }

    /// Throws `PublishProblem.input` where a file cannot be read or contradicts another.
    package func run() throws(PublishProblem) -> Outcome {
        var releases: [PublishedDirectory] = []
        for path in directories { releases.append(try PublishedDirectory(path)) }
        let threshold = threshold ?? releases.compactMap(\.threshold).min() ?? 5
        let attack: Attack
        do { attack = try Attack(releases.map(\.tables), threshold: threshold) } catch {
            throw .at(directories.joined(separator: ", "), error)
        }
        let pinned = attack.findings.filter(\.isPinned).sorted { ($0.table, $0.cell) < ($1.table, $1.cell) }
        let narrow = attack.findings.count { finding in
            !finding.isPinned && !finding.isDifference && finding.interval.width.map { $0 < threshold } ?? false
        }
        var lines = pinned.map { finding in
            let what = finding.isDifference ? "what was added or taken away since the release before is" : "the hidden figure is"
            return "\(finding.table): \(finding.cell): \(what) \(finding.interval.lower) (found by \(finding.interval.method.rawValue))"
        }
        let hidden = attack.findings.count { !$0.isDifference }
        lines.append(
            "\(pinned.count) of \(hidden) hidden figures and differences can be pinned down; \(narrow) more lie within fewer than \(threshold) of each other."
        )
        lines.append(
            attack.isExact
                ? "Every interval was computed exactly, by linear programming over all tables together."
                : "Some parts were too large for linear programming; for them bounds were taken from line to line, and a stronger attack may find more."
        )
        return Outcome(lines: lines, pinned: pinned.count)
    }
}
