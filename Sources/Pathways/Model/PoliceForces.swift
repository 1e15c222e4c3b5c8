import ReferralForm

/// The police forces as the Home Office form spells them.
package enum PoliceForces {
    package static let all: [String] = {
        guard case .pick(let list)? = ReferralForm.current.field("reported-to-police-police-forces")?.kind else { return [] }
        return list.values
    }()
}
