import Foundation
import Kernel

/// What the administrator of a partnership can change about its practice.
package struct PartnershipSettings: Hashable, Sendable {
    /// The agreement on which sharing rests: its name and date, and where it is kept. Empty where there is none.
    package let agreement: String
    /// Its last day; nil for an agreement without an end.
    package let validUntil: Day?
    /// Hours that an agency has to answer a question unless the coordinator says otherwise.
    package let scopingHours: Int

    package init(agreement: String, validUntil: Day?, scopingHours: Int) {
        self.agreement = PartnershipSettings.cleaned(agreement)
        self.validUntil = validUntil
        self.scopingHours = scopingHours
    }

    package init(_ partnership: PartnershipSummary) {
        self.init(
            agreement: partnership.sharingAgreement, validUntil: partnership.agreementValidUntil,
            scopingHours: partnership.scopingHours)
    }

    /// The text as a form would send it back, so that it compares equal wherever it came from.
    private static func cleaned(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let scalars = lines.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether members see cases on this day. The last day counts.
    package func isInForce(on day: Day) -> Bool { validUntil.map { $0 >= day } ?? true }
}
