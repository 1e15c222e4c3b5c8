/// What one version of a pathway says otherwise than another.
package struct PathwayDifference: Sendable, Hashable {
    package enum Line: Sendable, Hashable {
        case same(PathwayStep)
        case added(PathwayStep)
        case removed(PathwayStep)
        /// The same thing is done, by somebody else or within another time.
        case changed(from: PathwayStep, to: PathwayStep)
    }

    package let lines: [Line]
    /// The purpose before and after; nil where it stayed.
    package let purpose: (from: String, to: String)?

    package static func == (one: PathwayDifference, other: PathwayDifference) -> Bool {
        one.lines == other.lines && one.purpose?.from == other.purpose?.from && one.purpose?.to == other.purpose?.to
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(lines) }

    /// Whether the two say the same.
    package var isEmpty: Bool {
        purpose == nil
            && lines.allSatisfy {
                if case .same = $0 { true } else { false }
            }
    }

    /// Steps are the same where the same is done, in the same order as far as possible (longest common subsequence).
    package init(from old: PathwayContent, to new: PathwayContent) {
        let (before, after) = (old.steps, new.steps)
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: after.count + 1), count: before.count + 1)
        for row in before.indices.reversed() {
            for column in after.indices.reversed() {
                lengths[row][column] =
                    before[row].what == after[column].what
                    ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        var lines: [Line] = []
        var (row, column) = (0, 0)
        while row < before.count || column < after.count {
            if row < before.count, column < after.count, before[row].what == after[column].what {
                lines.append(
                    before[row] == after[column] ? .same(after[column]) : .changed(from: before[row], to: after[column]))
                row += 1
                column += 1
            } else if column == after.count || (row < before.count && lengths[row + 1][column] >= lengths[row][column + 1]) {
                lines.append(.removed(before[row]))
                row += 1
            } else {
                lines.append(.added(after[column]))
                column += 1
            }
        }
        self.lines = lines
        purpose = old.purpose == new.purpose ? nil : (old.purpose, new.purpose)
    }
}
