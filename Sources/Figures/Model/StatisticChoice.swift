/// Which table of published statistics a document prints: of the whole country, or of police forces that somebody chose.
package struct StatisticChoice: Hashable, Sendable {
    package enum Table: String, Sendable, CaseIterable {
        case forces
        case trend
        case exploitation
        case age
        case gender
        case nationalities
        case helpline
        case firstResponders = "first-responders"
        case reasonableGrounds = "reasonable-grounds"
        case conclusiveGrounds = "conclusive-grounds"
        case dutyToNotify = "duty-to-notify"

        package var label: String {
            switch self {
            case .forces: "Referrals by police force, with rates"
            case .trend: "Referrals by quarter"
            case .exploitation: "Referrals by type of exploitation"
            case .age: "Referrals by age"
            case .gender: "Referrals by gender"
            case .nationalities: "Referrals by nationality"
            case .helpline: "What a helpline was told"
            case .firstResponders: "Referrals by type of first responder"
            case .reasonableGrounds: "Reasonable grounds decisions"
            case .conclusiveGrounds: "Conclusive grounds decisions"
            case .dutyToNotify: "Duty to notify reports"
            }
        }

        /// Whether it is published of the whole country alone.
        package var isOfCountry: Bool {
            switch self {
            case .firstResponders, .reasonableGrounds, .conclusiveGrounds, .dutyToNotify: true
            case .forces, .trend, .exploitation, .age, .gender, .nationalities, .helpline: false
            }
        }
    }

    package let table: Table
    /// The codes of police forces, each once; empty for the whole country.
    package let forces: [String]

    package init(_ table: Table, forces: [String] = []) {
        self.table = table
        var seen: Set<String> = []
        self.forces = forces.filter { seen.insert($0).inserted }.sorted()
    }

    /// Reads "trend" and "trend E23000014 E23000037"; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard let table = parts.first.flatMap(Table.init(rawValue:)), parts.dropFirst().allSatisfy(AreaCode.isCode) else { return nil }
        self.init(table, forces: Array(parts.dropFirst()))
    }

    /// As it is kept.
    package var text: String { ([table.rawValue] + forces).joined(separator: " ") }
}
