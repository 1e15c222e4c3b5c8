import Kernel
import Pathways

/// One entry of the directory as it is told: what is offered, how the checklist went, and how many places were free.
struct ServiceScript: Sendable {
    /// The accommodation checklist, gone through once. What is not named was answered with yes.
    struct Assessment: Sendable {
        let on: Day?
        let nextDueOn: Day?
        var answers: [String: PointAnswer] = [:]
        /// Sealed: they may tell where the house is.
        var notes: [String: String] = [:]
        /// Why it is accepted although something essential is missing.
        var reason = ""
    }

    /// What became of the entry.
    struct Decision: Sendable {
        let status: ServiceStatus
        let on: Day?
        var reason = ""
    }

    let service: DemonstrationService
    /// The member that offers it; nil for a provider outside.
    var agency: Agency?
    var provider = ""
    let name: String
    let capabilities: [String]
    var groups: [String] = []
    /// Empty for the whole area.
    var towns: [String] = []
    var capacity: Int?
    let contact: String
    let hours: String
    var note = ""
    /// Sealed.
    var address = ""
    let since: Day?
    var assessments: [Assessment] = []
    var decisions: [Decision] = []
    var free: (places: Int, on: Day?)?

    init(
        _ service: DemonstrationService, _ name: String, of agency: Agency? = nil, provider: String = "", offers capabilities: [String],
        to groups: [String] = [], in towns: [String] = [], capacity: Int? = nil, contact: String, hours: String, note: String = "",
        since: String
    ) {
        self.service = service
        self.agency = agency
        self.provider = provider
        self.name = name
        self.capabilities = capabilities
        self.groups = groups
        self.towns = towns
        self.capacity = capacity
        self.contact = contact
        self.hours = hours
        self.note = note
        self.since = Day(since)
    }
}

/// The services of the demonstration's directory. None of them is there.
enum DemonstrationService: String, Sendable, CaseIterable {
    case larkspurHouse, firstNights, heronCourt, carers, tallowStreet, advice, advisors, english
}
