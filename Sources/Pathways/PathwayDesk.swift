import Access
import Concerns
import Kernel
import Partnerships

/// The use cases of the feature: what people do for a potential victim, from the first question to long afterwards. Pages
/// and commands all call these.
package struct PathwayDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists
    package let bodies: ReportingBodies
    package let indicators: IndicatorCatalogue
    /// The helpline whose number is given to somebody who declined; nil where none is known.
    package let helpline: HelplineNumber?

    package init(
        desk: Desk, lists: CodeLists, bodies: ReportingBodies, indicators: IndicatorCatalogue = IndicatorCatalogue([]),
        helpline: HelplineNumber? = nil
    ) {
        self.desk = desk
        self.lists = lists
        self.bodies = bodies
        self.indicators = indicators
        self.helpline = helpline
    }

    /// A page of potential victims that the viewer works with, the newest first.
    package func list(_ query: VictimQuery, as viewer: Viewer) async throws -> Listing<VictimLine> {
        try await desk.read(as: viewer, Consultation("list-potential-victims", "potential_victims")) { try $0.victims(query) }
    }

    /// What a new record starts from. Throws `AccessError.notVisible` for an origin that the viewer does not see.
    package func ground(_ origin: PathwayOrigin, as viewer: Viewer) async throws -> PathwayGround {
        try await desk.read(as: viewer, Consultation("prepare-pathway", "potential_victims")) { try $0.pathwayGround(origin) }
    }

    /// One potential victim with what is known, without their identity. Throws `AccessError.notVisible`.
    package func one(_ victim: ID<PotentialVictim>, as viewer: Viewer) async throws -> VictimFile {
        let bodies = bodies
        return try await desk.read(as: viewer, Consultation("open-potential-victim", "potential_victims", victim.text)) {
            try $0.victimFile(victim, bodies: bodies)
        }
    }
}
