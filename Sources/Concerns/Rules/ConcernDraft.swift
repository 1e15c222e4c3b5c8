import Access
import Kernel
import Partnerships
import Web

/// What somebody tells of a concern, by whichever channel. What is seen is kept apart from what is inferred.
package struct ConcernDraft: Sendable {
    package var receivedOn: Day
    package var source = ""
    package var sourceOrganisation: ID<Organisation>?
    package var immediateDanger = false
    package var policeIncident = ""
    package var summary = ""
    package var seen = ""
    package var inferred = ""
    package var happensWhen = ""
    package var howKnown = ""
    package var locationType = ""
    package var place = ""
    package var postcode = ""
    package var town: ID<Term>?
    package var ward: ID<Term>?
    package var residence = ""
    package var residenceTown: ID<Term>?
    package var nationality = "unknown"
    package var peopleCount: Int?
    package var childrenPresent = "unknown"
    package var exploitation: [String] = []
    package var indicators: [String] = []
    package var mentions: [MentionDraft] = []
    package var reporterContact = "yes"
    package var reporterSafeWay = ""
    /// Sealed: who reported it, where they gave a name.
    package var reporterName = ""
    /// Sealed: how to reach them.
    package var reporterDetails = ""

    package init(receivedOn: Day) {
        self.receivedOn = receivedOn
    }
}

/// Somebody or something that a concern speaks of.
package struct MentionDraft: Sendable, Hashable {
    /// A code of "mention_kind".
    package var kind: String
    package var role: String
    package var description: String
    /// The number, the mark, the address; for a person empty.
    package var value: String
    /// Sealed: the name of a person, in its own field.
    package var name: String

    package init(kind: String, role: String = "", description: String = "", value: String = "", name: String = "") {
        self.kind = kind
        self.role = role
        self.description = description
        self.value = value
        self.name = name
    }

    var isEmpty: Bool { description.isEmpty && value.isEmpty && name.isEmpty }
}

extension ConcernDraft {
    /// How many mentions of each kind the form has room for.
    package static let mentionRows = ["person": 3, "phone": 3, "vehicle": 2]

    /// Reads the form. What cannot be read at all, such as a date, is a problem already here.
    package init(_ data: FormData, today: Day, problems: inout [Problem]) {
        self.init(receivedOn: today)
        switch data.date("received_on") {
        case .day(let day): receivedOn = day
        case .missing: break
        case .unreadable:
            problems.append(Problem("received_on", "Enter the date as day, month and year, such as 8 2 2020"))
        }
        source = data.text("source")
        sourceOrganisation = data.id("source_organisation")
        immediateDanger = data.has("immediate_danger", "yes")
        policeIncident = data.text("police_incident")
        summary = data.text("summary")
        seen = data.text("seen")
        inferred = data.text("inferred")
        happensWhen = data.text("happens_when")
        howKnown = data.text("how_known")
        locationType = data.text("location_type")
        place = data.text("place")
        postcode = data.text("postcode").uppercased()
        town = data.id("town")
        ward = data.id("ward")
        residence = data.text("residence")
        residenceTown = data.id("residence_town")
        let typedNationality = data.text("nationality")
        nationality = typedNationality.isEmpty ? "unknown" : typedNationality
        let count = data.text("people_count")
        if !count.isEmpty {
            if let number = Int(count), number >= 0, number <= 10_000 {
                peopleCount = number
            } else {
                problems.append(Problem("people_count", "Enter the number of people in figures, or leave it empty"))
            }
        }
        let children = data.text("children_present")
        childrenPresent = children.isEmpty ? "unknown" : children
        exploitation = data.texts("exploitation")
        indicators = data.texts("indicators")
        for (kind, rows) in ConcernDraft.mentionRows.sorted(by: { $0.key < $1.key }) {
            for row in 1...rows {
                let mention = MentionDraft(
                    kind: kind, role: data.text("\(kind)_\(row)_role"),
                    description: data.text("\(kind)_\(row)_description"), value: data.text("\(kind)_\(row)_value"),
                    name: data.text("\(kind)_\(row)_name"))
                if !mention.isEmpty { mentions.append(mention) }
            }
        }
        let contact = data.text("reporter_contact")
        reporterContact = contact.isEmpty ? "yes" : contact
        reporterSafeWay = data.text("reporter_safe_way")
        reporterName = data.text("reporter_name")
        reporterDetails = data.text("reporter_details")
    }
}
