/// One page of the key-in pack: what a person types, or only reads, on one page of the web form.
package struct KeyInPage: Sendable, Hashable {
    /// One value to type, choose or tick.
    package struct Value: Sendable, Hashable {
        package let code: String
        package let label: String
        package let kind: FormKind
        /// As the form spells it; option codes for options, "true" for a tick, empty where nothing was answered.
        package let text: String
        /// Whether the form goes on without it.
        package let isOptional: Bool
    }

    /// The path of the page in the service.
    package let path: String
    /// The heading of the prompt sheet that it belongs to.
    package let heading: String
    /// What is done on a page that asks nothing; empty for the others.
    package let information: String
    package let values: [Value]
}
