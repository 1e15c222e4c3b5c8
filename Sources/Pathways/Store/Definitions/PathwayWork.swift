import Access
import HTML
import Kernel
import Store

/// Something about services or pathways that waits for somebody, for their own list of work.
package struct PathwayWorkItem: Sendable, Hashable {
    package enum Need: Sendable, Hashable {
        case fix(ID<PathwayFix>, ID<PathwayDefinition>)
        case read(ID<PathwayDefinition>)
        case assess(ID<SupportService>)
    }

    package let need: Need
    package let dueOn: Day
    package let what: String
    package let about: String

    /// Where the work is done.
    package func link(_ slug: String) -> Link {
        switch need {
        case .fix(let fix, let definition): DefinitionLinks(slug).fix(fix, of: definition)
        case .read(let definition): DefinitionLinks(slug).definition(definition)
        case .assess(let service): ServiceLinks(slug).service(service)
        }
    }

    /// What it comes from, in words.
    package var source: String {
        switch need {
        case .fix: "Test of a pathway"
        case .read: "Our pathways"
        case .assess: "Services"
        }
    }
}

extension Reading {
    /// What waits for the viewer: fixes that their organisation owns, pathways in force that it has not read, and
    /// accommodation that is due to be assessed again.
    package func pathwayWork() throws -> [PathwayWorkItem] {
        guard viewer.isCoordinator || viewer.has(.member), let own = viewer.organisation else { return [] }
        let partnership = try ownPartnership
        let fixes = try fixes(
            "f.partnership_id = \(partnership) AND f.is_open = 1 AND f.organisation_id = \(own)", order: "f.due_on, f.id", size: 50
        ).map {
            PathwayWorkItem(need: .fix($0.id, $0.definition), dueOn: $0.dueOn, what: "Put right: \($0.what)", about: $0.definitionTitle)
        }
        let kind = try ownKind()
        // Two weeks for an organisation to read what has been published.
        let unread = try rows(
            """
            SELECT v.definition_id, v.published_at, d.title FROM \(visible(.definitionVersions)) v
            JOIN \(visible(.pathwayDefinitions)) d ON d.id = v.definition_id
            WHERE v.partnership_id = \(partnership) AND v.id = \(newestBegun)
                AND (v.valid_until IS NULL OR v.valid_until >= \(moment.day)) AND d.service_kind IN ('', \(kind))
                AND NOT EXISTS (SELECT 1 FROM \(visible(.definitionReadings)) r
                    WHERE r.version_id = v.id AND r.organisation_id = \(own))
            ORDER BY v.published_at, v.id LIMIT 50
            """
        ) { row in
            PathwayWorkItem(
                need: .read(try row.next()), dueOn: try row.next(Moment.self).day.adding(days: 14),
                what: "Read the pathway and say so", about: try row.next())
        }
        let due = try assessmentsDue().map {
            PathwayWorkItem(need: .assess($0.service), dueOn: $0.dueOn, what: "Assess accommodation again", about: $0.name)
        }
        return fixes + unread + due
    }
}
