import Foundation

/// Compares two people who stand alone, without a population to learn from, by weights that are written down.
///
/// The levels of agreement are those of the learnt model; what each is worth is the logarithm to base 2 of how much commoner it
/// is among records of one person than among people of one town drawn at random. A partnership has too few records to learn its
/// own; the figures are rounded from what the model learns on larger sets.
package struct PersonComparison {
    /// What is known of one of the two; empty where it is not.
    package struct Person: Sendable, Hashable {
        package var name: String
        /// Year, month and day: "1991-04-28".
        package var bornOn: String
        package var gender: String
        package var nationality: String

        package init(name: String, bornOn: String = "", gender: String = "", nationality: String = "") {
            self.name = name
            self.bornOn = bornOn
            self.gender = gender
            self.nationality = nationality
        }

        /// Whether the name is one word, which is a forename as often as not.
        var hasOneName: Bool { name.split { $0 == " " || $0 == "," }.count < 2 }
    }

    private static let layout = RecordLayout([
        .init(name: "name", kind: .fullName), .init(name: "born", kind: .dateOfBirth), .init(name: "gender", kind: .gender),
        .init(name: "nationality", kind: .nationality),
    ])

    /// Bits by comparison and level, from the best level down.
    private static let bits: [[Float]] = [
        [6.2, 3.7, 2.8, 3.9, 0.5, 1, -5], [8, 4.3, 3.3, 4.1, 0.5, 1, -4.2], [11.2, 6.1, 4.3, 5.1, -1, 0, -5], [1, -4.6], [3, -4.5],
    ]

    /// What a contribution is named by, in the words of a page.
    private static let fields = ["forename", "surname", "date of birth", "gender", "nationality"]

    /// What speaks for the two being one person, and what against it: one contribution for each field that both have. Empty
    /// where they have none in common.
    package static func contributions(_ one: Person, _ other: Person) -> [Contribution] {
        var records = PersonRecords(layout: layout)
        let places = ColumnPlaces(of: layout.columns, in: layout)
        for person in [one, other] {
            records.append(TextRow([person.name, person.bornOn, person.gender, person.nationality]), places)
        }
        var model = FellegiSunterModel(layout: layout)
        model.countValues(records)
        var names = NameComparison(places: 64)
        let evidence = records.withView { model.evidence(0, 1, in: $0, with: &names) }
        let findings = model.contributions(of: evidence, support: 0)
        var list: [Contribution] = []
        for (comparison, weights) in bits.enumerated() {
            let level = Int(evidence.levels[comparison])
            if level == 0 { continue }
            let isOnlyName = comparison == PairEvidence.Comparison.surname && (one.hasOneName || other.hasOneName)
            let worth = isOnlyName ? bits[PairEvidence.Comparison.forename] : weights
            list.append(
                Contribution(
                    field: isOnlyName ? "name" : fields[comparison], finding: findings[comparison].finding,
                    bits: worth[min(level, worth.count) - 1]))
        }
        if evidence.isSwapped { list.append(Contribution(field: "names", finding: "exchanged", bits: -1)) }
        return list
    }
}
