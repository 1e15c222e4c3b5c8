/// What one kind of entry asks and how its answers are called: one form, one page and one store serve all kinds by it.
package struct SupportForm: Sendable {
    /// A status with its name for this kind.
    package struct Stage: Sendable {
        let status: SupportStatus
        let label: String

        init(_ status: SupportStatus, _ label: String) {
            self.status = status
            self.label = label
        }
    }

    /// A date and what it means for this kind.
    package struct Date: Sendable {
        let label: String
        let hint: String?
        /// Whether the hour counts too.
        let isTimed: Bool

        init(_ label: String, hint: String? = nil, isTimed: Bool = false) {
            self.label = label
            self.hint = hint
            self.isTimed = isTimed
        }
    }

    /// A question that is answered by a code of a list.
    package struct Question: Sendable {
        let name: String
        let label: String
        let list: String
        let isRequired: Bool

        init(_ name: String, _ label: String, _ list: String, isRequired: Bool = false) {
            self.name = name
            self.label = label
            self.list = list
            self.isRequired = isRequired
        }
    }

    /// A text. It is sealed, whatever it says.
    package struct Text: Sendable {
        let name: String
        let label: String
        let hint: String?
        let isLine: Bool

        init(_ name: String, _ label: String, hint: String? = nil, isLine: Bool = false) {
            self.name = name
            self.label = label
            self.hint = hint
            self.isLine = isLine
        }
    }

    /// Which service of the directory it is about. It is named by choice alone, and never instead of the words.
    package struct Service: Sendable {
        let label: String
        /// Whether it has to be one where people live.
        let isPlace: Bool

        init(_ label: String, isPlace: Bool) {
            self.label = label
            self.isPlace = isPlace
        }
    }

    /// As a sentence names one: "a need".
    let one: String
    /// The heading of the group.
    let group: String
    /// What the group is for, in a sentence.
    let purpose: String
    /// The list of its codes and what is asked; nil where there is only one sort.
    var code: Question?
    let stages: [Stage]
    var isScored = false
    var starts: Date?
    var ends: Date?
    /// The day on which somebody looks at it again.
    var review: Date?
    /// The day on which what followed was done.
    var done: Date?
    var questions: [Question] = []
    var texts: [Text]
    var hasAddress = false
    /// What is asked about the organisation that does it; nil where nobody in particular does.
    var doer: String?
    /// What is asked about a service of the directory; nil where none is named. It stands in a plain column, so it is asked
    /// only where the code beside it tells as much: never of a need, where it would tell of an illness.
    var service: Service?

    func label(_ status: SupportStatus) -> String {
        stages.first { $0.status == status }?.label ?? status.rawValue
    }

    func has(_ status: SupportStatus) -> Bool { stages.contains { $0.status == status } }

    fileprivate static let error = Stage(.void, "Entered in error")
}

extension SupportKind {
    package var form: SupportForm {
        switch self {
        case .need: .need
        case .risk: .risk
        case .dependant: .dependant
        case .preference: .preference
        case .contact: .contact
        case .stay: .stay
        case .guardian: .guardian
        case .missing: .missing
        case .transition: .transition
        case .moveOn: .moveOn
        case .outcome: .outcome
        case .offer: .offer
        }
    }
}

extension SupportForm {
    fileprivate static let need = SupportForm(
        one: "a need", group: "What they need", purpose: "What they said they need, and whether they have it.",
        code: Question("code", "What do they need?", "support_need", isRequired: true),
        stages: [Stage(.unmet, "Not met"), Stage(.partMet, "Part met"), Stage(.met, "Met"), error],
        review: Date("Look at it again on", hint: "Needed until it is met"),
        texts: [Text("note", "What exactly, and what is done about it")], doer: "Who sees to it?")

    fileprivate static let risk = SupportForm(
        one: "a risk", group: "Risks",
        purpose: "How likely, times how grave: 1 to 4 is low, 5 to 9 medium, 10 to 16 high, 17 and more critical.",
        code: Question("code", "What endangers them?", "victim_risk", isRequired: true),
        stages: [Stage(.current, "There now"), Stage(.past, "Past"), error], isScored: true,
        review: Date("Look at it again on", hint: "Needed for a high or critical risk"),
        texts: [
            Text("note", "What makes it likely, and what would happen"), Text("plan", "What is done about it, and by whom"),
        ], doer: "Who watches it?")

    fileprivate static let dependant = SupportForm(
        one: "somebody who depends on them", group: "Who depends on them",
        purpose: "Children and others they worry about, here and abroad.",
        code: Question("code", "Who is it?", "dependant_relation", isRequired: true),
        stages: [Stage(.current, "To be thought of"), Stage(.past, "No longer"), error],
        review: Date("Look at it again on"),
        questions: [
            Question("age", "How old?", "dependant_age", isRequired: true),
            Question("place", "Where are they?", "dependant_place", isRequired: true),
            Question("at_risk", "Are they in danger?", "yes_no_unknown", isRequired: true),
        ], texts: [Text("name", "Name", isLine: true), Text("note", "What else is known, and what is done")])

    fileprivate static let preference = SupportForm(
        one: "a wish", group: "How they wish to be treated",
        purpose: "Read this before you meet them, so that nobody has to ask again.",
        code: Question("code", "What do they wish?", "support_preference", isRequired: true),
        stages: [Stage(.current, "Holds"), Stage(.past, "No longer"), error], texts: [Text("note", "In their own words")])

    fileprivate static let contact = SupportForm(
        one: "a contact", group: "Contacts",
        purpose: "What is planned and what was. Nothing is planned by a way or at an hour that is not safe for them.",
        code: Question("code", "Which way?", "", isRequired: true),
        stages: [
            Stage(.planned, "Planned"), Stage(.reached, "Reached"), Stage(.notReached, "Not reached"),
            Stage(.calledOff, "Called off"), error,
        ], starts: Date("When?", hint: "The day, and the hour if there is one", isTimed: true),
        questions: [Question("direction", "Who gets in touch?", "contact_direction", isRequired: true)],
        texts: [Text("note", "What it is about, or what was said")], doer: "Which organisation?")

    fileprivate static let stay = SupportForm(
        one: "a stay", group: "Where they stay", purpose: "One place at a time. The address is sealed apart from the rest.",
        code: Question("code", "What sort of place?", "stay_kind", isRequired: true),
        stages: [Stage(.planned, "Planned"), Stage(.current, "Stays there now"), Stage(.past, "Has left"), error],
        starts: Date("From"), ends: Date("Until", hint: "The last day, also where it is only planned"),
        questions: [
            Question("suitability", "Whom is the place for?", "stay_suitability"),
            Question("leaving", "If they have left: why?", "stay_leaving"),
        ], texts: [Text("note", "What to know of the place")], hasAddress: true, doer: "Who arranges it?",
        service: Service("Which service of the directory?", isPlace: true))

    fileprivate static let guardian = SupportForm(
        one: "a guardian", group: "Guardian", purpose: "For whoever is under 18 or may be.",
        code: Question("code", "Which service?", "guardian_service", isRequired: true),
        stages: [
            Stage(.requested, "Asked for"), Stage(.accepted, "Accepted, nobody named yet"), Stage(.allocated, "Has a guardian"),
            Stage(.declined, "Turned down"), error,
        ], starts: Date("Asked for on"), ends: Date("Named or turned down on", hint: "Empty while nobody is named"),
        review: Date("Ask again on"),
        texts: [Text("name", "Name of the guardian", isLine: true), Text("note", "What was said")], doer: "Who asked?")

    fileprivate static let missing = SupportForm(
        one: "a missing episode", group: "Missing",
        purpose: "Tell the police at once. A return interview is offered within 72 hours of being found.",
        code: Question("code", "Missing from where?", "missing_from", isRequired: true),
        stages: [
            Stage(.missing, "Missing"), Stage(.found, "Found, return interview to be held"),
            Stage(.interviewHeld, "Found, return interview held"), Stage(.interviewDeclined, "Found, did not want an interview"),
            error,
        ], starts: Date("Missing since", isTimed: true), ends: Date("Found on", hint: "Empty while they are missing", isTimed: true),
        done: Date("Return interview held on", hint: "Offered within 72 hours of being found"),
        questions: [Question("police", "Do the police know?", "yes_no_unknown", isRequired: true)],
        texts: [
            Text("police_reference", "Reference of the police", isLine: true),
            Text("note", "What is known, who was told, what they said when they were back"),
        ], doer: "Who holds the return interview?")

    fileprivate static let transition = SupportForm(
        one: "a review before they turn 18", group: "Turning 18",
        purpose: "From half a year before: housing, leave to remain, education, health and who supports them then.",
        stages: [Stage(.planned, "Being prepared"), Stage(.done, "Reviewed: everything is handed over"), error],
        starts: Date("Reviewed on"), review: Date("Look at it again on"),
        texts: [Text("note", "Who takes over what")], doer: "Who supports them as an adult?")

    fileprivate static let moveOn = SupportForm(
        one: "a plan to move on", group: "Moving on", purpose: "Where they go from here, step by step.",
        code: Question("code", "Where to?", "move_on", isRequired: true),
        stages: [Stage(.planned, "Planned"), Stage(.done, "Moved on"), Stage(.calledOff, "Called off"), error],
        ends: Date("Day of the move", hint: "Empty while it is planned"), review: Date("To be done by"),
        texts: [Text("steps", "Steps", hint: "One on each line, with who does it"), Text("note", "What to know")],
        doer: "Who goes on with them?",
        service: Service("Which service of the directory goes on with them?", isPlace: false))

    fileprivate static let outcome = SupportForm(
        one: "how they are", group: "Afterwards",
        purpose: "Asked at 6, 12 and 24 months, of those who agreed to be asked.",
        code: Question("code", "After how long?", "outcome_month", isRequired: true),
        stages: [
            Stage(.answered, "Asked and answered"), Stage(.notReached, "Not reached"), Stage(.declined, "Did not want to answer"),
            error,
        ], starts: Date("Asked on"),
        questions: [
            Question("housing", "How do they live?", "outcome_housing"),
            Question("safe", "Do they feel safe?", "yes_no_unknown"),
            Question("work", "Work and education", "outcome_work"),
            Question("health", "How is their health?", "outcome_health"),
            Question("exploiter", "Any contact with whoever exploited them?", "yes_no_unknown"),
            Question("again", "Were they exploited again?", "yes_no_unknown"),
        ], texts: [Text("note", "What they said")])

    fileprivate static let offer = SupportForm(
        one: "an offer to repeat", group: "Offers to repeat",
        purpose: "What they declined and may want later. The way back stays open.",
        code: Question("code", "What is offered?", "support_offer", isRequired: true),
        stages: [
            Stage(.toAsk, "To be asked again"), Stage(.agreed, "Agreed when asked again"), Stage(.declinedAgain, "Declined again"),
            Stage(.doNotAsk, "Does not want to be asked again"), error,
        ], ends: Date("Asked on", hint: "Empty until they are asked"), review: Date("Ask again on"),
        texts: [Text("note", "What stands in the way, and what would help")], doer: "Who asks?")
}
