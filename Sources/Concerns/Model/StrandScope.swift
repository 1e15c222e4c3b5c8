import Store

/// One of the three lines of work on a concern.
package enum StrandKind: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case location
    case offenders
    /// Seen by those alone whose place in the circle says so.
    case victims

    package var label: String {
        switch self {
        case .location: "Location"
        case .offenders: "Offenders"
        case .victims: "Victims"
        }
    }
}

/// Where a strand stands.
package enum StrandStatus: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case open
    case paused
    case finished

    package var label: String {
        switch self {
        case .open: "Under way"
        case .paused: "Paused"
        case .finished: "Finished"
        }
    }
}

/// Which strand a change belongs to, known to the compiler: the timeline shows the change to those who see that strand.
package protocol StrandScope: Sendable {
    /// The strand as the timeline keeps it; empty for the concern as a whole.
    static var strand: String { get }
}

package enum WholeConcern: StrandScope {
    package static let strand = ""
}

package enum LocationStrand: StrandScope {
    package static let strand = StrandKind.location.rawValue
}

package enum OffendersStrand: StrandScope {
    package static let strand = StrandKind.offenders.rawValue
}

package enum VictimsStrand: StrandScope {
    package static let strand = StrandKind.victims.rawValue
}

extension StrandKind {
    /// The scope of this strand.
    package var scope: any StrandScope.Type {
        switch self {
        case .location: LocationStrand.self
        case .offenders: OffendersStrand.self
        case .victims: VictimsStrand.self
        }
    }

    /// The scope of a task's strand; that of the whole concern for an empty or unknown one.
    package static func scope(of strand: String) -> any StrandScope.Type {
        StrandKind(rawValue: strand)?.scope ?? WholeConcern.self
    }
}
