import Partnerships

/// What the code list of guardianship services says of each: for whom it is, and where.
package enum GuardianService {
    /// The service that stays with somebody after 18: the only one that is not for children.
    package static let afterEighteen = "post-18"

    /// Whether a service works in a nation: its row of the code list names the nations.
    package static func works(_ service: CodeValue?, in nation: Nation) -> Bool {
        service?.note.contains(nation.label) == true
    }
}
