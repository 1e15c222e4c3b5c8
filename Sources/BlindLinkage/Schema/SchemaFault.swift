/// Why a linkage schema cannot be used.
package struct SchemaFault: Error, Hashable, Sendable {
    /// Where in the schema, as `features[2].hashing.strategy`; empty for the whole of it.
    package let place: String
    /// What is wrong and what to do, as a sentence without a full stop.
    package let message: String

    package init(place: String, message: String) {
        self.place = place
        self.message = message
    }
}

extension SchemaFault: CustomStringConvertible {
    package var description: String { place.isEmpty ? "\(message)." : "\(place): \(message)." }
}
