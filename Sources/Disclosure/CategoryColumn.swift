/// One column of records as numbers of categories, in the order of the categories' names.
package struct CategoryColumn: Hashable, Sendable {
    /// The name of the column.
    package let name: String
    /// The categories, sorted, each once.
    package let labels: [String]
    /// The number of each record's category in `labels`.
    package let codes: [UInt16]

    /// Sorts the categories and renumbers the codes. A category that no record has is allowed: it is counted as none.
    package init(name: String, labels: [String], codes: [UInt16]) {
        self.name = name
        let order = labels.indices.sorted { CategoryColumn.precedes(labels[$0], labels[$1]) }
        var rank = [UInt16](repeating: 0, count: labels.count)
        for (place, index) in order.enumerated() { rank[index] = UInt16(place) }
        self.labels = order.map { labels[$0] }
        self.codes = order == Array(labels.indices) ? codes : codes.map { rank[Int($0)] }
    }

    /// Numbers come in the order of their size ("9--17" before "18--20"), everything else in the order of its letters.
    private static func precedes(_ first: String, _ second: String) -> Bool {
        let numbers = (number(first), number(second))
        if let one = numbers.0, let other = numbers.1, one != other { return one < other }
        return first < second
    }

    private static func number(_ text: String) -> Int? {
        let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
        return digits.isEmpty || digits.count > 9 ? nil : Int(String(decoding: digits, as: UTF8.self))
    }
}
