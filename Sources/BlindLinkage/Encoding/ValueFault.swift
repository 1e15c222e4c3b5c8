/// Why a value cannot be encoded.
package struct ValueFault: Error, Hashable, Sendable {
    /// The column's name.
    package let column: String
    /// What is wrong, as a sentence without a full stop. It does not repeat the value, which is somebody's name.
    package let message: String
}
