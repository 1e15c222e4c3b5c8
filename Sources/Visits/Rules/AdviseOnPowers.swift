import Access
import Kernel

extension PowersAdvice {
    /// An agency that is asked to come, as the advice needs it.
    package struct Agency: Sendable, Hashable {
        package let id: ID<Organisation>
        package let name: String
        /// A code of "organisation_kind".
        package let kind: String

        package init(id: ID<Organisation>, name: String, kind: String) {
            self.id = id
            self.name = name
            self.kind = kind
        }
    }

    /// Who of these agencies should lead into such a place on this day, and what has to be prepared.
    ///
    /// In danger police lead. Otherwise a power comes first that needs neither notice nor warrant, then one that covers
    /// every part of the place. Into a home without danger the way is a warrant. Pure: the directory decides.
    package static func advise(
        agencies: [Agency], locationType: String, occupancy: Occupancy, immediateDanger: Bool, on day: Day,
        directory: PowersOfEntry
    ) -> PowersAdvice {
        let place = EntryPlace(kinds: directory.premises(locationType: locationType, occupancy: occupancy))
        let lines = agencies.map { line(of: $0, place: place, powers: directory.powers(of: $0.kind, on: day)) }
        let choice = choose(agencies: agencies, lines: lines, place: place, immediateDanger: immediateDanger)
        let needsWarrant = needsWarrant(choice, place: place, immediateDanger: immediateDanger)
        return PowersAdvice(
            lead: choice.map(lead(from:)), lines: lines, noticeHours: choice?.power?.power.noticeHours ?? 0,
            notice: choice?.power?.power.notice ?? "", needsWarrant: needsWarrant,
            warnings: warnings(
                agencies: agencies, lines: lines, place: place, immediateDanger: immediateDanger, choice: choice),
            notes: notes(agencies: agencies, directory: directory, on: day))
    }

    private struct Choice {
        let line: Line
        let power: Power?
        let reason: String
    }

    private static func line(of agency: Agency, place: EntryPlace, powers: [EntryPower]) -> Line {
        let fitting = powers.map { Power(power: $0, reach: $0.reach(over: place.kinds)) }.filter { $0.reach > .none }
        let note: String =
            if !fitting.isEmpty || place.kinds.isEmpty {
                ""
            } else if let none = powers.first(where: { !$0.isPower }) {
                "\(none.note) It may come \(none.purpose)."
            } else if powers.isEmpty {
                "No power of entry is known for this kind of organisation."
            } else {
                "Its powers do not cover this kind of place."
            }
        return Line(organisation: agency.id, name: agency.name, powers: fitting, note: note)
    }

    // MARK: The lead

    private static func choose(agencies: [Agency], lines: [Line], place: EntryPlace, immediateDanger: Bool) -> Choice? {
        if immediateDanger {
            return police(agencies, lines).map { line in
                Choice(
                    line: line, power: line.powers.first { $0.reach == .all && $0.power.withoutWarrant == .partly },
                    reason: "Somebody is in immediate danger: police can enter at once to save life or prevent "
                        + "serious harm, and can use force.")
            }
        }
        if place.isOpenToAll {
            return (police(agencies, lines) ?? lines.first).map {
                Choice(line: $0, power: nil, reason: "The place is open to everybody: no power is needed to be there.")
            }
        }
        let candidates = zip(agencies, lines).flatMap { agency, line in
            line.powers.map { (kind: agency.kind, line: line, power: $0) }
        }
        let ranked = candidates.enumerated().map { index, candidate in
            (
                rank: place.isHome
                    ? homeRank(candidate.power, kind: candidate.kind) : rank(candidate.power, kind: candidate.kind),
                index: index, candidate: candidate
            )
        }
        guard let best = ranked.min(by: { $0.rank == $1.rank ? $0.index < $1.index : $0.rank < $1.rank })?.candidate
        else { return nil }
        let reason = place.isHome ? homeReason(best.power) : reason(best.power)
        return Choice(line: best.line, power: best.power, reason: reason)
    }

    private static func police(_ agencies: [Agency], _ lines: [Line]) -> Line? {
        zip(agencies, lines).first { $0.0.kind == "police" }?.1
    }

    /// Smaller is better: no notice and no warrant first, then every part of the place, then whoever's purpose is the
    /// exploitation of workers.
    private static func rank(_ power: Power, kind: String) -> Int {
        let ease: Int =
            switch (power.power.withoutWarrant, power.power.noticeHours == 0) {
            case (.yes, true): 0
            case (.partly, true): 1
            case (.yes, false): 2
            case (.partly, false): 3
            case (.no, _): 4
            }
        return ease * 100 + (power.reach == .all ? 0 : 10) + (kind == "labour-inspectorate" ? 0 : 1)
    }

    /// Into a home the way is a warrant: whoever can ask a court for the widest one comes first.
    private static func homeRank(_ power: Power, kind: String) -> Int {
        let order = ["police", "crime-agency", "labour-inspectorate", "immigration", "housing-standards"]
        let place = order.firstIndex(of: kind) ?? order.count
        let route = power.power.warrantRoute.isEmpty ? 1_000 : 0
        return route + (power.reach == .all ? 0 : 100) + place * 10 + (power.power.noticeHours == 0 ? 0 : 1)
    }

    private static func lead(from choice: Choice) -> Lead {
        Lead(
            organisation: choice.line.organisation, name: choice.line.name, power: choice.power?.power.code ?? "",
            reason: choice.reason, isConfirmed: choice.power?.power.isConfirmed ?? true)
    }

    // MARK: The words

    private static func reason(_ power: Power) -> String {
        let entry = power.power
        let condition: String =
            switch (entry.withoutWarrant, entry.noticeHours == 0) {
            case (.yes, true): ", without notice and without a warrant."
            case (.yes, false): ", without a warrant, after notice: \(entry.notice)."
            case (.partly, true): ", without a warrant only where its conditions are met. \(entry.note)"
            case (.partly, false): ", after notice (\(entry.notice)) and where its conditions are met. \(entry.note)"
            case (.no, _): ", with a warrant only: \(entry.warrantRoute)."
            }
        let coverage =
            power.reach == .all
            ? " It covers all of the place." : " It covers part of the place: see who covers the rest."
        return "May enter \(entry.purpose) (\(entry.statute))\(condition)\(coverage)"
    }

    private static func homeReason(_ power: Power) -> String {
        let entry = power.power
        if entry.warrantRoute.isEmpty { return reason(power) }
        let exception =
            power.isImmediate ? " \(entry.note) Then it may enter without a warrant: \(entry.statute)." : ""
        return "This is a home and nobody is known to be in immediate danger, so a warrant is the way in: "
            + "\(entry.warrantRoute), \(entry.purpose).\(exception)"
    }

    private static func needsWarrant(_ choice: Choice?, place: EntryPlace, immediateDanger: Bool) -> Bool {
        if immediateDanger { return false }
        if place.isHome { return true }
        guard let power = choice?.power else { return false }
        if power.power.withoutWarrant == .no { return true }
        return place.hasHome && !(power.isImmediate && power.reach == .all)
    }

    private static func warnings(
        agencies: [Agency], lines: [Line], place: EntryPlace, immediateDanger: Bool, choice: Choice?
    ) -> [String] {
        var warnings: [String] = []
        if immediateDanger {
            warnings.append("Somebody is in immediate danger: call 999 now. A planned visit comes second.")
            if choice == nil { warnings.append("Police are not among the chosen agencies. Ask them to lead.") }
        }
        if agencies.isEmpty {
            warnings.append("Choose the agencies first: the powers depend on them.")
            return warnings
        }
        if place.kinds.isEmpty {
            warnings.append("Say what type of location it is: the powers depend on it.")
        } else if !place.isOpenToAll, !lines.contains(where: \.hasPower) {
            warnings.append(
                "None of the chosen agencies has a power to enter this place. Add one that has, or go only if you are "
                    + "invited in.")
        }
        guard !immediateDanger else { return warnings }
        if place.isHome {
            warnings.append("This is somebody's home: prepare a warrant, or enter with consent that is freely given.")
        } else if place.hasHome {
            warnings.append("People live in part of the place: that part needs a warrant or consent.")
        }
        if let power = choice?.power?.power, power.noticeHours > 0, !place.isHome {
            warnings.append(
                "Notice warns whoever controls the place. See whether an agency with a power without notice has a "
                    + "purpose of its own there.")
        }
        return warnings
    }

    private static func notes(agencies: [Agency], directory: PowersOfEntry, on day: Day) -> [String] {
        guard !agencies.isEmpty else { return [] }
        var notes = [
            "Each agency uses its own power for its own purpose. A power must not be used to let others in for theirs."
        ]
        for agency in agencies {
            guard let none = directory.powers(of: agency.kind, on: day).first(where: { !$0.isPower }) else { continue }
            notes.append("\(agency.name): \(none.note) It may come \(none.purpose).")
        }
        return notes
    }
}

/// What kind of place is to be entered.
private struct EntryPlace {
    /// Codes of "premises_kind"; empty when nobody has said what the place is.
    let kinds: [String]

    private static let homes: Set<String> = ["dwelling", "house-in-multiple-occupation"]

    var isHome: Bool { !kinds.isEmpty && kinds.allSatisfy(EntryPlace.homes.contains) }
    var hasHome: Bool { kinds.contains(where: EntryPlace.homes.contains) }
    var isOpenToAll: Bool { kinds == ["public-place"] }
}
