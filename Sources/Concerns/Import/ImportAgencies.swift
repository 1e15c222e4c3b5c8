import Access
import Kernel
import Partnerships

/// The members of a partnership by name, for the agencies that a file names.
package struct ImportAgencies: Sendable {
    private let members: [String: OrganisationSummary]
    private var spellings: [String: OrganisationSummary] = [:]
    private let names: String

    package init(_ members: [OrganisationSummary]) {
        self.members = Dictionary(members.map { (FoldedText($0.name).key, $0) }) { first, _ in first }
        names = members.map(\.name).joined(separator: ", ")
    }

    /// The member of this name in any case.
    package mutating func member(_ text: String) -> OrganisationSummary? {
        if let member = spellings[text] { return member }
        let member = members[FoldedText(text).key]
        if let member { spellings[text] = member }
        return member
    }

    package func advice(for text: String) -> String {
        "\(ImportText.quoted(text)) is not a member of this partnership. Write one of: \(names)"
    }
}
