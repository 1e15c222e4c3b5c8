import Kernel

/// The first responder organisations and those whom the duty binds, by kind of organisation and by name: reference data.
package struct ReportingBodies: Sendable {
    /// One row of the reference data.
    package struct Row: Sendable, Hashable {
        /// A code of "organisation_kind"; empty where the row names one organisation.
        package let kind: String
        /// The folded name of one organisation; empty where the row is of a kind.
        package let nameKey: String
        package let nations: Set<Nation>
        package let body: ReportingBody
        package let validity: Period

        package init(kind: String, nameKey: String, nations: Set<Nation>, body: ReportingBody, validity: Period) {
            self.kind = kind
            self.nameKey = nameKey
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
    package func body(name: String, kind: String, in nation: Nation, on day: Day) -> ReportingBody {
        let key = FoldedText(name).key
        let fitting = rows.filter { $0.nations.contains(nation) && $0.validity.contains(day) }
        return fitting.first { !$0.nameKey.isEmpty && $0.nameKey == key }?.body
            ?? fitting.first { !$0.kind.isEmpty && $0.kind == kind }?.body ?? .none
    }
}
