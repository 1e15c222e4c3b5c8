import Access
import Kernel
import Partnerships

/// The use cases of the feature: what people do with concerns. Pages, the API and commands all call these.
package struct ConcernDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists
    /// The indicators of the catalogue, by code.
    package let indicators: IndicatorCatalogue

    package init(desk: Desk, lists: CodeLists, indicators: IndicatorCatalogue) {
        self.desk = desk
        self.lists = lists
        self.indicators = indicators
    }
}

/// The catalogue of screening indicators: code, set, text and weight, from the reference data.
package struct IndicatorCatalogue: Sendable {
    package struct Entry: Sendable, Hashable {
        package let code: String
        /// A code of "indicator_set".
        package let set: String
        package let text: String
        package let weight: Int

        package init(code: String, set: String, text: String, weight: Int) {
            self.code = code
            self.set = set
            self.text = text
            self.weight = weight
        }
    }

    package let entries: [Entry]
    private let byCode: [String: Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
        byCode = Dictionary(entries.map { ($0.code, $0) }) { first, _ in first }
    }

    package subscript(_ code: String) -> Entry? { byCode[code] }
    package func text(_ code: String) -> String { byCode[code]?.text ?? code }
    package func entries(ofSet set: String) -> [Entry] { entries.filter { $0.set == set } }
}
