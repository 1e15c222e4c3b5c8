/// What stands beside a CSV file so that programs can read it: CSV on the Web (W3C recommendation of 17 December 2015,
/// "Metadata Vocabulary for Tabular Data").
package struct TableMetadata: Sendable {
    /// One column of the file.
    package struct Column: Sendable {
        /// As the heading of the file calls it.
        package let title: String
        /// What its values are, in words; empty where the title says so.
        package let description: String
        /// Whether its values are whole numbers.
        package let isNumber: Bool
        /// Whether a row has to have one.
        package let isRequired: Bool
        /// What stands in place of a value that is not given.
        package let absent: [String]

        package init(_ title: String, description: String = "", isNumber: Bool = false, isRequired: Bool = false, absent: [String] = []) {
            self.title = title
            self.description = description
            self.isNumber = isNumber
            self.isRequired = isRequired
            self.absent = absent
        }
    }

    /// Where the text of the Open Government Licence v3.0 stands.
    package static let openGovernmentLicence = "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

    /// What the name of a file has behind it where its metadata stand.
    package static let suffix = "-metadata.json"
    package static let mediaType = "application/csvm+json"

    private let url: String
    private let title: String
    private let description: String
    private let licence: String
    private let details: [(name: String, value: JSONText)]
    private let columns: [Column]
    private let key: [String]
    private let notes: [JSONText]

    /// - Parameters:
    ///   - url: the name of the CSV file beside which it stands.
    ///   - licence: an address, or the name of the licence.
    ///   - details: further properties of the table, such as `dc:temporal`.
    ///   - key: the titles of the columns that together name a row.
    package init(
        url: String, title: String, description: String, licence: String, details: [(name: String, value: JSONText)] = [],
        columns: [Column], key: [String], notes: [JSONText] = []
    ) {
        self.url = url
        self.title = title
        self.description = description
        self.licence = licence
        self.details = details
        self.columns = columns
        self.key = key
        self.notes = notes
    }

    package var bytes: [UInt8] {
        let columns = columns.map { column -> JSONText in
            var members: [(name: String, value: JSONText)] = [
                ("name", .string(TableMetadata.identifier(column.title))), ("titles", .string(column.title)),
                ("datatype", .string(column.isNumber ? "integer" : "string")),
            ]
            if !column.description.isEmpty { members.append(("dc:description", .string(column.description))) }
            if column.isRequired { members.append(("required", .truth(true))) }
            if !column.absent.isEmpty { members.append(("null", .texts(column.absent))) }
            return .members(members)
        }
        let isAddress = licence.hasPrefix("http://") || licence.hasPrefix("https://")
        var members: [(name: String, value: JSONText)] = [
            ("@context", .list([.string("http://www.w3.org/ns/csvw"), .members([("@language", .string("en"))])])), ("url", .string(url)),
            ("dc:title", .string(title)), ("dc:description", .string(description)),
            ("dc:license", isAddress ? .members([("@id", .string(licence))]) : .string(licence)),
        ]
        members += details
        members += [
            ("dialect", .members([("header", .truth(true)), ("encoding", .string("utf-8"))])),
            (
                "tableSchema",
                .members([("columns", .list(columns)), ("primaryKey", .texts(key.map(TableMetadata.identifier)))])
            ),
        ]
        if !notes.isEmpty { members.append(("notes", .list(notes))) }
        return JSONText.members(members).bytes
    }

    /// A title as the name of a column: small letters, digits and underscores.
    private static func identifier(_ title: String) -> String {
        String(
            title.lowercased().unicodeScalars.map { scalar in
                ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
            })
    }
}
