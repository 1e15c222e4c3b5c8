import Access
import Kernel

/// One referral with everything that followed it and may be shown without opening a seal.
package struct CourseFile: Sendable {
    package let referral: ReferralLine
    package let victim: VictimDetail
    package let history: CourseHistory
    /// The children's panels, the newest first.
    package let panels: [PanelDetail]
    package let crimes: [CrimeRecord]

    /// The code of "competent_authority" for a children's panel.
    package static let panel = "panel"

    /// The panel that is to decide; nil where none is convened.
    package var openPanel: PanelDetail? { panels.first { $0.status == .planned } }

    package var facts: CourseFacts {
        CourseFacts(
            nation: victim.facts.nation, isNotification: referral.isNotification, submittedOn: referral.submittedOn,
            hasPanel: openPanel != nil
                || (referral.status == .awaitingConclusiveGrounds && referral.competentAuthority == CourseFile.panel))
    }
}

/// A crime that the police recorded because of what was done to somebody.
package struct CrimeRecord: Sendable, Hashable {
    package let id: ID<VictimCrime>
    package let victim: ID<PotentialVictim>
    package let referral: ID<Referral>?
    /// As the Home Office form spells it.
    package let force: String
    package let reference: String
    /// When the police were told.
    package let toldAt: Moment
    package let recordedAt: Moment
    package let organisationName: String

    /// How long recording took, in whole hours begun.
    package var hours: Int { Int((max(0, recordedAt.seconds(since: toldAt)) + 3599) / 3600) }

    /// Whether it was recorded within so many hours.
    package func isInTime(hours limit: Int) -> Bool { recordedAt.seconds(since: toldAt) <= Int64(limit) * 3600 }

    /// What two spellings of one reference have in common: letters and figures.
    package static func key(_ reference: String) -> String {
        String(
            String.UnicodeScalarView(
                FoldedText(reference).key.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }
}
