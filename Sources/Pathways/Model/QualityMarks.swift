import ReferralForm

/// What each mark of quality brought, as a column holds it: "completeness=12 unknowns=10 …". It says nothing of anybody.
package struct QualityMarks: Sendable, Hashable {
    package let points: [ReferralQuality.Mark: Int]

    package init(_ quality: ReferralQuality) {
        points = Dictionary(quality.reasons.map { ($0.mark, $0.points) }) { first, _ in first }
    }

    /// Reads a column; marks that this edition does not know are left out.
    package init(text: String) {
        var points: [ReferralQuality.Mark: Int] = [:]
        for part in text.split(separator: " ") {
            let pair = part.split(separator: "=")
            guard pair.count == 2, let mark = ReferralQuality.Mark(rawValue: String(pair[0])), let number = Int(pair[1]) else { continue }
            points[mark] = number
        }
        self.points = points
    }

    package var text: String {
        ReferralQuality.Mark.allCases.compactMap { mark in points[mark].map { "\(mark.rawValue)=\($0)" } }.joined(separator: " ")
    }

    /// The marks that did not bring all their points.
    package var lost: [ReferralQuality.Mark] {
        ReferralQuality.Mark.allCases.filter { mark in points[mark].map { $0 < mark.most } ?? false }
    }
}

extension ReferralQuality.Mark {
    /// As tables and lists name it.
    package var label: String {
        switch self {
        case .completeness: "Every question answered"
        case .unknowns: "No unknown left unexplained"
        case .action: "What the exploiter did"
        case .means: "How they were made to obey"
        case .purpose: "What they were exploited for"
        case .indicators: "Signs named and described"
        case .chronology: "Dates from beginning to end"
        case .sources: "Told and seen kept apart from judged"
        case .lateDisclosure: "Why it is told only now"
        case .secondContact: "A second contact"
        case .documents: "Documents listed and dated"
        case .ownWords: "Text of its own"
        }
    }
}
