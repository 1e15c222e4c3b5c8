import Access
import Kernel
import Store

/// For whom a pathway is: its title, whose way, where, and for which kind of organisation.
package struct DefinitionFacts: Sendable, Hashable {
    package var title: String
    package var way: PathwayWay
    /// Nil for the whole area.
    package var town: ID<Term>?
    /// A code of "organisation_kind"; empty for every organisation.
    package var serviceKind: String

    package init(title: String, way: PathwayWay, town: ID<Term>? = nil, serviceKind: String = "") {
        self.title = title
        self.way = way
        self.town = town
        self.serviceKind = serviceKind
    }

    /// Whether it is meant for organisations of a kind.
    package func isMeant(for kind: String) -> Bool { serviceKind.isEmpty || serviceKind == kind }
}

/// A pathway as the list shows it.
package struct DefinitionLine: Sendable, Hashable {
    package let id: ID<PathwayDefinition>
    package let facts: DefinitionFacts
    package let townName: String
    package let hasDraft: Bool
    /// The version in force; nil where nothing is.
    package let current: Int?
    package let isReadByOwn: Bool
    package let readers: Int
    package let testedOn: Day?
    let titleKey: String
}

/// One pathway with its draft.
package struct DefinitionDetail: Sendable, Hashable {
    package let id: ID<PathwayDefinition>
    package let version: Int
    package let facts: DefinitionFacts
    package let townName: String
    /// What is being written; nil where nothing waits to be published.
    package let draft: PathwayContent?
    /// The number of the last version that was published; 0 before.
    package let latest: Int
}

/// One published version.
package struct DefinitionVersionDetail: Sendable, Hashable {
    package let id: ID<DefinitionVersion>
    package let number: Int
    package let publishedAt: Moment
    package let organisationName: String
    package let personName: String
    package let validFrom: Day
    package let validUntil: Day?
    package let changeNote: String
    package let content: PathwayContent

    /// The one of several that holds on a day: the latest that has begun, while it has not ended.
    package static func current(_ versions: [DefinitionVersionDetail], on day: Day) -> DefinitionVersionDetail? {
        let begun = versions.filter { $0.validFrom <= day }.max { $0.number < $1.number }
        guard let begun, begun.validUntil.map({ $0 >= day }) ?? true else { return nil }
        return begun
    }
}

/// An organisation that has read the version in force.
package struct DefinitionReader: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
    package let personName: String
    package let readAt: Moment
}

/// One test of a pathway.
package struct PathwayTestLine: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case tabletop
        case mystery

        package var label: String {
            switch self {
            case .tabletop: "Round a table"
            case .mystery: "Mystery case"
            }
        }
    }

    package let id: ID<PathwayTest>
    package let number: Int
    package let kind: Kind
    package let testedOn: Day
    package let scenario: String
    package let tookPart: String
    package let findings: String
    package let organisationName: String
}

/// What came of one step in a test.
package struct TestStepResult: Sendable, Hashable {
    package enum Result: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case worked
        case late
        case failed
        case unknown

        package var label: String {
            switch self {
            case .worked: "Worked"
            case .late: "Worked late"
            case .failed: "Failed"
            case .unknown: "Not known"
            }
        }
    }

    package var number: Int
    package var result: Result
    /// How long it took, in words: "3 hours".
    package var took: String

    package init(number: Int, result: Result, took: String = "") {
        self.number = number
        self.result = result
        self.took = took
    }
}

/// Something that a test showed and that is to be put right.
package struct FixLine: Sendable, Hashable {
    package let id: ID<PathwayFix>
    package let test: ID<PathwayTest>
    package let definition: ID<PathwayDefinition>
    package let definitionTitle: String
    package let version: Int
    package let what: String
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let dueOn: Day
    package let isOpen: Bool
    package let result: String
    package let doneOn: Day?
    /// The number of the version that holds the fix.
    package let fixedIn: Int?

    package func mayBeFinished(by viewer: Viewer) -> Bool {
        isOpen && (viewer.isCoordinator || organisation == viewer.organisation)
    }
}
