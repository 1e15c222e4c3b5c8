import Access
import Kernel

/// One answer to one question of consent, as it was written down. Entries are never changed; a new answer is a new entry.
package struct ConsentRecord: Sendable, Hashable {
    package let id: ID<ConsentEntry>
    package let purpose: ConsentPurpose
    package let answer: ConsentAnswer
    package let answeredOn: Day
    package let recordedAt: Moment
    package let organisationName: String
    package let personName: String
    /// The worker who explained it.
    package let explainedBy: String
    package let method: ConsentMethod
    /// The code of the language in which it was explained.
    package let language: String
    package let interpreter: String
    package let capacity: ConsentCapacity
    /// A code of "decline_reason", where they declined or withdrew.
    package let reason: String

    package init(
        id: ID<ConsentEntry>, purpose: ConsentPurpose, answer: ConsentAnswer, answeredOn: Day, recordedAt: Moment,
        organisationName: String, personName: String, explainedBy: String, method: ConsentMethod, language: String,
        interpreter: String, capacity: ConsentCapacity, reason: String
    ) {
        self.id = id
        self.purpose = purpose
        self.answer = answer
        self.answeredOn = answeredOn
        self.recordedAt = recordedAt
        self.organisationName = organisationName
        self.personName = personName
        self.explainedBy = explainedBy
        self.method = method
        self.language = language
        self.interpreter = interpreter
        self.capacity = capacity
        self.reason = reason
    }
}
