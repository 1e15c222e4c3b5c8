import Kernel
import Partnerships

/// What a page of published statistics is about: a police force, a local authority or a nation.
struct PublishedArea: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
        case force
        case authority
        case nation
    }

    let kind: Kind
    /// The code of the Office for National Statistics, or the name of the nation: "wales".
    let code: String
    let name: String

    static let nations = [
        PublishedArea(kind: .nation, code: "england", name: "England"), PublishedArea(kind: .nation, code: "wales", name: "Wales"),
        PublishedArea(kind: .nation, code: "scotland", name: "Scotland"),
        PublishedArea(kind: .nation, code: "northern-ireland", name: "Northern Ireland"),
    ]

    /// The forces that police an area, in the order of their names; bodies without an area are not among them.
    static func forces(_ lists: CodeLists) -> [PublishedArea] {
        lists["police_force"].values.filter { AreaCode.isCode($0.code) }
            .map { PublishedArea(kind: .force, code: $0.code, name: $0.label) }.sorted { $0.name < $1.name }
    }
}

/// A local authority as the lookups know it.
struct AuthorityLine: Sendable {
    let code: String
    let name: String
    let force: String
    let regionName: String
}

/// How many people live somewhere, and by the estimate of which year.
struct AreaPopulation: Hashable, Sendable {
    let people: Int
    let year: Int
}

/// A release of published statistics.
struct ReleaseLine: Sendable {
    let id: ID<StatisticRelease>
    let dataset: String
    let title: String
    let publishedOn: Day?
    let fileName: String
    let fileHash: String
    let rows: Int
    let importedAt: Moment

    /// Where a figure is from, in words.
    var source: String {
        "\(title), \(publishedOn.map { "published \($0.text)" } ?? "day of publication not said"), file \(fileName)"
    }
}

/// The figures of one quarter, as they stand.
struct PartLine: Sendable {
    let id: ID<StatisticPart>
    let dataset: StatisticDataset
    let quarter: CalendarQuarter
    let section: String
    let hasDetail: Bool
    let total: Int
    let mark: String
    let isRevised: Bool
    let release: ID<StatisticRelease>
}

/// How many somebody counts in a quarter.
struct ResponderCount: Sendable {
    let quarter: CalendarQuarter
    let section: String
    let responder: String
    let count: Int
}

/// A figure of a quarter by one dimension or two: decisions by outcome, referrals by age.
struct DimensionCount: Sendable {
    let quarter: CalendarQuarter
    let code: String
    let second: String
    let count: Int
}

/// What one's own records hold of a quarter, as far as the viewer may see them.
struct OwnQuarter: Hashable, Sendable {
    var referred = 0
    var ofResponderType = 0
    var reports = 0
}
