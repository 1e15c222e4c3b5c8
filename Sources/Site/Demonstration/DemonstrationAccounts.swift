import Access

/// An account of the demonstration. Nobody of these names works there.
package struct DemonstrationAccount: Hashable, Sendable {
    package let name: String
    package let email: String
    /// The organisation's name.
    package let organisation: String
    /// The slug of the partnership.
    package let partnership: String
    package let role: Role
    /// The town whose figures a town lead sees.
    package let town: String?

    init(_ name: String, _ email: String, _ agency: Agency, _ partnership: String, _ role: Role, town: String? = nil) {
        self.name = name
        self.email = email
        organisation = agency.rawValue
        self.partnership = partnership
        self.role = role
        self.town = town
    }
}

extension Demonstration {
    static let sandwell = "sandwell"
    static let gloucestershire = "gloucestershire"

    /// One pass phrase for all accounts: the demonstration is no secret.
    package static let passPhrase = "quillmoor lantern harrowbeck"

    /// Everybody who can sign in.
    package static let accounts: [DemonstrationAccount] = [
        .init("Margaret Ashdown", "coordinator@sandwell.example", .modernSlaveryLead, sandwell, .coordinator),
        .init("Imran Suleman", "police@sandwell.example", .police, sandwell, .member),
        .init("Gareth Pryce", "fire@sandwell.example", .fire, sandwell, .member),
        .init("Naomi Okafor", "hope@sandwell.example", .hopeForJustice, sandwell, .member),
        .init("Helen Tranter", "glaa@sandwell.example", .glaa, sandwell, .member),
        .init("Sunita Bhogal", "adults@sandwell.example", .adultSocialCare, sandwell, .member),
        .init("Peter Lomas", "environmental.health@sandwell.example", .environmentalHealth, sandwell, .member),
        .init("Dawn Whitlock", "immigration@sandwell.example", .immigration, sandwell, .member),
        .init("Tomasz Wilk", "housing.quality@sandwell.example", .housingQuality, sandwell, .member),
        .init("Alison Fairley", "hmrc@sandwell.example", .hmrc, sandwell, .member),
        .init("Bernice Cole", "womens.aid@sandwell.example", .womensAid, sandwell, .member),
        .init("Joanne Tibbs", "children@sandwell.example", .childrensTrust, sandwell, .member),
        .init("Marcus Hale", "visits@sandwell.example", .police, sandwell, .visitTeam),
        .init("Colin Brierley", "smethwick@sandwell.example", .housing, sandwell, .townLead, town: "Smethwick"),
        .init("Ruth Calloway", "analyst@sandwell.example", .modernSlaveryLead, sandwell, .analyst),
        .init("Devinder Gill", "administrator@sandwell.example", .modernSlaveryLead, sandwell, .administrator),
        .init("Angela Thornbury", "chair@sandwell.example", .modernSlaveryLead, sandwell, .chair),
        .init("Eleanor Wickham", "coordinator@gloucestershire.example", .modernSlaveryLead, gloucestershire, .coordinator),
        .init("Stephen Marlow", "police@gloucestershire.example", .police, gloucestershire, .member),
        .init("Kate Penhallow", "hope@gloucestershire.example", .hopeForJustice, gloucestershire, .member),
        .init("Rosalind Dean", "adults@gloucestershire.example", .adultSocialCare, gloucestershire, .member),
        .init("Owen Fletcher", "visits@gloucestershire.example", .fire, gloucestershire, .visitTeam),
        .init("Patricia Lowe", "stroud@gloucestershire.example", .housing, gloucestershire, .townLead, town: "Stroud"),
        .init("Hugh Barnard", "analyst@gloucestershire.example", .modernSlaveryLead, gloucestershire, .analyst),
        .init(
            "Vera Symonds", "administrator@gloucestershire.example", .modernSlaveryLead, gloucestershire,
            .administrator),
        .init("Martin Heywood", "chair@gloucestershire.example", .modernSlaveryLead, gloucestershire, .chair),
    ]
}
