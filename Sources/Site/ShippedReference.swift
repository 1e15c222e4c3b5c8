import Kernel
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
