import Access
import Kernel
import Partnerships
import Store

/// The rows from which the figures of referrals are counted. Every statement begins with the viewer's rows of one
/// partnership.
extension Reading {
    func pathwayFigures(_ filter: FigureFilter, lists: CodeLists) throws -> PathwayFigures {
        let sent = try referralRows(
            during(filter.period, "f.submitted_on") + inTowns(filter, "f.town_id"), lists: lists)
        let waiting = try referralRows(
            ["f.kind = 'nrm'", "f.status IN ('awaiting-reasonable-grounds', 'awaiting-conclusive-grounds')"]
                + inTowns(filter, "f.town_id"), lists: lists)
        return PathwayFigures(
            sent: sent, waiting: waiting, decisions: try decisionRows(filter, lists: lists),
            declined: try declinedRows(filter, lists: lists), services: try serviceRows(lists), today: moment.day)
    }

    /// The day on which the newest referral that the viewer may count was sent.
    func newestReferral() throws -> Day? {
        try value(
            "SELECT f.submitted_on FROM \(visible(.referralFigures)) f ORDER BY f.submitted_on DESC LIMIT 1", as: Day.self)
    }

    private func referralRows(_ conditions: [Statement], lists: CodeLists) throws -> [PathwayFigures.Referral] {
        let order = lists["exploitation_type"].values.map(\.code)
        // The labels of the types of a referral, in the order of their list; "unknown" is no type.
        func types(_ text: String) -> [String] {
            let codes = Set(text.split(separator: " ").map(String.init))
            return order.filter { codes.contains($0) && $0 != "unknown" }.map(lists["exploitation_type"].label)
        }
        struct Found {
            let referral: PathwayFigures.Referral
            let town: String?
            let responder: String?
        }
        let found = try rows(
            """
            SELECT f.id, f.victim_id, f.kind, f.status, f.submitted_on, f.quality, f.local_authority, f.gender, f.nationality,
                f.child_at_exploitation, f.exploitation, f.town_id, f.first_responder_id
            FROM \(visible(.referralFigures)) f WHERE \(all: conditions)
            """
        ) { row -> Found in
            let id: String = try row.next()
            let victim: String = try row.next()
            let isNotification = try row.next(String.self) != "nrm"
            let (status, submittedOn, quality): (String, Day, Int?) = (try row.next(), try row.next(), try row.next())
            let (authority, gender, nationality): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let (child, exploitation): (String, String) = (try row.next(), try row.next())
            let (town, responder): (String?, String?) = (try row.next(), try row.next())
            func label(_ list: String, _ code: String) -> String {
                code.isEmpty || code == "unknown" ? "" : lists[list].label(code)
            }
            return Found(
                referral: PathwayFigures.Referral(
                    id: id, victim: victim, isNotification: isNotification, status: status, submittedOn: submittedOn,
                    quality: quality, town: "", localAuthority: authority, firstResponder: "", firstResponderType: "",
                    gender: label("gender", gender),
                    nationality: label("nationality", nationality), childAtExploitation: child,
                    exploitation: types(exploitation)), town: town, responder: responder)
        }
        let towns = try placeLabels(Set(found.compactMap(\.town)))
        let responders = Set(found.compactMap(\.responder))
        let names = try organisationNames(responders)
        let types = try firstResponderTypes(responders, lists)
        return found.map {
            $0.referral.naming(
                town: $0.town.flatMap { towns[$0] }, responder: $0.responder.flatMap { names[$0] },
                type: $0.responder.flatMap { types[$0] })
        }
    }

    /// The type of each organisation as the bulletins count it; none where its kind belongs to no type.
    private func firstResponderTypes(_ identifiers: Set<String>, _ lists: CodeLists) throws -> [String: String] {
        if identifiers.isEmpty { return [:] }
        let kinds = try rows(
            "SELECT o.id, o.kind FROM organisations o WHERE o.id IN \(in: Array(identifiers))"
        ) { row in (try row.next(String.self), try row.next(String.self)) }
        var types: [String: String] = [:]
        for type in lists["first_responder_type"].values {
            for kind in type.note.split(separator: " ") { types[String(kind)] = type.label }
        }
        return Dictionary(kinds.compactMap { id, kind in types[kind].map { (id, $0) } }) { first, _ in first }
    }

    private func decisionRows(_ filter: FigureFilter, lists: CodeLists) throws -> [PathwayFigures.Decision] {
        try rows(
            """
            SELECT d.stage, d.outcome, d.decided_on, d.submitted_on FROM \(visible(.referralDecisionFigures)) d
            WHERE \(all: during(filter.period, "d.decided_on") + inTowns(filter, "d.town_id"))
            """
        ) { row in
            let (stage, outcome): (String, String) = (try row.next(), try row.next())
            let words = "\(lists["decision_stage"].label(stage)): \(lists["decision_outcome"].label(outcome).lowercased())"
            return PathwayFigures.Decision(
                stage: stage, outcome: outcome, label: words, decidedOn: try row.next(), submittedOn: try row.next())
        }
    }

    /// Services to which people can be sent today, once for each thing that they offer.
    private func serviceRows(_ lists: CodeLists) throws -> [PathwayFigures.Service] {
        let partnership = viewer.partnership
        return try rows(
            """
            SELECT t.code, s.capacity, s.places_free FROM \(visible(.supportServices)) s
            JOIN \(visible(.serviceTerms)) t ON t.service_id = s.id AND t.kind = 'capability'
            WHERE s.partnership_id = \(partnership) AND \(.isOnOffer(moment.day))
            """
        ) { row in
            PathwayFigures.Service(
                offers: lists["service_capability"].label(try row.next()), places: try row.next(), free: try row.next())
        }
    }

    private func declinedRows(_ filter: FigureFilter, lists: CodeLists) throws -> [PathwayFigures.Declined] {
        try rows(
            """
            SELECT c.victim_id, c.reason FROM \(visible(.consentFigures)) c
            WHERE c.purpose = 'nrm' AND c.answer IN ('declined', 'withdrawn')
                AND \(all: during(filter.period, "c.answered_on") + inTowns(filter, "c.town_id"))
            """
        ) { row in
            let (victim, reason): (String, String) = (try row.next(), try row.next())
            return PathwayFigures.Declined(victim: victim, reason: reason.isEmpty ? "" : lists["decline_reason"].label(reason))
        }
    }
}

extension PathwayFigures.Referral {
    fileprivate func naming(town: String?, responder: String?, type: String?) -> PathwayFigures.Referral {
        PathwayFigures.Referral(
            id: id, victim: victim, isNotification: isNotification, status: status, submittedOn: submittedOn, quality: quality,
            town: town ?? "", localAuthority: localAuthority, firstResponder: responder ?? "", firstResponderType: type ?? "",
            gender: gender,
            nationality: nationality, childAtExploitation: childAtExploitation, exploitation: exploitation)
    }
}

extension FigureDesk {
    /// What a page shows of referrals.
    struct PathwaySheet: Sendable {
        let scope: FigureScope
        let choice: FigureChoice
        let today: Day
        let newest: Day?
        let towns: [TermSummary]
        let filter: FigureFilter?
        let figures: Outcome<PathwayFigures>
    }

    /// The figures of referrals that a page or a download asks for. Throws `AccessError.denied` for a viewer without figures.
    func pathways(for viewer: Viewer, _ choice: FigureChoice, isDownload: Bool = false) async throws -> PathwaySheet {
        guard let scope = FigureScope(of: viewer), let partnership = viewer.partnership else { throw AccessError.denied }
        let lists = lists
        let verb = isDownload ? "export-pathway-figures" : "read-pathway-figures"
        return try await desk.read(as: viewer, Consultation(verb, "figures", partnership.text)) { reading in
            let towns = try reading.terms(of: partnership, kind: "town").filter { scope.offers($0.id) }
            let newest = try reading.newestReferral()
            let today = reading.moment.day
            let chosen = choice.filter(today: today, newest: newest, towns: towns, lists: lists)
            let figures: Outcome<PathwayFigures> =
                switch chosen {
                case .refused(let problems): .refused(problems)
                case .done(let filter): .done(try reading.pathwayFigures(filter, lists: lists))
                }
            return PathwaySheet(
                scope: scope, choice: choice, today: today, newest: newest, towns: towns, filter: chosen.result,
                figures: figures)
        }
    }
}
