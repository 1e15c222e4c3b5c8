import Access
import Kernel
import Partnerships
import Web

/// The form of a service, read: what it says, and what in it cannot be read at all.
struct ServiceForm {
    let facts: ServiceFacts
    let address: String
    let addressChange: AddressChange
    let problems: [Problem]

    init(_ data: FormData, today: Day) {
        var problems: [Problem] = []
        let capacity = data.text("capacity")
        if !capacity.isEmpty, Int(capacity) == nil {
            problems.append(Problem("capacity", "Enter the number of places in figures, or leave it empty"))
        }
        let from = data.date("valid_from")
        if from == .unreadable { problems.append(Problem("valid_from", "Enter the first day as day, month and year")) }
        let until = data.date("valid_until")
        if until == .unreadable {
            problems.append(Problem("valid_until", "Enter the last day as day, month and year, or leave it empty"))
        }
        let organisation = data.text("organisation")
        if !organisation.isEmpty, ID<Organisation>(organisation) == nil {
            problems.append(Problem("organisation", "Choose a member of the partnership"))
        }
        facts = ServiceFacts(
            organisation: data.id("organisation"), provider: data.text("provider"), name: data.text("name"),
            capabilities: data.texts("capabilities"), groups: data.texts("groups"), areas: data.texts("areas"),
            capacity: Int(capacity), contact: data.text("contact"), hours: data.text("hours"), note: data.text("note"),
            validFrom: from.day ?? today, validUntil: until.day)
        address = data.text("address")
        addressChange = !address.isEmpty ? .replace(address) : data.has("address_removed", "yes") ? .remove : .keep
        self.problems = problems
    }

    /// The fields of a form that says these facts; the sealed address is never filled in.
    static func data(of facts: ServiceFacts) -> FormData {
        var fields: [(name: String, value: String)] = [
            ("name", facts.name), ("organisation", facts.organisation?.text ?? ""), ("provider", facts.provider),
            ("capacity", facts.capacity.map(String.init) ?? ""), ("contact", facts.contact), ("hours", facts.hours),
            ("note", facts.note),
        ]
        fields += facts.capabilities.sorted().map { ("capabilities", $0) }
        fields += facts.groups.sorted().map { ("groups", $0) }
        fields += facts.areas.sorted().map { ("areas", $0) }
        return FormData(
            fields: fields + DateFields.fields("valid_from", facts.validFrom) + DateFields.fields("valid_until", facts.validUntil))
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ lists: CodeLists, ground: ServiceGround) -> [StaleEditPage.Label] {
        let members = Dictionary(ground.members.map { ($0.id.text, $0.name) }) { first, _ in first }
        let towns = Dictionary(ground.towns.map { ($0.id.text, $0.label) }) { first, _ in first }
        return [
            .init("name", "Name"), .init("organisation", "Member") { members[$0] ?? $0 }, .init("provider", "Provider"),
            .init("capabilities", "Offers") { lists["service_capability"].label($0) },
            .init("groups", "Takes") { lists["service_group"].label($0) },
            .init("areas", "Serves") { $0 == ServiceFacts.wholeArea ? "The whole area" : towns[$0] ?? $0 },
            .init("capacity", "Places"), .init("contact", "Contact"), .init("hours", "Hours"), .init("note", "Note"),
            .init(DateFields.names("valid_from"), "From"), .init(DateFields.names("valid_until"), "Until"),
        ]
    }
}

/// A day as the three fields in which a form sends it.
enum DateFields {
    static func names(_ name: String) -> [String] { ["\(name)-day", "\(name)-month", "\(name)-year"] }

    /// The fields; none for a day that is not there.
    static func fields(_ name: String, _ day: Day?) -> [(name: String, value: String)] {
        guard let parts = day?.parts else { return [] }
        return zip(names(name), [parts.day, parts.month, parts.year]).map { ($0, String($1)) }
    }
}
