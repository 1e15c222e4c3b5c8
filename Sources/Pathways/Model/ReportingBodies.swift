import Kernel

/// The first responder organisations and those whom the duty binds, by kind of organisation and by name: reference data.
package struct ReportingBodies: Sendable {
    /// One row of the reference data.
    package struct Row: Sendable, Hashable {
        /// A code of "organisation_kind"; empty where the row names one organisation.
        package let kind: String
        /// What identifies the name of one organisation; empty where the row is of a kind.
        package let nameKey: String
        package let nations: Set<Nation>
        package let body: ReportingBody
        package let validity: Period

        package init(kind: String, nameKey: String, nations: Set<Nation>, body: ReportingBody, validity: Period) {
            self.kind = kind
            self.nameKey = ReportingBodies.key(nameKey)
            self.nations = nations
            self.body = body
            self.validity = validity
        }
    }

    private let rows: [Row]

    package init(_ rows: [Row]) {
        self.rows = rows
    }

    /// What an organisation may and must report in a nation on a day: by its name where it is listed, else by its kind.
    ///
    /// A name is compared without regard to capitals, accents and marks, to a "The" before it and to a form of company or
    /// "UK" after it: "Salvation Army" is The Salvation Army, and Unseen (UK) Ltd is Unseen. Anything else is another
    /// organisation: a partnership has to call a first responder organisation by the name of the list.
    package func body(name: String, kind: String, in nation: Nation, on day: Day) -> ReportingBody {
        let key = ReportingBodies.key(name)
        let fitting = rows.filter { $0.nations.contains(nation) && $0.validity.contains(day) }
        return fitting.first { !$0.nameKey.isEmpty && $0.nameKey == key }?.body
            ?? fitting.first { !$0.kind.isEmpty && $0.kind == kind }?.body ?? .none
    }

    private static let endings: Set<String> = ["ltd", "limited", "plc", "cic", "cio", "uk"]

    /// What two spellings of one name have in common.
    private static func key(_ name: String) -> String {
        var words = FoldedText(name).words.map { String($0) }
        if words.count > 1, words.first == "the" { words.removeFirst() }
        while words.count > 1, let last = words.last, endings.contains(last) { words.removeLast() }
        return words.joined(separator: " ")
    }
}
