/// One value of a code list.
package struct CodeRow: Sendable, Equatable {
    /// The stable code that records store, unique inside its list.
    package let code: String
    /// What people read and type, unique inside its list in any case.
    package let label: String
    /// The first day on which the value may be chosen, `2019-04-01`.
    package let validFrom: String
    /// The last day on which the value may be chosen; nothing while it is in use.
    package let validUntil: String?
    /// A hint, a unit or a remark; each list says which.
    package let note: String?
    /// The place in the list, from 1.
    package let position: Int

    /// Whether the value may be chosen for something that happened on `day`, `2019-04-01`.
    package func isValid(on day: String) -> Bool {
        validFrom <= day && day <= (validUntil ?? day)
    }
}
