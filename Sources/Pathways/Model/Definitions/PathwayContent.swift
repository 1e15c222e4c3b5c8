import Store

/// Whose way a pathway is.
package enum PathwayWay: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case adult
    case child
    case everybody

    package var label: String {
        switch self {
        case .adult: "Adults"
        case .child: "Children"
        case .everybody: "Everybody"
        }
    }
}

/// One step of a pathway: what is done, by whom, within what time, and whom to ring.
package struct PathwayStep: Sendable, Hashable, Codable {
    package var what: String
    package var who: String
    package var within: String
    package var contact: String
    package var guidance: String

    package init(what: String, who: String = "", within: String = "", contact: String = "", guidance: String = "") {
        self.what = what
        self.who = who
        self.within = within
        self.contact = contact
        self.guidance = guidance
    }
}

/// What a pathway says. It is kept whole with each version, so that an older one stays readable.
package struct PathwayContent: Sendable, Hashable, Codable {
    package var purpose: String
    package var steps: [PathwayStep]

    package init(purpose: String = "", steps: [PathwayStep] = []) {
        self.purpose = purpose
        self.steps = steps
    }
}
