/// A telephone number that a page for the public shows; the reference data holds them with their sources.
package struct HelplineNumber: Hashable, Sendable {
    /// "emergency", "police" or the code of a helpline.
    package let code: String
    package let name: String
    package let number: String
    package let purpose: String

    package init(code: String, name: String, number: String, purpose: String) {
        self.code = code
        self.name = name
        self.number = number
        self.purpose = purpose
    }
}
