/// One reason why the form would not take the answers.
package struct ReferralProblem: Sendable, Hashable, Codable {
    /// The code of the field.
    package let field: String
    /// The rule that it breaks: "required", "equal", "max_length", "date", "before" (a day in the future), "after" (a
    /// day too long ago), "email", "phone", "numeric", "not_url", "absent" (answered where it is not asked),
    /// "file_type", "file_count", "type" (another kind of value than the field takes) or "unknown_field".
    package let rule: String
    /// What is wrong and what to do, as a sentence without a full stop. It never repeats the answer.
    package let message: String
}
