import Access
import Kernel

/// What came of changing the settings of a partnership.
package enum SettingsChange: Hashable, Sendable {
    /// The settings as they are now, and whether anything was different before.
    case kept(PartnershipSettings, isChanged: Bool)
    /// Somebody else changed them since the form was opened; as they are now.
    case changedMeanwhile(PartnershipSettings)
}

extension PartnershipDesk {
    /// The longest text of an agreement, in characters.
    package static let longestAgreement = 4_000
    /// The hours that an agency can have to answer, up to thirty days.
    package static let scopingHours = 1...720

    /// What is wrong with new settings, seen beside those that stand.
    package static func problems(_ settings: PartnershipSettings, insteadOf old: PartnershipSettings) -> [Problem] {
        var problems: [Problem] = []
        if settings.agreement.isEmpty, !old.agreement.isEmpty {
            problems.append(
                Problem("agreement", "An agreement is on record and cannot be emptied. To end it, enter its last day"))
        } else if settings.agreement.isEmpty, settings.validUntil != nil {
            problems.append(Problem("agreement", "Enter the agreement that ends on this day"))
        }
        if settings.agreement.count > longestAgreement {
            problems.append(Problem("agreement", "Use at most \(longestAgreement) characters for the agreement"))
        }
        if !scopingHours.contains(settings.scopingHours) {
            problems.append(
                Problem(
                    "hours", "Enter a number of hours from \(scopingHours.lowerBound) to \(scopingHours.upperBound)"))
        }
        return problems
    }

    /// The settings of the viewer's partnership. Throws `AccessError.denied` and `.notVisible`.
    package func settings(by viewer: Viewer) async throws -> PartnershipSettings {
        let id = try PartnershipDesk.kept(by: viewer)
        return try await desk.readOffice { office in
            guard let partnership = try office.partnership(id: id) else { throw AccessError.notVisible }
            return PartnershipSettings(partnership)
        }
    }

    /// Changes the agreement, its end and the hours to answer. Members see no case after the agreement's last day, from
    /// their next request.
    ///
    /// Throws `AccessError.denied` and `.notVisible`.
    ///
    /// - Parameter seen: the settings that the form was filled in from; nil at the command line, which asks nobody.
    package func changeSettings(
        to settings: PartnershipSettings, seen: PartnershipSettings?, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<SettingsChange> {
        let id = try PartnershipDesk.kept(by: viewer)
        do {
            return try await desk.changeOffice { office in
                guard let partnership = try office.partnership(id: id) else { throw AccessError.notVisible }
                let old = PartnershipSettings(partnership)
                if try office.repeated(key, by: viewer, verb: "change-settings") != nil {
                    return .done(.kept(old, isChanged: true))
                }
                let problems = PartnershipDesk.problems(settings, insteadOf: old)
                guard problems.isEmpty else { return .refused(problems) }
                if settings == old { return .done(.kept(old, isChanged: false)) }
                if let seen, seen != old { return .done(.changedMeanwhile(old)) }
                try office.keepSettings(settings, of: id)
                try office.remember(key, by: viewer, verb: "change-settings", result: id.text)
                office.journal(
                    "change-settings", "partnership", id.text, by: viewer.person, of: id, request: viewer.request,
                    detail: PartnershipDesk.difference(from: old, to: settings))
                return .done(.kept(settings, isChanged: true))
            }
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        }
    }

    /// What changed, for the journal: names of settings, days and hours, and no text that anybody typed.
    private static func difference(from old: PartnershipSettings, to new: PartnershipSettings) -> String {
        var parts: [String] = []
        if old.agreement != new.agreement { parts.append("agreement") }
        if old.validUntil != new.validUntil { parts.append("until \(new.validUntil?.iso ?? "open")") }
        if old.scopingHours != new.scopingHours { parts.append("hours \(new.scopingHours)") }
        return parts.joined(separator: " ")
    }
}
