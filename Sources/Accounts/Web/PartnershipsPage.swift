import Access
import Design
import HTML
import Web

/// The partnerships in which somebody works, to choose from.
struct PartnershipsPage {
    let context: WebContext
    let person: SignedInPerson

    var markup: Markup {
        OwnPage(context, person, title: "Choose a partnership") {
            PageHeading("Choose a partnership")
            if person.places.isEmpty {
                EmptyState("You have no role in a partnership. The person who keeps its accounts can give you one.")
            }
            for place in person.places {
                Card(place.name) {
                    p {
                        Role.allCases.filter(place.roles.contains).map(\.label).joined(separator: ", ")
                    }
                    if !place.agreementInForce {
                        p { Tag("The sharing agreement has ended", .warn) }
                    }
                    Actions { ButtonLink("Open \(place.name)", to: Landing.first(in: place), .second) }
                }
            }
        }.markup
    }
}
