import Kernel
import Pathways
import ReferralForm

/// What became of one person met in a full case: who they are, what they agreed to, what was written for them, and how
/// far it has got. Days are counted from the visit at which they were met.
struct PathwayScript: Sendable {
    struct Answer: Sendable {
        let purpose: ConsentPurpose
        let answer: ConsentAnswer
        let day: Int
        var reason = ""
        var interpreter = ""
    }

    /// How far the form has got.
    enum Form: Sendable {
        case notBegun
        case draft
        case withSupervisor
        case ready
        case sent(day: Int, reference: String)
    }

    struct Step: Sendable {
        let stage: DecisionStage
        let outcome: DecisionOutcome
        let day: Int
        var authority = "sca"
        var reason = ""
    }

    let tale: Tale
    /// Which of the case's visits, and which of the people screened there.
    let visit: Int
    let person: Int
    /// Who leads the pathway after the first days.
    var lead: Agency
    /// Who works with them besides, once they agreed.
    var others: [Agency] = []
    /// Who writes the form; the coordinator reviews it.
    var writer: Agency
    var age = AgeStanding(basis: .known, group: .adult)
    var childAtExploitation = "no"
    var interpreter = "yes"
    var identity = VictimIdentity()
    var contactRule = ContactRule.throughWorker
    var unsafeWays: Set<ContactWay> = []
    var contact = SafeContact()
    /// What they told, and how it was told.
    var account = ""
    var circumstances = ""
    var answers: [Answer] = []
    /// Answers of the form beyond what is filled in from the record.
    var form: [String: ReferralAnswer] = [:]
    var stage = Form.notBegun
    var steps: [Step] = []
    /// Reference and day of the crime as West Midlands Police recorded it.
    var crime: (reference: String, day: Int)?
    /// In which service of the directory they stay.
    var staysIn: DemonstrationService?
    /// What was done for them, with the day of each entry; the day on the entry itself is filled in from it.
    var support: [(day: Int, draft: SupportDraft)] = []
}

extension PathwayScript {
    /// What is the same in every report of this partnership.
    static let common: [String: ReferralAnswer] = [
        "fr-location": .text("england"),
        "potential-victim-exploitative-situation-multiple": .text("no"),
        "were-they-taken-somewhere-by-their-exploiter": .text("yes"), "still-in-exploitative-situation": .text("no"),
        "when-last-contact": .text("within-the-last-week"), "is-this-the-first-chance-to-report": .text("yes"),
        "modern-slavery-indicators": .text("yes"), "evidence-of-dishonesty": .text("no"),
        "are-others-involved": .text("yes"), "where-exploitation-happened": .text("uk"),
        "current-pv-location-uk-city": .text("Birmingham"),
        "current-pv-location-uk-region": .text("West Midlands"), "exploiters-location": .text("yes"),
        "are-exploiters-in-the-uk": .text("yes"), "any-other-pvs": .text("no"), "future-exploitation-concerns": .text("yes"),
        "reported-to-police": .text("yes"), "reported-to-police-police-forces": .text("West Midlands Police"),
        "pv-other-help-with-communication": .text("no"), "does-pv-have-children": .text("no"), "pv-ho-reference": .text("no"),
        "fr-details-role": .text("Modern slavery lead of the force"), "fr-details-phone": .text("0121 496 0140"),
        "fr-alternative-contact": .text("modern.slavery@police.example"), "who-contact": .text("someone-else"),
        "someone-else": .several(["email"]), "someone-else-email-input": .text("safe.house@charity.example"),
        "someone-else-first-name": .text("Duty"), "someone-else-last-name": .text("Worker"),
        "someone-else-permission-check": .ticked(true),
    ]
}
