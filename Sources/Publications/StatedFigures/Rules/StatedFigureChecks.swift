import Access
import Kernel
import Reviews

/// Something about figures from elsewhere that somebody should look at.
package struct StatedFigureFinding: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Two figures of the same measure, area and time that cannot both be true.
        case contradiction
        /// One number that one source dates differently in two places.
        case twoDates
        /// The records of the partnership count something else.
        case otherThanRecords
        case noPeriod
        /// The same category twice.
        case twice
        /// A share that does not follow from its two numbers.
        case wrongShare
        /// A total that is not the sum of its parts.
        case wrongSum

        package var heading: String {
            switch self {
            case .contradiction: "Two figures that contradict each other"
            case .twoDates: "One number with two dates"
            case .otherThanRecords: "The records count something else"
            case .noPeriod: "No time is given"
            case .twice: "Recorded twice"
            case .wrongShare: "The percentage does not follow"
            case .wrongSum: "The parts do not add up"
            }
        }

        /// Whether somebody has to say which holds before a publication states one of them.
        package var needsSettling: Bool { self == .contradiction || self == .twoDates }
    }

    package let kind: Kind
    package let figures: [StatedFigureDetail]
    package let message: String
    /// What was decided; nil while nothing was.
    package let settlement: (holds: [StatedFigureDetail], reason: String)?

    init(
        _ kind: Kind, _ figures: [StatedFigureDetail], _ message: String,
        settlement: (holds: [StatedFigureDetail], reason: String)? = nil
    ) {
        self.kind = kind
        self.figures = figures
        self.message = message
        self.settlement = settlement
    }

    package static func == (one: StatedFigureFinding, other: StatedFigureFinding) -> Bool {
        one.kind == other.kind && one.figures == other.figures && one.message == other.message
            && one.settlement?.reason == other.settlement?.reason && one.settlement?.holds == other.settlement?.holds
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(figures)
    }

    /// Whether it stands in the way of a publication that states one of its figures.
    package var isOpen: Bool { kind.needsSettling && settlement == nil }
}

/// Looks for what goes wrong with figures that people copy from each other: two that contradict each other, one with two dates, a
/// percentage that does not follow, a total that is not the sum of its parts.
package struct StatedFigureChecks: Sendable {
    private let shelf: StatedFigureShelf
    private let measures: [String: StatedMeasure]

    package init(_ shelf: StatedFigureShelf, measures: [String: StatedMeasure]) {
        self.shelf = shelf
        self.measures = measures
    }

    /// The smallest number of which it is no accident that it stands in one source twice.
    private static let notByChance = 20_000

    private struct Subject: Hashable {
        let measure: String
        let area: String
        let category: String

        init(_ figure: StatedFigureDraft) {
            measure = figure.measure
            area = FoldedText(figure.area).key
            category = FoldedText(figure.category).key
        }
    }

    /// Everything that was found, in the order of its kinds.
    package var findings: [StatedFigureFinding] {
        let figures = shelf.standing
        var found = pairs(figures)
        found += figures.filter { $0.draft.period.kind == .none }.map {
            StatedFigureFinding(.noPeriod, [$0], "Nothing says of which time this is: \(name($0))")
        }
        found += shares(figures) + sums(figures)
        let order = StatedFigureFinding.Kind.allCases
        return found.enumerated().sorted { one, other in
            (order.firstIndex(of: one.element.kind) ?? 0, one.offset) < (order.firstIndex(of: other.element.kind) ?? 0, other.offset)
        }.map(\.element)
    }

    /// How a figure is named in a finding.
    func name(_ figure: StatedFigureDetail) -> String {
        let draft = figure.draft
        let label = measures[draft.measure]?.label ?? draft.measure
        let words = draft.category.isEmpty ? label : "\(label): \(draft.category)"
        return ([words] + [draft.area, draft.period.text].filter { !$0.isEmpty }).joined(separator: ", ")
    }

    private func text(_ figure: StatedFigureDetail) -> String {
        let draft = figure.draft
        return draft.exactness.words + (measures[draft.measure]?.text(draft.value) ?? draft.value.text)
    }

    private func pairs(_ figures: [StatedFigureDetail]) -> [StatedFigureFinding] {
        var found: [StatedFigureFinding] = []
        var groups: [Subject: [StatedFigureDetail]] = [:]
        for figure in figures { groups[Subject(figure.draft), default: []].append(figure) }
        for first in figures {
            for other in groups[Subject(first.draft)] ?? [] where (first.draft.key, first.id.text) < (other.draft.key, other.id.text) {
                if let finding = pair(first, other) { found.append(finding) }
            }
        }
        return found
    }

    private func pair(_ one: StatedFigureDetail, _ other: StatedFigureDetail) -> StatedFigureFinding? {
        let isSameTime = one.draft.period.days == other.draft.period.days
        if isSameTime {
            if !one.draft.range.overlaps(other.draft.range) {
                return StatedFigureFinding(
                    .contradiction, [one, other],
                    "\(name(one)): \(text(one)) in \(one.draft.source.text), \(text(other)) in \(other.draft.source.text)",
                    settlement: shelf.settlement(of: one, other))
            }
            guard one.draft.value.thousandths == other.draft.value.thousandths, one.draft.exactness == other.draft.exactness else {
                return nil
            }
            return StatedFigureFinding(
                .twice, [one, other], "\(name(one)) is recorded twice, as {\(one.draft.key)} and {\(other.draft.key)}: withdraw one")
        }
        guard one.draft.value.thousandths == other.draft.value.thousandths,
            one.draft.value.thousandths >= StatedFigureChecks.notByChance, one.draft.exactness == other.draft.exactness,
            one.draft.source.title == other.draft.source.title, one.draft.source.publisher == other.draft.source.publisher
        else { return nil }
        let times = [one, other].map { $0.draft.period.text.isEmpty ? "no time" : $0.draft.period.text }
        return StatedFigureFinding(
            .twoDates, [one, other], "\(one.draft.source.text) gives \(text(one)) for \(times[0]) and for \(times[1])",
            settlement: shelf.settlement(of: one, other))
    }

    private func shares(_ figures: [StatedFigureDetail]) -> [StatedFigureFinding] {
        let byKey = Dictionary(figures.map { ($0.draft.key, $0) }) { first, _ in first }
        return figures.compactMap { share in
            guard measures[share.draft.measure]?.isShare == true, let part = byKey[share.draft.numerator],
                let whole = byKey[share.draft.denominator], whole.draft.value.digits > 0,
                [part, whole].allSatisfy({ $0.draft.exactness == .exactly })
            else { return nil }
            let value = Double(part.draft.value.thousandths) / Double(whole.draft.value.thousandths) * 100
            let stated = Double(share.draft.value.thousandths) / 1000
            // Half of the last digit that is stated; a point where it is said not to be exact.
            let step = (0..<share.draft.value.decimals).reduce(1.0) { size, _ in size / 10 }
            let slack = (share.draft.exactness == .exactly ? step / 2 : 1) + 1e-9
            let isRight =
                switch share.draft.exactness {
                case .exactly, .about: abs(value - stated) <= slack
                case .moreThan: value > stated
                case .atLeast: value >= stated
                case .upTo: value <= stated
                }
            if isRight { return nil }
            let tenths = Int((value * 10).rounded())
            return StatedFigureFinding(
                .wrongShare, [share, part, whole],
                "\(name(share)) says \(text(share)), but \(text(part)) of \(text(whole)) is \(tenths / 10).\(tenths % 10)%")
        }
    }

    private func sums(_ figures: [StatedFigureDetail]) -> [StatedFigureFinding] {
        let parts = Dictionary(grouping: figures.filter { !$0.draft.partOf.isEmpty }, by: \.draft.partOf)
        return figures.compactMap { total in
            guard let parts = parts[total.draft.key], parts.count > 1,
                ([total] + parts).allSatisfy({ $0.draft.exactness == .exactly })
            else { return nil }
            let sum = parts.reduce(0) { $0 + $1.draft.value.thousandths }
            guard sum != total.draft.value.thousandths else { return nil }
            let stated = sum % 1000 == 0 ? StatedValue(sum / 1000) : StatedValue(sum, decimals: 3)
            return StatedFigureFinding(
                .wrongSum, [total] + parts,
                "\(name(total)) is \(text(total)), but its \(parts.count) parts add up to \(stated.text): a part is missing, or one is counted twice"
            )
        }
    }

    // MARK: Beside the records

    /// What the records of the partnership can count themselves, of which days; nil for any other figure.
    static func counted(_ figure: StatedFigureDraft) -> (unit: Counted, days: Period)? {
        guard let unit = Counted(rawValue: figure.measure), figure.area.isEmpty, figure.category.isEmpty,
            figure.period.kind != .asAt, let days = figure.period.days
        else { return nil }
        return (unit, days)
    }

    /// The figures that are other than what the records count of the same days.
    ///
    /// - Parameter count: what the records count; nil where it was not counted. Records that hold nothing of the days begin later: they
    ///   say nothing of them.
    package func besideRecords(_ count: (Counted, Period) -> Int?) -> [StatedFigureFinding] {
        shelf.standing.compactMap { figure in
            guard let (unit, days) = StatedFigureChecks.counted(figure.draft), let counted = count(unit, days), counted > 0,
                !figure.draft.range.contains(counted * 1000)
            else { return nil }
            let difference = abs(counted * 1000 - figure.draft.value.thousandths) / 1000
            return StatedFigureFinding(
                .otherThanRecords, [figure],
                "\(name(figure)) is \(text(figure)) in \(figure.draft.source.text); the records count \(StatedValue(counted).text), a difference of \(StatedValue(difference).text)"
            )
        }
    }
}
