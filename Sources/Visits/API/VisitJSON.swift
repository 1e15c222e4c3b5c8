import Access
import Foundation
import Kernel
import Partnerships

/// A visit as the interface gives it: labels of the code lists, never codes; nobody's name.
package struct VisitJSON: Codable, Sendable, Hashable {
    package struct Agency: Codable, Sendable, Hashable {
        package var name: String
        package var role: String
        /// Whether it attended; missing until it is said.
        package var attended: Bool?
        package var minutes: Int?
    }

    package var id: ID<Visit>
    package var reference: String
    /// The identifier of the concern; missing for a preventive visit.
    package var concern: ID<Concern>?
    package var status: String
    package var visitedOn: Day
    package var startsAt: String
    package var purpose: String
    package var place: String
    package var postcode: String
    package var locationType: String
    package var town: String
    package var lead: String
    package var agencies: [Agency]
    /// One for each agency that attended.
    package var interventions: Int
    /// People screened, as far as the caller may see them.
    package var screened: Int

    enum CodingKeys: String, CodingKey {
        case id, reference, concern, status, purpose, place, postcode, town, lead, agencies, interventions, screened
        case visitedOn = "visited_on"
        case startsAt = "starts_at"
        case locationType = "location_type"
    }

    package init(_ file: VisitFile, lists: CodeLists) {
        let visit = file.visit
        id = visit.id
        reference = visit.reference
        concern = visit.concernID
        status = visit.status.rawValue
        visitedOn = visit.visitedOn
        startsAt = visit.startsAt
        purpose = visit.purpose.label
        place = visit.place
        postcode = visit.postcode
        locationType = lists["location_type"].label(visit.locationType)
        town = visit.town?.label ?? ""
        lead = visit.agency(visit.lead)?.name ?? ""
        agencies = visit.agencies.map {
            Agency(
                name: $0.name, role: lists["visit_role"].label($0.role),
                attended: $0.attended == .notSaid ? nil : $0.attended == .yes, minutes: $0.minutes)
        }
        interventions = visit.interventions
        screened = file.screenings.count
    }

    /// Any of the feature's values as JSON bytes, with its members in alphabetical order.
    package static func bytes(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}

/// A visit in a list of the interface.
package struct VisitLineJSON: Codable, Sendable, Hashable {
    package var id: ID<Visit>
    package var reference: String
    package var concern: ID<Concern>?
    package var status: String
    package var visitedOn: Day
    package var purpose: String
    package var locationType: String
    package var town: String
    package var lead: String
    package var interventions: Int
    package var screened: Int

    enum CodingKeys: String, CodingKey {
        case id, reference, concern, status, purpose, town, lead, interventions, screened
        case visitedOn = "visited_on"
        case locationType = "location_type"
    }

    package init(_ line: VisitLine, lists: CodeLists) {
        id = line.id
        reference = line.reference
        concern = line.concern
        status = line.status.rawValue
        visitedOn = line.visitedOn
        purpose = line.purpose
        locationType = lists["location_type"].label(line.locationType)
        town = line.town
        lead = line.leadName
        interventions = line.interventions
        screened = line.screened
    }
}

/// A page of visits: `next` goes into the query `after` of the next call and is missing on the last page.
package struct VisitListJSON: Codable, Sendable, Hashable {
    package var visits: [VisitLineJSON]
    package var next: String?

    package init(_ listing: Listing<VisitLine>, lists: CodeLists) {
        visits = listing.items.map { VisitLineJSON($0, lists: lists) }
        next = listing.next
    }
}
