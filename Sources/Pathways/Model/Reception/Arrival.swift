import Access
import Kernel

/// What is known of somebody who came to a centre, without who they are.
package struct ArrivalFacts: Sendable, Hashable {
    package var gender: String
    package var ageGroup: String
    package var language: String
    /// Codes of "reception_need".
    package var needs: [String]

    package init(gender: String = "unknown", ageGroup: String = "unknown", language: String = "unknown", needs: [String] = []) {
        self.gender = gender
        self.ageGroup = ageGroup
        self.language = language
        self.needs = needs
    }
}

/// What may be told of somebody by name: sealed.
package struct ArrivalIdentity: Sendable, Hashable, Codable {
    package var name: String
    package var note: String

    package init(name: String = "", note: String = "") {
        self.name = name
        self.note = note
    }

    package var isEmpty: Bool { name.isEmpty && note.isEmpty }
}

/// What has been done for somebody since they came.
package struct ArrivalCare: Sendable, Hashable {
    package var isScreened: Bool
    package var screening: ID<Screening>?
    package var pathway: ID<PotentialVictim>?
    package var wasSeenByMedic: Bool
    package var wasSeenBySupport: Bool
    /// A code of "onward_place"; empty while none is found.
    package var onward: String
    package var service: ID<SupportService>?
    package var hasLeft: Bool

    package init(
        isScreened: Bool = false, screening: ID<Screening>? = nil, pathway: ID<PotentialVictim>? = nil,
        wasSeenByMedic: Bool = false, wasSeenBySupport: Bool = false, onward: String = "",
        service: ID<SupportService>? = nil, hasLeft: Bool = false
    ) {
        self.isScreened = isScreened
        self.screening = screening
        self.pathway = pathway
        self.wasSeenByMedic = wasSeenByMedic
        self.wasSeenBySupport = wasSeenBySupport
        self.onward = onward
        self.service = service
        self.hasLeft = hasLeft
    }
}

/// Somebody in the register, by wristband.
package struct ArrivalLine: Sendable, Hashable {
    package let id: ID<ReceptionArrival>
    package let wristband: Int
    package let arrivedAt: Moment
    package let facts: ArrivalFacts
    package let isScreened: Bool
    package let medicAt: Moment?
    package let supportAt: Moment?
    package let onward: String
    package let leftAt: Moment?
}

/// One entry of the register.
package struct ArrivalDetail: Sendable, Hashable {
    package let id: ID<ReceptionArrival>
    package let opening: ID<ReceptionActivation>
    package let version: Int
    package let wristband: Int
    package let arrivedAt: Moment
    package let facts: ArrivalFacts
    package let care: ArrivalCare
    package let medicAt: Moment?
    package let supportAt: Moment?
    package let leftAt: Moment?
    package let hasIdentity: Bool
    /// The screening and the pathway linked; empty where the viewer does not see them.
    package let screeningReference: String
    package let pathwayReference: String
}

/// Who is there, counted without names.
package struct RegisterCounts: Sendable, Hashable {
    package let arrived: Int
    package let present: Int
    package let notSeenByMedic: Int
    package let notSeenBySupport: Int
    package let notScreened: Int
    /// How many of those who came, by gender and age group.
    package let people: [Group]

    package struct Group: Sendable, Hashable {
        package let gender: String
        package let ageGroup: String
        package let count: Int
    }
}
