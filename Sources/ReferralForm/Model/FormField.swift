/// One field of the form.
package struct FormField: Sendable, Hashable {
    /// The code by which answers are filed.
    package let code: String
    /// What it asks, as words that can begin a message.
    package let label: String
    package let kind: FormKind
    package let rules: [FormRule]
    /// The answer on the same page that has to be given for the field to be asked.
    package let parent: FormCondition.Term?
    /// The members of the case-work payload that the answer fills.
    package let payload: [PayloadMember]

    /// Whether it may not be left empty where it is asked.
    package var isRequired: Bool { rules.contains(.required) }
}
