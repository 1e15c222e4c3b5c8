import Design
import HTML
import Web

/// The parts of the section Pathways, beside each other.
package enum PathwaySections: Sendable, CaseIterable {
    case people, due, referrals, decisions, crimes, services, reception, definitions

    private var label: String {
        switch self {
        case .people: "People"
        case .due: "Due"
        case .referrals: "Referrals"
        case .decisions: "Decisions"
        case .crimes: "Crime records"
        case .services: "Services"
        case .reception: "Reception centres"
        case .definitions: "Our pathways"
        }
    }

    private func link(_ slug: String) -> Link {
        switch self {
        case .people: PageLinks.pathways(slug)
        case .due: PathwayLinks(slug).due
        case .referrals: PathwayLinks(slug).referrals
        case .decisions: CourseLinks(slug).waiting
        case .crimes: CourseLinks(slug).crimes
        case .services: ServiceLinks(slug).list
        case .reception: ReceptionLinks(slug).list
        case .definitions: DefinitionLinks(slug).list
        }
    }

    /// The line of tabs, with this part current.
    func tabs(_ slug: String) -> Tabs {
        Tabs("Pathways", PathwaySections.allCases.map { .init($0.label, $0.link(slug), isCurrent: $0 == self) })
    }
}
