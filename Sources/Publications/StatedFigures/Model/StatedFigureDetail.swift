import Access
import Kernel
import Store

/// A figure from elsewhere as it is kept.
package struct StatedFigureDetail: Sendable, Hashable {
    package let id: ID<StatedFigure>
    package let version: Int
    package let draft: StatedFigureDraft
    package let recordedAt: Moment
    package let recordedBy: String
    package let withdrawnAt: Moment?
    package let withdrawnReason: String

    package var isWithdrawn: Bool { withdrawnAt != nil }

    /// The same figure saying something else.
    func saying(_ draft: StatedFigureDraft) -> StatedFigureDetail {
        StatedFigureDetail(
            id: id, version: version, draft: draft, recordedAt: recordedAt, recordedBy: recordedBy, withdrawnAt: withdrawnAt,
            withdrawnReason: withdrawnReason)
    }
}

/// What a figure said before it was corrected.
package struct FormerFigure: Sendable, Hashable {
    package let number: Int
    package let draft: StatedFigureDraft
    package let replacedAt: Moment
    package let replacedBy: String
    package let reason: String
}

/// Which of two figures holds.
package enum FigureHolding: String, Sendable, Hashable, Codable, CaseIterable, Bindable, ColumnDecodable {
    case one
    case other
    case both
}

/// What somebody decided of two figures that contradict each other, as both stood then.
package struct SettledFigures: Sendable, Hashable {
    package let one: ID<StatedFigure>
    package let oneVersion: Int
    package let other: ID<StatedFigure>
    package let otherVersion: Int
    package let holds: FigureHolding
    package let reason: String
    package let at: Moment
    package let by: String
}

/// The figures from elsewhere of a partnership, with what was decided about those that contradict each other.
package struct StatedFigureShelf: Sendable, Hashable {
    package var figures: [StatedFigureDetail]
    package let settled: [SettledFigures]

    package init(figures: [StatedFigureDetail], settled: [SettledFigures]) {
        self.figures = figures
        self.settled = settled
    }

    /// Those that were not withdrawn.
    package var standing: [StatedFigureDetail] { figures.filter { !$0.isWithdrawn } }

    /// What was decided last about two figures as they stand now; nil where nothing was, or one of them was corrected since.
    func settlement(of one: StatedFigureDetail, _ other: StatedFigureDetail) -> (holds: [StatedFigureDetail], reason: String)? {
        for settled in settled.reversed() {
            if settled.one == one.id, settled.other == other.id, settled.oneVersion == one.version, settled.otherVersion == other.version {
                return (holding(settled.holds, one, other), settled.reason)
            }
            if settled.one == other.id, settled.other == one.id, settled.oneVersion == other.version, settled.otherVersion == one.version {
                return (holding(settled.holds, other, one), settled.reason)
            }
        }
        return nil
    }

    private func holding(
        _ holds: FigureHolding, _ one: StatedFigureDetail, _ other: StatedFigureDetail
    ) -> [StatedFigureDetail] {
        switch holds {
        case .one: [one]
        case .other: [other]
        case .both: [one, other]
        }
    }
}

/// One figure with what it said before.
package struct StatedFigureFile: Sendable {
    package let figure: StatedFigureDetail
    /// The newest first.
    package let former: [FormerFigure]
}
