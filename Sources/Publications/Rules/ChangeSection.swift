import Access
import Kernel
import Reviews

/// What the verbs that change a section of a draft have in common.
package protocol SectionVerb: Verb where Record == PublicationSection {}

extension SectionVerb {
    package static var relation: Relation { .publicationSections }
    package static var roles: Set<Role> { [.coordinator] }
}

/// Changes a section. An approval is of the words as they were, and ends with them.
package enum ChangeSection: SectionVerb {
    package static let name = "change-publication-section"
}

/// Moves a section one place up or down.
package enum MoveSection: SectionVerb {
    package static let name = "move-publication-section"
}

/// Takes a section out.
package enum RemoveSection: SectionVerb {
    package static let name = "remove-publication-section"
}

/// Says that somebody who did not write a case study found nobody in it who could be recognised.
package enum ApproveCaseStudy: SectionVerb {
    package static let name = "approve-case-study"
    package static let roles: Set<Role> = [.coordinator, .chair]

    /// Every reason why this person cannot approve it; empty means they can.
    package static func problems(_ section: SectionDetail, findings: [String], by person: ID<Person>?) -> [Problem] {
        guard section.draft.kind == .caseStudy else { return [Problem("", "Only a case study is approved")] }
        var problems: [Problem] = []
        if section.draft.body.isEmpty { problems.append(Problem("", "There is nothing to approve: the case study is empty")) }
        if person == nil || section.writer?.person == person {
            problems.append(
                Problem("", "You wrote it as it is now. Somebody else has to approve it: another coordinator, or the chair of the board"))
        }
        return problems + findings.map { Problem("", $0) }
    }
}

extension PublicationDesk {
    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the section has another version.
    package func change(
        _ section: ID<PublicationSection>, of publication: ID<PartnershipPublication>, to draft: SectionDraft, version: Int,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PublicationSection>> {
        try await desk.change(ChangeSection.self, on: section, by: viewer, expecting: version, key: key) { change in
            guard let standing = try change.draftSection(of: publication) else {
                return .refused([Problem("", PublicationDesk.notADraft)])
            }
            guard draft.kind == standing.draft.kind else { return .refused([Problem("", "A section stays of its kind")]) }
            let kind = try change.reading.publication(publication).facts.kind
            let problems = AddSection.problems(draft) + kind.problems(of: draft)
            guard problems.isEmpty else { return .refused(problems) }
            if draft != standing.draft { try change.update(draft) }
            change.note("Section of a publication changed")
            return .done(section)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func move(
        _ section: ID<PublicationSection>, of publication: ID<PartnershipPublication>, up: Bool, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PublicationSection>> {
        try await desk.change(MoveSection.self, on: section, by: viewer, key: key) { change in
            guard let standing = try change.draftSection(of: publication) else {
                return .refused([Problem("", PublicationDesk.notADraft)])
            }
            let sections = try change.reading.sections(of: publication)
            let neighbours = sections.filter { up ? $0.position < standing.position : $0.position > standing.position }
            if let neighbour = up ? neighbours.last : neighbours.first {
                try change.alsoChanges(.publicationSections, neighbour.id.text)
                try change.exchange(standing, with: neighbour)
            }
            change.note("Section of a publication moved")
            return .done(section)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func remove(
        _ section: ID<PublicationSection>, of publication: ID<PartnershipPublication>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PublicationSection>> {
        try await desk.change(RemoveSection.self, on: section, by: viewer, key: key) { change in
            guard try change.draftSection(of: publication) != nil else { return .refused([Problem("", PublicationDesk.notADraft)]) }
            try change.remove()
            change.note("Section of a publication removed")
            return .done(section)
        }
    }

    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the words are others than were read.
    package func approve(
        _ section: ID<PublicationSection>, of publication: ID<PartnershipPublication>, version: Int, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PublicationSection>> {
        // Of the words that the approver read: others are refused in the transaction.
        let read = try await self.section(section, of: publication, as: viewer)
        let findings = try await findings(in: read.section.draft, of: read.publication, as: viewer)
        return try await desk.change(ApproveCaseStudy.self, on: section, by: viewer, expecting: version, key: key) { change in
            guard let standing = try change.draftSection(of: publication) else {
                return .refused([Problem("", PublicationDesk.notADraft)])
            }
            let problems = ApproveCaseStudy.problems(standing, findings: findings, by: viewer.person)
            guard problems.isEmpty else { return .refused(problems) }
            try change.approve()
            change.note("Case study approved")
            return .done(section)
        }
    }
}
