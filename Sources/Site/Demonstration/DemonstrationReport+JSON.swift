import Access
import Foundation

extension DemonstrationReport {
    /// The accounts as one JSON document, for programs that walk the site.
    package func json() throws -> Data {
        struct Account: Encodable {
            let email: String
            let password: String
            let name: String
            let organisation: String
            let partnership: String
            let role: String
        }
        struct Document: Encodable {
            let accounts: [Account]
        }
        let document = Document(
            accounts: accounts.map {
                Account(
                    email: $0.email, password: passPhrase, name: $0.name, organisation: $0.organisation,
                    partnership: $0.partnership, role: $0.role.rawValue)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return try encoder.encode(document)
    }
}
