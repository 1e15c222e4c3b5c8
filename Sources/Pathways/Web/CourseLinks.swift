import Access
import HTML
import Kernel

/// The addresses of what follows a referral.
package struct CourseLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var waiting: Link { "/\(slug)/pathways/decisions" }
    package var crimes: Link { "/\(slug)/pathways/crimes" }

    private func page(_ referral: ID<Referral>, _ victim: ID<PotentialVictim>, _ name: String) -> Link {
        "/\(slug)/pathways/\(victim.text)/referrals/\(referral.text)/\(name)"
    }

    package func course(_ referral: ID<Referral>, of victim: ID<PotentialVictim>) -> Link { page(referral, victim, "course") }
    package func decision(_ referral: ID<Referral>, of victim: ID<PotentialVictim>) -> Link { page(referral, victim, "decision") }
    package func panel(_ referral: ID<Referral>, of victim: ID<PotentialVictim>) -> Link { page(referral, victim, "panel") }
    package func crime(_ referral: ID<Referral>, of victim: ID<PotentialVictim>) -> Link { page(referral, victim, "crime") }
    /// The crime records of somebody without a referral.
    package func crime(of victim: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(victim.text)/crime" }

    func step(_ decision: ID<ReferralDecision>, _ name: String, _ referral: ID<Referral>, of victim: ID<PotentialVictim>) -> Link {
        "/\(slug)/pathways/\(victim.text)/referrals/\(referral.text)/steps/\(decision.text)/\(name)"
    }

    func panelStep(_ name: String, _ referral: ID<Referral>, of victim: ID<PotentialVictim>) -> Link {
        "/\(slug)/pathways/\(victim.text)/referrals/\(referral.text)/panel/\(name)"
    }
}
