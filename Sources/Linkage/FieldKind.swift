/// What a column of a file of people holds, and so how two of its values are compared.
///
/// The raw values are the words that a map file uses for the kinds.
package enum FieldKind: String, CaseIterable, Sendable {
    case forename
    case surname
    case fullName = "full_name"
    case dateOfBirth = "date_of_birth"
    case gender
    case nationality
    case postcode
    case address
    case phone
    case plate
    case email
    case account
    case identity
    /// Anything that either is the same or is not.
    case exact
    /// The name of the record itself: it is repeated in the answer and never compared.
    case id
    case ignore

    /// The kind that a column of this name usually has, or nil where the name says nothing; case, spaces, hyphens and
    /// underscores do not matter.
    package static func recognised(from column: String) -> FieldKind? {
        let name = String(column.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
        if let kind = usualNames[name] { return kind }
        if name.hasPrefix("address") { return .address }
        if name.hasPrefix("phone") || name.hasSuffix("phone") || name.hasPrefix("mobile") { return .phone }
        if name.hasPrefix("email") { return .email }
        if name.hasSuffix("id") { return .id }
        return nil
    }

    private static let usualNames: [String: FieldKind] = {
        let names: [FieldKind: [String]] = [
            .forename: ["forename", "forenames", "givenname", "givennames", "firstname", "firstnames", "middlename", "middlenames"],
            .surname: ["surname", "surnames", "familyname", "lastname"],
            .fullName: ["name", "fullname"],
            .dateOfBirth: ["dob", "dateofbirth", "birthdate", "born"],
            .gender: ["gender", "sex"],
            .nationality: ["nationality", "citizenship"],
            .postcode: ["postcode", "postalcode", "zip", "zipcode"],
            .address: ["street", "streetname", "suburb", "town", "city", "locality"],
            .phone: ["telephone", "tel", "msisdn"],
            .plate: ["plate", "vehicle", "vrm", "registration", "numberplate"],
            .account: ["account", "accountnumber", "bankaccount", "iban"],
            .identity: [
                "identity", "identityreference", "passport", "passportnumber", "nino", "nationalinsurance", "socsecid", "ssn",
                "nhsnumber", "homeofficereference",
            ],
            .exact: ["streetnumber", "housenumber", "state", "county", "region"],
        ]
        return Dictionary(uniqueKeysWithValues: names.flatMap { kind, names in names.map { ($0, kind) } })
    }()

    /// Whether the values are kept as codes in a table of their own: everything but names, dates, gender and nationality.
    package var isCode: Bool {
        switch self {
        case .postcode, .address, .phone, .plate, .email, .account, .identity, .exact: true
        case .forename, .surname, .fullName, .dateOfBirth, .gender, .nationality, .id, .ignore: false
        }
    }

    /// Whether people who are not the same may well share it because they live, travel or work together.
    var isShared: Bool {
        switch self {
        case .postcode, .address, .phone, .plate, .account, .email: true
        default: false
        }
    }
}
