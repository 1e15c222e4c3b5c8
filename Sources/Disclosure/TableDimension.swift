/// A dimension of tables: the categories of a column, and what they add up to, level by level, up to the total.
package struct TableDimension: Hashable, Sendable {
    /// One level, from the categories themselves (level 0) up to the total, which is one category.
    package struct Level: Hashable, Sendable {
        /// What the level is called: the column, its parent column, or "Total".
        package let name: String
        /// The names of its categories, which no other level of the dimension uses.
        package let labels: [String]
        /// Which of these each category of level 0 belongs to.
        package let codes: [Int32]
    }

    package let name: String
    /// At least two: the categories and the total.
    package let levels: [Level]

    /// What the sum of all categories is called.
    package static let totalLabel = "Total"

    /// - Parameters:
    ///   - labels: the categories.
    ///   - parents: from the finest level to the coarsest: what it is called, and for each category of `labels` its parent.
    ///
    /// Throws `DisclosureProblem.input` where a level does not lie within the next one, or a category is called Total.
    package init(name: String, labels: [String], parents: [(name: String, of: [String])] = []) throws(DisclosureProblem) {
        self.name = name
        var taken = Set(labels)
        guard !taken.contains(TableDimension.totalLabel) else {
            throw .input("The column “\(name)” has the category “Total”, which is the name of the sum of all. Leave rows of totals out")
        }
        taken.insert(TableDimension.totalLabel)
        var levels = [Level(name: name, labels: labels, codes: labels.indices.map(Int32.init))]
        for parent in parents {
            let distinct = Set(parent.of).sorted()
            var number: [String: Int32] = [:]
            for (index, label) in distinct.enumerated() { number[label] = Int32(index) }
            let codes = parent.of.map { number[$0] ?? 0 }
            var above: [Int32: Int32] = [:]
            if let below = levels.last {
                for (leaf, code) in below.codes.enumerated() {
                    if let known = above[code], known != codes[leaf] {
                        throw .input(
                            "“\(below.labels[Int(code)])” of “\(below.name)” lies in both “\(distinct[Int(known)])” and “\(parent.of[leaf])” of “\(parent.name)”. Each has to lie in one alone"
                        )
                    }
                    above[code] = codes[leaf]
                }
            }
            let shown = distinct.map { label in
                var name = taken.contains(label) ? "\(label) (\(parent.name))" : label
                while taken.contains(name) { name += " " + parent.name }
                taken.insert(name)
                return name
            }
            levels.append(Level(name: parent.name, labels: shown, codes: codes))
        }
        levels.append(
            Level(
                name: TableDimension.totalLabel, labels: [TableDimension.totalLabel], codes: [Int32](repeating: 0, count: labels.count)))
        self.levels = levels
    }

    /// The number of the level that is the total.
    package var top: Int { levels.count - 1 }
}
