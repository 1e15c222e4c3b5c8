import Access
import HTML
import Kernel
import ReferralForm

/// The addresses of referrals.
extension PathwayLinks {
    package var referrals: Link { "/\(slug)/pathways/referrals" }
    package var quality: Link { "/\(slug)/pathways/quality" }
    package func newReferral(_ victim: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(victim.text)/referrals/new" }
    package func referral(_ victim: ID<PotentialVictim>, _ id: ID<Referral>) -> Link {
        "/\(slug)/pathways/\(victim.text)/referrals/\(id.text)"
    }
    func section(_ referral: Link, _ heading: FormHeading) -> Link { "\(referral)/parts/\(heading.rawValue)" }
    func told(_ referral: Link, _ heading: FormHeading) -> Link { "\(referral)/parts/\(heading.rawValue)/told" }
    func check(_ referral: Link) -> Link { "\(referral)/check" }
    func review(_ referral: Link) -> Link { "\(referral)/review" }
    func reopen(_ referral: Link) -> Link { "\(referral)/reopen" }
    func setAside(_ referral: Link) -> Link { "\(referral)/set-aside" }
    func reroute(_ referral: Link) -> Link { "\(referral)/reroute" }
    func pack(_ referral: Link) -> Link { "\(referral)/pack" }
    func submission(_ referral: Link) -> Link { "\(referral)/submission" }
}
