import Access
import Kernel

/// Says that an organisation has read a version and passes it on to those who need it.
package enum ReadDefinition: Verb {
    package typealias Record = DefinitionVersion
    package static let name = "read-pathway-definition"
    package static let relation = Relation.definitionVersions
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension DefinitionDesk {
    /// Refused for a version that is not the one in force. Throws `AccessError.notVisible`.
    package func acknowledge(
        _ number: Int, of definition: ID<PathwayDefinition>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        let version = try await self.version(number, of: definition, as: viewer).version
        return try await desk.change(ReadDefinition.self, on: version.id, by: viewer, key: key) { change in
            let current = DefinitionVersionDetail.current(try change.reading.versions(of: definition), on: change.moment.day)
            guard current?.number == number else {
                return .refused([Problem("", "This version is not in force: read the one that is")])
            }
            try change.keepReading()
            change.note("Pathway definition read")
            return .done(number)
        }
    }
}
