import Documents
import Kernel

/// The figures from elsewhere as a document may state them: every one has gone through the rule for small numbers, and none is
/// reached otherwise.
///
/// A count of people from 1 to 4 about a region or something smaller is not shown, whoever published it before: in its place,
/// with what else a reader knows, it can point at somebody. With it goes what it would follow from: the smallest other part where
/// it is the only one of a total that is not shown, and a share of it.
package struct StatedFigureLibrary: Sendable {
    /// One figure as it may be shown.
    struct Shown: Sendable {
        let figure: StatedFigureDraft
        let measure: StatedMeasure
        let isWithheld: Bool
        /// Whether it is its own size that is not shown, and not what would follow from it.
        let isSmall: Bool

        /// In a table: "more than 410 [p]".
        var text: String {
            if isWithheld { return FigureValue.withheld.text }
            let marked = "\(figure.exactness.words)\(measure.text(figure.value))"
            if figure.mark == .toBeConfirmed { return "\(marked), to be confirmed" }
            return figure.mark.mark.map { "\(marked) \($0.text)" } ?? marked
        }

        /// In a sentence: "more than 410", or why there is no number.
        func words(threshold: Int) -> String {
            if isWithheld { return isSmall ? "fewer than \(threshold)" : "a number that is not shown" }
            return "\(figure.exactness.words)\(measure.text(figure.value))"
        }

        /// What is counted: "People trained: level 1".
        var what: String { figure.category.isEmpty ? measure.label : "\(measure.label): \(figure.category)" }

        /// The figure as a table or a list of sources names it: "People trained: level 1, 2019/20".
        var name: String {
            ([what] + [figure.area, figure.period.text].filter { !$0.isEmpty }).joined(separator: ", ")
        }

        var target: String { figure.target.map { measure.text($0) } ?? "" }
    }

    private let shown: [String: Shown]
    /// The keys in the order in which the figures are listed.
    let keys: [String]
    let threshold: Int

    /// - Parameters:
    ///   - figures: none withdrawn.
    ///   - measures: by their code; a figure whose measure is not among them is taken to count people.
    package init(_ figures: [StatedFigureDraft], measures: [String: StatedMeasure], threshold: Int = 5) {
        self.threshold = threshold
        var shown: [String: Shown] = [:]
        func measure(_ figure: StatedFigureDraft) -> StatedMeasure {
            measures[figure.measure]
                ?? StatedMeasure(code: figure.measure, label: figure.measure, unit: "people", isOfPeople: true, owner: "")
        }
        let withheld = StatedFigureLibrary.withheld(figures, threshold: threshold, measure)
        for figure in figures {
            shown[figure.key] = Shown(
                figure: figure, measure: measure(figure), isWithheld: withheld.all.contains(figure.key),
                isSmall: withheld.small.contains(figure.key))
        }
        self.shown = shown
        keys = figures.map(\.key)
    }

    subscript(_ key: String) -> Shown? { shown[key] }

    // MARK: Small numbers

    /// Whether a figure is so small that it could point at somebody.
    package static func isSmall(_ figure: StatedFigureDraft, _ measure: StatedMeasure, threshold: Int = 5) -> Bool {
        measure.isOfPeople && !measure.isShare && !figure.reach.isLarge && figure.value.thousandths > 0
            && figure.value.thousandths < threshold * 1000
    }

    private static func withheld(
        _ figures: [StatedFigureDraft], threshold: Int, _ measure: (StatedFigureDraft) -> StatedMeasure
    ) -> (all: Set<String>, small: Set<String>) {
        let small = Set(figures.filter { isSmall($0, measure($0), threshold: threshold) }.map(\.key))
        var all = small
        let parts = Dictionary(grouping: figures.filter { !$0.partOf.isEmpty }, by: \.partOf)
        // Until nothing is added any more: a part that goes can be the total of other parts.
        while true {
            let before = all
            for (total, parts) in parts where parts.count > 1 && !all.contains(total) {
                all.formUnion(hiding(parts, of: total, with: all, threshold: threshold))
            }
            for share in figures where all.contains(share.numerator) || all.contains(share.denominator) { all.insert(share.key) }
            if all == before { return (all, small) }
        }
    }

    /// What goes with the parts of a total that are not shown: their sum follows from the others, so that they have to be two at
    /// least, and to add up to so much that each of them could be anything up to the threshold and more. Where no other part is
    /// left, the total goes.
    private static func hiding(
        _ parts: [StatedFigureDraft], of total: String, with hidden: Set<String>, threshold: Int
    ) -> Set<String> {
        var gone = parts.filter { hidden.contains($0.key) }
        guard !gone.isEmpty else { return [] }
        var others = parts.filter { !hidden.contains($0.key) && $0.value.digits > 0 }.sorted {
            ($0.value.thousandths, $0.key) > ($1.value.thousandths, $1.key)
        }
        while gone.count < 2 || gone.reduce(0, { $0 + $1.value.thousandths }) < (threshold + gone.count) * 1000 {
            guard let least = others.popLast() else { return Set(gone.map(\.key) + [total]) }
            gone.append(least)
        }
        return Set(gone.map(\.key))
    }

    // MARK: Written text

    /// A text with the figures that it names, and the keys that nobody knows.
    func filled(_ text: String) -> (text: String, unknown: [String]) {
        var unknown: [String] = []
        var filled = ""
        StatedFigureLibrary.each(in: text) { piece in
            switch piece {
            case .words(let words): filled += words
            case .key(let key):
                guard let known = shown[key] else {
                    unknown.append(key)
                    filled += "[unknown figure: \(key)]"
                    return
                }
                let words = known.words(threshold: threshold)
                filled += StatedFigureLibrary.beginsSentence(after: filled) ? words.prefix(1).uppercased() + words.dropFirst() : words
            }
        }
        return (filled, unknown)
    }

    /// The keys that a text names, in their order.
    static func keys(in text: String) -> [String] {
        var keys: [String] = []
        each(in: text) { if case .key(let key) = $0 { keys.append(key) } }
        return keys
    }

    private enum Piece {
        case words(String)
        case key(String)
    }

    private static func each(in text: String, _ take: (Piece) -> Void) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let key = rest[rest.index(after: open)..<close]
            take(.words(String(rest[..<open])))
            take(isKey(key) ? .key(String(key)) : .words(String(rest[open...close])))
            rest = rest[rest.index(after: close)...]
        }
        take(.words(String(rest)))
    }

    /// Whether a text can be a key: small letters, digits and hyphens, a letter or digit first and last.
    static func isKey(_ text: some StringProtocol) -> Bool {
        (2...60).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            && text.first != "-" && text.last != "-"
    }

    private static func beginsSentence(after text: String) -> Bool {
        var before = text[...]
        while before.last == " " { before.removeLast() }
        guard let last = before.last else { return true }
        if [".", "!", "?", "\n"].contains(last) { return true }
        // An item of a list.
        return last == "-" && (before.dropLast().last.map { $0 == "\n" } ?? true)
    }
}
