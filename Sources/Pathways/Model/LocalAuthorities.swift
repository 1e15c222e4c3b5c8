import ReferralForm

/// The local authorities as the Home Office form spells them.
package enum LocalAuthorities {
    package static let all: [String] = {
        let field = ReferralForm.current.field("local-authority-contacted-about-child-local-authority-name")
        guard case .pick(let list)? = field?.kind else { return [] }
        return list.values
    }()
}
