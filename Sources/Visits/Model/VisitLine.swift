import Access
import Kernel

/// A visit as a list shows it.
package struct VisitLine: Sendable, Hashable {
    package let id: ID<Visit>
    package let reference: String
    package let status: VisitStatus
    package let visitedOn: Day
    /// "05:30"; empty when no time is set.
    package let startsAt: String
    package let purpose: String
    package let place: String
    /// A code of "location_type".
    package let locationType: String
    package let town: String
    package let concern: ID<Concern>?
    package let leadName: String
    package let riskLevel: RiskLevel
    /// Agencies asked to come.
    package var agencies = 0
    /// Agencies that came: each is one intervention.
    package var interventions = 0
    /// People screened, as far as the viewer may see them.
    package var screened = 0

    /// Where the next page of a list goes on.
    package var key: String { DayCursor(visitedOn, id).text }
}
