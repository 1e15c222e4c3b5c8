import Access
import Concerns
import Kernel
import Partnerships
import Store
import Visits

/// What a new record starts from.
package struct PathwayGround: Sendable {
    package let towns: [TermSummary]
    /// "From a screening at visit SW-V-0012", without anything about the person.
    package let origin: String
    /// What the screening or the concern says already; nil where the record starts alone.
    package let facts: VictimFacts?
    /// Whether the screening says something of the age; otherwise it is asked without an answer filled in.
    package let isAgeScreened: Bool
    package let concern: ID<Concern>?
    /// Whether a sealed name was given at the screening that the viewer may take over.
    package let hasScreenedName: Bool
}

/// What a record is begun from.
package enum PathwayOrigin: Sendable, Hashable {
    case alone
    case screening(ID<Screening>)
    case concern(ID<Concern>)
}

extension Reading {
    /// What a new record starts from. Throws `AccessError.notVisible` for an origin that the viewer does not see.
    func pathwayGround(_ origin: PathwayOrigin) throws -> PathwayGround {
        let towns = try terms(of: try ownPartnership, kind: "town")
        switch origin {
        case .alone: return PathwayGround(towns: towns, origin: "", facts: nil, isAgeScreened: false, concern: nil, hasScreenedName: false)
        case .concern(let id):
            let concern = try concern(id)
            return PathwayGround(
                towns: towns, origin: "From concern \(concern.reference)", facts: VictimFacts(concern),
                isAgeScreened: false, concern: id, hasScreenedName: false)
        case .screening(let id):
            let entry = try screening(id)
            let visit = try visit(entry.visit)
            var facts = VictimFacts(entry.answers)
            facts.town = visit.town?.id
            facts.exploitation = visit.concern?.exploitation ?? []
            return PathwayGround(
                towns: towns, origin: "From a screening at visit \(visit.reference)", facts: facts,
                isAgeScreened: entry.answers.ageGroup != "unknown", concern: visit.concernID,
                hasScreenedName: try entry.hasIdentity && maySeeIdentities(ofConcern: visit.concernID))
        }
    }
}

extension VictimFacts {
    /// One concern speaks of several people: age, gender and nationality are each person's own.
    fileprivate init(_ concern: ConcernDetail) {
        self.init(town: concern.townID, exploitation: concern.exploitation)
    }

    fileprivate init(_ answers: ScreeningAnswers) {
        let isAdult = answers.ageGroup == "adult"
        self.init(
            age: AgeStanding(basis: isAdult ? .known : .unknown, group: isAdult ? .adult : .perhapsChild),
            gender: answers.gender, nationality: answers.nationality, language: answers.language)
    }
}
