import Access
import Accounts
import Concerns
import Kernel
import Partnerships
import Pathways
import Schema
import Visits

extension PowersOfEntry {
    /// The powers directory of the reference data.
    static func shipped() throws -> PowersOfEntry {
        let powers = try ReferenceData.powersOfEntry.map { row in
            EntryPower(
                code: row.code, organisationKinds: row.organisationKinds, agency: row.agency,
                statute: row.statute ?? "", premises: row.premises, noticeHours: row.noticeHours, notice: row.notice,
                withoutWarrant: EntryPower.WithoutWarrant(rawValue: row.withoutWarrant.rawValue) ?? .no,
                force: row.force.rawValue, warrantRoute: row.warrantRoute ?? "", purpose: row.purpose,
                note: row.note ?? "", isConfirmed: row.confirmed,
                validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }))
        }
        return PowersOfEntry(powers: powers, premisesOfLocation: try ReferenceData.locationPremises)
    }
}

extension ScreeningQuestions {
    /// The indicators of the reference data as signs to tick.
    static func shipped(_ indicators: [Indicator]) -> ScreeningQuestions {
        ScreeningQuestions(
            signs: indicators.map { ScreeningSign(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight) })
    }
}

extension ReportingBodies {
    /// The first responder organisations and those bound by the duty to notify, of the reference data.
    static func shipped() throws -> ReportingBodies {
        ReportingBodies(
            try ReferenceData.reportingBodies.map { row in
                Row(
                    kind: row.kind, nameKey: row.name.map { FoldedText($0).key } ?? "",
                    nations: Set(row.nations.compactMap(Nation.init)),
                    body: ReportingBody(
                        refersAdults: row.refersAdults, refersChildren: row.refersChildren, hasDuty: row.hasDuty,
                        isConfirmed: row.confirmed),
                    validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }))
            })
    }
}

extension CourseRules {
    /// The spans of time that follow a referral, and the working days, of the reference data.
    static func shipped() throws -> CourseRules {
        CourseRules(
            try ReferenceData.decisionRules.compactMap { row in
                guard let name = Name(rawValue: row.rule), let unit = Unit(rawValue: row.unit) else { return nil }
                return Rule(
                    name: name, nations: Set(row.nations.compactMap(Nation.init)), number: row.number, unit: unit,
                    validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }), source: row.source,
                    isConfirmed: row.confirmed)
            },
            calendar: WorkingCalendar(holidays: try ReferenceData.bankHolidays.compactMap { Day($0.day) }))
    }
}

extension [PathwayWay: PathwayContent] {
    /// The pathways that a coordinator can copy, of the reference data.
    static func shipped() throws -> [PathwayWay: PathwayContent] {
        var templates: [PathwayWay: PathwayContent] = [:]
        for row in try ReferenceData.pathwayTemplates {
            guard let way = PathwayWay(rawValue: row.way) else { continue }
            templates[way, default: PathwayContent()].steps.append(
                PathwayStep(what: row.what, who: row.who, within: row.within, guidance: row.guidance ?? ""))
        }
        return templates
    }
}

extension [PowerLine] {
    /// The powers directory of the reference data, as its page shows it.
    static func shipped() throws -> [PowerLine] {
        try ReferenceData.powersOfEntry.map { row in
            PowerLine(
                organisationKinds: row.organisationKinds, agency: row.agency, statute: row.statute ?? "",
                premises: row.premises, purpose: row.purpose, notice: row.notice,
                withoutWarrant: row.withoutWarrant.rawValue, force: row.force.rawValue,
                warrantRoute: row.warrantRoute ?? "", note: row.note ?? "", isConfirmed: row.confirmed,
                validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }))
        }
    }
}

extension [HelplineNumber] {
    /// The telephone numbers of the reference data, as pages show them.
    static func shipped() throws -> [HelplineNumber] {
        try ReferenceData.helplines.map { row in
            HelplineNumber(code: row.code, name: row.name, number: row.number, purpose: row.purpose)
        }
    }
}

extension [DemonstrationSignIn] {
    /// The accounts of the demonstration, for its sign-in page.
    static var demonstration: [DemonstrationSignIn] {
        Demonstration.accounts.map { account in
            let place = account.partnership.prefix(1).uppercased() + account.partnership.dropFirst()
            return DemonstrationSignIn(
                email: account.email, name: account.name, organisation: account.organisation,
                role: account.town.map { "\(account.role.label) for \($0)" } ?? account.role.label,
                partnership: "\(place) partnership", password: Demonstration.passPhrase)
        }
    }
}
