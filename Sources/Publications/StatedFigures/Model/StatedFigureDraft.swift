import Access
import Documents
import Kernel
import Store

/// How exactly a figure is known.
package enum FigureExactness: String, Sendable, Hashable, Codable, CaseIterable, Bindable, ColumnDecodable {
    case exactly
    case moreThan = "more-than"
    case atLeast = "at-least"
    case about
    case upTo = "up-to"

    package var label: String {
        switch self {
        case .exactly: "Exactly"
        case .moreThan: "More than"
        case .atLeast: "At least"
        case .about: "About"
        case .upTo: "At most"
        }
    }

    /// Before a number in a sentence; empty for an exact one.
    var words: String { self == .exactly ? "" : "\(label.lowercased()) " }

    /// What it can be in truth, in thousandths.
    func range(of value: StatedValue) -> ClosedRange<Int> {
        let number = value.thousandths
        switch self {
        case .exactly: return number...number
        case .moreThan: return (number + 1)...Int.max
        case .atLeast: return number...Int.max
        // Somebody who says "about" is rarely off by more than a tenth.
        case .about: return (number - number / 10)...(number + number / 10)
        case .upTo: return 0...number
        }
    }
}

/// How far the place or group reaches that a figure is about.
package enum FigureReach: String, Sendable, Hashable, Codable, CaseIterable, Bindable, ColumnDecodable {
    case local
    case region
    case nation
    case world

    package var label: String {
        switch self {
        case .local: "A police force area, an authority, or smaller"
        case .region: "A region"
        case .nation: "The country"
        case .world: "Several countries, or the world"
        }
    }

    /// Whether so many live there that a small number points at nobody.
    var isLarge: Bool { self == .nation || self == .world }
}

/// What has to be said of a figure.
package enum StatedMark: String, Sendable, Hashable, Codable, CaseIterable, Bindable, ColumnDecodable {
    case none = ""
    case provisional
    case revised
    case breakInSeries = "break"
    case toBeConfirmed = "to-be-confirmed"

    package var label: String {
        switch self {
        case .none: "Nothing"
        case .provisional: "Provisional"
        case .revised: "Revised"
        case .breakInSeries: "Break in the series"
        case .toBeConfirmed: "To be confirmed"
        }
    }

    /// The shorthand beside the figure; nil where there is none, or words say it.
    var mark: FigureMark? {
        switch self {
        case .none, .toBeConfirmed: nil
        case .provisional: .provisional
        case .revised: .revised
        case .breakInSeries: .breakInSeries
        }
    }
}

/// Where a figure can be read.
package struct StatedSource: Sendable, Hashable, Codable {
    package var title: String
    package var publisher: String
    /// A page or an address; may be empty.
    package var place: String
    /// When it was published: 2019, 2019-03 or 2019-03-31.
    package var date: String

    package init(title: String, publisher: String, place: String = "", date: String) {
        self.title = title
        self.publisher = publisher
        self.place = place
        self.date = date
    }

    /// "Annual review (A council, March 2019), page 4".
    package var text: String {
        let when = StatedPeriod(date)?.entry ?? date
        return "\(title) (\(publisher), \(when))\(place.isEmpty ? "" : ", \(place)")"
    }
}

/// A figure from elsewhere as somebody records it: what it counts, how much, when, about what, and where it stands.
package struct StatedFigureDraft: Sendable, Hashable, Codable {
    /// By which written text names it: `{people-trained}`.
    package var key: String
    /// A code of the list "stated_measure".
    package var measure: String
    /// What part of the measure it is: "Level 1"; empty for all of it.
    package var category: String
    /// The place or the group that it is about; empty for the whole partnership.
    package var area: String
    package var reach: FigureReach
    package var value: StatedValue
    package var exactness: FigureExactness
    package var period: StatedPeriod
    package var target: StatedValue?
    package var source: StatedSource
    package var mark: StatedMark
    /// The keys of the figure that it is a part of, and of those that it is the share of; empty for none.
    package var partOf: String
    package var numerator: String
    package var denominator: String
    package var note: String

    package init(
        key: String, measure: String, category: String = "", area: String = "", reach: FigureReach = .local, value: StatedValue,
        exactness: FigureExactness = .exactly, period: StatedPeriod, target: StatedValue? = nil, source: StatedSource,
        mark: StatedMark = .none, partOf: String = "", numerator: String = "", denominator: String = "", note: String = ""
    ) {
        self.key = key
        self.measure = measure
        self.category = category
        self.area = area
        self.reach = reach
        self.value = value
        self.exactness = exactness
        self.period = period
        self.target = target
        self.source = source
        self.mark = mark
        self.partOf = partOf
        self.numerator = numerator
        self.denominator = denominator
        self.note = note
    }

    /// What it can be in truth, in thousandths.
    var range: ClosedRange<Int> { exactness.range(of: value) }
}
