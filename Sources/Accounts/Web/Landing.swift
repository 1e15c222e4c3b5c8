import Access
import HTML
import Web

/// Where somebody is led after signing in.
enum Landing {
    /// The page that was asked for, or the first page of the only partnership, or the choice between several.
    static func link(for person: SignedInPerson, returned: String = "") -> Link {
        if let link = Link(returned: returned), isPage(link) { return link }
        if person.places.count > 1 { return PageLinks.partnerships }
        return person.places.first.map(first) ?? PageLinks.account
    }

    /// The first page of a partnership for the roles that somebody holds there.
    static func first(in place: PartnershipPlace) -> Link {
        if !place.roles.isDisjoint(with: [.coordinator, .member, .visitTeam]) { return PageLinks.myWork(place.slug) }
        if !place.roles.isDisjoint(with: [.analyst, .townLead]) { return PageLinks.figures(place.slug) }
        if place.roles.contains(.chair) { return PageLinks.publications(place.slug) }
        return PageLinks.accounts(place.slug)
    }

    private static func isPage(_ link: Link) -> Bool {
        link.path != "/" && link.path != AccountLinks.news.path
            && !["/sign-in", "/sign-out"].contains { link.path == $0 || link.path.hasPrefix($0 + "/") }
    }
}
