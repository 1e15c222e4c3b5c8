import Access
import Figures
import Kernel
import Reviews

/// What in a case study could tell who it is about.
extension PublicationDesk {
    /// By its words and, for a viewer who reads the figures, beside the records. Nothing for a section that is no case study.
    func findings(in draft: SectionDraft, of publication: PublicationDetail, as viewer: Viewer) async throws -> [String] {
        guard draft.kind == .caseStudy, let written = draft.written, !draft.body.isEmpty else { return [] }
        let words = written.findings(try await place(of: viewer).check).map(\.message)
        guard viewer.isCoordinator else { return words }
        return words
            + (try await figures.rareCombinations(
                in: written.story, accepted: written.accepted, during: publication.facts.period, threshold: protection.threshold, as: viewer
            )
            .map(\.message))
    }
}
