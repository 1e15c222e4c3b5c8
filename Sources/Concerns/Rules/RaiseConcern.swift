import Access
import Kernel
import Partnerships
import Store

/// Records a concern that an agency raises, or that the coordinator logs for somebody who called.
package enum RaiseConcern: Verb {
    package typealias Record = Concern
    package static let name = "raise-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let event = JournalEvent.collection

    /// By which way a concern came.
    package enum Channel: String, Sendable {
        case agencyForm = "agency-form"
        case telephone
        case publicForm = "public-form"
        case api
    }

    /// What somebody types in vain is said at once, all of it.
    package static func problems(
        _ draft: ConcernDraft, channel: Channel, lists: CodeLists, indicators: IndicatorCatalogue, towns: Set<ID<Term>>,
        wards: [ID<Term>: ID<Term>?], members: Set<ID<Organisation>>, today: Day
    ) -> [Problem] {
        var problems: [Problem] = []
        func check(_ holds: Bool, _ field: String, _ message: String) {
            if !holds { problems.append(Problem(field, message)) }
        }
        if draft.immediateDanger && channel != .publicForm {
            check(
                !draft.policeIncident.isEmpty, "police_incident",
                "Call 999 first, then enter the police incident number, or write “not yet given”")
        }
        check(draft.receivedOn <= today, "received_on", "The date lies in the future: enter the day on which you were told")
        check(
            draft.receivedOn >= today.adding(days: -3660), "received_on",
            "The date lies more than ten years back: check the year")
        check(!draft.seen.isEmpty, "seen", "Say what was seen or heard, in a sentence or two")
        for (field, text) in [("seen", draft.seen), ("inferred", draft.inferred)] {
            check(text.count <= 20_000, field, "This is longer than 20,000 characters: shorten it or attach a document")
        }
        for (field, text) in [
            ("summary", draft.summary), ("happens_when", draft.happensWhen), ("place", draft.place),
            ("residence", draft.residence), ("police_incident", draft.policeIncident),
            ("reporter_name", draft.reporterName), ("reporter_details", draft.reporterDetails),
        ] {
            check(text.count <= 500, field, "This is longer than 500 characters: shorten it")
        }
        check(draft.postcode.count <= 10, "postcode", "A postcode has at most 8 characters, such as B70 8SZ")
        if channel != .publicForm {
            check(!draft.locationType.isEmpty, "location_type", "Choose the type of location, or “Unknown”")
            check(!draft.source.isEmpty, "source", "Choose from whom the concern came")
        }
        func code(_ value: String, _ list: String, _ field: String) {
            check(
                value.isEmpty || lists[list].contains(value), field, "Choose one of the values in the list")
        }
        code(draft.source, "concern_source", "source")
        code(draft.locationType, "location_type", "location_type")
        code(draft.nationality, "nationality", "nationality")
        code(draft.howKnown, "way_of_knowing", "how_known")
        code(draft.reporterSafeWay, "safe_contact_way", "reporter_safe_way")
        check(
            draft.exploitation.allSatisfy(lists["exploitation_type"].contains), "exploitation",
            "Choose from the types in the list")
        check(
            draft.indicators.allSatisfy { indicators[$0] != nil }, "indicators", "Choose from the indicators in the list")
        check(["yes", "no", "unknown"].contains(draft.childrenPresent), "children_present", "Choose yes, no or not known")
        check(["yes", "no"].contains(draft.reporterContact), "reporter_contact", "Choose yes or no")
        if let town = draft.town { check(towns.contains(town), "town", "Choose one of the towns in the list") }
        if let town = draft.residenceTown {
            check(towns.contains(town), "residence_town", "Choose one of the towns in the list")
        }
        if let ward = draft.ward {
            let townOfWard = wards[ward]
            check(townOfWard != nil, "ward", "Choose one of the wards in the list")
            if let townOfWard, let expected = townOfWard, let town = draft.town {
                check(expected == town, "ward", "This ward lies in another town: choose the town again, or leave the ward empty")
            }
        }
        if let organisation = draft.sourceOrganisation {
            check(members.contains(organisation), "source_organisation", "Choose a member of this partnership")
        }
        var rows: [String: Int] = [:]
        for mention in draft.mentions {
            rows[mention.kind, default: 0] += 1
            let field = "\(mention.kind)_\(rows[mention.kind] ?? 1)"
            check(lists["mention_kind"].contains(mention.kind), field, "Choose what it is from the list")
            check(
                [mention.role, mention.description, mention.value, mention.name].allSatisfy { $0.count <= 500 },
                "\(field)_description", "This is longer than 500 characters: shorten it")
            if mention.kind == "phone" {
                check(
                    !MatchKeys.phone(mention.value).isEmpty, "\(field)_value",
                    "Enter the telephone number with its digits, such as 07700 900123")
            }
            if mention.kind == "vehicle" {
                check(
                    !MatchKeys.vehicle(mention.value).isEmpty || !mention.description.isEmpty, "\(field)_value",
                    "Enter the registration mark, or describe the vehicle")
            }
        }
        return problems
    }
}

extension ConcernDesk {
    /// Raises a concern; answers its identifier. The same key a second time answers the first result.
    package func raise(
        _ draft: ConcernDraft, channel: RaiseConcern.Channel, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let lists = lists
        let indicators = indicators
        let today = desk.world.now().day
        return try await desk.create(RaiseConcern.self, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let standing = try change.standing(of: partnership)
            if let named = draft.sourceOrganisation, !viewer.isCoordinator, named != viewer.organisation {
                return .refused([
                    Problem(
                        "source_organisation",
                        "Only the coordinator can name another member: leave this empty, or choose your own organisation")
                ])
            }
            let problems = RaiseConcern.problems(
                draft, channel: channel, lists: lists, indicators: indicators, towns: standing.towns,
                wards: standing.wards, members: standing.members, today: today)
            guard problems.isEmpty else { return .refused(problems) }
            let reference = try change.insertConcern(
                draft, channel: channel.rawValue, status: .raised, partnership: partnership, lists: lists)
            try change.askBlindly(of: change.record)
            change.note("Raised as \(reference)")
            return .done(change.record)
        }
    }
}

/// What a partnership's words and members are, for checking what was typed.
struct PartnershipStanding: Sendable {
    let towns: Set<ID<Term>>
    let wards: [ID<Term>: ID<Term>?]
    let members: Set<ID<Organisation>>
}

extension QuerySurface {
    func standing(of partnership: ID<Partnership>) throws -> PartnershipStanding {
        let towns = try terms(of: partnership, kind: "town")
        let wards = try terms(of: partnership, kind: "ward")
        return PartnershipStanding(
            towns: Set(towns.map(\.id)), wards: Dictionary(wards.map { ($0.id, $0.townID) }) { first, _ in first },
            members: Set(try members(of: partnership).map(\.id)))
    }
}
