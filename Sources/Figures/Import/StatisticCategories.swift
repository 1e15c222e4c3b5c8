import Kernel
import Partnerships

/// The categories that published statistics may name, with the codes under which they are kept. What is in no list is no category.
struct StatisticCategories: Sendable {
    /// Stands in place of a code where a row counts all of a dimension together.
    static let total = ""

    private let forces: [String: String]
    private let nationals: [String: (code: String, type: String)]
    private let authorities: [String: String]
    private let types: [String: String]
    private let nationalities: [String: String]

    /// - Parameter authorities: the names of local authorities with their codes, as far as they were imported.
    init(lists: CodeLists, authorities: [(name: String, code: String)]) {
        var forces: [String: String] = [:]
        for value in lists["police_force"].values {
            for name in [value.label] + value.note.split(separator: ";").map(String.init) {
                forces[StatisticCategories.forceKey(name)] = value.code
            }
        }
        self.forces = forces
        var nationals: [String: (code: String, type: String)] = [:]
        for value in lists["national_first_responder"].values {
            let parts = value.note.split(separator: ";").map(String.init)
            for name in [value.label] + parts.dropFirst() { nationals[FoldedText(name).key] = (value.code, parts.first ?? "") }
        }
        self.nationals = nationals
        self.authorities = Dictionary(authorities.map { (StatisticCategories.authorityKey($0.name), $0.code) }) { first, _ in first }
        types = Dictionary(lists["first_responder_type"].values.map { (FoldedText($0.label).key, $0.code) }) { first, _ in first }
        var nationalities = Dictionary(lists["nationality"].values.map { (FoldedText($0.label).key, $0.code) }) { first, _ in first }
        for value in lists["nationality_spelling"].values { nationalities[FoldedText(value.label).key] = value.note }
        self.nationalities = nationalities
    }

    /// "Kent Police" and "Kent", "Devon & Cornwall Police" and "Devon and Cornwall" have one key.
    static func forceKey(_ name: String) -> String {
        let passed: Set<Substring> = ["police", "constabulary", "service", "and", "the"]
        let words = FoldedText(name).words.filter { !passed.contains($0) }
        return words.joined(separator: " ")
    }

    /// "London Borough of Barnet", "Barnet Council" and "Barnet" have one key.
    static func authorityKey(_ name: String) -> String {
        let passed: Set<Substring> = [
            "council", "city", "borough", "county", "district", "metropolitan", "royal", "london", "of", "the", "and", "unitary",
            "authority",
        ]
        let words = FoldedText(name).words
        let left = words.filter { !passed.contains($0) }
        // "City of London" and "County Durham" keep what they are known by.
        return (left.isEmpty ? words : left).joined(separator: " ")
    }

    func type(_ text: String) -> String? { types[FoldedText(text).key] }

    /// The first responder of a type; a code of an area where it has one.
    func responder(_ text: String, type: String) -> String? {
        switch type {
        case "police": return forces[StatisticCategories.forceKey(text)]
        case "local-authority":
            return FoldedText(text).key == "local authority" ? "local-authorities" : authorities[StatisticCategories.authorityKey(text)]
        default:
            guard let known = nationals[FoldedText(text).key], known.type == type else { return nil }
            return known.code
        }
    }

    /// The code of the police force, by any of its names.
    func force(_ text: String) -> String? { forces[StatisticCategories.forceKey(text)] }

    static let exploitationTypes = ["sexual", "labour", "domestic", "criminal", "organ-harvesting"]

    /// One type or several together: "labour", "sexual+labour"; "unknown" where none is specified.
    func exploitation(_ text: String) -> String? {
        let key = FoldedText(text).key
        if StatisticCategories.isUnknown(key) { return "unknown" }
        var found: Set<String> = []
        for part in text.replacing("&", with: ",").replacing(" and ", with: ",").split(separator: ",") {
            // A helpline writes "Labour exploitation" and "Domestic servitude" where the Home Office writes "Labour" and "Domestic".
            let words = FoldedText(String(part)).words.filter { $0 != "exploitation" && $0 != "servitude" }
            let code = words.joined(separator: "-")
            guard StatisticCategories.exploitationTypes.contains(code), found.insert(code).inserted else { return nil }
        }
        return found.isEmpty ? nil : StatisticCategories.exploitationTypes.filter { found.contains($0) }.joined(separator: "+")
    }

    func age(_ text: String) -> String? {
        let key = FoldedText(text).key
        return StatisticCategories.isUnknown(key) ? "unknown" : StatisticLabels.ages[key]
    }

    func gender(_ text: String) -> String? {
        let key = FoldedText(text).key
        return StatisticCategories.isUnknown(key) ? "unknown" : ["male", "female", "other"].contains(key) ? key : nil
    }

    func place(_ text: String) -> String? {
        let key = FoldedText(text).key
        return StatisticCategories.isUnknown(key) ? "unknown" : StatisticLabels.places[key]
    }

    func region(_ text: String) -> String? {
        let key = FoldedText(text).key
        return StatisticLabels.regions.contains(key) ? key.replacing(" ", with: "-") : nil
    }

    func outcome(_ text: String) -> String? { StatisticLabels.outcomes[FoldedText(text).key] }

    static func isUnknown(_ key: String) -> Bool {
        ["unknown", "not known", "not recorded", "not specified", "not specified or unknown", "age not specified or unknown"].contains(key)
    }

    /// One nationality, or two that stand beside each other: "Albanian Greek" is Albanian and Greek. Both are kept, in their order.
    func nationality(_ text: String) -> (first: String, second: String)? {
        let words = FoldedText(text).words
        if let one = nationalities[words.joined(separator: " ")] { return (one, "") }
        for middle in 1..<max(words.count, 1) {
            if let first = nationalities[words[..<middle].joined(separator: " ")],
                let second = nationalities[words[middle...].joined(separator: " ")]
            {
                return (first, second)
            }
        }
        return nil
    }
}

/// The words for what is kept under codes, and the codes for words.
enum StatisticLabels {
    static let ages: [String: String] = [
        "adult 18 or over": "adult", "child 17 or under": "child", "17 and under": "17-and-under", "18 to 24": "18-to-24",
        "25 to 39": "25-to-39", "40 and over": "40-and-over",
    ]
    static let places: [String: String] = ["overseas": "overseas", "uk": "uk", "uk and overseas": "uk-and-overseas"]
    static let regions: Set<String> = [
        "middle east", "africa sub saharan", "africa north", "europe other", "asia south", "asia central", "other", "asia south east",
        "asia east", "america central and south", "america north", "eu 14", "eu 8", "eu 2", "eu other", "oceania", "unknown",
    ]
    static let outcomes: [String: String] = [
        "positive": "positive", "negative": "negative", "awaiting a conclusive grounds decision": "awaiting-conclusive-grounds",
        "awaiting a reasonable grounds decision": "awaiting-reasonable-grounds", "awaiting reconsideration": "awaiting-reconsideration",
        "withdrawn closed": "withdrawn", "reasonable grounds decision": "reasonable-grounds",
        "conclusive grounds decision": "conclusive-grounds", "awaiting a decision": "waiting", "nrm referral raised": "referred",
        "no nrm referral raised": "not-referred",
    ]

    static func exploitation(_ code: String) -> String {
        if code == "unknown" { return "Not specified or unknown" }
        let words = code.split(separator: "+").map { $0.replacing("-", with: " ") }
        let joined = words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
        return joined.prefix(1).uppercased() + joined.dropFirst()
    }

    static func age(_ code: String) -> String {
        switch code {
        case "adult": "Adult (18 or over)"
        case "child": "Child (17 or under)"
        case "unknown": "Not specified or unknown"
        default: code.replacing("-", with: " ")
        }
    }

    static func place(_ code: String) -> String {
        switch code {
        case "uk": "United Kingdom"
        case "uk-and-overseas": "United Kingdom and overseas"
        case "overseas": "Overseas"
        default: "Not specified or unknown"
        }
    }

    /// An outcome with what it was decided on: "Reasonable grounds: positive".
    static func outcome(_ code: String) -> String {
        let parts = code.split(separator: " ").map { $0.replacing("-", with: " ") }
        guard let group = parts.first, let outcome = parts.dropFirst().first, outcome != group else {
            return code == "withdrawn withdrawn" ? "Withdrawn or closed" : code.replacing("-", with: " ")
        }
        return "\(group.prefix(1).uppercased())\(group.dropFirst()): \(outcome)"
    }

    static func gender(_ code: String) -> String { code == "unknown" ? "Not recorded" : code.prefix(1).uppercased() + code.dropFirst() }
}
